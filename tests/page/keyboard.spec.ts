import type { Page } from "@playwright/test";
import { contrastRatio, parseHex } from "../../src/core/lib/color.ts";
import { PARTS } from "./parts.ts";
import type { StoryPage } from "./story-page.ts";
import { expect, test } from "./story-test.ts";

interface Focused {
  readonly name: string;
  readonly follows: boolean;
  readonly inside: boolean;
  readonly uncovered: boolean;
}

/** The element that has the focus: its place on the screen, and if it comes after the one that had it before. */
function focused(page: Page): Promise<Focused> {
  return page.evaluate((parts) => {
    const node = document.activeElement;
    if (!(node instanceof HTMLElement)) throw new Error("nothing is focused");
    // The picture's own links stand behind the step that is shown: a node alone does not tell the order.
    const text = node.closest(parts.step);
    // No element has such an id: those that have one are properties of the window, too.
    const last: unknown = Reflect.get(window, "focus before");
    const lastText: unknown = Reflect.get(window, "step before");
    Reflect.set(window, "focus before", node);
    if (text !== null) Reflect.set(window, "step before", text);
    const box = [...node.getClientRects()].at(-1) ?? node.getBoundingClientRect();
    const stage = document.querySelector(parts.stage)?.getBoundingClientRect();
    const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const beside = stage !== undefined && stage.left > 0;
    function follows(before: Node, after: Node): boolean {
      return (before.compareDocumentPosition(after) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    }
    return {
      name: node.getAttribute("aria-label") ?? node.textContent.trim().slice(0, 12),
      follows:
        text !== null && lastText instanceof Element && lastText !== text
          ? follows(lastText, text)
          : !(last instanceof Node) || follows(last, node),
      inside: box.top >= 0 && box.bottom <= innerHeight + 1 && box.left >= 0 && box.right <= innerWidth + 1,
      uncovered:
        at !== null &&
        (node.contains(at) || at.contains(node)) &&
        (node.closest(parts.text) === null || beside || box.top >= (stage?.bottom ?? 0)),
    };
  }, PARTS);
}

/** Width, px, of the ring around what has the focus, its colour and that of the ground. */
function ring(page: Page): Promise<{ readonly width: number; readonly colour: string; readonly ground: string }> {
  return page.evaluate(() => {
    const style = getComputedStyle(document.activeElement ?? document.body);
    const paint = new OffscreenCanvas(1, 1).getContext("2d");
    function hex(colour: string): string {
      if (paint === null) return "";
      paint.fillStyle = colour;
      return paint.fillStyle;
    }
    return {
      width: style.outlineStyle === "none" ? 0 : Number.parseFloat(style.outlineWidth),
      colour: hex(style.outlineColor),
      ground: hex(style.getPropertyValue("--background").trim()),
    };
  });
}

/** Presses Tab, judges what it comes to by day and by night, and tells its name. */
async function tab(page: Page, story: StoryPage): Promise<string> {
  await page.keyboard.press("Tab");
  // A focus may scroll the page, which brings another picture with links of its own.
  await story.scrollEnded();
  await story.settled();
  await story.numberLinksPlaced();
  const { name, ...seen } = await focused(page);
  expect(seen, name).toEqual({ follows: true, inside: true, uncovered: true });
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await story.painted();
    const { width, colour, ground } = await ring(page);
    expect(width, name).toBeGreaterThanOrEqual(2);
    expect(contrastRatio(parseHex(colour), parseHex(ground)), `${name} ${colour} on ${ground}`).toBeGreaterThanOrEqual(
      3,
    );
  }
  return name;
}

/** Names of the fixture's controls up to the first of its appendix, without the links over a picture's numbers. */
const ORDER = [
  "跳到正文",
  "读法",
  "1907年",
  "岬角",
  "滚动 图跟着手走",
  "翻页 一步一屏",
  "分享",
  "壹点灯",
  "贰收灯",
  "直接读文章",
  "2024年",
  "160艘",
  "80艘",
  "约33%",
  "雾号",
  "这幅图的数据",
  "分享这一章",
  "用手拖一遍，来回都行",
  "直接读文章",
  "渔船、驳船和货船",
  "换上新灯",
  "样例年鉴",
  "分享这一章",
  "分享",
  "查每个数",
  "从头读",
  "方法",
];

test.describe("of the fixture story", () => {
  test.use({ site: "fixture" });

  test("Tab leads to every control in reading order, in sight, with a ring that stands out", async ({
    page,
    story,
  }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await story.open();
    await story.settled();
    const names: string[] = [];
    while (names.at(-1) !== ORDER.at(-1) && names.length < 2 * ORDER.length) names.push(await tab(page, story));
    expect(names.filter((name) => !name.endsWith("的出处"))).toEqual(ORDER);
  });
});

for (const { start, presses, wide } of [
  { start: "#growth", presses: 9, wide: false },
  { start: "", presses: 8, wide: true },
  { start: "#spokes", presses: 5, wide: true },
  { start: "#firms", presses: 7, wide: true },
  { start: "#third-leg", presses: 5, wide: true },
  { start: "#closing", presses: 4, wide: true },
])
  test(
    `Tab leads to ${presses} controls from ./${start}, in sight, with a ring that stands out`,
    {
      tag: wide ? "@wide" : [],
    },
    async ({ page, story }) => {
      await page.emulateMedia({ reducedMotion: "reduce" });
      await story.open(`./${start}`);
      await story.settled();
      for (let press = 0; press < presses; press++) await tab(page, story);
    },
  );
