import type { Config } from "@react-router/dev/config";

export default {
  appDirectory: "web",
  // `ensureWebBuild` builds into a folder of its own and moves it into place when it is complete.
  buildDirectory: process.env["WEB_BUILD_DIR"] ?? "build/manual",
} satisfies Config;
