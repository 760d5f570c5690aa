import { test as base, expect, type Page } from "@playwright/test";

interface Guards {
  /** Paths whose failed loading is what the tests are about: `test.use({ expectedFailures: ["/gone"] })`. */
  readonly expectedFailures: readonly string[];
  /** Everything that went wrong in the browser so far. */
  readonly faults: string[];
}

/**
 * Playwright's `test` on the running site. Whatever a browser complains about fails the test: an uncaught error, a
 * console error (hydration mismatches are), a breach of the content policy, a request to another origin.
 */
export const test = base.extend<Guards>({
  baseURL: process.env["SITE_URL"],
  expectedFailures: [[], { option: true }],
  faults: [
    async ({ page, baseURL, expectedFailures }, use) => {
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
      page.on("console", (message) => {
        const about = message.location().url;
        if (message.type() !== "error" || expectedFailures.includes(new URL(about, baseURL).pathname)) return;
        faults.push(`console: ${message.text()} (${about})`);
      });
      page.on("request", (request) => {
        const { origin, protocol } = new URL(request.url());
        if (protocol.startsWith("http") && origin !== baseURL)
          faults.push(`outside request: ${request.url()}`);
      });
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

/** Waits until React has taken the page over; before that a click on a link is an ordinary page load. */
export async function takenOver(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const key = Object.keys(document).find((name) => name.startsWith("__reactContainer$"));
    const root: unknown = key && Reflect.get(document, key);
    const isDehydrated = (
      root as { stateNode?: { current?: { memoizedState?: { isDehydrated?: boolean } } } }
    )?.stateNode?.current?.memoizedState?.isDehydrated;
    return isDehydrated === false;
  });
  // Regions are taken over one by one after the root, each in a task of its own; the browser is idle when the last is done.
  await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())));
}
