import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { takenOver, test } from "./support/test.ts";

async function open(page: Page, section: string): Promise<void> {
  await page.goto(`/dev/ui?section=${section}`);
  await takenOver(page);
}

const day = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("nothing scrolls sideways, down to 320 px", async ({ page }) => {
  for (const section of ["actions", "forms", "time"]) {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, section);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
});

for (const section of ["actions", "forms", "time"]) {
  test(`axe finds nothing wrong with ${section}`, async ({ page }) => {
    // Spinners that turn without end keep the page from settling.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page, section);
    const { violations } = await new AxeBuilder({ page }).include("main").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}

test("right to left, everything stays on the page", async ({ page }) => {
  for (const section of ["actions", "forms", "time"]) {
    await open(page, section);
    await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
    const [content, view] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(content).toBe(view);
  }
});

test.describe("actions", () => {
  test.beforeEach(({ page }) => open(page, "actions"));

  test("a busy button keeps its width and focus, shows its verb and ignores presses", async ({ page }) => {
    const button = page.getByRole("button", { name: "Save changes" });
    const before = await button.boundingBox();
    await button.focus();
    await page.keyboard.press("Enter");
    const busy = page.locator("button:focus");
    await expect(busy.getByText("Saving…")).toBeVisible();
    await expect(busy).toHaveAttribute("aria-busy", "true");
    expect((await busy.boundingBox())?.width).toBe(before?.width);
    await page.keyboard.press("Enter");
    await expect(busy.getByText("Saving…")).toBeVisible();
    await page.getByRole("button", { name: "End saving" }).click();
    await expect(page.getByRole("button", { name: "Save changes" })).toHaveAttribute("type", "button");
  });

  test("arrows choose a segment", async ({ page }) => {
    await page.getByRole("radio", { name: "60 min" }).first().focus();
    await page.keyboard.press("ArrowLeft");
    await expect(page.getByRole("radio", { name: "45 min" }).first()).toBeChecked();
  });

  test("a favorite keeps its name and changes its state", async ({ page }) => {
    const heart = page.getByRole("button", { name: "Keep Sarah C. in favorites" }).first();
    await expect(heart).toHaveAttribute("aria-pressed", "true");
    await heart.press("Space");
    await expect(heart).toHaveAttribute("aria-pressed", "false");
  });
});

test.describe("sharing", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("without a share sheet the link is copied and that is said", async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, "canShare", { value: undefined }));
    await open(page, "actions");
    await page.getByRole("button", { name: "Share" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Link copied" })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("https://example.com/");
  });
});

