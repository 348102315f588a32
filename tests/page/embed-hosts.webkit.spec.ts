import type { WebDriver } from "selenium-webdriver";
import { type Host, SHOWN } from "../embed/hosts/template.ts";
import { scrollInto } from "./embed-page.ts";
import { FRAME_HOSTS, tagged } from "./host-sites.ts";
import { figureParts, happenLater } from "./host-state.ts";
import { PARTS } from "./parts.ts";
import { callIn, expect, test, VIEW } from "./webkit-sites.ts";

test.use({ view: VIEW });

for (const host of FRAME_HOSTS)
  test(`${host.name}: ${SHOWN[host.shown]}`, tagged(host, "webkit"), async ({ webkit, sites }) => {
    await webkit.get(sites.address + host.name);
    if (host.changes) {
      await callIn(webkit, figureParts, undefined);
      await callIn(webkit, happenLater, undefined);
    }
    await webkit.executeScript("document.querySelector('figure, iframe').scrollIntoView()");
    if (host.shown === "figure")
      expect(await callIn(webkit, figureParts, undefined)).toEqual({ link: true, frames: 0 });
    else await readFrame(webkit, host);
  });

interface EmbedState {
  readonly ready: boolean;
  readonly mode: string | undefined;
  readonly pagerCount: string;
  readonly steps: readonly (string | undefined)[];
  readonly shownStep: string | null;
  readonly y: number;
  readonly height: number;
}

/** Runs in the embed's document. */
function stateOf(parts: typeof PARTS): EmbedState {
  const { dataset } = document.documentElement;
  const picture = document.querySelector(parts.picture);
  return {
    ready: dataset["ready"] !== undefined && picture?.hasAttribute("data-position") === true,
    mode: dataset["mode"],
    pagerCount: document.querySelector(parts.pagerCount)?.textContent ?? "",
    steps: [...document.querySelectorAll<HTMLElement>(parts.step)].map((step) => step.dataset["step"]),
    shownStep: picture?.getAttribute("data-step") ?? null,
    y: scrollY,
    height: Math.ceil(document.body.getBoundingClientRect().height),
  };
}

/** Calls a function of the test in the embed's document, which may be in a frame of a frame. */
async function callInEmbed<Found>(webkit: WebDriver, call: (parts: typeof PARTS) => Found): Promise<Found> {
  await webkit.switchTo().defaultContent();
  do await webkit.switchTo().frame(0);
  while ((await webkit.executeScript<number>("return frames.length")) > 0);
  const found = await callIn(webkit, call, PARTS);
  await webkit.switchTo().defaultContent();
  return found;
}

async function readFrame(webkit: WebDriver, { shown, top, changes }: Host): Promise<void> {
  const state = (): Promise<EmbedState> => callInEmbed(webkit, stateOf);
  await expect.poll(() => webkit.executeScript("return frames.length")).toBe(1);
  await expect.poll(async () => (await state()).ready).toBe(true);
  if (shown === "cards") {
    await callInEmbed(webkit, (parts) => document.querySelector<HTMLElement>(parts.nextCard)?.click());
    await expect.poll(async () => (await state()).pagerCount).toMatch(/^2 \//);
    return;
  }
  const figureHeight = "return parseFloat(getComputedStyle(document.querySelector('figure')).height)";
  await expect.poll(async () => (await webkit.executeScript<number>(figureHeight)) - (await state()).height).toBe(0);
  const visibility = "return getComputedStyle(document.querySelector('iframe')).visibility";
  expect(await webkit.executeScript(visibility)).toBe("visible");
  if (shown === "article") {
    expect((await state()).mode).toBe("article");
    return;
  }
  if (changes) await callIn(webkit, happenLater, undefined);
  const { steps } = await state();
  for (const [share, shownStep] of [
    [0.01, steps[0]],
    [0.99, steps.at(-1)],
  ] as const) {
    const { off, into } = await callIn(webkit, scrollInto, { share, top });
    expect(off, "px off its place").toBeLessThanOrEqual(1);
    await expect.poll(state).toMatchObject({ y: into, shownStep });
  }
}
