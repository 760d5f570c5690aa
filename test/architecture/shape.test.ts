import { expect, test } from "vitest";
import { plantTree, REPOSITORY } from "./planted-tree.ts";
import { checkShape } from "./shape.ts";

const MODULE: Readonly<Record<string, string>> = {
  "server/modules/bookings/README.md": "Owns `bookings`.\n",
  "server/modules/bookings/index.ts": "export const createBookings = 1;\n",
  "server/modules/bookings/tables.ts": 'export const tables = ["bookings"] as const;\n',
  "server/modules/bookings/create-booking.ts":
    "// eslint is not disabled here\nexport const createBooking = 1;\n",
  "server/modules/bookings/create-booking.test.ts": "export const q = sql`select 1`;\n",
  "server/modules/bookings/booking.rules.ts": 'export const text = "select a time from the list";\n',
  "server/modules/bookings/booking.repository.ts": "export const q = sql`select 1`;\n",
  "server/platform/rate-limit/postgres-store.ts": "export const q = sql`select 1`;\n",
  "web/routes/public/instructor.$id.tsx": "export default 1;\n",
  "test/support/seen.ts": 'const text = "// @ts-ignore";\nexport const q = [text, sql`select 1`];\n',
};

const PLANTED: Readonly<
  Record<string, readonly [files: Readonly<Record<string, string>>, violation: string]>
> = {
  "a module without a floor": [
    { "server/modules/unlisted/README.md": "", "server/modules/unlisted/index.ts": "" },
    "server/modules/unlisted has no floor: list it in test/architecture/floors.ts",
  ],
  "a module without README": [
    { "server/modules/payments/index.ts": "" },
    "server/modules/payments lacks README.md",
  ],
  "a module without a public face": [
    { "server/modules/payments/README.md": "" },
    "server/modules/payments lacks index.ts",
  ],
  "a file between the modules": [
    { "server/modules/stray.ts": "" },
    "server/modules/stray.ts: modules are folders",
  ],
  "a file that is no use case": [
    { "server/modules/bookings/service.ts": "" },
    "server/modules/bookings/service.ts is neither a part of a module nor a use case named verb-noun.ts",
  ],
  "a README that hides a table": [
    { "server/modules/bookings/README.md": "" },
    "server/modules/bookings/README.md does not say that it owns `bookings`",
  ],
  "SQL in a use case": [
    {
      "server/modules/bookings/cancel-booking.ts": 'export const q = (tx: T) => tx.deleteFrom("bookings");\n',
    },
    "server/modules/bookings/cancel-booking.ts:1 has SQL outside a *.repository.ts",
  ],
  "SQL given to the driver": [
    { "server/app.ts": 'export const q = (c: C) => c.query("select 1");\n' },
    "server/app.ts:1 has SQL outside a *.repository.ts",
  ],
  "SQL on the platform": [
    { "server/platform/cache/epochs.ts": "export const q = sql`select 1`;\n" },
    "server/platform/cache/epochs.ts:1 has SQL outside a *.repository.ts",
  ],
  "a name in camel case": [{ "common/gridCodec.ts": "" }, "common/gridCodec.ts is not named in kebab-case"],
  "a drawer": [
    { "web/lib/utils.ts": "" },
    "web/lib/utils.ts is a drawer for anything: name it for its one idea",
  ],
  "a barrel": [{ "web/ui/index.ts": "" }, "web/ui/index.ts is a barrel file: only a module has an index.ts"],
  "a silenced compiler": [
    { "common/money.ts": "export const a = 1;\n// @ts-ignore\nexport const b = 1;\n" },
    "common/money.ts:3 switches a check off",
  ],
  "a silenced linter": [
    { "common/money.ts": "export const a = 1; // oxlint-disable-line no-console\n" },
    "common/money.ts:1 switches a check off",
  ],
};

test("the house has the shape it promises", () => {
  expect(checkShape(REPOSITORY)).toEqual([]);
});

test("a tree in shape raises nothing", () => {
  expect(checkShape(plantTree(MODULE))).toEqual([]);
});

test.each(Object.entries(PLANTED))("%s is caught", (_name, [files, violation]) => {
  expect(checkShape(plantTree({ ...MODULE, ...files }))).toEqual([violation]);
});