test.describe("forms", () => {
  test.beforeEach(({ page }) => open(page, "forms"));

  test("money is typed in dollars and handed over in cents", async ({ page }) => {
    const price = page.getByLabel("Price per hour").first();
    await price.fill("$1,250.5");
    await expect(page.getByText("125050 cents")).toBeVisible();
    await price.blur();
    await expect(price).toHaveValue("1250.50");
    await price.fill("ninety");
    await expect(page.getByText("Enter an amount in dollars")).toBeHidden();
    await price.blur();
    await expect(price).toHaveAccessibleDescription(/Enter an amount in dollars/);
    await expect(price).toHaveValue("ninety");
    await expect(page.getByText("No amount", { exact: true })).toBeVisible();
    await price.fill("");
    await expect(price).not.toHaveAttribute("aria-invalid");
  });

  test("a phone number is formatted while typing and can be taken back", async ({ page }) => {
    const phone = page.getByLabel("Phone", { exact: true });
    await phone.pressSequentially("2125550123");
    await expect(phone).toHaveValue("(212) 555-0123");
    await expect(page.getByText("+12125550123")).toBeVisible();
    for (let i = 0; i < 14; i++) await page.keyboard.press("Backspace");
    await expect(phone).toHaveValue("");
  });

  test("typing in the middle of a phone number leaves the caret there", async ({ page }) => {
    const phone = page.getByLabel("Phone", { exact: true });
    await phone.pressSequentially("212555012");
    await page.keyboard.press("Home");
    for (let i = 0; i < 6; i++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("9");
    expect(await phone.evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(7);
  });

  test("a password can be shown and the button says what it will do", async ({ page }) => {
    const password = page.getByLabel("Password", { exact: true });
    await expect(password).toHaveAttribute("type", "password");
    await page.getByRole("button", { name: "Show password" }).first().click();
    await expect(password).toHaveAttribute("type", "text");
    await page.getByRole("button", { name: "Hide password" }).click();
    await expect(password).toHaveAttribute("type", "password");
  });

  test("a code is one field: typed, taken back, pasted with a space, complete once", async ({ page }) => {
    const code = page.getByRole("textbox", { name: "Code", exact: true });
    await expect(code).toHaveAttribute("autocomplete", "one-time-code");
    await code.pressSequentially("40x72");
    await expect(code).toHaveValue("4072");
    await page.keyboard.press("Backspace");
    await expect(code).toHaveValue("407");
    await page.keyboard.press("ControlOrMeta+a");
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "407 214");
      const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      if (document.activeElement?.dispatchEvent(event)) document.execCommand("insertText", false, "407 214");
    });
    await expect(code).toHaveValue("407214");
    await expect(page.getByText("Complete: 407214")).toBeVisible();
    await page.keyboard.press("9");
    await expect(code).toHaveValue("407214");
  });

  test("a combobox is walked and picked with the keyboard, the focus stays in the field", async ({
    page,
  }) => {
    const field = page.getByRole("combobox", { name: "What or where" });
    await field.pressSequentially("p");
    await expect(field).toHaveAttribute("aria-expanded", "true");
    const list = page.getByRole("listbox", { name: "What or where" });
    await expect(list.getByRole("group")).toHaveCount(2);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const active = await field.getAttribute("aria-activedescendant");
    await expect(page.locator(`[id="${active}"]`)).toHaveText(/Pilates/);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await expect(field).not.toHaveAttribute("aria-activedescendant");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(field).toHaveValue("Port Morris");
    await expect(field).toBeFocused();
    await expect(list).toBeHidden();
  });

  test("Escape closes a combobox and keeps the text; leaving picks nothing", async ({ page }) => {
    const field = page.getByRole("combobox", { name: "What or where" });
    await field.pressSequentially("park");
    await page.keyboard.press("Escape");
    await expect(field).toHaveAttribute("aria-expanded", "false");
    await expect(field).toHaveValue("park");
    await page.keyboard.press("ArrowDown");
    await expect(field).toHaveAttribute("aria-expanded", "true");
    await page.keyboard.press("Tab");
    await expect(field).toHaveValue("park");
    await expect(page.getByRole("listbox", { name: "What or where" })).toBeHidden();
  });

  test("a combobox takes a click, says when nothing fits and counts aloud", async ({ page }) => {
    const field = page.getByRole("combobox", { name: "What or where" });
    await field.fill("zzz");
    await expect(page.getByText("Nothing by that name.").first()).toBeVisible();
    await field.fill("pi");
    await expect(page.getByRole("status").filter({ hasText: "2 suggestions" })).toHaveCount(1);
    await page.getByRole("option", { name: /Piano/ }).click();
    await expect(field).toHaveValue("Piano");
  });

  test("the ends of a range move by key, keep their gap and can be typed", async ({ page }) => {
    const group = page.getByRole("group", { name: "Price per hour" });
    const low = group.getByRole("slider", { name: "Lowest price" });
    const high = group.getByRole("slider", { name: "Highest price" });
    await low.focus();
    await page.keyboard.press("ArrowRight");
    await expect(low).toHaveValue("45");
    await page.keyboard.press("End");
    await expect(low).toHaveValue("80");
    await expect(high).toHaveValue("90");
    await high.focus();
    await page.keyboard.press("Home");
    await expect(high).toHaveValue("90");
    await page.keyboard.press("End");
    await expect(high).toHaveValue("300");
    await group.getByLabel("From").fill("150");
    await page.keyboard.press("Enter");
    await expect(low).toHaveValue("150");
    await group.getByLabel("To", { exact: true }).fill("20");
    await group.getByLabel("To", { exact: true }).blur();
    await expect(high).toHaveValue("160");
  });

  test("both ends of a range can be dragged", async ({ page }) => {
    const group = page.getByRole("group", { name: "Price per hour" });
    await group.scrollIntoViewIfNeeded();
    const box = await group.getByRole("slider", { name: "Lowest price" }).boundingBox();
    if (!box) throw new Error("no slider");
    const x = (dollars: number) => box.x + 22 + ((box.width - 44) * (dollars - 20)) / 280;
    const y = box.y + box.height / 2;
    for (const [from, to] of [
      [90, 250],
      [40, 150],
    ] as const) {
      await page.mouse.move(x(from), y);
      await page.mouse.down();
      await page.mouse.move(x(to), y, { steps: 4 });
      await page.mouse.up();
    }
    await expect(group.getByLabel("To", { exact: true })).toHaveValue("250");
    await expect(group.getByLabel("From")).toHaveValue("150");
  });

  test("a file field is reached by key and says what it cannot take", async ({ page }) => {
    const field = page.getByLabel("Document");
    await field.focus();
    await expect(field).toBeFocused();
    await field.setInputFiles({ name: "notes.zip", mimeType: "application/zip", buffer: Buffer.from("x") });
    await expect(page.getByText("notes.zip: This is not a kind of file we can take.")).toBeVisible();
  });

  test("a failed form sends the focus to its errors, and each leads to its field", async ({ page }) => {
    const send = page.getByRole("button", { name: "Send form" });
    await send.click();
    const summary = page.getByRole("group", { name: "2 answers need another look" });
    await expect(summary).toBeFocused();
    await summary.getByRole("link", { name: "Enter your name." }).press("Enter");
    const name = page.getByLabel("Full name");
    await expect(name).toBeFocused();
    await expect(name).toHaveAccessibleDescription("Enter your name.");
    expect(new URL(page.url()).hash).toBe("");
    await name.fill("Maya");
    await send.click();
    await expect(page.getByRole("group", { name: "One answer needs another look" })).toBeFocused();
    await page.getByRole("link", { name: "Agree to the terms to go on." }).click();
    await page.keyboard.press("Space");
    await send.click();
    await expect(page.getByText("One answer needs another look")).toBeHidden();
  });
});

