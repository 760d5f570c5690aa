import type { DatabaseFacts } from "./database-facts.ts";
import type { ResolvedDatabase } from "./decide-database.ts";

export interface DatabaseStatus extends DatabaseFacts {
  readonly applied: readonly string[];
  readonly pending: readonly string[];
}

const LARGEST_SHOWN = 10;

/** The lines of `npm run db -- status`. */
export function formatStatus(database: ResolvedDatabase, status: DatabaseStatus): readonly string[] {
  const { marker, pending, applied, tables } = status;
  const largest = tables.slice(0, LARGEST_SHOWN);
  const width = Math.max(0, ...largest.map(({ name }) => name.length));
  return [
    `tier        ${database.tier}`,
    `database    ${database.maskedUrl}`,
    `server      PostgreSQL ${status.serverVersion}`,
    `marker      ${marker ?? "none"}`,
    `migrations  ${applied.length} applied, ${pending.length} pending`,
    ...pending.map((name) => `  pending   ${name}`),
    `size        ${formatBytes(status.databaseBytes)} in ${tables.length} tables`,
    ...largest.map(
      ({ name, bytes, estimatedRows }) =>
        `  ${name.padEnd(width)}  ${formatBytes(bytes)}, about ${estimatedRows} rows`,
    ),
  ];
}

function formatBytes(bytes: number): string {
  const mebibytes = bytes / 1024 ** 2;
  return mebibytes >= 1 ? `${mebibytes.toFixed(1)} MiB` : `${(bytes / 1024).toFixed(0)} KiB`;
}
