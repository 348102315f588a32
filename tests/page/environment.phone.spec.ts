import { contrastRatio, type Rgb } from "../../src/core/lib/color.ts";
import { ENTER_START } from "../../src/core/model/timing.ts";
import { violations } from "./axe.ts";
import { PARTS } from "./parts.ts";
import { expect, test } from "./story-test.ts";

test.use({ site: "fixture" });

/** A step's own picture begins after this; the one before holds until then. */
const BEGINNING = ENTER_START + 0.01;

test("with reduced motion a step has one picture from its beginning to its end", async ({ page, story }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await story.open();
  await story.goTo("ships", BEGINNING);
  const early = await story.drawn();
  for (const progress of [0.3, 0.8]) {
    await story.goTo("ships", progress);
    expect(await story.drawn(), String(progress)).toBe(early);
  }
  await story.goTo("boats", ENTER_START - 0.01);
  expect(await story.drawn()).toBe(early);
  await story.goTo("boats", BEGINNING);
  expect(await story.drawn()).not.toBe(early);
});

test("a tab that was frozen shows what it showed before", async ({ page, story }) => {
  await story.open();
  await story.goTo("ships", 0.95);
  const [y, before] = [await story.scrollOffset(), await story.drawn()];
  const session = await page.context().newCDPSession(page);
  await story.jump(await story.offsetOf("cover", 0.5));
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await session.send("Page.setWebLifecycleState", { state: "active" });
  await story.jump(y);
  await story.settled();
  expect(await story.drawn()).toBe(before);
});

test("a page that draws by itself has after twenty other sizes the listeners of its first", async ({ page, story }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await story.open();
  await story.settled();
  const session = await page.context().newCDPSession(page);
  const count = async (name: string): Promise<number> => {
    const { result } = await session.send("Runtime.evaluate", { expression: name });
    const { listeners } = await session.send("DOMDebugger.getEventListeners", { objectId: result.objectId ?? "" });
    return listeners.length;
  };
  const counts = async (): Promise<readonly number[]> => [await count("document"), await count("window")];
  const before = await counts();
  const size = page.viewportSize() ?? { width: 390, height: 844 };
  for (let turn = 1; turn <= 20; turn += 1)
    await story.resize({ width: size.width - (turn % 2) * 30, height: size.height - turn });
  expect(await counts()).toEqual(before);
});

test("a translator's markup in the words of a picture throws nothing", async ({ page, story }) => {
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  await story.open();
  await page.evaluate((stage) => {
    const wrap = (): void => {
      for (const node of document.querySelectorAll(`${stage} svg text`))
        for (const text of [...node.childNodes].filter((one) => one.nodeType === Node.TEXT_NODE && one.nodeValue)) {
          const font = document.createElement("font");
          text.replaceWith(font);
          font.append(text);
        }
    };
    wrap();
    new MutationObserver(wrap).observe(document.body, { childList: true, subtree: true });
  }, PARTS.stage);
  for (const id of ["ships", "boats"]) {
    await story.goTo(id, 0.9);
    expect(await story.shownStep()).toBe(id);
    await story.text(id).locator("[data-fact]").first().focus();
    await story.painted();
  }
  expect(faults).toEqual([]);
});

test("the background follows the device's colour scheme while the page is open", async ({ page, story }) => {
  await story.open("./#boats");
  await story.settled();
  await expect.poll(() => story.groundColour()).toBe("rgb(242, 247, 248)");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => story.groundColour()).toBe("rgb(27, 43, 54)");
});

/** The channels of a computed colour. */
function channels(colour: string): Rgb {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number);
  return [red, green, blue];
}

test("with forced colours the links on a picture stand out from its own ground", async ({ page, story }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await story.open("./#ships");
  await story.settled();
  await story.numberLinksPlaced();
  const line = await page
    .locator(PARTS.numberLink)
    .first()
    .evaluate((link) => getComputedStyle(link).borderBottomColor);
  const ground = await story.stage.evaluate((stage) => getComputedStyle(stage).backgroundColor);
  expect(contrastRatio(channels(line), channels(ground))).toBeGreaterThanOrEqual(3);
});

test.describe("of the real story", () => {
  test.use({ site: "story" });

  test("axe finds nothing in the whole page", async ({ page, story }) => {
    await story.open();
    await story.settled();
    await story.finishAnimations();
    expect(await violations(page)).toEqual([]);
  });
});
