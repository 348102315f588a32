import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { drawn, press, settled } from "./reading.ts";

/** Opens the story at a step and waits till the numbers of its picture can be pressed. */
async function at(page: Page, step: string): Promise<Locator> {
  await page.goto(`./#${step}`);
  await settled(page);
  const numbers = page.locator(`.step[data-step="${step}"] .figure`);
  await expect(numbers.first()).toBeVisible();
  await expect.poll(() => new URL(page.url()).hash).toBe("");
  return numbers;
}

function place(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify([scrollX, scrollY, history.length, location.href]));
}

for (const step of ["city", "growth", "listed", "measures", "firms", "average", "two-valves", "words", "tenses"])
  test(`every number in the picture of ${step} opens its slip at a press, and the page stays where it is`, async ({
    page,
    isMobile,
  }) => {
    const numbers = await at(page, step);
    const slip = page.locator("dialog.slip");
    const before = await place(page);
    for (const number of await numbers.all()) {
      await expect(number).toHaveAccessibleName(/.+ 的出处$/);
      await press(page, number, isMobile ?? false);
      await expect(slip).toBeVisible();
      const [id = ""] = /[^#]+$/.exec((await number.getAttribute("href")) ?? "") ?? [];
      const what = await page.locator(`#${id} .what`).textContent();
      await expect(slip).toContainText(what ?? "?");
      await page.keyboard.press("Escape");
      await expect(slip).toBeHidden();
      await expect(number).toBeFocused();
    }
    expect(await place(page)).toBe(before);
  });

test("what can be pressed on a picture is large and lies on nothing else", async ({ page }) => {
  for (const step of ["city", "average", "tenses"]) {
    const boxes = await Promise.all((await (await at(page, step)).all()).map((number) => number.boundingBox()));
    boxes.forEach((a, i) => {
      if (a === null) throw new Error("a number without a box");
      expect(Math.min(a.width, a.height)).toBeGreaterThan(23);
      for (const b of boxes.slice(0, i)) {
        if (b === null) continue;
        const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
        const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
        expect(Math.min(across, down)).toBeLessThan(0.1);
      }
    });
  }
});

test("the numbers of a picture are within a keyboard's reach while it stands, next after its text", async ({
  page,
}) => {
  const numbers = await at(page, "firms");
  await page.locator('.step[data-step="firms"] summary').focus();
  await page.keyboard.press("Tab");
  await expect(numbers.first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("dialog.slip q")).toHaveText("“财园信贷通”为157家企业发放贷款5.87亿元");
  await page.keyboard.press("Escape");
  await expect(numbers.first()).toBeFocused();
  await page.mouse.wheel(0, 900);
  await expect(numbers).toHaveCount(0);
});

test("a computed number shows its formula; its parts open in the same slip, with a way back", async ({ page }) => {
  const numbers = await at(page, "average");
  const before = await place(page);
  await numbers.and(page.locator('[href="#fact-average"]')).first().click();
  const slip = page.locator("dialog.slip");
  await expect(slip.locator(".working")).toHaveText("5.87亿元 × 10000 ÷ 157家 = 约374万元");
  await expect(slip.getByRole("button")).toHaveText(["收起"]);
  await slip.getByRole("link", { name: "157家" }).click();
  await expect(slip.locator(".value")).toHaveText("157家");
  await expect(slip.locator("q")).toContainText("为157家企业");
  await slip.getByRole("button", { name: "返回" }).click();
  await expect(slip.locator(".value")).toHaveText("约374万元");
  await slip.getByRole("button", { name: "收起" }).click();
  await expect(slip).toBeHidden();
  expect(await place(page)).toBe(before);
});

test("a number from outside the interview shows source, date and what it covers", async ({ page }) => {
  const numbers = await at(page, "city");
  await numbers.and(page.locator('[href="#fact-sector-2020-tertiary"]')).click();
  const slip = page.locator("dialog.slip");
  await expect(slip.locator(".outside")).toHaveText("大江网（萍乡） · 2021-10-20");
  await expect(slip.locator(".note")).toHaveText("萍乡市，非安源区。");
  await expect(slip.locator(".status")).toHaveText("背景");
});

test("the platform's own request closes a slip, an outside press does, and one closed is left no trace of", async ({
  page,
  isMobile,
}) => {
  const numbers = await at(page, "growth");
  const slip = page.locator("dialog.slip");
  const before = await place(page);
  await numbers.first().click();
  // What Android's back gesture sends an open dialog.
  await slip.evaluate((dialog: HTMLDialogElement) => dialog.requestClose());
  await expect(slip).toBeHidden();
  await expect(numbers.first()).toBeFocused();
  await numbers.first().click();
  await expect(slip).toBeVisible();
  await (isMobile ? page.touchscreen.tap(4, 4) : page.mouse.click(4, 4));
  await expect(slip).toBeHidden();
  expect(await place(page)).toBe(before);
});

test("nothing moves behind an open slip, and a long one scrolls in itself", async ({ page }) => {
  const numbers = await at(page, "growth");
  await page.evaluate(() => document.documentElement.style.setProperty("--body", "40px"));
  await settled(page);
  const before = await place(page);
  await numbers.and(page.locator('[href="#fact-income"]')).click();
  const sheet = page.locator("dialog.slip .sheet");
  expect(await sheet.evaluate((node) => node.scrollHeight > node.clientHeight)).toBe(true);
  await page.keyboard.press("End");
  await expect.poll(() => sheet.evaluate((node) => node.scrollTop)).toBeGreaterThan(0);
  await sheet.hover();
  await page.mouse.wheel(0, 3000);
  await page.mouse.move(6, 6);
  await page.mouse.wheel(0, 3000);
  await page.waitForTimeout(120);
  expect(await place(page)).toBe(before);
  await expect(page.locator("dialog.slip").getByRole("button")).toBeInViewport({ ratio: 1 });
});

test("every figure and every term that is linked anywhere opens a slip that says all that is known", async ({
  page,
}) => {
  await page.goto("./");
  await settled(page);
  const wanting = await page.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLElement>('a[href^="#fact-"], a[href^="#term-"]')];
    const first = new Map(links.map((link) => [link.getAttribute("href"), link]));
    return [...first].flatMap(([id, link]) => {
      link.click();
      const dialog = document.querySelector<HTMLDialogElement>("dialog.slip[open]");
      const said = (part: string) => (dialog?.querySelector(part)?.textContent ?? "") !== "";
      const whole = id?.startsWith("#term-")
        ? said(".what") && said(".gloss")
        : [".what", ".value", ".status", ".period"].every(said) && ["q", ".working", ".outside", ".note"].some(said);
      dialog?.close();
      return whole ? [] : [id];
    });
  });
  expect(wanting).toEqual([]);
});

