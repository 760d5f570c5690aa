import { expect, type Locator, type Page } from "@playwright/test";
import { takenOver, test } from "./support/test.ts";

async function open(page: Page, section: "show" | "overlay" | "map"): Promise<void> {
  await page.goto(`/dev/ui?section=${section}`);
  await takenOver(page);
}

async function isFocusInside(dialog: Locator): Promise<boolean> {
  return dialog.evaluate((element) => element.contains(document.activeElement));
}

test.describe("dialog", () => {
  test("keeps the focus, locks the page, and gives the focus back on Esc", async ({ page }) => {
    await open(page, "overlay");
    const opener = page.getByRole("button", { name: "Open dialog" });
    await opener.click();
    const dialog = page.getByRole("dialog", { name: "Rename this address" });
    await expect(dialog.getByRole("heading")).toBeFocused();
    await expect(page.locator("html")).toHaveCSS("overflow", "hidden");
    for (let presses = 0; presses < 8; presses++) {
      await page.keyboard.press("Tab");
      // Between the last and the first stop the browser itself may hold the focus; the page behind never does.
      const outside = await page.evaluate(() => document.activeElement === document.body);
      expect(outside || (await isFocusInside(dialog))).toBe(true);
    }
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
    await expect(page.locator("html")).toHaveCSS("overflow", "visible");
  });

  test("closes by its button and by the scrim, and its content goes with it", async ({ page }) => {
    await open(page, "overlay");
    const dialog = page.getByRole("dialog", { name: "Rename this address" });
    await page.getByRole("button", { name: "Open dialog" }).click();
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByLabel("Name", { exact: true })).toHaveCount(0);
    await page.getByRole("button", { name: "Open dialog" }).click();
    await expect(dialog).toBeVisible();
    await page.mouse.click(4, 4);
    await expect(dialog).toBeHidden();
  });

  test("a sheet stands on the bottom edge of a phone and in the middle of a desktop", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page, "overlay");
    await page.getByRole("button", { name: "Open sheet" }).click();
    const box = await page.getByRole("dialog", { name: "Filters" }).boundingBox();
    const size = page.viewportSize();
    expect(box && size).toBeTruthy();
    const gap = (size?.height ?? 0) - ((box?.y ?? 0) + (box?.height ?? 0));
    if ((size?.width ?? 0) < 768) expect(gap).toBeLessThan(1);
    else expect(Math.abs(gap - (box?.y ?? 0))).toBeLessThan(2);
  });

  test("long content scrolls between a title and buttons that stay in view", async ({ page }) => {
    await open(page, "overlay");
    await page.getByRole("button", { name: "Open long dialog" }).click();
    const dialog = page.getByRole("dialog", { name: "Consent" });
    await expect(dialog.getByRole("heading", { name: "Consent" })).toBeInViewport();
    await expect(dialog.getByRole("button", { name: "Accept" })).toBeInViewport();
    await dialog.getByText("Paragraph 14.").scrollIntoViewIfNeeded();
    await expect(dialog.getByRole("heading", { name: "Consent" })).toBeInViewport();
  });
});

