import { PARTS } from "../page/parts.ts";
import type { StoryPage } from "../page/story-page.ts";

/** Steps among which a number on a picture is looked for, and time until it is placed, ms. */
const STEPS_TRIED = 6;
const PLACED = 1500;
/** Share of a step at which its picture stands. */
const AT_REST = 0.9;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A kind of tap. */
export interface Tap {
  readonly name: string;
  readonly target: string;
  /** Appears when the tap is answered, and goes with Escape; null where nothing does. */
  readonly opens: keyof typeof PARTS | null;
  /** Brings the target into the window; false where there is none. */
  readonly reach?: (story: StoryPage, visit: number) => Promise<boolean>;
  /** True while the page scrolls. */
  readonly moving?: boolean;
  /** True when each visit taps another one of the targets. */
  readonly another?: boolean;
}

export const TAPS: readonly Tap[] = [
  { name: "number in the text", target: PARTS.factLink, opens: "sourceDialog", reach: toNumberInText },
  { name: "number on the picture", target: PARTS.numberLink, opens: "sourceDialog", reach: toNumberOnPicture },
  { name: "mode menu", target: PARTS.modeButton, opens: "modeOptions" },
  { name: "share button", target: PARTS.shareButton, opens: "shareDialog" },
  { name: "share button, while the page scrolls", target: PARTS.shareButton, opens: "shareDialog", moving: true },
  { name: "chapter in the progress nav", target: `${PARTS.progressStop}[data-chapter]`, opens: null, another: true },
];

/** Runs in the page: a point of an element that a finger would meet there, of those that have one; null without any. */
export function pointOn({ selector, index }: { readonly selector: string; readonly index: number }): Point | null {
  const points = [...document.querySelectorAll(selector)].flatMap((element): Point[] => {
    const box = element.getClientRects()[0];
    if (box === undefined) return [];
    const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    return element.contains(document.elementFromPoint(point.x, point.y)) ? [point] : [];
  });
  return points[index % points.length] ?? null;
}

/** Another number for each visit, so that no dialog is opened twice. */
async function toNumberInText(story: StoryPage, visit: number): Promise<boolean> {
  const link = story.root.locator(`${PARTS.text} ${PARTS.factLink}`).nth(visit * 5);
  if ((await link.count()) === 0) return false;
  await story.jump(
    await link.evaluate((element) => element.getBoundingClientRect().top + scrollY - innerHeight * 0.75),
  );
  await story.settled();
  return true;
}

async function toNumberOnPicture(story: StoryPage, visit: number): Promise<boolean> {
  const steps = await story.root
    .locator(`${PARTS.step}[data-facts]`)
    .evaluateAll((all) => all.flatMap((step) => (step instanceof HTMLElement ? (step.dataset["step"] ?? []) : [])));
  for (const step of steps.slice(visit * STEPS_TRIED, (visit + 1) * STEPS_TRIED)) {
    await story.goTo(step, AT_REST);
    const link = story.root.locator(PARTS.numberLink).first();
    const shown = link.waitFor({ timeout: PLACED }).then(
      () => true,
      () => false,
    );
    if (await shown) return true;
  }
  return false;
}