for (const colorScheme of ["light", "dark"] as const)
  test(`axe finds nothing with a slip open, ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const [step, id] of [
      ["city", "coal-peak"],
      ["average", "average"],
      ["growth", "gdp"],
    ] as const) {
      const numbers = await at(page, step);
      await numbers
        .and(page.locator(`[href="#fact-${id}"]`))
        .first()
        .click();
      await expect(page.locator("dialog.slip")).toBeVisible();
      expect(await page.evaluate(() => document.querySelector("dialog.slip")?.getAnimations().length)).toBe(0);
      const { violations } = await new AxeBuilder({ page }).exclude(".ledger").analyze();
      expect(
        violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
        step,
      ).toEqual([]);
      await page.keyboard.press("Escape");
    }
  });

test("the handle goes by keys from station to station and says where it is", async ({ page }) => {
  await page.goto("./#closing");
  await settled(page);
  const handle = page.locator('input[data-handle="closing"]');
  await handle.focus();
  await settled(page);
  const pictures: string[] = [];
  for (const [key, words] of [
    ["Home", "老工矿区"],
    ["PageUp", "双轮"],
    ["PageUp", "三足(目标)"],
    ["ArrowLeft", "三足(目标)"],
    ["ArrowLeft", "从双轮到三足(目标)"],
    ["PageDown", "双轮"],
    ["End", "三足(目标)"],
  ] as const) {
    await page.keyboard.press(key);
    await settled(page);
    await expect(handle).toHaveAttribute("aria-valuetext", words);
    pictures.push(await drawn(page));
  }
  expect(new Set(pictures).size).toBe(6);
  expect(pictures[5]).toBe(pictures[1]);
});

test("a number opens its slip with quote, status and place, and closes without moving the page or the history", async ({
  page,
}) => {
  await page.goto("./#growth");
  await settled(page);
  const [y, entries] = await page.evaluate(() => [scrollY, history.length]);
  const number = page.locator('[data-step="growth"] a[data-fact="revenue"]').first();
  await number.focus();
  await page.keyboard.press("Enter");
  const slip = page.locator("dialog.slip");
  await expect(slip).toBeVisible();
  await expect(slip).toContainText("财政总收入同比增长3.3%");
  await expect(slip).toContainText("预计");
  await page.keyboard.press("Escape");
  await expect(slip).toBeHidden();
  await expect(number).toBeFocused();
  await number.click();
  await expect(slip).toBeVisible();
  await page.mouse.click(5, 5);
  await expect(slip).toBeHidden();
  await page.locator('[data-step="growth"] a.term').first().click();
  await expect(slip).toBeVisible();
  await slip.getByRole("button").click();
  expect(await page.evaluate(() => [scrollY, history.length])).toEqual([y, entries]);
});
