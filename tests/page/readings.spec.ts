import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { atRest, drawn, jump, placeOf, settled, shownStep, stepIds } from "./reading.ts";

const NAMES = { scroll: "滚动", cards: "翻页", article: "全文" } as const;
type Reading = keyof typeof NAMES;

/** Chooses a reading as a reader does, by finger or mouse. */
async function choose(page: Page, reading: Reading): Promise<void> {
  await page.locator(".choice summary").click();
  await page.locator(".choice label").filter({ hasText: NAMES[reading] }).click();
  await expect(page.locator(".choice fieldset")).toBeHidden();
  await expect(page.locator("html")).toHaveAttribute("data-mode", reading);
}

function count(page: Page): Promise<string> {
  return page.locator(".pager b").innerText();
}

/** Where the reader is, as a step and a share of it. */
function place(page: Page): Promise<readonly [step: number, progress: number]> {
  return page.evaluate(() => {
    const line = document.querySelector<HTMLElement>(".stage .line")?.offsetTop ?? 0;
    const boxes = [...document.querySelectorAll(".step")].map((step) => step.getBoundingClientRect());
    const step = boxes.filter((box) => box.top <= line + 0.5).length - 1;
    const box = boxes[step];
    return box === undefined ? [-1, 0] : [step, (line - box.top) / box.height];
  });
}

test("cards turn by key, button, tap and swipe, one step a screen, to the end and back", async ({ page }, {
  project,
}) => {
  await page.goto("./");
  await choose(page, "cards");
  const ids = await stepIds(page);
  const entries = await page.evaluate(() => history.length);
  await expect(page.locator(".step > h3:visible")).toHaveCount(0);
  expect(await count(page)).toBe(`1 / ${ids.length}`);
  await page.keyboard.press("ArrowRight");
  expect(await count(page)).toBe(`2 / ${ids.length}`);
  await expect(page.locator(".step > h3:visible")).toHaveCount(1);
  await expect(page.locator(".pager [role=status]")).toContainText("老工矿区");
  await page.keyboard.press("ArrowLeft");
  expect(await count(page)).toBe(`1 / ${ids.length}`);
  await page.keyboard.press("PageDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press(" ");
  expect(await count(page)).toBe(`4 / ${ids.length}`);
  await page.keyboard.press("Shift+ ");
  await page.keyboard.press("PageUp");
  await page.keyboard.press("ArrowUp");
  expect(await count(page)).toBe(`1 / ${ids.length}`);

  await page.getByRole("button", { name: "下一页" }).click();
  await page.getByRole("button", { name: "下一页" }).click();
  await page.getByRole("button", { name: "上一页" }).click();
  expect(await count(page)).toBe(`2 / ${ids.length}`);

  const stage = await page.locator(".stage svg").boundingBox();
  if (stage === null) throw new Error("the stage has no box");
  const tap = (x: number) => page.mouse.click(stage.x + stage.width * x, stage.y + stage.height * 0.9);
  await tap(0.6);
  expect(await count(page)).toBe(`3 / ${ids.length}`);
  await tap(0.1);
  expect(await count(page)).toBe(`2 / ${ids.length}`);

  if (project.name === "chromium-phone") {
    const session = await page.context().newCDPSession(page);
    const swipe = async (from: number, to: number, down = 0): Promise<void> => {
      await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: from, y: 600 }] });
      for (let k = 1; k <= 5; k++)
        await session.send("Input.dispatchTouchEvent", {
          type: "touchMove",
          touchPoints: [{ x: from + ((to - from) * k) / 5, y: 600 + (down * k) / 5 }],
        });
      await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    };
    await swipe(300, 200);
    expect(await count(page)).toBe(`3 / ${ids.length}`);
    await swipe(120, 240);
    expect(await count(page)).toBe(`2 / ${ids.length}`);
    await swipe(200, 220, -200);
    await swipe(200, 180);
    expect(await count(page)).toBe(`2 / ${ids.length}`);
  }

  await page.keyboard.press("End");
  await expect(page.locator(".after")).toBeHidden();
  expect(await count(page)).toBe(`${ids.length} / ${ids.length}`);
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(".after h2")).toBeInViewport();
  await expect(page.locator(".step > h3:visible")).toHaveCount(0);
  await page.getByRole("button", { name: "上一页" }).click();
  expect(await count(page)).toBe(`${ids.length} / ${ids.length}`);
  await page.keyboard.press("Home");
  expect(await count(page)).toBe(`1 / ${ids.length}`);
  expect(await page.evaluate(() => history.length)).toBe(entries);
});

