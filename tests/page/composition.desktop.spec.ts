import { REST_AT } from "../../src/core/model/timing.ts";
import { NAV_MARGIN } from "../../src/core/model/size.ts";
import { SIZES } from "../pictures/sizes.ts";
import { PARTS } from "./parts.ts";
import { restingSteps } from "./resting-steps.ts";
import { expect, test } from "./story-test.ts";

/** Characters of the longest text that the story allows. */
const LONGEST = 110;

/** Runs in the page: fills a step's first paragraph with as many characters, between which a line may break anywhere. */
function fill({ parts, step, count }: { parts: typeof PARTS; step: number; count: number }): void {
  const text = document.querySelectorAll(parts.step)[step]?.querySelector(parts.text);
  const [first, ...more] = text?.querySelectorAll("p:not([class])") ?? [];
  if (first === undefined) throw new Error(`no text in step ${step}`);
  first.textContent = "源".repeat(count);
  for (const paragraph of more) paragraph.remove();
}

/** Runs in the page: texts of steps that at rest are not all in view, beside or below the picture, with what is hidden, px. */
async function findHidden(where: {
  parts: typeof PARTS;
  steps: readonly number[];
  rest: number;
}): Promise<readonly string[]> {
  const { parts, steps, rest } = where;
  const hidden: string[] = [];
  const line = document.querySelector<HTMLElement>(parts.line)?.offsetTop ?? 0;
  for (const index of steps) {
    const step = document.querySelectorAll(parts.step)[index];
    const text = step?.querySelector(parts.text);
    const stage = document.querySelector(parts.stage)?.getBoundingClientRect();
    if (!step || !text || !stage) throw new Error(`no text in step ${index}`);
    const box = step.getBoundingClientRect();
    scrollTo({ top: box.top + scrollY + box.height * rest - line, behavior: "instant" });
    // A text has its height, by which a tall one is placed, some frames after it came near the window.
    for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
    const { top, bottom } = text.getBoundingClientRect();
    const last = bottom - Number.parseFloat(getComputedStyle(text).paddingBottom);
    const head = stage.left > innerWidth * 0.2 ? 0 : stage.bottom;
    if (top < head - 1 || last > innerHeight + 1)
      hidden.push(
        `${index}: ${Math.round(top - head)} px below the picture, ${Math.round(innerHeight - last)} px above the foot`,
      );
  }
  return hidden;
}

test("stages have the sizes that pictures are tested at", async ({ story }) => {
  await story.open();
  for (const [name, size] of Object.entries(SIZES)) {
    // The others are columns of another page.
    const [width = 0, height = 0] = name.split("×").map(Number);
    if (Number.isNaN(height)) continue;
    await story.resize({ width, height });
    const box = await story.picture.boundingBox();
    const margin = await story.picture.evaluate((node) => getComputedStyle(node).getPropertyValue("--nav-margin"));
    const stage = {
      width: Math.round(box?.width ?? 0),
      height: Math.round(box?.height ?? 0),
      ...(Number.parseFloat(margin) === NAV_MARGIN ? {} : { navMargin: Number.parseFloat(margin) }),
    };
    await story.goTo(2, REST_AT);
    const titled = (await story.picture.locator('text[data-role="title"]').count()) > 0;
    expect.soft({ ...stage, ...(titled ? {} : { untitled: true }) }, name).toEqual(size);
  }
});

for (const { tag, ...screen } of [
  { width: 360, height: 640, tag: [] },
  { width: 360, height: 800, tag: [] },
  { width: 390, height: 844, tag: [] },
  { width: 844, height: 390, tag: [] },
  { width: 430, height: 932, tag: "@wide" },
  { width: 768, height: 1024, tag: "@wide" },
  { width: 1000, height: 700, tag: "@wide" },
  { width: 1440, height: 900, tag: "@wide" },
  { width: 2560, height: 1440, tag: "@wide" },
])
  test(
    `at ${screen.width}×${screen.height} texts at rest are all in view, the longest too`,
    { tag },
    async ({ page, story }) => {
      await page.setViewportSize(screen);
      await page.emulateMedia({ reducedMotion: "reduce" });
      await story.open();
      const kinds = await page.$$eval(PARTS.step, (steps) => steps.map((step) => step.getAttribute("data-kind")));
      const where = { parts: PARTS, rest: REST_AT };
      // The last step has the slider below its text.
      const all = [...kinds.keys()].slice(1, -1);
      expect.soft(await page.evaluate(findHidden, { ...where, steps: all })).toEqual([]);
      const steps = [1, 2, kinds.indexOf("data")];
      for (const step of steps) await page.evaluate(fill, { parts: PARTS, step, count: LONGEST });
      expect.soft(await page.evaluate(findHidden, { ...where, steps }), "the longest").toEqual([]);
    },
  );

