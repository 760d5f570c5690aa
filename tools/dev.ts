import { spawn } from "node:child_process";

/** `npm run dev`: restarts the server when its sources change; the web app reloads itself inside the running server. */
const child = spawn(
  process.execPath,
  ["--watch-path=server", "--watch-path=common", "--watch-preserve-output", "server/main.ts", "--dev"],
  { stdio: "inherit" },
);

// The terminal sends Ctrl-C to the whole group; only a signal to this process alone has to be handed on.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("exit", (code) => process.exit(code ?? 0));
