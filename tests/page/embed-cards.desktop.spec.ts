import { CARDS_HEIGHT } from "../../src/core/embed/protocol.ts";
import { embedded } from "./embed-page.ts";
import { PARTS } from "./parts.ts";
import { expect, test } from "./story-test.ts";

/** A card as it is laid out: how much it is too high, and how far its text reaches below the pager's top, px. */
interface Card {
  readonly step: string;
  readonly count: string;
  readonly overflow: number;
  readonly covered: number;
}

/** Runs in the frame: turns every card and measures it. */
async function measureCards(parts: typeof PARTS): Promise<readonly Card[]> {
  const find = (selector: string): HTMLElement => {
    const found = document.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`missing element: ${selector}`);
    return found;
  };
  const cards: Card[] = [];
  for (let left = document.querySelectorAll(parts.step).length; left > 0; left -= 1) {
    await new Promise(requestAnimationFrame);
    const [card, pager] = [find(parts.card), find(parts.pager)];
    const texts = [...card.querySelectorAll(`${parts.text}, ${parts.textFoot}`)];
    const foot = Math.max(...texts.map((text) => text.getBoundingClientRect().bottom));
    cards.push({
      step: card.dataset["step"] ?? "",
      count: find(parts.pagerCount).textContent,
      overflow: document.documentElement.scrollHeight - innerHeight,
      covered: Math.max(0, foot - pager.getBoundingClientRect().top),
    });
    find(parts.nextCard).click();
  }
  return cards;
}

for (const { width, tag } of [
  { width: 320, tag: [] },
  { width: 344, tag: ["@wide"] },
  { width: 360, tag: [] },
  { width: 375, tag: ["@wide"] },
  { width: 390, tag: ["@wide"] },
  { width: 600, tag: ["@wide"] },
  { width: 800, tag: [] },
])
  test(
    `every card of the story fits into a frame ${width} px wide, text, slider and pager`,
    { tag },
    async ({ page, baseURL }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.setContent(
        `<style>body{margin:0}</style><iframe style="border:0" width="${width}" height="${CARDS_HEIGHT}" src="${baseURL}embed/?mode=cards"></iframe>`,
      );
      const frame = await embedded(page);
      const ids = await frame.$$eval(PARTS.step, (steps) => steps.map((step) => step.getAttribute("data-step")));
      const cards = await frame.evaluate(measureCards, PARTS);
      expect(cards.length).toBeGreaterThan(20);
      expect(cards).toEqual(
        ids.map((step, index) => ({ step, count: `${index + 1} / ${ids.length}`, overflow: 0, covered: 0 })),
      );
    },
  );
