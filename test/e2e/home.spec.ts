import { expect } from "@playwright/test";
import { takenOver, test } from "./support/test.ts";

test("home says what this is and that booking is not open", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveTitle("Private lessons in New York · iNSTAiNSTRU");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("You can’t book here yet")).toBeVisible();
});

test("the first Tab offers to skip to the content", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("nothing scrolls sideways, down to 320 px", async ({ page }) => {
  for (const path of ["/", "/?again"]) {
    await page.goto(path);
    const width = page.viewportSize()?.width ?? 0;
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.setViewportSize({ width: 320, height: 640 });
  }
});

test("the colours follow the system", async ({ page, colorScheme }) => {
  await page.goto("/");
  const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(background).toBe(colorScheme === "dark" ? "rgb(20, 16, 31)" : "rgb(255, 255, 255)");
});

test.describe("an address that leads nowhere", () => {
  test.use({ expectedFailures: ["/no-such-page"] });

  test("its way home is taken in the browser, without loading a document", async ({ page }) => {
    await page.goto("/no-such-page");
    await takenOver(page);
    const documents: string[] = [];
    page.on("request", (request) => {
      if (request.isNavigationRequest()) documents.push(request.url());
    });
    await page.getByRole("main").getByRole("link", { name: "Go to the home page" }).click();
    await expect(page.getByRole("heading", { name: "How it will work" })).toBeVisible();
    await expect(page).toHaveTitle("Private lessons in New York · iNSTAiNSTRU");
    expect(documents).toEqual([]);
  });

  test("an unknown address is a 404 with a way home", async ({ page }) => {
    const response = await page.goto("/no-such-page");
    expect(response?.status()).toBe(404);
    await expect(page).toHaveTitle("Page not found · iNSTAiNSTRU");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("We can’t find that page");
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("home is complete", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("region", { name: "How it will work" }).getByRole("listitem")).toHaveCount(3);
    await expect(page.getByRole("link", { name: "More" })).toHaveAttribute("href", "/services#music");
  });
});
