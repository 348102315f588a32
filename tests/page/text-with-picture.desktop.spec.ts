import { ENTER_START } from "../../src/core/model/timing.ts";
import { PARTS } from "./parts.ts";
import { expect, test } from "./story-test.ts";

/** Height, px, in which the edge of a picture above a text fades it out. */
const EDGE = 26;

interface Way {
  readonly step: number;
  readonly enter: number;
  readonly edge: number;
  readonly parts: typeof PARTS;
}

/**
 * Runs in the page: scrolls from a step's text to the next one's. While a line of the first is at reading height its
 * picture stays, and the next one has begun to come when the second text has arrived in its place.
 */
async function findParted({ step, enter, edge, parts }: Way): Promise<readonly string[]> {
  const frame = (): Promise<number> => new Promise(requestAnimationFrame);
  const [picture, line] = [parts.picture, parts.line].map((part) =>
    document.querySelector<HTMLElement | SVGElement>(part),
  );
  const [here, next] = [step, step + 1].map((index) => document.querySelectorAll(parts.step)[index]);
  const [text, coming] = [here, next].map((section) => section?.querySelector(parts.text));
  const stage = document.querySelector(parts.stage);
  if (!picture || !(line instanceof HTMLElement) || !here || !next || !coming || !stage)
    throw new Error(`no step ${step}`);
  const found: string[] = [];
  for (let progress = -0.2; progress <= 0.45; progress += 0.025) {
    const box = next.getBoundingClientRect();
    scrollTo({ top: box.top + scrollY + progress * box.height - line.offsetTop, behavior: "instant" });
    for (let frames = 0; frames < 3; frames += 1) await frame();
    while (picture.dataset["settled"] !== "true") await frame();
    const shown = Number(picture.dataset["position"]);
    const comes = shown > step + 1 + enter + 0.01;
    const { left, bottom } = stage.getBoundingClientRect();
    const read = left > innerWidth * 0.2 ? innerHeight / 3 : bottom + edge;
    if (text) {
      const last = text.getBoundingClientRect().bottom - Number.parseFloat(getComputedStyle(text).paddingBottom);
      if (comes && last > read) found.push(`${step}: a line stands at ${Math.round(last)}, the picture is at ${shown}`);
    }
    const place = coming.getBoundingClientRect().top - Number.parseFloat(getComputedStyle(coming).top);
    if (!comes && Math.abs(place) < 1) found.push(`${step + 1}: the text has arrived, the picture is at ${shown}`);
  }
  return found;
}

const WAY = { enter: ENTER_START, edge: EDGE, parts: PARTS };

const SCREENS = [
  { width: 1440, height: 900 },
  { width: 844, height: 390 },
  { width: 390, height: 844 },
];

for (const screen of SCREENS)
  for (const { every, tag } of [
    { every: 4, tag: [] },
    { every: 1, tag: "@wide" },
  ])
    test(
      `at ${screen.width}×${screen.height} a picture leaves after its text is read, and the next comes before its own is, ${every === 1 ? "every played step" : "some played steps"}`,
      { tag },
      async ({ page, story }) => {
        await page.setViewportSize(screen);
        await page.emulateMedia({ reducedMotion: "reduce" });
        await story.open();
        const paces = await page.$$eval(PARTS.step, (steps) => steps.map((step) => step.getAttribute("data-pace")));
        const played = [...paces.keys()].filter((step) => paces[step] === "play" && step + 1 < paces.length);
        expect(played.length).toBeGreaterThan(0);
        const pairs = new Set(played.filter((_, index) => index % every === 0).flatMap((step) => [step - 1, step]));
        for (const step of pairs) expect.soft(await page.evaluate(findParted, { step, ...WAY })).toEqual([]);
      },
    );

for (const screen of SCREENS)
  test(`at ${screen.width}×${screen.height} a moving picture waits for its text to be read, and is there when it has arrived`, async ({
    page,
    story,
  }) => {
    await page.setViewportSize(screen);
    await story.open();
    const played = await page.$$eval(PARTS.step, (steps) =>
      steps.findIndex((step) => step.getAttribute("data-pace") === "play"),
    );
    for (const step of [played - 1, played]) expect.soft(await page.evaluate(findParted, { step, ...WAY })).toEqual([]);
  });
