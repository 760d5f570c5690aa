import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type EmbeddedServer, startEmbeddedServer } from "../../server/platform/database/embedded-server.ts";
import { migrate } from "../../server/platform/database/migrate.ts";
import { installJobs } from "../../server/platform/jobs/boss.ts";
import { type Children, manageChildren, type ProfileTarget } from "./children.ts";
import type { PeerSettings } from "./peers/serve.ts";
import { idOf, USERS } from "./users.ts";

const DATABASE = "instainstru_int_bench";

/** What every measurement stands on: a throw-away PostgreSQL with the schema of the product and a table of our own. */
export interface Stage {
  /** Lends children to `work` and ends them afterwards. */
  withChildren<T>(profile: ProfileTarget | null, work: (children: Children) => Promise<T>): Promise<T>;
  close(): Promise<void>;
  /** Ends everything at once, without waiting. */
  abort(): void;
}

/** @throws Error when the database cannot be made; nothing is left behind then. */
export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "instainstru-bench-"));
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  let server: EmbeddedServer | null = null;
  try {
    // PostgreSQL runs as another user when the bench runs as root.
    chmodSync(folder, 0o755);
    server = await startEmbeddedServer({
      dataFolder: join(folder, "postgres"),
      logFile: join(folder, "postgres.log"),
      durable: false,
    });
    const connectionString = await createDatabase(server);
    return setUp(server, { connectionString, logFile: join(folder, "server.log") }, removeFolder);
  } catch (error) {
    await server?.stop();
    removeFolder();
    throw error;
  }
}

function setUp(server: EmbeddedServer, settings: PeerSettings, removeFolder: () => void): Stage {
  let current: Children | null = null;
  return {
    async withChildren(profile, work) {
      const children = manageChildren(settings, profile);
      current = children;
      try {
        return await work(children);
      } finally {
        await children.stop();
      }
    },
    async close() {
      await current?.stop();
      await server.stop();
      removeFolder();
    },
    abort() {
      current?.kill();
      process.kill(server.pid, "SIGQUIT");
      removeFolder();
    },
  };
}

async function createDatabase(server: EmbeddedServer): Promise<string> {
  const connectionString = server.connectionString(DATABASE);
  await execute(server.connectionString("postgres"), `CREATE DATABASE ${DATABASE}`);
  await migrate({ connectionString });
  await installJobs(connectionString);
  await fillMembers(connectionString);
  return connectionString;
}

async function fillMembers(connectionString: string): Promise<void> {
  await execute(
    connectionString,
    `CREATE TABLE bench_members (
       id text PRIMARY KEY, display_name text NOT NULL, email_verified boolean NOT NULL,
       lessons_taken integer NOT NULL, created_at timestamptz NOT NULL
     )`,
  );
  const ids = Array.from({ length: USERS }, (_, user) => idOf(user));
  await execute(
    connectionString,
    `INSERT INTO bench_members
       SELECT id, 'Member ' || n, true, n % 50, '2026-01-01T00:00:00Z'::timestamptz + n * interval '1 minute'
       FROM unnest($1::text[]) WITH ORDINALITY AS member (id, n)`,
    [ids],
  );
  await execute(connectionString, "VACUUM ANALYZE bench_members");
}

async function execute(connectionString: string, text: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(text, values);
  } finally {
    await client.end();
  }
}
