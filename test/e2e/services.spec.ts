import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { takenOver, test } from "./support/test.ts";

const SERVICE_LINK = /^\/services\/[^/]+\/[^/]+$/;

async function servicePaths(page: Page): Promise<string[]> {
  const paths = await page
    .getByRole("main")
    .locator("a[href]")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  return [...new Set(paths.filter((path) => SERVICE_LINK.test(path)))];
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("all 383 services are links in the page", async ({ page }) => {
    await page.goto("/services");
    expect(await servicePaths(page)).toHaveLength(383);
  });

  test("the search of the home page filters the catalog", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("searchbox").fill("ukulele");
    await page.getByRole("searchbox").press("Enter");
    await expect(page).toHaveURL(/\/services\?q=ukulele$/);
    expect(await servicePaths(page)).toEqual(["/services/music/ukulele"]);
  });
});

test("all services: slash, filter, count, nothing found, no second request", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/")) asked.push(request.url());
  });
  await page.goto("/services");
  await takenOver(page);
  await expect(page.getByText("No instructors are live yet")).toHaveCount(1);
  await page.keyboard.press("/");
  const box = page.getByRole("searchbox", { name: "Filter every category" });
  await expect(box).toBeFocused();
  await page.keyboard.type("ukulele");
  await expect(page.getByRole("main").getByRole("status")).toHaveText("1 service for “ukulele”");
  expect(await servicePaths(page)).toEqual(["/services/music/ukulele"]);
  await box.fill("zzzz");
  await page.getByRole("link", { name: "Show all services" }).click();
  await expect(box).toHaveValue("");
  await expect.poll(async () => (await servicePaths(page)).length).toBe(383);
  expect(asked).toEqual([]);
});

for (const path of ["/", "/services", "/services/kids", "/services/music/piano"]) {
  test(`${path} has no accessibility faults and fits`, async ({ page }) => {
    await page.goto(path);
    const width = page.viewportSize()?.width ?? 0;
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual(
      [],
    );
  });
}

test("home: arrows choose a category, its pills follow", async ({ page }) => {
  await page.goto("/");
  await takenOver(page);
  const tabs = page.getByRole("tablist", { name: "Categories" }).getByRole("tab");
  await expect(tabs).toHaveCount(7);
  await tabs.first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(tabs.nth(1)).toBeFocused();
  await expect(tabs.nth(1)).toHaveAttribute("aria-selected", "true");
  const more = page.getByRole("tabpanel").getByRole("link", { name: "More" });
  await expect(more).toHaveAttribute("href", "/services#tutoring");
});

test("a service page says what is known and is kept out of search engines", async ({ page, baseURL }) => {
  const response = await page.goto("/services/arts/piano");
  expect(response?.request().redirectedFrom()).not.toBeNull();
  await expect(page).toHaveURL(`${baseURL}/services/music/piano`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Piano");
  await expect(page.getByText("No one teaches this here yet")).toBeVisible();
  await expect(page.getByText("Lesson lengths")).toBeVisible();
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex, follow");
  await expect(page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link")).toHaveText([
    "All services",
    "Music",
  ]);
});

test("robots and sitemap name absolute addresses of pages to list", async ({ request, baseURL }) => {
  expect(await (await request.get("/robots.txt")).text()).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
  const map = await (await request.get("/sitemap.xml")).text();
  expect(map).toContain(`<loc>${baseURL}/services/music</loc>`);
  expect(map).not.toContain("/services/music/piano");
});

test.describe("what is not in the catalog", () => {
  const gone = ["/services/music/no-such-thing", "/services/no-such-category", "/services/music/No_Slug"];
  test.use({ expectedFailures: gone });

  for (const path of gone) {
    test(`${path} is a 404 with ways on`, async ({ page }) => {
      const response = await page.goto(path);
      expect(response?.status()).toBe(404);
      await expect(page.getByRole("main").getByRole("link", { name: "Hidden Gems" })).toBeVisible();
    });
  }
});
