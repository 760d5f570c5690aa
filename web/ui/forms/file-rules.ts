export interface FileLimits {
  /** Media types, such as `image/jpeg` or `image/*`. */
  readonly types: readonly string[];
  /** The types in words, for people: "JPEG, PNG or PDF". */
  readonly typeNames: string;
  readonly maxBytes: number;
}

/** Why a file cannot be taken, and what would do instead; null when it can. The server decides again. */
export function whyNot(
  file: { name: string; type: string; size: number },
  limits: FileLimits,
): string | null {
  const { types, typeNames, maxBytes } = limits;
  const fits = types.some((type) =>
    type.endsWith("/*") ? file.type.startsWith(type.slice(0, -1)) : file.type === type,
  );
  if (!fits) return `This is not a kind of file we can take. Choose ${typeNames}.`;
  if (file.size === 0) return "This file is empty. Choose another one.";
  if (file.size > maxBytes) {
    return `This file has ${formatBytes(file.size)}. The most we can take is ${formatBytes(maxBytes)}.`;
  }
  return null;
}

/** "320 KB", "4.5 MB"; decimal units, as phones and desktops show them. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} KB`;
  return `${(Math.round(bytes / 100_000) / 10).toString()} MB`;
}
