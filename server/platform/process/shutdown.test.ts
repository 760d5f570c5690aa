import { describe, expect, test, vi } from "vitest";
import { createShutdown, type ShutdownOptions } from "./shutdown.ts";

const silent: ShutdownOptions = {
  onStart: () => undefined,
  onFailure: () => undefined,
  exit: () => undefined,
};

describe("stopping (signals and exit codes: test/start)", () => {
  test("the last part stops first, and a part that fails does not keep the others running", async () => {
    const stopped: string[] = [];
    const onFailure = vi.fn<ShutdownOptions["onFailure"]>();
    const shutdown = createShutdown({ ...silent, onFailure });
    shutdown.add("database", () => void stopped.push("database"));
    shutdown.add("jobs", () => Promise.reject(new Error("stuck")));
    shutdown.add("requests", async () => void stopped.push("requests"));
    await shutdown.run();
    expect(stopped).toEqual(["requests", "database"]);
    expect(onFailure).toHaveBeenCalledExactlyOnceWith("jobs", new Error("stuck"));
  });

  test("runs once, however often it is asked", async () => {
    const stop = vi.fn<() => void>();
    const shutdown = createShutdown(silent);
    shutdown.add("database", stop);
    await Promise.all([shutdown.run(), shutdown.run()]);
    expect(stop).toHaveBeenCalledOnce();
  });

  test("a start under way is told to give up, and what it still brings up is stopped too", async () => {
    const stop = vi.fn<() => void>();
    const shutdown = createShutdown(silent);
    const start = new Promise<void>((_resolve, reject) => {
      shutdown.signal.addEventListener("abort", () => {
        shutdown.add("late", stop);
        reject(new Error("given up"));
      });
    });
    shutdown.startingUp(start);
    await shutdown.run();
    expect(stop).toHaveBeenCalledOnce();
  });
});
