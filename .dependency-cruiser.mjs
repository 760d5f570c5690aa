import { BOUNDARY_RULES } from "./test/architecture/boundaries.ts";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: BOUNDARY_RULES,
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|\\.react-router)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
