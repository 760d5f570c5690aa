import { sql } from "kysely";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { createBarrier } from "../../../test/support/barrier.ts";
import { useDatabase } from "../../../test/support/database.ts";
import { openDatabase } from "./database.ts";
import { DatabaseUnavailable, isLockTimeout, violatedConstraint } from "./database-errors.ts";
import type { Tx } from "./database.types.ts";
import { assertNotInTransaction } from "./transaction-scope.ts";

const database = useDatabase();

async function table(name: string): Promise<void> {
  await sql`create table ${sql.table(name)} (id int primary key, value int not null default 0)`.execute(
    database().db,
  );
}

async function values(name: string): Promise<number[]> {
  const result = await sql<{ value: number }>`select value from ${sql.table(name)} order by id`.execute(
    database().db,
  );
  return result.rows.map((row) => row.value);
}

describe("values", () => {
  test("instants, dates and 64-bit integers survive a round trip exactly", async () => {
    const instant = Temporal.Instant.from("2026-03-08T06:59:59.123456Z");
    const date = Temporal.PlainDate.from("2026-11-01");
    const { rows } = await sql<{ instant: Temporal.Instant; date: Temporal.PlainDate; count: number }>`
      select ${instant}::timestamptz as instant, ${date}::date as date, ${2n ** 53n - 1n}::int8 as count`.execute(
      database().db,
    );
    expect(rows[0]?.instant.equals(instant)).toBe(true);
    expect(rows[0]?.date.equals(date)).toBe(true);
    expect(rows[0]?.count).toBe(Number.MAX_SAFE_INTEGER);
  });

  test("arrays of instants can be passed", async () => {
    const instants = [
      Temporal.Instant.from("2026-01-01T00:00:00Z"),
      Temporal.Instant.from("2026-01-02T00:00:00Z"),
    ];
    const { rows } = await sql<{ n: number }>`select cardinality(${instants}::timestamptz[]) as n`.execute(
      database().db,
    );
    expect(rows).toEqual([{ n: 2 }]);
  });

  test("an integer that a number cannot hold is an error, not a wrong number", async () => {
    await expect(sql`select 9007199254740993::int8`.execute(database().db)).rejects.toThrow(RangeError);
  });

  test("a repeated statement is prepared once on its connection", async () => {
    const names = await database().transaction(async (tx) => {
      for (const n of [1, 2, 3]) await sql`select ${n}::int as repeated`.execute(tx);
      return await sql<{ calls: number }>`
        select (generic_plans + custom_plans)::int as calls from pg_prepared_statements
        where statement = 'select $1::int as repeated'`.execute(tx);
    });
    expect(names.rows).toEqual([{ calls: 3 }]);
  });
});

