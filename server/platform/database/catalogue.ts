import pg from "pg";

/** Reads rows of one catalogue query. */
export type CatalogueQuery = <Row extends pg.QueryResultRow>(sql: string) => Promise<readonly Row[]>;

/** SQL condition: the namespace `n` holds objects of ours, so neither the system's nor pg-boss's. */
export const OUR_SCHEMA = String.raw`n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'pgboss')`;

/** SQL condition: the object does not belong to an extension. */
export const notFromExtension = (catalogue: string, oid: string): string =>
  `not exists (select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = ${oid} and d.deptype = 'e')`;

/**
 * Runs `work` in one read-only snapshot whose settings make the catalogue functions print the same text everywhere: names of schema
 * public without prefix, UTC, ISO dates.
 */
export async function readCatalogue<T>(
  connectionString: string,
  work: (query: CatalogueQuery) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString,
    application_name: "instainstru-catalogue",
    options:
      "-c search_path=public -c timezone=UTC -c datestyle=ISO -c intervalstyle=postgres -c quote_all_identifiers=off",
  });
  client.on("error", () => undefined); // the query in flight fails too, and that is reported
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    return await work(
      async <Row extends pg.QueryResultRow>(sql: string) => (await client.query<Row>(sql)).rows,
    );
  } finally {
    await client.end();
  }
}
