import { expect, type Page } from "@playwright/test";
import { takenOver, test } from "./support/test.ts";

const CATEGORIES = ["Music", "Tutoring", "Sports & Fitness", "Languages", "Arts", "Kids", "Hidden Gems"];

/** Paths of the API that the browser itself asks from now on. */
function watchApi(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/api/")) asked.push(pathname);
  });
  return asked;
}

const rootTheme = (page: Page) => page.locator("html").getAttribute("data-theme");
const background = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test("what the server has read is in the page, and the browser does not ask again", async ({ page }) => {
  const asked = watchApi(page);
  const response = await page.goto("/dev/shell");
  expect(await response?.text()).toContain("Hidden Gems");
  await takenOver(page);
  await expect(page.getByRole("list", { name: "Categories" }).getByRole("listitem")).toHaveText(CATEGORIES);
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual([]);
});

test("a page reached in the browser brings its data along too", async ({ page }) => {
  await page.goto("/offline");
  await takenOver(page);
  const asked = watchApi(page);
  await page.evaluate(() => {
    history.pushState(null, "", "/dev/shell");
    dispatchEvent(new PopStateEvent("popstate"));
  });
  await expect(page.getByRole("list", { name: "Categories" }).getByRole("listitem")).toHaveText(CATEGORIES);
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual([]);
});

test.describe("with the theme cookie", () => {
  test("the first HTML has the theme, whatever the system says", async ({
    page,
    context,
    baseURL,
    colorScheme,
  }) => {
    const theme = colorScheme === "dark" ? "light" : "dark";
    await context.addCookies([{ name: "theme", value: theme, url: baseURL ?? "" }]);
    const response = await page.goto("/");
    expect(await response?.text()).toContain(`data-theme="${theme}"`);
    expect(await background(page)).toBe(theme === "dark" ? "rgb(20, 16, 31)" : "rgb(255, 255, 255)");
  });

  test("the choice shows at once, stays over a reload, and can be taken back", async ({
    page,
    colorScheme,
  }) => {
    await page.goto("/");
    await takenOver(page);
    const other = colorScheme === "dark" ? "Light" : "Dark";
    await page.getByRole("button", { name: other, exact: true }).click();
    expect(await rootTheme(page)).toBe(other.toLowerCase());
    await page.reload();
    expect(await rootTheme(page)).toBe(other.toLowerCase());
    await takenOver(page);
    await page.getByRole("button", { name: "System", exact: true }).click();
    await page.reload();
    expect(await rootTheme(page)).toBeNull();
  });
});

test.describe("a theme chosen on an error page", () => {
  test.use({ expectedFailures: ["/no-such-page"] });

  test("stays on the way out of it", async ({ page, colorScheme }) => {
    await page.goto("/no-such-page");
    await takenOver(page);
    const other = colorScheme === "dark" ? "Light" : "Dark";
    await page.getByRole("button", { name: other, exact: true }).click();
    await page.getByRole("main").getByRole("link", { name: "Go to the home page" }).click();
    await expect(page).toHaveTitle(/^(?!Page not found)/);
    expect(await rootTheme(page)).toBe(other.toLowerCase());
  });
});

test.describe("a region that failed", () => {
  test("says what, why and the support code, and the rest of the page stands", async ({ page }) => {
    await page.goto("/dev/shell");
    const panel = page.getByRole("alert").filter({ hasText: "We couldn’t show that category" });
    await expect(panel).toContainText(/Support code [0-9A-Z]{26}/);
    await expect(page.getByRole("list", { name: "Categories" })).toBeVisible();
  });

  test.describe("tried again", () => {
    test.use({ expectedFailures: ["/api/v1/catalog/categories/no-such-category"] });

    test("asks once more, and only for itself", async ({ page }) => {
      await page.goto("/dev/shell");
      await takenOver(page);
      const asked = watchApi(page);
      await page.getByRole("button", { name: "Try again" }).click();
      await expect.poll(() => asked).toEqual(["/api/v1/catalog/categories/no-such-category"]);
      await expect(page.getByRole("alert").filter({ hasText: "that category" })).toBeVisible();
    });
  });
});

