import { createDbCli } from "#platform/database/safety/create-db-cli.ts";
import { processIo } from "#platform/database/safety/process-io.ts";
import { dbVerbs } from "./db-verbs.ts";

process.exitCode = await createDbCli(dbVerbs)(processIo({ entrypoint: "script" }), process.stdout);
