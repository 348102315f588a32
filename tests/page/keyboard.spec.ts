import { expect, type Page, test } from "@playwright/test";
import { contrast, rgb } from "../../src/picture/colour.ts";
import { settled } from "./reading.ts";

interface Focused {
  readonly name: string;
  readonly follows: boolean;
  readonly inside: boolean;
  readonly uncovered: boolean;
  readonly ring: number;
  readonly colour: string;
  readonly ground: string;
}

/** What has the focus, where it is, and how it shows; and whether it comes after what had it before. */
function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const node = document.activeElement;
    if (!(node instanceof HTMLElement)) throw new Error("nothing is focused");
    // The picture's own links stand at the end of whichever step is shown, so a node alone does not tell what came before.
    const text = node.closest(".step");
    const last: unknown = Reflect.get(window, "last");
    const lastText: unknown = Reflect.get(window, "lastText");
    Reflect.set(window, "last", node);
    Reflect.set(window, "lastText", text);
    const box = [...node.getClientRects()].at(-1) ?? node.getBoundingClientRect();
    const stage = document.querySelector(".stage")?.getBoundingClientRect();
    const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const beside = stage !== undefined && stage.left > 0;
    const style = getComputedStyle(node);
    const paint = new OffscreenCanvas(1, 1).getContext("2d");
    function follows(before: Node, after: Node): boolean {
      return (before.compareDocumentPosition(after) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    }
    function hex(colour: string): string {
      if (paint === null) return "";
      paint.fillStyle = colour;
      return paint.fillStyle;
    }
    return {
      name: `${node.localName} ${node.textContent.trim().slice(0, 12)}`,
      follows:
        text !== null && lastText instanceof Element && lastText !== text
          ? follows(lastText, text)
          : !(last instanceof Node) || follows(last, node),
      inside: box.top >= 0 && box.bottom <= innerHeight + 1 && box.left >= 0 && box.right <= innerWidth + 1,
      uncovered:
        at !== null &&
        (node.contains(at) || at.contains(node)) &&
        (node.closest(".words") === null || beside || box.top >= (stage?.bottom ?? 0)),
      ring: style.outlineStyle === "none" ? 0 : Number.parseFloat(style.outlineWidth),
      colour: hex(style.outlineColor),
      ground: hex(style.getPropertyValue("--ground").trim()),
    };
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`whatever the Tab key comes to can be seen, with a ring that stands out, in reading order, ${colorScheme}`, async ({
    page,
  }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const [start, presses] of [
      ["", 8],
      ["#industry", 5],
      ["#growth", 9],
      ["#firms", 7],
      ["#third-leg", 5],
      ["#closing", 4],
    ] as const) {
      // From elsewhere: within the page it would be a jump, and the address that follows the reader would be the next start.
      await page.goto("about:blank");
      await page.goto(`./${start}`);
      await settled(page);
      for (let press = 0; press < presses; press++) {
        await page.keyboard.press("Tab");
        await settled(page);
        await page.waitForTimeout(250);
        const { name, colour, ground, ...seen } = await focused(page);
        expect(seen, `${start} ${press} ${name}`).toEqual({
          follows: true,
          inside: true,
          uncovered: true,
          ring: expect.any(Number),
        });
        expect(seen.ring, name).toBeGreaterThanOrEqual(2);
        expect(contrast(rgb(colour), rgb(ground)), `${name} ${colour} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });
}