test.describe("a page that failed", () => {
  test.use({ expectedFailures: ["/dev/shell", "/no-such-page", "/dev/shell.data"] });

  for (const [fail, status, heading] of [
    ["403", 403, "You don’t have access to this page"],
    ["404", 404, "We can’t find that page"],
    ["500", 500, "Something went wrong on our side"],
    ["defect", 500, "Something went wrong on our side"],
  ] as const) {
    test(`${fail}: the status, a heading and a way on`, async ({ page }) => {
      const response = await page.goto(`/dev/shell?fail=${fail}`);
      expect(response?.status()).toBe(status);
      await takenOver(page);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
      await expect(page.getByRole("main").getByRole("link", { name: "Go to the home page" })).toBeVisible();
      if (status === 500) {
        const code = response?.headers()["x-request-id"] ?? "";
        expect(code).not.toBe("");
        await expect(page.getByText(`Support code ${code}`)).toBeVisible();
      }
    });
  }

  test("reached in the browser it looks the same", async ({ page }) => {
    await page.goto("/dev/shell");
    await takenOver(page);
    await page.getByRole("link", { name: "Fail with 500" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Something went wrong on our side");
    await expect(page.getByText(/Support code [0-9A-Z]{26}/)).toBeVisible();
  });

  test("a defect says nothing about itself", async ({ page }) => {
    const response = await page.goto("/dev/shell?fail=defect");
    expect(await response?.text()).not.toContain("asked for at");
  });
});

test.describe("a change of page", () => {
  test.use({ expectedFailures: ["/no-such-page"] });

  test("moves the focus to the heading and reads the title out", async ({ page }) => {
    await page.goto("/no-such-page");
    await takenOver(page);
    await page.getByRole("main").getByRole("link", { name: "Go to the home page" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(page.locator("[aria-live=polite]", { hasText: "iNSTAiNSTRU" })).toHaveText(
      await page.title(),
    );
    await expect(page).not.toHaveTitle(/not found/);
  });
});

test("offline, a banner says so until the connection is back", async ({ page, context }) => {
  await page.goto("/");
  await takenOver(page);
  const banner = page.getByText("You’re offline.", { exact: false });
  await expect(banner).toHaveCount(0);
  await context.setOffline(true);
  await expect(banner).toBeVisible();
  await context.setOffline(false);
  await expect(banner).toHaveCount(0);
});

test("/offline stands by itself", async ({ page }) => {
  await page.goto("/offline");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You’re offline");
});

test("a message can be undone, and waits while it is read", async ({ page }) => {
  await page.goto("/dev/shell");
  await takenOver(page);
  await page.getByRole("button", { name: "Archive conversation" }).click();
  await expect(page.getByText("Conversation archived")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Conversation archived")).toHaveCount(0);
  await expect(page.getByText("Put back")).toBeVisible();
});

test.describe("the phone’s menu", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto("/");
    test.skip((page.viewportSize()?.width ?? 0) >= 768, "wide screens show the links themselves");
    await takenOver(page);
  });

  test("opens and closes by keyboard and gives the focus back", async ({ page }) => {
    const opener = page.getByRole("button", { name: "Menu" });
    await opener.focus();
    await page.keyboard.press("Enter");
    const menu = page.getByRole("dialog", { name: "Menu" });
    await expect(menu).toBeVisible();
    await expect(menu.locator(":focus")).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(menu).toBeHidden();
    await expect(opener).toBeFocused();
  });

  test("a chosen page closes it", async ({ page }) => {
    await page.getByRole("button", { name: "Menu" }).click();
    const link = page.getByRole("dialog").getByRole("link").first();
    const href = await link.getAttribute("href");
    await link.click();
    await expect(page).toHaveURL(href ?? "");
    await expect(page.getByRole("dialog", { name: "Menu" })).toBeHidden();
  });
});

test("tokens reach the letters: Geist is there before the page is shown as complete", async ({ page }) => {
  await page.goto("/");
  expect(
    await page.evaluate(() => document.fonts.ready.then(() => document.fonts.check("600 16px Geist"))),
  ).toBe(true);
});

test("with larger letters and spacing nothing is cut or scrolls sideways", async ({ page }) => {
  await page.goto("/dev/shell");
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      ":root { font-size: 200% } * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }",
    );
    document.adoptedStyleSheets = [sheet];
  });
  const width = page.viewportSize()?.width ?? 0;
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, expectedFailures: ["/no-such-page"] });

  test("the page, its data and its failures are readable", async ({ page }) => {
    await page.goto("/dev/shell");
    await expect(page.getByRole("list", { name: "Categories" }).getByRole("listitem")).toHaveText(CATEGORIES);
    await expect(page.getByText("We couldn’t show that category")).toBeVisible();
  });

  test("the theme is a form that comes back to the same page", async ({ page }) => {
    await page.goto("/dev/shell?a=1");
    await page.getByRole("button", { name: "Dark", exact: true }).click();
    await expect(page).toHaveURL("/dev/shell?a=1");
    expect(await rootTheme(page)).toBe("dark");
  });

  test("an unknown address has a way on", async ({ page }) => {
    await page.goto("/no-such-page");
    await page.getByRole("main").getByRole("link", { name: "Go to the home page" }).click();
    await expect(page).toHaveURL("/");
  });
});
