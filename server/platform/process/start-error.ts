/** Something a person can put right stops the start; the message says what and how, in one or two lines. */
export class StartError extends Error {
  override name = "StartError";
}

/** The clear line for a start that failed, for errors we know and for those we do not (then with where it happened). */
export function explainFailure(error: unknown): string {
  if (error instanceof StartError) return error.message;
  const { code, path, message, stack } = error as NodeJS.ErrnoException;
  switch (code) {
    case "ENOSPC":
      return "the disk is full; free some space and start again";
    case "EDQUOT":
      return "the disk quota is used up; free some space and start again";
    case "EROFS":
      return `${path ?? "the folder"} is on a read-only file system; set DATA_DIR to a folder that can be written`;
    case "EACCES":
    case "EPERM":
      return `no permission for ${path ?? "a file"}; it belongs to another user: run as that user, or set DATA_DIR to a folder of your own`;
    default:
      return error instanceof Error ? (stack ?? message) : String(error);
  }
}
