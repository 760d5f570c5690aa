import type { IForbiddenRuleType } from "dependency-cruiser";
import { DRIVERS, FLOORS, ROOTS, SANDBOX_DOOR } from "./floors.ts";

const TEST_FILE = "(^test/|\\.(test|spec)\\.tsx?$|\\.test-support\\.ts$)";
const OURS = `^(${ROOTS.join("|")})/`;

const oneOf = (names: readonly string[]) => `(${names.join("|")})`;
const exactly = (path: string) => `^${path.replaceAll(".", "\\.")}$`;
const error = (name: string, comment: string) => ({ name, comment, severity: "error" }) as const;

/** A rule that code under `from` uses, of all that is ours, only what `allowed` matches. */
function reachesOnly(name: string, comment: string, from: string, allowed: string[]): IForbiddenRuleType {
  return {
    ...error(name, comment),
    from: { path: from, pathNot: TEST_FILE },
    to: { path: OURS, pathNot: allowed },
  };
}

function floorRule(modules: readonly string[], floor: number): IForbiddenRuleType {
  const below = FLOORS.slice(floor + 1).flat();
  return {
    ...error(
      `floor-${modules.join("-")}`,
      `${modules.join(", ")} may use only modules on lower floors: ${below.join(", ")}`,
    ),
    from: { path: `^server/modules/${oneOf(modules)}/` },
    to: {
      path: "^server/modules/",
      pathNot: ["^server/modules/$1/", ...(below.length > 0 ? [`^server/modules/${oneOf(below)}/`] : [])],
    },
  };
}

function driverRule([driver, home]: [string, string]): IForbiddenRuleType {
  return {
    ...error(
      `driver-${driver}`,
      `${driver} is imported in ${home} (and by tests that watch it from outside) only (operations §5.2)`,
    ),
    from: { pathNot: [`^${home}`, "^test/(load|races|start|support)/"] },
    to: { path: `(^|node_modules/)(@types/)?${driver}(/|$)` },
  };
}

const MODULE_RULES: IForbiddenRuleType[] = [
  ...FLOORS.map(floorRule),
  {
    ...error("module-has-a-floor", "a module must be listed in test/architecture/floors.ts"),
    from: { path: "^server/modules/", pathNot: `^server/modules/${oneOf(FLOORS.flat())}/` },
    to: {},
  },
  {
    ...error("module-through-index", "another module is reached through its index.ts"),
    from: { path: "^server/modules/([^/]+)/" },
    to: { path: "^server/modules/", pathNot: ["^server/modules/$1/", "^server/modules/[^/]+/index\\.ts$"] },
  },
  {
    ...error("module-through-index-from-outside", "a module is reached through its index.ts"),
    from: { pathNot: "^server/modules/" },
    to: { path: "^server/modules/", pathNot: "^server/modules/[^/]+/index\\.ts$" },
  },
  reachesOnly(
    "modules-stand-on-platform",
    "a module uses lower modules, platform, ports and common",
    "^server/modules/",
    ["^server/(modules|platform|ports)/", "^common/"],
  ),
];

const GROUND_RULES: IForbiddenRuleType[] = [
  reachesOnly("platform-knows-no-domain", "platform uses platform, ports and common", "^server/platform/", [
    "^server/(platform|ports)/",
    "^common/",
  ]),
  reachesOnly("ports-know-no-domain", "ports use ports, platform and common", "^server/ports/", [
    "^server/(platform|ports)/",
    "^common/",
  ]),
  reachesOnly("common-stands-alone", "common uses nothing of ours", "^common/", ["^common/"]),
  {
    ...error("common-runs-anywhere", "common also runs in the browser: no Node built-ins"),
    from: { path: "^common/", pathNot: TEST_FILE },
    to: { dependencyTypes: ["core"] },
  },
  reachesOnly(
    "sandbox-stands-alone",
    "a stand-in speaks the provider's protocol and knows nothing of the server",
    "^sandbox/",
    ["^(sandbox|common)/"],
  ),
  {
    ...error("sandbox-has-one-door", `only ${SANDBOX_DOOR} may load the sandbox`),
    from: { path: "^(server|web|common)/", pathNot: [exactly(SANDBOX_DOOR), TEST_FILE] },
    to: { path: "^sandbox/" },
  },
  reachesOnly(
    "server-stays-on-the-server",
    "the server uses server, common, the seeds and (through one door) sandbox",
    "^server/",
    ["^(server|common|sandbox)/", "^database/seeds/"],
  ),
  ...Object.entries(DRIVERS).map(driverRule),
];

const WEB_RULES: IForbiddenRuleType[] = [
  reachesOnly(
    "web-never-imports-server",
    "web uses web and common; it talks to the server over HTTP",
    "^web/",
    ["^(web|common)/"],
  ),
  {
    ...error("features-are-islands", "a feature never imports another feature"),
    from: { path: "^web/features/([^/]+)/" },
    to: { path: "^web/features/", pathNot: "^web/features/$1/" },
  },
  {
    ...error("features-below-routes", "routes use features, never the other way round"),
    from: { path: "^web/(features|ui|lib)/" },
    to: { path: "^web/routes/" },
  },
  {
    ...error("ui-and-lib-at-the-bottom", "ui and lib are shared by all features, so they use none"),
    from: { path: "^web/(ui|lib)/" },
    to: { path: "^web/features/" },
  },
];

const HYGIENE_RULES: IForbiddenRuleType[] = [
  {
    ...error("no-cycles", "files never import each other in a circle, types included"),
    from: {},
    to: { circular: true },
  },
  {
    ...error("no-unresolvable", "every import leads somewhere"),
    from: { path: OURS },
    to: { couldNotResolve: true, pathNot: ["\\+types/", "^virtual:"] },
  },
  {
    ...error("no-undeclared-package", "an imported package stands in package.json"),
    from: { path: OURS },
    to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
  },
  {
    ...error("no-tests-in-production", "shipped code never imports tests or their support"),
    from: { path: "^(server|web|common|sandbox)/", pathNot: TEST_FILE },
    to: { path: TEST_FILE, pathNot: "node_modules" },
  },
  {
    ...error("no-dev-dependency-in-production", "what runs in production stands in dependencies"),
    from: { path: "^(server|common)/", pathNot: TEST_FILE },
    to: {
      dependencyTypes: ["npm-dev"],
      dependencyTypesNot: ["type-only"],
      dynamic: false,
      pathNot: "node_modules/@types/",
    },
  },
];

/** Every boundary of the house as dependency-cruiser rules; `.dependency-cruiser.mjs` and the architecture tests share them. */
export const BOUNDARY_RULES: IForbiddenRuleType[] = [
  ...MODULE_RULES,
  ...GROUND_RULES,
  ...WEB_RULES,
  ...HYGIENE_RULES,
];
