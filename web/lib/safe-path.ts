const HERE = "http://here.invalid";

/** A `next`-style value as a path of our own site; whatever could lead elsewhere becomes "/" (operations §3). */
export function safePath(next: unknown): string {
  if (typeof next !== "string" || !/^\/(?![/\\])/.test(next) || !URL.canParse(next, HERE)) return "/";
  const { origin, pathname, search, hash } = new URL(next, HERE);
  return origin === HERE && !pathname.startsWith("//") ? pathname + search + hash : "/";
}
