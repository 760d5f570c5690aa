import { expect, test } from "vitest";
import { createFakeClock } from "../../../test/support/fake-clock.ts";
import { countingLoad, freshNamespace, heldLoad, useCaches } from "./cache.test-support.ts";

const caches = useCaches(() => null);

/** The real database with a LISTEN connection that the test takes away and gives back. */
function losableListener() {
  let listening = true;
  let reconnected: (() => void) | undefined;
  const database = caches.database("first");
  return {
    database: {
      ...database,
      isListening: () => listening,
      listen(channel: string, onNotify: (payload: string) => void, onReconnect?: () => void) {
        reconnected = onReconnect;
        return database.listen(channel, onNotify, onReconnect);
      },
    },
    lose() {
      listening = false;
    },
    comeBack() {
      listening = true;
      reconnected?.();
    },
  };
}

test("while the connection is lost nothing is believed for more than 30 s", async () => {
  const clock = createFakeClock();
  const listener = losableListener();
  const cache = await caches.open("first", { clock, database: listener.database });
  const namespace = freshNamespace();
  const { load } = countingLoad();
  const read = async () => (await cache.get(namespace, ["a"], load)).version;
  expect(await read()).toBe("v1");
  listener.lose();
  clock.advance({ milliseconds: 29_999 });
  expect(await read()).toBe("v1");
  clock.advance({ milliseconds: 1 });
  expect(await read()).toBe("v2");
  clock.advance({ milliseconds: 29_999 });
  expect(await read()).toBe("v2");
  clock.advance({ milliseconds: 1 });
  expect(await read()).toBe("v3");
});

test("when the connection is lost, what is already older than 30 s is believed no more", async () => {
  const clock = createFakeClock();
  const listener = losableListener();
  const cache = await caches.open("first", { clock, database: listener.database });
  const namespace = freshNamespace();
  const { load } = countingLoad();
  await cache.get(namespace, ["a"], load);
  clock.advance({ seconds: 90 });
  listener.lose();
  expect(await cache.get(namespace, ["a"], load)).toEqual({ version: "v2" });
});

test("when the connection comes back everything is dropped, loads under way included", async () => {
  const listener = losableListener();
  const cache = await caches.open("first", { database: listener.database });
  const namespace = freshNamespace();
  await cache.get(namespace, ["kept"], () => Promise.resolve("old"));
  listener.lose();
  const early = heldLoad("old");
  const running = cache.get(namespace, ["running"], early.load);
  await early.began;
  listener.comeBack();
  early.release();
  await running;
  expect(cache.stats().local.entries).toBe(0);
  for (const id of ["kept", "running"]) {
    expect(await cache.get(namespace, [id], () => Promise.resolve("new"))).toBe("new");
  }
});

test("the local store stays within its bytes and drops what was used least recently", async () => {
  const cache = await caches.open("first", { maxBytes: 100_000 });
  const namespace = freshNamespace();
  const { load, calls } = countingLoad();
  await cache.get(namespace, ["used"], load);
  for (let id = 0; id < 50; id++) {
    await cache.get(namespace, [id], () => Promise.resolve("x".repeat(5_000)));
    await cache.get(namespace, ["used"], load);
  }
  const { local } = cache.stats();
  expect(local.bytes).toBeLessThanOrEqual(100_000);
  expect(local.entries).toBeGreaterThan(5);
  expect(local.evictions).toBe(51 - local.entries);
  expect(calls()).toBe(1);
});
