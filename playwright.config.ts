import { existsSync } from "node:fs";
import { defineConfig, devices, type PlaywrightTestConfig } from "@playwright/test";

const SYSTEM_CHROMIUM = "/usr/bin/chromium";
const chromium = process.env["CHROMIUM_PATH"] ?? (existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : undefined);

const SIZES = {
  phone: { ...devices["Pixel 7"], viewport: { width: 375, height: 812 } },
  desktop: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } },
};

/** The guards watch every test alike; proving them once is enough. */
const GUARDS = /guards\.spec/;

/** What does not depend on the pair of size and theme sees each size and each theme once. */
const ONCE_EACH = /(ui-\w+|content|services)\.spec/;
const PAIRS = ["phone-dark", "desktop-light"];

const projects = Object.entries(SIZES).flatMap(([size, use]) =>
  (["light", "dark"] as const).map((colorScheme) => {
    const name = `${size}-${colorScheme}`;
    return {
      name,
      use: { ...use, colorScheme },
      testIgnore: [
        ...(name === "desktop-light" ? [] : [GUARDS]),
        ...(PAIRS.includes(name) ? [] : [ONCE_EACH]),
      ],
    };
  }),
);

export default defineConfig({
  testDir: "test/e2e",
  outputDir: "test-results",
  globalSetup: "./test/e2e/support/global-setup.ts",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 30_000,
  reporter: [["list"]],
  projects,
  use: {
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      ...(chromium && { executablePath: chromium }),
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
} satisfies PlaywrightTestConfig);
