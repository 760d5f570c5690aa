import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { createBarrier } from "../../../test/support/barrier.ts";
import { useDatabase } from "../../../test/support/database.ts";
import type { Tier } from "../config/config.ts";
import { type Seed, seedDemo, seedSystem } from "./seed.ts";

const database = useDatabase();

beforeEach(async () => {
  await sql`drop table if exists roles`.execute(database().db);
  await sql`create table roles (name text primary key, rank int not null)`.execute(database().db);
  await sql`delete from environment_marker`.execute(database().db);
});

const role = (name: string, rank: number): Seed => ({
  name,
  async run(tx) {
    await sql`insert into roles values (${name}, ${rank})
      on conflict (name) do update set rank = excluded.rank`.execute(tx);
  },
});

const failing: Seed = {
  name: "failing",
  async run(tx) {
    await sql`insert into roles values ('half', 1)`.execute(tx);
    throw new Error("no such service");
  },
};

async function roles(): Promise<unknown[]> {
  const { rows } = await sql<{
    name: string;
    rank: number;
  }>`select name, rank from roles order by name`.execute(database().db);
  return rows.map(({ name, rank }) => [name, rank]);
}

const seed = (...seeds: Seed[]) => seedSystem({ database: database(), seeds });

describe("seedSystem", () => {
  it("runs in the given order and says what it did", async () => {
    const lines: string[] = [];
    const doubled: Seed = {
      name: "doubled",
      async run(tx) {
        await sql`update roles set rank = rank * 2`.execute(tx);
      },
    };
    await seedSystem({
      database: database(),
      seeds: [role("a", 1), doubled, role("b", 1)],
      log: (line) => lines.push(line),
    });
    expect(lines).toEqual(["seeded a", "seeded doubled", "seeded b"]);
    expect(await roles()).toEqual([
      ["a", 2],
      ["b", 1],
    ]);
  });

  it("changes nothing when it runs again and follows a changed value", async () => {
    await seed(role("a", 1));
    await seed(role("a", 1));
    expect(await roles()).toEqual([["a", 1]]);
    await seed(role("a", 5));
    expect(await roles()).toEqual([["a", 5]]);
  });

  it("rolls the failing seed back, keeps those before and stops", async () => {
    await expect(seed(role("a", 1), failing, role("c", 1))).rejects.toThrow("seed failing: no such service");
    expect(await roles()).toEqual([["a", 1]]);
  });

  it("refuses two seeds of one name before anything runs", async () => {
    await expect(seed(role("a", 1), role("a", 2))).rejects.toThrow("two seeds have the same name");
    expect(await roles()).toEqual([]);
  });

  it("lets one process seed at a time", async () => {
    const start = createBarrier(4);
    const absent: Seed = {
      name: "absent",
      async run(tx) {
        const { rows } = await sql`select from roles`.execute(tx);
        if (rows.length === 0) await sql`insert into roles values (${crypto.randomUUID()}, 1)`.execute(tx);
      },
    };
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        await start.arrive();
        await seed(absent);
      }),
    );
    expect(await roles()).toHaveLength(1);
  });
});

describe("seedDemo", () => {
  const mark = (tier: Tier) =>
    sql`insert into environment_marker (tier) values (${tier})`.execute(database().db);
  const demo = (tier: Tier) => seedDemo({ database: database(), tier, seeds: [role("demo", 1)] });

  it.each(["INT", "STG"] as const)("runs on %s", async (tier) => {
    await mark(tier);
    await demo(tier);
    expect(await roles()).toEqual([["demo", 1]]);
  });

  it.each([
    ["PROD", "PROD", "demo data never goes to PROD"],
    ["INT", "PROD", "demo data never goes to PROD"],
    ["PROD", "STG", "asked for STG, the database says PROD"],
    ["INT", "STG", "asked for STG, the database says INT"],
  ] as const)("refuses a database marked %s when asked for %s", async (marker, tier, message) => {
    await mark(marker);
    await expect(demo(tier)).rejects.toThrow(message);
    expect(await roles()).toEqual([]);
  });

  it("refuses a database without a marker", async () => {
    await expect(demo("INT")).rejects.toThrow("the database says nothing");
    expect(await roles()).toEqual([]);
  });
});
