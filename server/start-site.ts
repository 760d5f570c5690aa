import { join, resolve } from "node:path";
import { type Config, loadConfig } from "#platform/config/config.ts";
import { openDatabase } from "#platform/database/database.ts";
import { ensureDatabase, ownEmbeddedServer } from "#platform/database/embedded-place.ts";
import { migrationStatus } from "#platform/database/migrate.ts";
import { assertDatabaseTier } from "#platform/database/prepare-database.ts";
import type { EmbeddedPlace, ResolvedDatabase, UrlPlace } from "#platform/database/safety/decide-database.ts";
import type { DoorIo } from "#platform/database/safety/door.types.ts";
import { resolveDatabase } from "#platform/database/safety/resolve-database.ts";
import { TIER_FACTS } from "#platform/database/safety/tiers.ts";
import { seedDemo, seedSystem } from "#platform/database/seed.ts";
import { acquireOwnerLock, type OwnerLock } from "#platform/process/owner-lock.ts";
import { assertPortIsFree } from "#platform/process/port.ts";
import type { Progress } from "#platform/process/progress.ts";
import type { Shutdown } from "#platform/process/shutdown.ts";
import { StartError } from "#platform/process/start-error.ts";
import { ensureWebBuild } from "#platform/web-host/build.ts";
import { createDevWebHost } from "#platform/web-host/dev-web-host.ts";
import { createWebHost } from "#platform/web-host/web-host.ts";
import { demoSeeds } from "../database/seeds/demo.ts";
import { systemSeeds } from "../database/seeds/system.ts";
import type { WebPlugin } from "./app.ts";
import { prepareSchema } from "./prepare-schema.ts";
import { startApp } from "./start-app.ts";

export interface StartSiteOptions {
  /** The checkout. */
  readonly root: string;
  readonly io: DoorIo;
  readonly progress: Progress;
  readonly shutdown: Shutdown;
  /** Serve the web app from its sources with hot reload. */
  readonly dev: boolean;
  /** Called when the process cannot go on because its database is gone for good. */
  readonly onFatal: (error: unknown) => void;
}

interface Start extends StartSiteOptions {
  readonly resolved: ResolvedDatabase;
  readonly config: Config;
}

interface ClaimedPlace extends EmbeddedPlace {
  readonly lock: OwnerLock;
}

/**
 * Everything between the command and a site that answers: the door to the database, migrations, seeds, the web build, the roles.
 * Each part is registered with `shutdown` as soon as it runs, so that a start that fails half-way leaves nothing behind.
 * @throws StartError, ConfigError, DatabaseRefused, MigrationError, SeedError, WebBuildError, each with a line for a person
 */
export async function startSite(options: StartSiteOptions): Promise<void> {
  const { io, progress, shutdown } = options;
  const resolved = await resolveDatabase("write", io);
  const config = inCheckout(loadConfig(io.env, resolved.tier), options.root);
  const start: Start = { ...options, resolved, config };
  const serves = config.roles.includes("web");

  const place = claimPlace(start);
  if (serves) await assertPortIsFree(config.host, config.port);
  shutdown.signal.throwIfAborted();
  const { connectionString } = await progress.step("database", (say) => openPlace(start, place, say));
  shutdown.signal.throwIfAborted();
  await progress.step("migrations", () => bringSchema(start, connectionString));
  shutdown.signal.throwIfAborted();
  await progress.step("seeds", () => writeSeeds(start, connectionString));
  shutdown.signal.throwIfAborted();
  const web = serves ? await progress.step("web app", (say) => prepareWeb(start, say)) : null;
  shutdown.signal.throwIfAborted();
  const { url } = await progress.step("server", async () => {
    const app = await startApp({
      config,
      connectionString,
      web: web?.plugin ?? null,
      logFile: logFile(config),
      shutdown,
    });
    return { ...app, remark: `roles ${config.roles.join(" and ")}` };
  });
  if (url && place.kind === "embedded") place.lock.publish({ url });
  announce(start, url);
}

/** Folders are meant from the checkout, wherever the command was given. */
function inCheckout(config: Config, root: string): Config {
  return { ...config, dataDir: resolve(root, config.dataDir), logDir: resolve(root, config.logDir) };
}

