import { join } from "node:path";
import { ConfigError } from "#platform/config/config.ts";
import { MigrationError } from "#platform/database/migrate.ts";
import { DatabaseRefused } from "#platform/database/safety/database-refused.ts";
import { processIo } from "#platform/database/safety/process-io.ts";
import { withStartDefaults } from "#platform/database/safety/surroundings.ts";
import { SeedError } from "#platform/database/seed.ts";
import { createProgress } from "#platform/process/progress.ts";
import { createShutdown } from "#platform/process/shutdown.ts";
import { explainFailure } from "#platform/process/start-error.ts";
import { WebBuildError } from "#platform/web-host/build.ts";
import { startSite } from "./start-site.ts";

/** The site as a process: starts it, and ends it in order at a signal, at once at the second, and with a clear line when it cannot go on. */
export async function runSite(): Promise<void> {
  const root = join(import.meta.dirname, "..");
  const progress = createProgress(process.stdout);
  const shutdown = createShutdown({
    onStart: () => progress.line("\n  Stopping … (again to stop at once)"),
    onFailure: (name, error) => progress.line(`  ! ${name} did not stop cleanly: ${explain(error)}`),
    exit: (code) => process.exit(code),
  });
  let failing = false;
  const fail = async (error: unknown): Promise<void> => {
    // Whatever goes wrong in a process that is ending follows from the ending.
    if (failing || shutdown.signal.aborted) return;
    failing = true;
    process.stderr.write(`\nInstaInstru cannot run: ${explain(error)}\n`);
    await shutdown.run();
    process.exit(1);
  };
  process.on("uncaughtException", (error) => void fail(error));
  progress.line(`InstaInstru on Node ${process.versions.node}\n`);
  const start = startSite({
    root,
    io: processIo({ entrypoint: "server", env: withStartDefaults(process.env, process.argv) }),
    progress,
    shutdown,
    dev: process.argv.includes("--dev"),
    onFatal: (error) => void fail(error),
  });
  shutdown.startingUp(start);
  await start.catch(fail);
}

/** These are made for a person; everything else is a defect and comes with its stack. */
function explain(error: unknown): string {
  const kinds = [ConfigError, DatabaseRefused, MigrationError, SeedError, WebBuildError];
  const isForPeople = kinds.some((kind) => error instanceof kind);
  return isForPeople && error instanceof Error ? error.message : explainFailure(error);
}
