import { noNetworkInTransaction } from "./no-network-in-transaction.ts";
import { noProcessEnv } from "./no-process-env.ts";
import { noRawApiPath } from "./no-raw-api-path.ts";
import { noReexport } from "./no-reexport.ts";
import { noUnsafeSql } from "./no-unsafe-sql.ts";

/** The rules of the house that no ready-made linter rule covers; `.oxlintrc.json` says where each applies. */
export default {
  meta: { name: "house" },
  rules: {
    "no-network-in-transaction": noNetworkInTransaction,
    "no-process-env": noProcessEnv,
    "no-raw-api-path": noRawApiPath,
    "no-reexport": noReexport,
    "no-unsafe-sql": noUnsafeSql,
  },
};
