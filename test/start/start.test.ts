import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { databaseUrl, isAlive, leftovers, listeningPorts, query, ready, until, useSites } from "./sites.ts";

const sites = useSites();

describe("npm start", () => {
  test("the first start creates everything and says so, the next one goes on with the data", async () => {
    const home = sites.home();
    const first = await sites.start({ home });
    expect(await ready(first)).toEqual({ code: 200, status: "ok", failed: [] });
    for (const line of [
      /✓ database +embedded PostgreSQL, instainstru_stg created/,
      /✓ migrations +\d+ applied, at \d+/,
      /✓ seeds /,
      /✓ web app /,
      /✓ server +roles web and worker/,
      /🟡 \[STG\] instainstru_stg/,
      /Ready +http:\/\/localhost:\d+\/api\/v1\/ready/,
    ]) {
      expect(first.output()).toMatch(line);
    }
    await query(home, "create table kept as select 42 as answer");
    expect(await first.stop()).toBe(0);

    const second = await sites.start({ home });
    expect(second.output()).toMatch(/instainstru_stg resumed/);
    expect(second.output()).toMatch(/up to date, at \d+/);
    expect(await query(home, "select answer from kept")).toEqual([{ answer: 42 }]);
    expect(await second.stop()).toBe(0);
  });

  test("a second start in the same folder is told of the first one, which goes on; another folder runs beside it", async () => {
    const home = await sites.usedHome();
    const first = await sites.start({ home });
    const port = new URL(first.url).port;
    const second = await sites.launch({ home, env: { PORT: port } });
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain(
      `InstaInstru already runs from this folder at ${first.url} (process ${first.pid})`,
    );
    const beside = await sites.start({ home: await sites.usedHome() });
    expect(await ready(beside)).toMatchObject({ code: 200 });
    expect(await ready(first)).toMatchObject({ code: 200 });
    expect(await beside.stop()).toBe(0);
    expect(await ready(first)).toMatchObject({ code: 200 });
  });

  test("a port that is taken is named before anything is created", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const home = sites.home();
    const site = await sites.launch({ home, env: { PORT: String(port) } });
    expect(await site.exited).toBe(1);
    expect(site.output()).toContain(`port ${port} is taken by another program; choose another one: PORT=`);
    expect(site.output()).not.toContain("    at ");
    expect(existsSync(join(home, "data/postgres"))).toBe(false);
    expect(leftovers(home)).toEqual([]);
    other.close();
  });

  test("a setting that cannot be used is named", async () => {
    const site = await sites.launch({ home: sites.home(), env: { PORT: "no" } });
    expect(await site.exited).toBe(1);
    expect(site.output()).toMatch(/cannot run: PORT: /);
    expect(site.output()).not.toContain("    at ");
  });
});

describe("roles apart", () => {
  test("the web role alone is degraded until a worker, which serves no port, joins it", async () => {
    const home = await sites.usedHome();
    const web = await sites.start({ home, env: { ROLES: "web" } });
    expect(await ready(web)).toEqual({ code: 200, status: "degraded", failed: ["worker"] });

    const worker = await sites.launch({
      home: sites.home(),
      env: { ROLES: "worker", STG_DATABASE_URL: databaseUrl(home) },
    });
    await worker.says(/✓ server +roles worker/);
    await until(async () => (await ready(web)).status === "ok");
    expect(worker.output()).not.toContain("http://");
    expect(listeningPorts(worker.pid)).toEqual([]);
    expect(listeningPorts(web.pid)).toEqual([Number(new URL(web.url).port)]);

    worker.signal("SIGTERM");
    expect(await worker.exited).toBe(0);
    expect(isAlive(web.databasePid ?? 0)).toBe(true);
    await until(async () => (await ready(web)).status === "degraded");
  });
});