test("a confirmation begins on the answer that changes nothing", async ({ page }) => {
  await open(page, "overlay");
  await page.getByRole("button", { name: "Cancel lesson" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Cancel this lesson?" });
  await expect(dialog.getByRole("button", { name: "Keep it" })).toBeFocused();
  await dialog.getByRole("button", { name: "Cancel lesson" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Lesson cancelled")).toBeVisible();
});

test("what cannot be undone needs its word, and forgets it when left", async ({ page }) => {
  await open(page, "overlay");
  const opener = page.getByRole("button", { name: "Delete account" });
  await opener.click();
  const dialog = page.getByRole("alertdialog", { name: "Delete your account?" });
  const confirm = dialog.getByRole("button", { name: "Delete account" });
  const word = dialog.getByRole("textbox");
  await expect(confirm).toBeDisabled();
  await word.fill("delet");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeVisible();
  await word.fill(" DELETE ");
  await expect(confirm).toBeEnabled();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await opener.click();
  await expect(word).toHaveValue("");
  await word.fill("delete");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Account deleted")).toBeVisible();
});

test.describe("menu", () => {
  test("arrows, Home, End and typing move; Enter chooses and the focus returns", async ({ page }) => {
    await open(page, "overlay");
    const trigger = page.getByRole("button", { name: "More about this lesson" });
    const item = (name: string) => page.getByRole("menuitem", { name });
    await trigger.focus();
    await page.keyboard.press("ArrowDown");
    await expect(item("Reschedule")).toBeFocused();
    await expect(trigger).toHaveAttribute("aria-expanded", "true");
    await page.keyboard.press("ArrowDown");
    await expect(item("Message")).toBeFocused();
    await page.keyboard.press("End");
    await expect(item("Cancel lesson")).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(item("Reschedule")).toBeFocused();
    await page.keyboard.type("rep");
    await expect(item("Report a problem")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByText("Nothing chosen yet")).toBeVisible();
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Chosen: reschedule")).toBeVisible();
    await expect(trigger).toBeFocused();
    await expect(trigger).toHaveAttribute("aria-expanded", "false");
  });

  test("Esc closes it and gives the focus back; the up arrow opens it at its end", async ({ page }) => {
    await open(page, "overlay");
    const trigger = page.getByRole("button", { name: "More about this lesson" });
    await trigger.focus();
    await page.keyboard.press("ArrowUp");
    await expect(page.getByRole("menuitem", { name: "Cancel lesson" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("menu")).toBeHidden();
    await expect(trigger).toBeFocused();
  });
});

test("a popover opens beside its button and Esc gives the focus back", async ({ page }) => {
  await open(page, "overlay");
  const trigger = page.getByRole("button", { name: "What is booking protection?" });
  await trigger.click();
  const popover = page.getByRole("dialog", { name: "About the fee" });
  await expect(popover).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Escape");
  await expect(popover).toBeHidden();
  await expect(trigger).toBeFocused();
});

test("a tooltip shows on keyboard focus, and Esc puts it away", async ({ page }) => {
  await open(page, "overlay");
  await page.getByRole("button", { name: "What is booking protection?" }).focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Archive" })).toHaveAccessibleDescription(/inbox/);
  await expect(page.getByRole("tooltip")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("tooltip")).toBeHidden();
});

test("category tabs are one stop; arrows and End select and the panel follows", async ({ page }) => {
  await open(page, "show");
  const tabs = page.getByRole("tablist", { name: "Categories" });
  await tabs.getByRole("tab", { name: "Music" }).click();
  await page.keyboard.press("ArrowRight");
  await expect(tabs.getByRole("tab", { name: "Tutoring" })).toBeFocused();
  await expect(tabs.getByRole("tab", { name: "Tutoring" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("End");
  await expect(tabs.getByRole("tab", { name: "Hidden Gems" })).toBeInViewport();
  await expect(page.getByRole("tabpanel", { name: /Hidden Gems/ })).toContainText("More in Hidden Gems");
  await page.keyboard.press("ArrowRight");
  await expect(tabs.getByRole("tab", { name: "Music" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(
    page.getByRole("tabpanel", { name: /Music/ }).getByRole("link", { name: "Piano" }),
  ).toBeFocused();
});

test("a table says how it is sorted and announces a new order", async ({ page }) => {
  await open(page, "show");
  const table = page.getByRole("table", { name: "Lessons, Apr 29 to May 6" });
  const first = () => table.getByRole("row").nth(1);
  await expect(first()).toContainText("Wed, May 6");
  await table.getByRole("button", { name: "Price" }).click();
  await expect(table.getByRole("columnheader", { name: "Price" })).toHaveAttribute("aria-sort", "ascending");
  await expect(table.getByRole("columnheader", { name: "Date" })).toHaveAttribute("aria-sort", "none");
  await expect(page.getByText("Sorted by Price, ascending")).toBeAttached();
  await table.getByRole("button", { name: "Price" }).click();
  await expect(first()).toContainText("$135.00");
  await expect(first().getByRole("rowheader")).toHaveText("Thu, Apr 30");
});

test("stars are radio buttons with words", async ({ page }) => {
  await open(page, "show");
  const group = page.getByRole("group", { name: "How was the lesson?" }).first();
  await group.getByRole("radio", { name: "3 of 5, Good" }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await expect(group.getByRole("radio", { name: "4 of 5, Very good" })).toBeChecked();
  await expect(group.getByText("Very good", { exact: true })).toBeVisible();
});

test("a card leads to the profile, its starts to the time, and they do not cover each other", async ({
  page,
}) => {
  await open(page, "show");
  const card = page.getByRole("article").filter({ hasText: "Kids 5–12" }).first();
  for (const link of [
    card.getByRole("link", { name: "Sarah C." }),
    card.getByRole("link", { name: "Sat, May 9, 10:00 AM" }),
  ]) {
    await link.click({ trial: true });
  }
  await card.getByRole("button", { name: /favorites/ }).click();
  await expect(card.getByRole("button", { name: /favorites/ })).toHaveAttribute("aria-pressed", "true");
});

test.describe("city map", () => {
  const scaleOf = (map: Locator) =>
    map
      .locator("svg > g")
      .first()
      .evaluate((group) => Number(/scale\(([\d.]+)/.exec(group.getAttribute("transform") ?? "")?.[1]));

  test("buttons and keys zoom, arrows move, 0 returns", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page, "map");
    const map = page.getByRole("application", { name: "Where the instructors are" });
    const start = await scaleOf(map);
    await map.getByRole("button", { name: "Zoom in", exact: true }).click();
    expect(await scaleOf(map)).toBeGreaterThan(start);
    await map.getByRole("button", { name: "Zoom out" }).click();
    expect(await scaleOf(map)).toBeCloseTo(start, 6);
    await map.focus();
    await page.keyboard.press("+");
    expect(await scaleOf(map)).toBeGreaterThan(start);
    const before = await map.locator("svg > g").first().getAttribute("transform");
    await page.keyboard.press("ArrowRight");
    expect(await map.locator("svg > g").first().getAttribute("transform")).not.toBe(before);
    await page.keyboard.press("0");
    expect(await scaleOf(map)).toBeCloseTo(start, 6);
  });

  test("the wheel zooms where it points", async ({ page }) => {
    await open(page, "map");
    const map = page.getByRole("application", { name: "Where the instructors are" });
    await map.scrollIntoViewIfNeeded();
    const start = await scaleOf(map);
    await map.hover();
    await page.mouse.wheel(0, -300);
    await expect.poll(() => scaleOf(map)).toBeGreaterThan(start);
  });

  test("a cluster opens into its pins", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page, "map");
    const map = page.getByRole("application", { name: "Where the instructors are" });
    const pins = map.getByRole("link");
    const before = await pins.count();
    await map.getByRole("button", { name: "3 close together, zoom in" }).focus();
    await page.keyboard.press("Enter");
    await expect(map.getByRole("button", { name: "3 close together, zoom in" })).toHaveCount(0);
    expect(await pins.count()).toBeGreaterThan(before);
  });

  test("neighborhoods are chosen on the map and in the list alike", async ({ page }) => {
    await open(page, "map");
    const map = page.getByRole("application", { name: "Neighborhoods" });
    const list = page.locator("details").filter({ hasText: "Choose neighborhoods from a list" });
    await list.locator("summary").click();
    await expect(list.getByRole("checkbox", { name: "Chelsea" })).toBeChecked();
    await list.getByRole("checkbox", { name: "Chelsea" }).uncheck();
    await page.mouse.move(0, 0);
    await expect(map.locator('[data-area="nyc-manhattan-chelsea"]')).toHaveClass(/fill-map-land/);
    await map.locator('[data-area="nyc-manhattan-chelsea"]').click();
    await expect(list.getByRole("checkbox", { name: "Chelsea" })).toBeChecked();
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("the map is drawn, with its pins as links", async ({ page }) => {
      await page.goto("/dev/ui?section=map");
      const map = page.getByRole("group", { name: "Where the instructors are" });
      await expect(map.locator("path[data-area]").first()).toBeVisible();
      await expect(map.getByRole("link").first()).toBeVisible();
      await expect(map.getByRole("button", { name: "Zoom in", exact: true })).toHaveCount(0);
    });
  });
});

for (const section of ["show", "overlay", "map"]) {
  test(`nothing in ${section} scrolls sideways, down to 320 px`, async ({ page }) => {
    for (const width of [page.viewportSize()?.width ?? 0, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`/dev/ui?section=${section}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}
