import type { Locator, Page } from "@playwright/test";
import { overlaps } from "../pictures/overlaps.ts";
import { dayAndNightViolations } from "./axe.ts";
import { press } from "./press.ts";
import { PARTS } from "./parts.ts";
import type { StoryPage } from "./story-page.ts";
import { expect, test } from "./story-test.ts";

/** Opens the page of a step, whose address stays, and waits until the numbers of its picture can be pressed. */
async function openAt(story: StoryPage, path: string): Promise<Locator> {
  await story.open(`./${path}/`);
  await story.settled();
  const numbers = story.partOf(path.replace(/.*\//, ""), "numberLink");
  await expect(numbers.first()).toBeVisible();
  return numbers;
}

/** Names of the facts by their ids, as their own page has them. */
async function factNames(page: Page): Promise<ReadonlyMap<string, string>> {
  const html = await (await page.request.get("./facts/")).text();
  const rows = html.matchAll(/<tr id="fact-([^"]*)"[^>]*><th[^>]*>([^<]*)/g);
  return new Map([...rows].map(([, id = "", name = ""]) => [id, name]));
}

/** Scroll offset, history length and address: a dialog changes none of them. */
function place(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify([scrollX, scrollY, history.length, location.href]));
}

test("a number is underlined in the text, and in the picture only while it is pointed at or has the focus", async ({
  page,
  story,
  isMobile,
}) => {
  const number = (await openAt(story, "pattern/city")).first();
  const underlined = (): Promise<boolean> =>
    number.evaluate((node) => getComputedStyle(node).backgroundImage.includes("gradient"));
  const written = story.text("city").locator(PARTS.factLink).first();
  expect(await written.evaluate((node) => getComputedStyle(node).textDecorationLine)).toBe("underline");
  expect(await underlined()).toBe(false);
  // By the keyboard, since a focus from a script alone may be invisible.
  await written.focus();
  await page.keyboard.press("Tab");
  await number.focus();
  expect(await underlined()).toBe(true);
  await number.blur();
  expect(await underlined()).toBe(false);
  if (isMobile) return;
  await number.hover();
  expect(await underlined()).toBe(true);
});

const NUMBERED = [
  ...["pattern/city", "environment/firms", "coordinate/tenses"].map((path) => ({ path, tag: [] })),
  ...[
    "pattern/growth",
    "pattern/growth-context",
    "environment/measures",
    "environment/two-valves",
    "idea/words",
    "later/rank",
  ].map((path) => ({ path, tag: "@wide" })),
];

for (const { path, tag } of NUMBERED)
  test(
    `every number in the picture of ${path} opens its source at a press, and the page stays where it is`,
    {
      tag,
    },
    async ({ page, story, isMobile }) => {
      const numbers = await openAt(story, path);
      const before = await place(page);
      const all = await numbers.all();
      const names = await factNames(page);
      expect(all.length).toBeGreaterThan(1);
      for (const number of all) {
        await expect(number).toHaveAccessibleName(/.+ 的出处$/);
        await press(page, number, isMobile);
        await expect(story.sourceDialog).toBeVisible();
        const name = names.get((await number.getAttribute("data-fact")) ?? "");
        await expect(story.sourceDialog).toContainText(name ?? "a fact without a name");
        await page.keyboard.press("Escape");
        await expect(story.sourceDialog).toBeHidden();
        await expect(number).toBeFocused();
      }
      expect(await place(page)).toBe(before);
    },
  );

test("number links are large and lie on no other", async ({ story }) => {
  for (const path of ["pattern/city", "environment/firms", "coordinate/tenses"]) {
    const numbers = await openAt(story, path);
    const boxes = await numbers.evaluateAll((links) => links.map((link) => link.getBoundingClientRect().toJSON()));
    expect(boxes.length).toBeGreaterThan(1);
    boxes.forEach((a, i) => {
      expect(Math.min(a.width, a.height)).toBeGreaterThan(23);
      for (const b of boxes.slice(0, i)) expect(overlaps(a, b, 0.1)).toBe(false);
    });
  }
});

