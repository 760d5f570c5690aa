import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { manageChildren } from "./child-processes.ts";

const READY_WITHIN_MS = 180_000;
const STOPPED_WITHIN_MS = 30_000;

/** A port that was free a moment ago. */
function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address ? found(address.port) : failed(new Error("no port")),
      );
    });
  });
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}

/** Starts the production build on a free port with data of its own, waits for `/api/v1/ready`, and stops it again. */
async function main(): Promise<string | null> {
  const port = await freePort();
  const home = mkdtempSync(join(tmpdir(), "start-check-"));
  const children = manageChildren();
  const started = performance.now();
  const server = { exited: false };
  const ended = children
    .run(["node", "server/main.ts"], {
      env: {
        NODE_ENV: "production",
        HOST: "127.0.0.1",
        PORT: String(port),
        DATA_DIR: join(home, "data"),
        LOG_DIR: join(home, "logs"),
      },
    })
    .finally(() => (server.exited = true));

  const url = `http://127.0.0.1:${port}/api/v1/ready`;
  let ready = false;
  while (!ready && !server.exited && !children.stopped && performance.now() - started < READY_WITHIN_MS) {
    ready = await isReady(url);
    if (!ready) await pause(200);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  children.stop();
  const outcome = await Promise.race([ended, pause(STOPPED_WITHIN_MS, null, { ref: false })]);
  if (outcome === null) {
    children.stop();
    await ended;
  }
  rmSync(home, { recursive: true, force: true });
  if (!ready) return `${url} did not answer 200 within ${seconds} s`;
  if (outcome === null) return `the server did not stop within ${STOPPED_WITHIN_MS / 1000} s of the signal`;
  if (outcome.exitCode !== 0) {
    return `the server ended with ${outcome.exitCode ?? "a signal"} after it was asked to stop`;
  }
  process.stdout.write(`${url} answered after ${seconds} s; stopped cleanly\n`);
  return null;
}

const problem = await main();
if (problem !== null) {
  process.stderr.write(`start check: ${problem}\n`);
  process.exitCode = 1;
}