/** First of all, so that a second start in the same folder hears of the first one and not of its port. */
function claimPlace({ resolved, config, shutdown }: Start): UrlPlace | ClaimedPlace {
  if (resolved.place.kind === "url") return resolved.place;
  const lock = acquireOwnerLock(config.dataDir);
  shutdown.add("data folder", lock.release, lock.release);
  return { ...resolved.place, lock };
}

async function openPlace(
  { resolved, config, shutdown, onFatal, progress }: Start,
  place: UrlPlace | ClaimedPlace,
  say: (detail: string) => void,
): Promise<{ connectionString: string; remark: string }> {
  if (place.kind === "url") {
    return { connectionString: place.url.reveal(), remark: resolved.maskedUrl };
  }
  const server = await ownEmbeddedServer({
    dataDir: config.dataDir,
    logDir: config.logDir,
    lock: place.lock,
    onProgress: say,
    signal: shutdown.signal,
    onCrash: (failure) => {
      if (failure) onFatal(failure);
      else progress.line("  ! the database server died and was started again");
    },
  });
  shutdown.add("database", server.close, server.kill);
  const state = await ensureDatabase(server, place.name);
  return {
    connectionString: server.connectionString(place.name),
    remark: `embedded PostgreSQL, ${place.name} ${state === "created" ? "created" : "resumed"}`,
  };
}

async function bringSchema({ resolved, io }: Start, connectionString: string): Promise<{ remark: string }> {
  if (resolved.tier === "PROD") {
    await assertDatabaseTier({ connectionString, resolved, io });
    const { state, version, pending } = await migrationStatus({ connectionString });
    if (state === "pending") {
      throw new StartError(
        `PROD is at migration ${version} and ${pending.length} are pending; run: npm run db -- migrate`,
      );
    }
    return { remark: `at ${version}` };
  }
  const forMigration = await resolveDatabase("migrate", io);
  const { applied, version } = await prepareSchema({ connectionString, resolved: forMigration, io });
  return { remark: `${applied.length > 0 ? `${applied.length} applied` : "up to date"}, at ${version}` };
}

/** PROD gets its system data with its migrations, and never demo data (operations §5.2). */
async function writeSeeds(
  { resolved: { tier } }: Start,
  connectionString: string,
): Promise<{ remark: string }> {
  if (tier === "PROD") return { remark: "left as they are" };
  const database = openDatabase({
    connectionString,
    applicationName: "instainstru seeds",
    max: 1,
    statementTimeoutMs: 120_000,
  });
  try {
    await seedSystem({ database, seeds: systemSeeds });
    await seedDemo({ database, seeds: demoSeeds, tier });
  } finally {
    await database.close();
  }
  return { remark: `${systemSeeds.length} system, ${demoSeeds.length} demo` };
}

async function prepareWeb(
  { root, io, dev, shutdown: { signal } }: Start,
  say: (detail: string) => void,
): Promise<{ plugin: WebPlugin; remark: string }> {
  if (dev) return { plugin: createDevWebHost({ root }), remark: "from its sources, with hot reload" };
  try {
    const build = await ensureWebBuild({ root, log: say, environment: io.env, signal });
    return {
      plugin: createWebHost({ buildDirectory: build.directory }),
      remark: build.built ? "built" : "up to date",
    };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EACCES" && code !== "EROFS") throw error;
    throw new StartError(
      `the web app has to be built and ${join(root, "build")} cannot be written; start once as the owner of the checkout, or use a copy of your own`,
    );
  }
}

function announce({ resolved, config, progress }: Start, url: string | null): void {
  const lines = [`  ${TIER_FACTS[resolved.tier].sign} [${resolved.tier}] ${resolved.databaseName}`];
  if (url) {
    lines.push(
      `  Site          ${url}`,
      `  API           ${url}/docs and ${url}/redoc`,
      `  Ready         ${url}/api/v1/ready`,
    );
    if (resolved.tier !== "PROD") {
      lines.push(`  Metrics       ${url}/api/v1/metrics/prometheus`, `  Components    ${url}/dev/ui`);
      lines.push("  Demo accounts none yet: there is no sign-in");
    }
  }
  lines.push(`  Logs          ${logFile(config) ?? "standard output"}`, "  Stop          Ctrl-C");
  progress.line(`\n${lines.join("\n")}\n`);
}

/** In production the platform collects standard output; elsewhere the terminal stays readable. */
function logFile(config: Config): string | null {
  return config.tier === "PROD" ? null : join(config.logDir, "server.log");
}
