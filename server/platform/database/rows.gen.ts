/** Written by `npm run db -- types` from the migrated database. Do not edit. */
export interface DB {
  environment_marker: { tier: string };
}
