/** How many people the load pretends to be. Few enough for the limiter's memory, so many that none of them is near a limit. */
export const USERS = 20_000;

/** The address of one of them, as the proxy in front would report it. */
export function addressOf(user: number): string {
  return `10.${user >> 16}.${(user >> 8) & 255}.${user & 255}`;
}

/** The id of one of them: a ULID, also the bearer token and the primary key of the row they read. */
export function idOf(user: number): string {
  return `01BENCH${String(user).padStart(19, "0")}`;
}
