import { createHmac } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { readDatabasePid } from "../support/start-site.ts";
import { databaseUrl, isAlive, leftovers, query, ready, until, untilGone, useSites } from "./sites.ts";

const sites = useSites();
const SECRET = "a secret of forty characters for signing";

/** A signed call that reads `rate_limit_overrides`, so that a lock on that table holds it for as long as a test likes. */
function callThatReadsOverrides(url: string): Promise<Response> {
  const timestamp = String(Math.floor(performance.timeOrigin / 1000 + performance.now() / 1000));
  const signature = createHmac("sha256", SECRET).update(`${timestamp}.`).digest("hex");
  return fetch(`${url}/api/v1/internal/config/reload`, {
    method: "POST",
    headers: { "x-internal-timestamp": timestamp, "x-internal-signature": signature },
  });
}

/** Starts a request that stays in flight until `release`. */
async function holdRequest(home: string, url: string) {
  const client = new pg.Client({ connectionString: databaseUrl(home) });
  // The server may be ended while this is connected: that is what some tests are about.
  client.on("error", () => undefined);
  await client.connect();
  await client.query("begin");
  await client.query("lock table rate_limit_overrides in access exclusive mode");
  const reply = callThatReadsOverrides(url);
  await until(async () => {
    const { rows } = await client.query("select 1 from pg_stat_activity where wait_event_type = 'Lock'");
    return rows.length > 0;
  });
  return {
    reply,
    release: async () => {
      await client.query("commit");
      await client.end();
    },
  };
}

describe("stopping", () => {
  test("SIGTERM lets the request in flight finish, then everything is gone", async () => {
    const home = await sites.usedHome();
    const site = await sites.start({ home, env: { INTERNAL_HMAC_SECRET: SECRET } });
    const held = await holdRequest(home, site.url);
    site.signal("SIGTERM");
    await site.says(/Stopping/);
    await until(() =>
      fetch(`${site.url}/api/v1/health`).then(
        () => false,
        () => true,
      ),
    );
    expect(isAlive(site.databasePid ?? 0)).toBe(true);
    await held.release();
    const reply = await held.reply;
    expect(reply.status).toBe(200);
    expect(reply.headers.get("connection")).toBe("close");
    expect(await site.exited).toBe(0);
    expect(isAlive(site.databasePid ?? 0)).toBe(false);
    expect(leftovers(home)).toEqual([]);
    expect(site.output()).not.toContain("did not stop cleanly");
  });

  test("SIGINT at once followed by its echo from npm is one Ctrl-C, and so is SIGHUP of a closed terminal", async () => {
    const home = await sites.usedHome();
    for (const signal of ["SIGINT", "SIGHUP"] as const) {
      const site = await sites.start({ home });
      site.signal(signal);
      site.signal(signal);
      expect(await site.exited).toBe(0);
      expect(isAlive(site.databasePid ?? 0)).toBe(false);
      expect(leftovers(home)).toEqual([]);
    }
  });

  test("the second Ctrl-C ends everything at once, and what was written is there at the next start", async () => {
    const home = await sites.usedHome();
    const site = await sites.start({ home, env: { INTERNAL_HMAC_SECRET: SECRET } });
    await query(home, "create table kept as select 1 as one");
    const held = await holdRequest(home, site.url);
    const lost = held.reply.catch(() => "lost");
    site.signal("SIGINT");
    await site.says(/Stopping/);
    await until(() => {
      site.signal("SIGINT");
      return !isAlive(site.pid);
    });
    expect(await site.exited).toBe(130);
    expect(await lost).toBe("lost");
    await untilGone(site.databasePid ?? 0);
    const next = await sites.start({ home });
    expect(await query(home, "select one from kept")).toEqual([{ one: 1 }]);
    expect(await next.stop()).toBe(0);
  });
});

describe("a signal while it starts", () => {
  test("while the database is being created: nothing is left of it, and the next start is a first start", async () => {
    const home = sites.home();
    const site = await sites.launch({ home });
    await site.says(/creating the database folder/);
    site.signal("SIGINT");
    expect(await site.exited).toBe(0);
    expect(existsSync(join(home, "data/postgres"))).toBe(false);
    expect(readdirSync(join(home, "data")).filter((name) => name.includes("unfinished"))).toEqual([]);
    expect(site.output()).not.toContain("cannot run");
    const next = await sites.start({ home });
    expect(next.output()).toMatch(/instainstru_stg created/);
  });

  test.each([
    ["the database server starts", /\[STG\] database/],
    ["the schema is brought up to date", /✓ database/],
    ["the roles start", /✓ web app/],
  ])("while %s: nothing keeps running", async (_when, moment) => {
    const home = await sites.usedHome();
    const site = await sites.launch({ home });
    await site.says(moment);
    const seen = readDatabasePid(home);
    site.signal("SIGTERM");
    expect(await site.exited).toBe(0);
    expect(site.output()).not.toContain("cannot run");
    if (seen) expect(isAlive(seen)).toBe(false);
    expect(leftovers(home)).toEqual([]);
    const next = await sites.start({ home });
    expect(await ready(next)).toMatchObject({ code: 200 });
  });
});