describe("transactions", () => {
  test("commit all or nothing", async () => {
    await table("all_or_nothing");
    const work = database().transaction(async (tx) => {
      await sql`insert into all_or_nothing values (1, 1)`.execute(tx);
      throw new Error("stop");
    });
    await expect(work).rejects.toThrow("stop");
    expect(await values("all_or_nothing")).toEqual([]);
  });

  test("nothing goes through a transaction after its end", async () => {
    let leaked: Tx | undefined;
    await database().transaction(async (tx) => {
      leaked = tx;
    });
    await expect(sql`select 1`.execute(leaked as Tx)).rejects.toThrow(/already committed|has ended/);
  });

  test("a caught statement error cannot be committed over", async () => {
    await table("aborted");
    const work = database().transaction(async (tx) => {
      await sql`insert into aborted values (1)`.execute(tx);
      await sql`insert into aborted values (1)`.execute(tx).catch(() => undefined);
    });
    await expect(work).rejects.toThrow();
    expect(await values("aborted")).toEqual([]);
  });

  test("a second connection, another transaction and a network call inside are refused", async () => {
    await database().transaction(async () => {
      await expect(sql`select 1`.execute(database().db)).rejects.toThrow("inside a transaction");
      await expect(database().transaction(async () => undefined)).rejects.toThrow("inside a transaction");
      expect(() => assertNotInTransaction("a call to the payment provider")).toThrow("payment provider");
    });
    expect(() => assertNotInTransaction("a call to the payment provider")).not.toThrow();
  });

  test("effects after commit run once, and not after a roll-back", async () => {
    const seen: string[] = [];
    await database().transaction(async (tx) => {
      database().afterCommit(tx, () => seen.push("committed"));
      expect(seen).toEqual([]);
    });
    const failing = database().transaction(async (tx) => {
      database().afterCommit(tx, () => seen.push("rolled back"));
      throw new Error("stop");
    });
    await expect(failing).rejects.toThrow("stop");
    expect(seen).toEqual(["committed"]);
  });

  test("a deadlock is run again: both transfers happen", async () => {
    await table("deadlock");
    await sql`insert into deadlock values (1), (2)`.execute(database().db);
    const barrier = createBarrier(2);
    let tries = 0;
    const transfer = (from: number, to: number, gate: { arrive(): Promise<void> }) => {
      let first = true;
      return database().transaction(
        async (tx) => {
          tries += 1;
          await sql`update deadlock set value = value - 1 where id = ${from}`.execute(tx);
          if (first) {
            first = false;
            await gate.arrive();
          }
          await sql`update deadlock set value = value + 1 where id = ${to}`.execute(tx);
        },
        { lockTimeoutMs: 10_000 },
      );
    };
    await Promise.all([transfer(1, 2, barrier), transfer(2, 1, barrier)]);
    expect(tries).toBe(3);
    expect(await values("deadlock")).toEqual([0, 0]);
  });

  test("lost updates under serializable isolation are run again: the sum is exact", async () => {
    await table("serial");
    await sql`insert into serial values (1, 0)`.execute(database().db);
    const barrier = createBarrier(2);
    const add = () => {
      let first = true;
      return database().transaction(
        async (tx) => {
          const { rows } = await sql<{ value: number }>`select value from serial where id = 1`.execute(tx);
          if (first) {
            first = false;
            await barrier.arrive();
          }
          await sql`update serial set value = ${(rows[0]?.value ?? 0) + 1} where id = 1`.execute(tx);
        },
        { isolation: "serializable" },
      );
    };
    await Promise.all([add(), add()]);
    expect(await values("serial")).toEqual([2]);
  });

  test("a lock wait ends with its own error", async () => {
    await table("waits");
    await sql`insert into waits values (1)`.execute(database().db);
    await database().transaction(async (tx) => {
      await sql`select 1 from waits where id = 1 for update`.execute(tx);
      const other = new pg.Client({ connectionString: database().connectionString });
      await other.connect();
      await other.query("set lock_timeout = '20ms'");
      const failure = await other
        .query("select 1 from waits where id = 1 for update")
        .catch((error: unknown) => error);
      await other.end();
      expect(isLockTimeout(failure)).toBe(true);
    });
  });

  test("a constraint is known by its name", async () => {
    await table("unique_name");
    await sql`insert into unique_name values (1)`.execute(database().db);
    const failure = await sql`insert into unique_name values (1)`
      .execute(database().db)
      .catch((error: unknown) => error);
    expect(violatedConstraint(failure)).toBe("unique_name_pkey");
    expect(violatedConstraint(new Error("other"))).toBeNull();
  });
});

describe("notifications", () => {
  test("reach every subscriber of the channel, and none after it left", async () => {
    const seen: string[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    const leave = await database().listen("news", (payload) => seen.push(`a:${payload}`));
    const leaveToo = await database().listen("news", (payload) => {
      seen.push(`b:${payload}`);
      if (payload === "two") resolve();
    });
    await database().notify("news", "one");
    await database().notify("news", "two");
    await promise;
    await leave();
    await leaveToo();
    expect(seen.toSorted()).toEqual(["a:one", "a:two", "b:one", "b:two"]);
  });

  test("a killed listener comes back and says that something may be missing", async () => {
    const back = Promise.withResolvers<void>();
    const heard = Promise.withResolvers<string>();
    const leave = await database().listen("again", heard.resolve, back.resolve);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'test listen'
      and datname = current_database()`.execute(database().db);
    await back.promise;
    expect(database().isListening()).toBe(true);
    await database().notify("again", "hello");
    expect(await heard.promise).toBe("hello");
    await leave();
  });
});

describe("when the database is away", () => {
  test("a refused connection is DatabaseUnavailable", async () => {
    const away = openDatabase({ connectionString: "postgres://x:x@127.0.0.1:1/x", applicationName: "away" });
    await expect(sql`select 1`.execute(away.db)).rejects.toThrow(DatabaseUnavailable);
    await away.close();
  });

  test("a full pool is DatabaseUnavailable, not a hang", async () => {
    const small = openDatabase({
      connectionString: database().connectionString,
      applicationName: "small",
      max: 1,
    });
    const release = Promise.withResolvers<void>();
    const holding = Promise.withResolvers<void>();
    const holder = small.transaction(async () => {
      holding.resolve();
      await release.promise;
    });
    await holding.promise;
    await expect(sql`select 1`.execute(small.db)).rejects.toThrow(DatabaseUnavailable);
    release.resolve();
    await holder;
    await small.close();
  });
});