test("what has a use of its own does not turn a card", async ({ page }) => {
  await page.goto("./#growth");
  await settled(page);
  await choose(page, "cards");
  const before = await count(page);
  await page.locator(".step.card a.fact").first().click();
  await expect(page.locator("dialog.slip")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Escape");
  // A slip that goes gives the focus back first.
  await expect(page.locator("html")).not.toHaveClass(/slipped/);
  await page.locator(".step.card summary").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press(" ");
  await expect(page.locator(".step.card details")).toHaveAttribute("open", "");
  await page.mouse.wheel(0, 900);
  expect(await count(page)).toBe(before);

  await page.keyboard.press("End");
  await page.locator("body").click({ position: { x: 1, y: 1 } });
  await page.keyboard.press("End");
  await settled(page);
  const last = await count(page);
  const whole = await drawn(page);
  await page.locator('input[data-handle="closing"]').focus();
  await page.keyboard.press("Home");
  await settled(page);
  expect(await count(page)).toBe(last);
  expect(await drawn(page)).not.toBe(whole);
});

test("the stations, links and addresses of steps open their cards, and the history stays as it was", async ({
  page,
}) => {
  await page.goto("./");
  await choose(page, "cards");
  const entries = await page.evaluate(() => history.length);
  await page.locator('.shaft a[data-chapter="coordinate"]').click();
  await expect.poll(() => shownStep(page)).toBe("axes");
  await expect(page.locator('.step[data-step="axes"]')).toBeVisible();
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await page.goto("about:blank");
  await page.goto("./#third-leg");
  await expect(page.locator('.step[data-step="third-leg"]')).toBeVisible();
  await expect.poll(() => shownStep(page)).toBe("third-leg");
  await page.evaluate(() => location.assign("#bridge"));
  await expect.poll(() => shownStep(page)).toBe("bridge");
  await page.goto("about:blank");
  await page.goto("./#fact-gdp");
  await expect(page.locator("#fact-gdp")).toBeInViewport();
});

test("a reading chosen while the script is on its way is the one that opens", async ({ page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((done) => (release = done));
  await page.route("**/assets/mount-*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("./", { waitUntil: "commit" });
  await page.locator(".choice summary").click();
  await page.locator(".choice label").filter({ hasText: NAMES.cards }).click();
  release();
  await expect(page.locator("html")).toHaveAttribute("data-mode", "cards");
  await expect(page.locator(".choice fieldset")).toBeHidden();
  await expect(page.locator(".pager")).toBeVisible();
});

test("a card's picture is the one the scroll shows at the same step", async ({ page }) => {
  await page.goto("./");
  const scrolled = new Map<number, string>();
  const sample = [1, 5, 7, 12, 18, 22, 26, 29];
  for (const index of sample) {
    await jump(page, await placeOf(page, index, 0.9));
    await settled(page);
    scrolled.set(index, await drawn(page));
  }
  await jump(page, 0);
  await choose(page, "cards");
  const next = page.getByRole("button", { name: "下一页" });
  for (let index = 1; index < 30; index++) {
    await next.click();
    if (!sample.includes(index)) continue;
    await settled(page);
    expect(await drawn(page), `card ${index + 1}`).toBe(scrolled.get(index));
  }
});

test("changing the reading keeps the place, whatever to whatever", async ({ page }) => {
  await page.goto("./");
  const ids = await stepIds(page);
  const entries = await page.evaluate(() => history.length);
  for (const [index, progress] of [
    [3, 0.6],
    [13, 0.9],
    [24, 0.4],
  ] as const) {
    await jump(page, await placeOf(page, index, progress));
    await settled(page);
    const picture = await drawn(page);
    await choose(page, "cards");
    expect(await count(page)).toBe(`${index + 1} / ${ids.length}`);
    await choose(page, "article");
    await expect(page.locator(`[data-step="${ids[index]}"] img`)).toBeInViewport();
    const [step, share] = await place(page);
    expect(step).toBe(index);
    expect(Math.abs(share - progress)).toBeLessThan(0.01);
    await choose(page, "scroll");
    await settled(page);
    expect(await drawn(page), "back in the scroll").toBe(picture);
    await choose(page, "article");
    await choose(page, "cards");
    expect(await count(page)).toBe(`${index + 1} / ${ids.length}`);
    await page.keyboard.press("ArrowRight");
    await choose(page, "scroll");
    expect((await place(page))[0]).toBe(index + 1);
    await settled(page);
    expect(await shownStep(page)).toBe(ids[index + 1]);
  }
  await page.goto("./#terms");
  await expect(page.locator("#terms h3")).toBeInViewport();
  for (const reading of ["cards", "article", "scroll"] as const) {
    await choose(page, reading);
    await expect(page.locator("#terms h3, #terms dt").filter({ visible: true }).first()).toBeInViewport();
  }
  // The one entry more is the address this test itself went to.
  expect(await page.evaluate(() => history.length)).toBe(entries + 1);
});

test("the choice is reached by keyboard, tells its state, closes at Escape and outside, and is remembered", async ({
  page,
}) => {
  await page.goto("./");
  const [sign, fields] = [page.locator(".choice summary"), page.locator(".choice fieldset")];
  const box = await sign.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(sign).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: "滚动" })).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(fields).toBeHidden();
  await expect(sign).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "翻页" })).toBeChecked();
  await expect(page.locator("html")).toHaveAttribute("data-mode", "cards");
  await expect(fields).toBeVisible();
  await page.mouse.click(20, 400);
  await expect(fields).toBeHidden();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-mode", "cards");
  await expect.poll(() => count(page)).toMatch(/^1 /);
  await page.keyboard.press("ArrowRight");
  await choose(page, "article");
  await page.reload();
  await expect(page.locator("html")).not.toHaveClass(/live/);
  await page.locator(".choice summary").click();
  await expect(page.getByRole("radio", { name: "全文" })).toBeChecked();
});

