import { expect } from "@playwright/test";
import { test } from "./support/test.ts";

/** Each plants one fault and finds it among those that would have failed the test. */
const PLANTS = [
  {
    what: "an uncaught error",
    plant: () => {
      queueMicrotask(() => {
        throw new Error("planted");
      });
    },
    fault: /^error: planted/,
  },
  {
    what: "a script without the nonce",
    plant: () => {
      const script = document.createElement("script");
      script.textContent = "planted = true";
      document.body.append(script);
    },
    fault: /^console: .*script-src/,
  },
  {
    what: "an inline style",
    plant: () => {
      document.body.innerHTML = '<p style="color: red">planted</p>';
    },
    fault: /^console: .*style-src/,
  },
  {
    what: "a picture from elsewhere",
    plant: () => {
      new Image().src = "https://elsewhere.invalid/planted.png";
    },
    fault: /^console: .*img-src/,
  },
];

for (const { what, plant, fault } of PLANTS) {
  test(`the guards catch ${what}`, async ({ page, faults }) => {
    await page.goto("/");
    expect(faults).toEqual([]);
    await page.evaluate(plant);
    await expect.poll(() => faults).toContainEqual(expect.stringMatching(fault));
    faults.length = 0;
  });
}
