/** Something a person can put right stops the start; the message says what and how, in one or two lines. */
export class StartError extends Error {
  override name = "StartError";
}

export const DISK_FULL = "the disk is full; free some space and start again";

/** The clear line for a start that failed, for errors we know and for those we do not (then with where it happened). */
export function explainFailure(error: unknown): string {
  if (error instanceof StartError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, path = "a file", message, stack }: NodeJS.ErrnoException = error;
  switch (code) {
    case "ENOSPC":
      return DISK_FULL;
    case "EDQUOT":
      return "the disk quota is used up; free some space and start again";
    case "EROFS":
      return `${path} is on a read-only file system; set DATA_DIR and LOG_DIR to folders that can be written`;
    case "EACCES":
    case "EPERM":
      return `no permission for ${path}; it belongs to another user: run as that user, or set DATA_DIR and LOG_DIR to folders of your own`;
    default:
      return stack ?? message;
  }
}