test.describe("on the fixture story", () => {
  test.use({ site: "fixture" });

  test("the Tab key comes from a step's text to the numbers of its picture, while it stands", async ({
    page,
    story,
  }) => {
    const numbers = await openAt(story, "night/ships");
    await story.partOf("ships", "dataTable").locator("summary").focus();
    await page.keyboard.press("Tab");
    await expect(story.partOf("ships", "chapterShare")).toBeFocused();
    // On a phone it stands below the window: the page scrolls, and the links come back when the picture rests.
    await story.scrollEnded();
    await story.settled();
    await story.numberLinksPlaced();
    await page.keyboard.press("Tab");
    await expect(numbers.first()).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(story.sourceDialog.locator("q")).toHaveText("白天进港的船有160艘");
    await page.keyboard.press("Escape");
    await expect(numbers.first()).toBeFocused();
    await story.goTo("ships", 0.5);
    await expect(numbers.filter({ visible: true })).toHaveCount(0);
  });

  test("a computed number shows its formula; its parts open in the same dialog, with a way back", async ({
    page,
    story,
  }) => {
    await openAt(story, "night/ships");
    const share = story.text("ships").locator('[data-fact="night-share"]').first();
    await share.scrollIntoViewIfNeeded();
    const before = await place(page);
    await share.click();
    const dialog = story.sourceDialog;
    await expect(dialog.locator(PARTS.factFormula)).toHaveText("80艘 × 100 ÷ （160艘 + 80艘） = 约33%");
    await expect(dialog.getByRole("button")).toHaveText(["收起"]);
    await dialog.getByRole("link", { name: "160艘" }).click();
    await expect(dialog.locator(PARTS.factValue)).toHaveText("160艘");
    await expect(dialog.locator("q")).toContainText("160艘");
    await dialog.getByRole("button", { name: "返回" }).click();
    await expect(dialog.locator(PARTS.factValue)).toHaveText("约33%");
    await dialog.getByRole("button", { name: "收起" }).click();
    await expect(dialog).toBeHidden();
    expect(await place(page)).toBe(before);
  });

  test("a number from outside the interview shows source, date, note and status", async ({ story }) => {
    await story.open();
    await story.unfoldAppendix();
    await story.appendix.locator('[data-fact="built"]').first().click();
    const dialog = story.sourceDialog;
    await expect(dialog.locator(PARTS.factSource)).toHaveText("样例年鉴 · 2020-05-06");
    await expect(dialog.locator(PARTS.factNote)).toHaveText("虚构的年鉴。");
    await expect(dialog.locator(PARTS.factStatus)).toHaveText("年鉴");
  });

  test("a number pressed before its source is loaded opens the dialog as soon as it is", async ({ page, story }) => {
    let release = (): void => undefined;
    const gate = new Promise<void>((done) => (release = done));
    await page.route("**/facts/", async (route) => {
      await gate;
      await route.continue();
    });
    await story.open("./night/ships/");
    await story.settled();
    const before = await place(page);
    await story.text("ships").locator('[data-fact="day-ships"]').first().click();
    await expect(story.sourceDialog).toBeHidden();
    await expect(story.partOf("ships", "numberLink")).toHaveCount(0);
    release();
    await expect(story.sourceDialog.locator("q")).toHaveText("白天进港的船有160艘");
    await page.keyboard.press("Escape");
    await expect(story.partOf("ships", "numberLink").first()).toBeVisible();
    expect(await place(page)).toBe(before);
  });

  test("a number whose source cannot be loaded leads to the page of facts", async ({ page, story }) => {
    await page.route("**/facts/", (route) =>
      route.request().resourceType() === "xhr" ? route.abort() : route.continue(),
    );
    await story.open("./#ships");
    await story.settled();
    await story.text("ships").locator('[data-fact="day-ships"]').first().click();
    await expect(page).toHaveURL(/\/facts\/#fact-day-ships$/);
    await expect(page.locator(":target")).toBeInViewport();
  });

  test("a close request, a press outside and the button close the dialog and give the focus back", async ({
    page,
    story,
    isMobile,
  }) => {
    const numbers = await openAt(story, "night/ships");
    const dialog = story.sourceDialog;
    const before = await place(page);
    await numbers.first().click();
    // It opens after a paint.
    await expect(dialog).toBeVisible();
    // Android's back gesture sends an open dialog this request.
    await dialog.evaluate((node: HTMLDialogElement) => node.requestClose());
    await expect(dialog).toBeHidden();
    await expect(numbers.first()).toBeFocused();
    await numbers.first().click();
    await expect(dialog).toBeVisible();
    await (isMobile ? page.touchscreen.tap(4, 4) : page.mouse.click(4, 4));
    await expect(dialog).toBeHidden();
    const inText = story.text("ships").locator(PARTS.factLink).first();
    await inText.focus();
    await page.keyboard.press("Enter");
    await expect(dialog).toBeVisible();
    await dialog.getByRole("button", { name: "收起" }).click();
    await expect(inText).toBeFocused();
    await story.text("ships").locator(PARTS.termLink).first().click();
    await expect(dialog).toContainText("雾号");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    expect(await place(page)).toBe(before);
  });

  test("nothing scrolls behind an open dialog, and a long one scrolls in itself", async ({ page, story }) => {
    const numbers = await openAt(story, "night/ships");
    await page.evaluate(() => document.documentElement.style.setProperty("--body", "40px"));
    await story.settled();
    const before = await place(page);
    await numbers.and(page.locator('[data-fact="night-ships"]')).first().click();
    const content = story.sourceDialog.locator(PARTS.dialogContent);
    // A note as long as editors write them makes the dialog longer than its room.
    await content.evaluate((node) =>
      node.append(...Array.from({ length: 12 }, () => node.lastElementChild?.cloneNode(true) ?? "")),
    );
    expect(await content.evaluate((node) => node.scrollHeight > node.clientHeight)).toBe(true);
    await page.keyboard.press("End");
    await expect.poll(() => content.evaluate((node) => node.scrollTop)).toBeGreaterThan(0);
    const turned = page.evaluate(
      () =>
        new Promise<number>((done) => {
          let ticks = 0;
          addEventListener("wheel", () => (ticks += 1) === 2 && done(ticks), { passive: true });
        }),
    );
    await content.hover();
    await page.mouse.wheel(0, 3000);
    await page.mouse.move(6, 6);
    await page.mouse.wheel(0, 3000);
    expect(await turned).toBe(2);
    await story.scrollEnded();
    expect(await place(page)).toBe(before);
    await expect(story.sourceDialog.getByRole("button")).toBeInViewport({ ratio: 1 });
  });

  test("axe finds nothing with a dialog open, by day and by night", async ({ page, story }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await story.open();
    for (const fact of ["built", "night-share", "day-ships", "new-lamp"]) {
      await story.root
        .locator(`main [data-fact="${fact}"]`)
        .first()
        .evaluate((link: HTMLElement) => link.click());
      await expect(story.sourceDialog).toBeVisible();
      expect(await story.sourceDialog.evaluate((dialog) => dialog.getAnimations().length)).toBe(0);
      // The page behind the dialog is the same each time.
      const include = fact === "built" ? [] : [PARTS.sourceDialog];
      expect(await dayAndNightViolations(page, { include }), fact).toEqual([]);
      await page.keyboard.press("Escape");
      await expect(story.sourceDialog).toBeHidden();
    }
  });
});