for (const screen of [
  { width: 1000, height: 700, body: [19, 19], title: [40, 42] },
  { width: 1440, height: 900, body: [21.5, 22.5], title: [40, 44] },
  { width: 2560, height: 1440, body: [26, 28], title: [48, 56] },
] as const)
  test(`at ${screen.width}×${screen.height} a step's title stands above its text, beside a picture of its own measure`, async ({
    page,
    story,
  }) => {
    await page.setViewportSize(screen);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await story.open();
    await story.goTo(3, REST_AT);
    const [text, title, paragraph, stage] = await Promise.all(
      [
        story.step("city").locator(PARTS.text),
        story.step("city").locator(PARTS.title),
        story.step("city").locator(`${PARTS.text} p:not([class])`).first(),
        story.stage,
      ].map((part) =>
        part.evaluate((node) => {
          const { left, right, top, bottom, width } = node.getBoundingClientRect();
          return { left, right, top, bottom, width, size: Number.parseFloat(getComputedStyle(node).fontSize) };
        }),
      ),
    );
    if (!text || !title || !paragraph || !stage) throw new Error("no step");
    expect(title.left).toBeCloseTo(paragraph.left, 0);
    expect(title.bottom).toBeLessThanOrEqual(paragraph.top);
    expect(title.size).toBeGreaterThanOrEqual(screen.title[0]);
    expect(title.size).toBeLessThanOrEqual(screen.title[1]);
    expect(paragraph.size).toBeGreaterThanOrEqual(screen.body[0]);
    expect(paragraph.size).toBeLessThanOrEqual(screen.body[1]);
    expect(text.width / paragraph.size).toBeLessThanOrEqual(24);
    expect(stage.width).toBeLessThanOrEqual(1150);
    expect(stage.right - text.left).toBeLessThanOrEqual(1780);
    // The margin before the text is the column's own.
    expect(Math.abs(text.left - (screen.width - stage.right))).toBeLessThanOrEqual(65);
  });

test("on a tablet the text stands in line with the picture's title, near the window's foot", async ({
  page,
  story,
}) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await story.open();
  for (const step of [2, 7, 12]) {
    await story.goTo(step, REST_AT);
    const title = await story.picture.locator('text[data-role="title"]').first().getAttribute("x");
    const box = await page.locator(PARTS.step).nth(step).locator(PARTS.text).boundingBox();
    expect.soft(Math.abs((box?.x ?? 0) - Number(title))).toBeLessThanOrEqual(2);
    expect.soft((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(1024 - 200);
  }
});

test("on a phone data stays longer than a schematic and a chapter's first step a little longer, and the story takes 42 to 50 screens", async ({
  page,
  story,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await story.open();
  const steps = await page.$$eval(
    PARTS.step,
    (nodes, parts) =>
      nodes.slice(1).map((node) => ({
        data: node.getAttribute("data-kind") === "data",
        opening: node.querySelector(parts.opening) !== null,
        screens: node.getBoundingClientRect().height / innerHeight,
      })),
    PARTS,
  );
  const wrong = steps.filter(({ data, opening, screens }) =>
    data ? screens < 1.6 || screens > 1.8 : screens < 1.25 || screens > (opening ? 1.5 : 1.35),
  );
  expect(wrong).toEqual([]);
  const all = await story.root.locator(PARTS.track).evaluate((track) => track.clientHeight / innerHeight);
  expect(all).toBeGreaterThanOrEqual(42);
  expect(all).toBeLessThanOrEqual(50);
});

/**
 * Runs in the page: marks of the picture below the nav's numerals and its thumb. The ground runs from edge to edge or
 * past the right one.
 */
function findUnderNav(parts: typeof PARTS): readonly string[] {
  const edge = 12;
  const picture = document.querySelector(parts.picture);
  const isGround = (node: Element): boolean => {
    const { left, right } = node.getBoundingClientRect();
    return (left <= edge && right >= innerWidth - edge) || right > innerWidth + edge;
  };
  const found = new Set<string>();
  const groups = [...(picture?.querySelectorAll(":scope > g") ?? [])];
  // The grains of a seam, which are drawn in several paths, are ground together, and so is all that stands among them.
  const grains = groups[1];
  const seam = grains !== undefined && isGround(grains) ? grains.getBoundingClientRect() : new DOMRect();
  const inSeam = (node: Element): boolean => {
    const { top, bottom } = node.getBoundingClientRect();
    return top < seam.bottom && bottom > seam.top;
  };
  const marks = groups
    .flatMap((group) => [...group.children])
    .filter((node) => Number(node.getAttribute("opacity") ?? 1) > 0.2 && !isGround(node) && !inSeam(node));
  for (const ink of document.querySelectorAll(`${parts.progressStopName}, ${parts.progressThumb}`)) {
    const { left, right, top, bottom } = ink.getBoundingClientRect();
    for (const node of marks) {
      const box = node.getBoundingClientRect();
      if (box.right < left - 3 || box.top > bottom || box.bottom < top) continue;
      const back = node instanceof SVGGraphicsElement ? node.getScreenCTM()?.inverse() : undefined;
      for (let y = top; y <= bottom; y += 2)
        for (let x = left - 3; x <= right; x += 2) {
          const point = new DOMPoint(x, y).matrixTransform(back);
          const hit =
            node instanceof SVGGeometryElement
              ? (node.getAttribute("fill") !== "none" && node.isPointInFill(point)) ||
                (node.hasAttribute("stroke") && node.isPointInStroke(point))
              : x < box.right;
          if (hit) found.add(`${node.tagName} ${node.textContent} at ${Math.round(y)} under ${ink.textContent}`);
        }
    }
  }
  return [...found];
}

for (const screen of [
  { width: 360, height: 640 },
  { width: 390, height: 844 },
])
  test(`at ${screen.width}×${screen.height} no mark of a picture lies under the progress nav`, async ({
    page,
    story,
  }) => {
    for await (const id of restingSteps(page, story, screen))
      expect.soft(await page.evaluate(findUnderNav, PARTS), id).toEqual([]);
  });
