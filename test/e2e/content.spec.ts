import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { HELP_GROUPS } from "../../web/features/content/help-articles.ts";
import { takenOver, test } from "./support/test.ts";

const ARTICLES = HELP_GROUPS.flatMap(({ articles }) => articles);

/** Every content page with its heading. */
const PAGES: readonly (readonly [path: string, heading: string])[] = [
  ["/how-it-works", "How it works"],
  ["/trust", "Trust & safety"],
  ["/about", "About us"],
  ["/contact", "Contact"],
  ["/help", "Help"],
  ...ARTICLES.map(({ slug, title }) => [`/help/${slug}`, title] as const),
  ["/legal/terms", "Terms"],
  ["/legal/privacy", "Privacy"],
  ["/legal/cancellation", "Cancellation policy"],
  ["/legal/referrals", "Referral terms"],
  ["/legal/accessibility", "Accessibility"],
];

/** What content pages may link to besides each other. */
const OTHER_PAGES = ["/", "/services", "/docs"];

const inMain = (page: Page) => page.getByRole("main");

test("no two pages have the same title", () => {
  expect(new Set(PAGES.map(([, heading]) => heading)).size).toBe(PAGES.length);
});

for (const [path, heading] of PAGES) {
  test(`${path} is a whole page`, async ({ page, baseURL, isMobile, colorScheme }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    await expect(page).toHaveTitle(`${heading} · iNSTAiNSTRU`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText([heading]);
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", `${baseURL}${path}`);
    const description = await page.locator('meta[name="description"]').getAttribute("content");
    expect(description?.length).toBeGreaterThan(40);
    expect(description?.length).toBeLessThanOrEqual(155);

    const anchors = inMain(page).locator('a[href*="#"]');
    for (const href of await anchors.evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href))) {
      const { pathname, hash } = new URL(href);
      if (pathname === path) await expect(page.locator(hash)).toHaveCount(1);
    }
    const links = await inMain(page)
      .locator("a[href]")
      .evaluateAll((all) => all.map((a) => new URL((a as HTMLAnchorElement).href).pathname));
    const known = [...PAGES.map(([to]) => to), ...OTHER_PAGES];
    expect(links.filter((link) => !known.includes(link))).toEqual([]);

    // Each size in one theme: layout and colors are two questions.
    if (isMobile === (colorScheme === "light")) {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual(
        [],
      );
    }

    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}

test("lines of text hold about 70 characters at most", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/legal/terms");
  const lengths = await page.locator("section > div > p, section > div > ul > li").evaluateAll((blocks) =>
    blocks.flatMap((block) => {
      const lines = new Map<number, number>();
      const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        for (let at = 0; at < (text.textContent ?? "").length; at += 1) {
          const range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          const { bottom } = range.getBoundingClientRect();
          lines.set(Math.round(bottom), (lines.get(Math.round(bottom)) ?? 0) + 1);
        }
      }
      return [...lines.values()];
    }),
  );
  const full = lengths.filter((length) => length > 40);
  const mean = full.reduce((sum, length) => sum + length, 0) / full.length;
  expect(mean).toBeLessThanOrEqual(70);
  expect(Math.max(...full)).toBeLessThanOrEqual(76);
});

for (const [path, anchor] of [
  ["/about", "today"],
  ["/trust", "ranking"],
  ["/trust", "reviews"],
  ["/legal/cancellation", "credit"],
  ["/legal/privacy", "deletion"],
  ["/help/cancel-a-lesson", "instructor"],
  ["/help/reviews-and-tips", "tips"],
]) {
  test(`${path} keeps the anchor ${anchor}, which other pages link to`, async ({ page }) => {
    await page.goto(`${path}#${anchor}`);
    await expect(page.locator(`h2#${anchor}`)).toBeInViewport();
  });
}

test("the table of contents jumps to a heading and moves the focus there", async ({ page }) => {
  await page.goto("/legal/terms");
  await takenOver(page);
  const contents = page.getByRole("navigation", { name: "On this page" });
  const disclosure = contents.getByRole("button");
  if (await disclosure.isVisible()) await disclosure.click();
  await contents.getByRole("link", { name: "Credit" }).click();
  const heading = page.getByRole("heading", { level: 2, name: "Credit" });
  await expect(heading).toBeInViewport();
  await expect(heading).toBeFocused();
  expect(new URL(page.url()).hash).toBe("#credit");
});

test("the cancellation policy says what each time costs", async ({ page }) => {
  await page.goto("/legal/cancellation");
  const costs = page.getByRole("table", { name: /^Lessons of \$120\.00/ });
  for (const [when, cost] of [
    ["Exactly 24 hours before", "$0.00"],
    ["23 hours 59 minutes before", "$14.40"],
    ["Exactly 12 hours before", "$14.40"],
    ["11 hours 59 minutes before", "$74.40"],
  ] as const) {
    const row = costs.getByRole("row").filter({ has: page.getByRole("rowheader", { name: when }) });
    await expect(row.getByRole("cell").last()).toContainText(cost);
  }
  await expect(page.getByText("Draft before launch, not yet reviewed by counsel")).toBeVisible();
});

test("help is filtered in place", async ({ page }) => {
  await page.goto("/help");
  await takenOver(page);
  await page.getByRole("searchbox", { name: "Search help" }).fill("reschedule");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("status")).toHaveText(/^1 article for “reschedule”$/);
  await page.getByRole("link", { name: "Move a lesson to another time" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("help is filtered by its address", async ({ page }) => {
    await page.goto("/help");
    await page.getByRole("searchbox", { name: "Search help" }).fill("How do I cancel?");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL(/\/help\?q=How\+do\+I\+cancel%3F$/);
    await expect(page.getByRole("searchbox")).toHaveValue("How do I cancel?");
    await expect(inMain(page).getByRole("link", { name: "Cancel a lesson" })).toBeVisible();
    await expect(inMain(page).getByRole("link", { name: "Your data" })).toBeHidden();
    await page.getByRole("link", { name: "Show all articles" }).click();
    await expect(inMain(page).getByRole("link", { name: "Your data" })).toBeVisible();
  });

  test("a query that finds nothing says so", async ({ page }) => {
    await page.goto("/help?q=zebra");
    await expect(page.getByText("No article has all of these words.")).toBeVisible();
  });

  test("the table of contents is open and its anchors work", async ({ page }) => {
    await page.goto("/legal/privacy");
    await page
      .getByRole("navigation", { name: "On this page" })
      .getByRole("link", { name: "Delete your account" })
      .click();
    await expect(page.getByRole("heading", { level: 2, name: "Delete your account" })).toBeInViewport();
  });

  test("answers to common questions unfold", async ({ page }) => {
    await page.goto("/how-it-works");
    await page.getByText("Do I need a subscription?").click();
    await expect(page.getByText("Nothing renews by itself")).toBeVisible();
  });
});