test("a combobox that loads says so and then shows what came", async ({ page }) => {
  await page.clock.install();
  await open(page, "forms");
  await page.getByRole("combobox", { name: "Place, loading" }).pressSequentially("slope");
  await expect(page.getByText("Looking…").first()).toBeVisible();
  await page.clock.runFor(1_000);
  await expect(page.getByRole("option", { name: /Park Slope/ })).toBeVisible();
});

test.describe("time", () => {
  test.beforeEach(({ page }) => open(page, "time"));

  test("the calendar is one stop for Tab, and keys walk days, weeks and months", async ({ page }) => {
    await page.getByRole("button", { name: /^Next month/ }).focus();
    await page.keyboard.press("Tab");
    await expect(day(page, "Wednesday, May 6")).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expect(day(page, "Thursday, May 7, no times")).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(day(page, "Thursday, May 14, no times")).toBeFocused();
    await page.keyboard.press("Home");
    await expect(day(page, "Sunday, May 10")).toBeFocused();
    await page.keyboard.press("End");
    await expect(day(page, "Saturday, May 16")).toBeFocused();
    await page.keyboard.press("PageDown");
    await expect(day(page, "Tuesday, June 16, no times")).toBeFocused();
    await expect(page.getByRole("grid", { name: "June 2026" })).toBeVisible();
    await page.keyboard.press("PageUp");
    await page.keyboard.press("PageUp");
    await expect(day(page, "Tuesday, May 5, no times")).toBeFocused();
    await expect(page.getByRole("gridcell").locator("button[tabindex='0']")).toHaveCount(1);
  });

  test("only a day with openings can be chosen, and today is marked", async ({ page }) => {
    await expect(day(page, "Tuesday, May 5, no times")).toHaveAttribute("aria-current", "date");
    await expect(day(page, "Monday, May 4")).toBeDisabled();
    await day(page, "Thursday, May 7, no times").focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText("No date yet")).toBeVisible();
    await day(page, "Saturday, May 9").press("Enter");
    await expect(page.getByRole("gridcell", { selected: true })).toHaveText("9");
    await expect(page.getByRole("listbox", { name: "Start times" })).toBeVisible();
  });

  test("months end at the first and the last one, without losing the focus", async ({ page }) => {
    const previous = page.getByRole("button", { name: /^Previous month/ });
    const next = page.getByRole("button", { name: /^Next month/ });
    await expect(previous).toBeDisabled();
    await next.focus();
    for (const month of ["June 2026", "July 2026", "July 2026"]) {
      await page.keyboard.press("Enter");
      await expect(page.getByRole("grid", { name: month })).toBeVisible();
    }
    await expect(next).toBeFocused();
    await expect(next).toBeDisabled();
    await expect(day(page, "Sunday, July 5")).toBeDisabled();
  });

  test("starts are walked by arrows and typing, chosen by Enter", async ({ page }) => {
    await day(page, "Saturday, May 9").click();
    const list = page.getByRole("listbox", { name: "Start times" });
    await expect(list.getByRole("group")).toHaveCount(3);
    await list.getByRole("option", { name: "9:00–10:00 AM" }).focus();
    await page.keyboard.press("ArrowDown");
    await expect(list.getByRole("option", { name: "10:00–11:00 AM" })).toBeFocused();
    await page.keyboard.press("End");
    await expect(list.getByRole("option", { name: "7:15–8:15 PM" })).toBeFocused();
    await page.keyboard.press("Home");
    await page.keyboard.type("11");
    await expect(list.getByRole("option", { name: "11:15 AM–12:15 PM" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(list.getByRole("option", { selected: true })).toHaveText("11:15 AM–12:15 PM");
    await expect(page.getByText("Chosen: 2026-05-09T15:15:00Z")).toBeVisible();
  });

  test("a day without a start leads to the next, whose only start is chosen by itself", async ({ page }) => {
    await day(page, "Tuesday, May 12").click();
    await page.getByRole("button", { name: "Go to Jun 20" }).click();
    await expect(page.getByRole("grid", { name: "June 2026" })).toBeVisible();
    const only = page.getByRole("listbox", { name: "Start times" }).getByRole("option");
    await expect(only).toHaveText(/only time left/);
    await expect(only).toHaveAttribute("aria-selected", "true");
    await expect(page.getByText("Chosen: 2026-05-09T19:00:00Z")).toBeVisible();
  });
});

test("a countdown is silent until two minutes are left, then spoken once, and at its end", async ({
  page,
}) => {
  await page.clock.install();
  await open(page, "time");
  await page.getByRole("button", { name: "Go to 2:02" }).click();
  const clock = page.locator("span:has(> [role=timer])").first();
  await expect(clock.getByRole("timer")).toHaveText("2:02 left");
  await expect(clock.getByRole("status")).toHaveText("");
  await page.clock.runFor(3_000);
  await expect(clock.getByRole("status")).toHaveText("2 minutes left");
  await page.clock.runFor(120_000);
  await expect(clock.getByRole("timer")).toHaveText("0:00 left");
  await expect(clock.getByRole("status")).toHaveText("Time is up");
});
