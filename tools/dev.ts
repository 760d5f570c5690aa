import { spawn } from "node:child_process";

/** `npm run dev`: restarts the server when its sources change; the web app reloads itself inside the running server. */
const child = spawn(
  process.execPath,
  ["--watch-path=server", "--watch-path=common", "--watch-preserve-output", "server/main.ts", "--dev"],
  // Unbundled modules come one by one, more than any visitor asks for: counted, not refused.
  { stdio: "inherit", env: { RATE_LIMIT_MODE: "shadow", ...process.env } },
);

// The terminal sends Ctrl-C to the whole group; only a signal to this process alone has to be handed on.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("exit", (code) => process.exit(code ?? 0));
