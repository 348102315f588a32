import type { Locator, Page } from "@playwright/test";
import { PARTS, partSelector } from "./parts.ts";
import { describeNodes } from "./story-measures.ts";
import { expect } from "./story-test.ts";

/** Share of a step that is above the deciding line when its picture rests. */
const REST = 0.92;

/** Runs in the page: scrolls it at once until the deciding line is at `share` of a step. */
function scrollToStep(host: Element, { parts, id, share }: { parts: typeof PARTS; id: string; share: number }): void {
  const [step, line, stage] = [`${parts.step}[data-step="${id}"]`, parts.line, parts.stage].map((selector) =>
    host.shadowRoot?.querySelector(selector)?.getBoundingClientRect(),
  );
  if (!step || !line || !stage) throw new Error(`no step ${id}`);
  scrollBy({ top: step.top + step.height * share - (line.top - stage.top), behavior: "instant" });
}

/** Runs in the page: scrolls it past the story, `pace` px a frame, `top` px being covered. */
async function ride(host: Element, { parts, pace, top }: { parts: typeof PARTS; pace: number; top: number }) {
  const [stage, track] = [parts.stage, parts.track].map((selector) => host.shadowRoot?.querySelector(selector));
  if (!stage || !track) throw new Error("no story");
  scrollBy({ top: track.getBoundingClientRect().top - innerHeight / 2, behavior: "instant" });
  for (let [offset, frames] = [0, 0]; ; frames += 1) {
    await new Promise(requestAnimationFrame);
    const [around, box] = [track.getBoundingClientRect(), stage.getBoundingClientRect()];
    const place = Math.min(Math.max(around.top, top), around.bottom - box.height);
    offset = Math.max(offset, Math.abs(box.top - place));
    if (around.bottom < innerHeight * 0.7) return { offset, frames };
    scrollBy({ top: pace, behavior: "instant" });
  }
}

/** Runs in the page: resolves when the story listens and its picture has come to the reader. */
function settle(host: Element, { elementRoot, picture }: typeof PARTS): Promise<void> {
  return new Promise((done) => {
    let frames = 0;
    const look = (): void => {
      frames += 1;
      const ready = host.shadowRoot?.querySelector(elementRoot)?.hasAttribute("data-ready");
      const settled = host.shadowRoot?.querySelector(picture)?.getAttribute("data-settled") === "true";
      // A scroll is heard with the next frame, a change of size with the one after.
      if (frames > 3 && ready && settled) done();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** The story of an `anyuan-story` element, which lives in a shadow root of another page. */
export class ElementStory {
  readonly host: Locator;

  constructor(readonly page: Page) {
    this.host = page.locator(PARTS.element);
  }

  /** A part of the story, by its name in `PARTS`. */
  part(name: keyof typeof PARTS): Locator {
    return this.host.locator(PARTS[name]);
  }

  partOf(id: string, name: keyof typeof PARTS): Locator {
    return this.host.locator(partSelector(id, name));
  }

  stepIds(): Promise<readonly string[]> {
    return this.part("step").evaluateAll((steps) => steps.map((step) => step.getAttribute("data-step") ?? ""));
  }

  settled(): Promise<void> {
    return this.host.evaluate(settle, PARTS);
  }

  /** Scrolls the page until a step's picture rests; returns its marks, written as `StoryPage.drawn` does. */
  async drawnAt(id: string): Promise<string> {
    await this.host.evaluate(scrollToStep, { parts: PARTS, id, share: REST });
    await expect(this.part("picture")).toHaveAttribute("data-step", id);
    await this.settled();
    return this.part("picture").evaluate(describeNodes);
  }

  /** Scrolls the page past the story: how many frames that took, and how far the stage was off its place at worst, px. */
  scrollPast(pace: number, top = 0): Promise<{ readonly offset: number; readonly frames: number }> {
    return this.host.evaluate(ride, { parts: PARTS, pace, top });
  }
}