test("with reduced motion a card is there at once", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("./#wheels");
  await choose(page, "cards");
  await settled(page);
  await page.keyboard.press("ArrowRight");
  const seen = await page.evaluate(
    () =>
      new Promise<readonly string[]>((done) => {
        const values: string[] = [];
        const note = (): void => {
          values.push(document.querySelector(".stage svg")?.getAttribute("data-shown") ?? "");
          if (values.length < 12) requestAnimationFrame(note);
          else done(values);
        };
        requestAnimationFrame(note);
      }),
  );
  expect(new Set(seen).size).toBeLessThanOrEqual(2);
  expect(seen.at(-1)).toMatch(/\.900$/);
});

test("text at 200 % scrolls within its card before it turns", async ({ page }) => {
  // A wide window has room for the whole text.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("./");
  await page.evaluate(() => document.documentElement.style.setProperty("--body", "34px"));
  await choose(page, "cards");
  for (let k = 0; k < 8; k++) await page.keyboard.press("ArrowRight");
  const before = await count(page);
  const left = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight - Math.round(scrollY));
  expect(await left()).toBeGreaterThan(0);
  await page.keyboard.press("PageDown");
  expect(await count(page)).toBe(before);
  // The key scrolls for a while, and would go on scrolling the next card.
  await atRest(page, () => page.evaluate(() => scrollY));
  await page.evaluate(() => scrollTo({ top: 1e6, behavior: "instant" }));
  // The room for the pager follows its height, which the browser tells a frame later.
  const below = async (): Promise<number> => {
    const words = await page.locator(".step.card .words").boundingBox();
    const pager = await page.locator(".pager").boundingBox();
    return (words?.y ?? 0) + (words?.height ?? 1e6) - (pager?.y ?? 0);
  };
  await expect
    .poll(async () => {
      await page.evaluate(() => scrollTo({ top: 1e6, behavior: "instant" }));
      return below();
    })
    .toBeLessThanOrEqual(1);
  await page.keyboard.press("ArrowDown");
  expect(await count(page)).not.toBe(before);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
});

for (const scheme of ["light", "dark"] as const)
  test(`axe finds nothing in cards and article, ${scheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto("./#firms");
    await settled(page);
    const check = async (what: string): Promise<void> => {
      await settled(page);
      // A text that still appears is paler than it will be.
      await page.evaluate(() =>
        Promise.all(
          document
            .getAnimations()
            .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
            .map(({ finished }) => finished),
        ).then(() => undefined),
      );
      const { violations } = await new AxeBuilder({ page }).exclude(".ledger").analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
      );
      expect(found, what).toEqual([]);
    };
    await page.locator(".choice summary").click();
    await check("the choice open");
    await page.keyboard.press("Escape");
    await choose(page, "cards");
    await check("a card");
    await page.keyboard.press("Home");
    await check("the first card");
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowRight");
    await check("the card after the story");
    await page.keyboard.press("ArrowLeft");
    await choose(page, "article");
    await check("the article");
  });
