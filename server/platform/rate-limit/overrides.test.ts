import { sql } from "kysely";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { useDatabase } from "../../../test/support/database.ts";
import { createFakeClock, type FakeClock } from "../../../test/support/fake-clock.ts";
import { Problem } from "../http/problem.ts";
import { createIdFactory } from "../ids/ids.ts";
import type { Override } from "./override.rules.ts";
import { createOverrides, type NewOverride, type Overrides } from "./overrides.ts";

const database = useDatabase();
let clock: FakeClock;

beforeEach(async () => {
  clock = createFakeClock();
  await sql`delete from rate_limit_overrides`.execute(database().db);
});

function createSubject(onLoaded?: (active: readonly Override[]) => void, allowOff = true): Overrides {
  return createOverrides({
    database: database(),
    clock,
    ids: createIdFactory(clock),
    allowOff,
    ...(onLoaded && { onLoaded }),
  });
}

function slowDown(changes: Partial<NewOverride> = {}): NewOverride {
  return {
    match: "bucket",
    target: "read",
    method: null,
    ratePerMin: 6,
    burst: 1,
    mode: null,
    reason: "incident",
    createdBy: "01J8Z3K4M5N6P7Q8R9S0T1V2W3",
    expiresAt: clock.now().add({ hours: 1 }),
    ...changes,
  };
}

test("a created override is listed, in force until it ends, and gone when deleted", async () => {
  const overrides = createSubject();
  const created = await overrides.create(
    database().db,
    slowDown({ match: "route", target: "/api/v1/x/{id}" }),
  );
  expect(created.target).toBe("/api/v1/x/:id");
  expect(overrides.active()).toEqual([]);
  await overrides.reload();
  expect(overrides.active()).toEqual([created]);
  clock.advance({ minutes: 60 });
  expect(overrides.active()).toEqual([]);
  expect(await overrides.list(database().db)).toEqual([]);
  await overrides.delete(database().db, created.id);
  await expect(overrides.delete(database().db, created.id)).rejects.toMatchObject({
    status: 404,
    code: "not_found",
  });
});

test("another process takes a change over when it is committed, and its end as well", async () => {
  let loaded = Promise.withResolvers<readonly Override[]>();
  const other = createSubject((active) => loaded.resolve(active));
  await other.start();
  try {
    const writer = createSubject();
    for (const change of [
      () => database().transaction((tx) => writer.create(tx, slowDown())),
      async () => writer.delete(database().db, (await writer.list(database().db))[0]?.id ?? ""),
    ]) {
      await loaded.promise;
      loaded = Promise.withResolvers();
      await change();
      expect(await loaded.promise).toEqual(await writer.list(database().db));
      expect(other.active()).toEqual(await writer.list(database().db));
    }
  } finally {
    await other.stop();
  }
});

test("a reload that fails in the background is reported and leaves the known overrides in force", async () => {
  const failure = Promise.withResolvers<unknown>();
  let notify = (): void => undefined;
  let isDown = false;
  const real = database();
  const overrides = createOverrides({
    database: {
      ...real,
      get db() {
        if (isDown) throw new Error("no connection");
        return real.db;
      },
      async listen(_channel, onNotify) {
        notify = () => onNotify("");
        return async () => undefined;
      },
    },
    clock,
    ids: createIdFactory(clock),
    allowOff: true,
    onError: failure.resolve,
  });
  const created = await overrides.create(real.db, slowDown());
  await overrides.start();
  isDown = true;
  notify();
  expect(await failure.promise).toMatchObject({ message: "no connection" });
  expect(overrides.active()).toEqual([created]);
  await overrides.stop();
});

test("it also looks every 30 s", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  try {
    let loads = 0;
    let loaded = Promise.withResolvers<void>();
    const overrides = createSubject(() => {
      loads += 1;
      loaded.resolve();
    });
    await overrides.start();
    loaded = Promise.withResolvers();
    vi.advanceTimersByTime(30_000);
    await loaded.promise;
    expect(loads).toBe(2);
    await overrides.stop();
  } finally {
    vi.useRealTimers();
  }
});

describe("refused", () => {
  test.each<[string, Partial<NewOverride>, pointer: string]>([
    ["an unknown bucket", { target: "reads" }, "/target"],
    ["a route without its slash", { match: "route", target: "api/v1" }, "/target"],
    ["a rate without a burst", { burst: null }, "/burst"],
    ["no change at all", { ratePerMin: null, burst: null }, "/rate_per_min"],
    ["an end in the past", { expiresAt: Temporal.Instant.from("2020-01-01T00:00Z") }, "/expires_at"],
  ])("%s", async (_name, changes, pointer) => {
    const refused = createSubject().create(database().db, slowDown(changes));
    await expect(refused).rejects.toMatchObject({ status: 422, errors: [{ pointer }] });
  });

  test("off in production, where a row written by hand has no effect either", async () => {
    const production = createSubject(undefined, false);
    await expect(production.create(database().db, slowDown({ mode: "off" }))).rejects.toBeInstanceOf(Problem);
    await createSubject().create(database().db, slowDown({ mode: "off" }));
    await production.reload();
    expect(production.active()).toEqual([]);
  });

  test("by the table what gets past the code", async () => {
    const unchecked = createSubject().create(database().db, slowDown({ reason: "" }));
    await expect(unchecked).rejects.toMatchObject({ constraint: "rate_limit_overrides_reason_check" });
  });
});
