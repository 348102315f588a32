import { expect } from "@playwright/test";
import { ACTION_END, ENTER_START } from "../../src/core/model/timing.ts";
import { PARTS } from "./parts.ts";
import { StoryMeasures } from "./story-measures.ts";

/** Runs in the page: resolves when the script listens and the picture has come to the reader. */
function settle(picture: string): Promise<void> {
  return new Promise((done) => {
    let frames = 0;
    const look = (): void => {
      frames += 1;
      const ready = document.documentElement.dataset["ready"] !== undefined;
      const settled = document.querySelector(picture)?.getAttribute("data-settled") === "true";
      // A scroll is heard with the next frame, a change of size with the one after.
      if (frames > 3 && ready && settled) done();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** The story's parts and measures, with waits until something is so. */
export class StoryWaits extends StoryMeasures {
  async ready(): Promise<void> {
    await this.root.waitForFunction(() => document.documentElement.dataset["ready"] !== undefined);
  }

  /** Waits until the script listens and the picture has come to where the reader is. */
  async settled(): Promise<void> {
    await this.root.evaluate(settle, PARTS.picture);
  }

  /** Waits until the page has not scrolled for a few frames: a key or a finger scrolls on by itself. */
  async scrollEnded(): Promise<void> {
    await this.root.evaluate(
      () =>
        new Promise<void>((done) => {
          let [last, still] = [scrollY, 0];
          const look = (): void => {
            still = scrollY === last ? still + 1 : 0;
            last = scrollY;
            if (still > 12) done();
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        }),
    );
  }

  /** Waits until the page has painted all that it was told before. */
  async painted(): Promise<void> {
    await this.root.evaluate(
      () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
  }

  /** Waits until the page of facts is loaded, from which dialogs, links over numbers and paper take their words. */
  async factsLoaded(): Promise<void> {
    await this.root.waitForFunction(() =>
      performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/facts/")),
    );
    await this.painted();
  }

  /** Waits until links lie over the numbers of the picture, if it has some and is at rest: they come a while after it. */
  async numberLinksPlaced(): Promise<void> {
    const rest = { parts: PARTS, from: ACTION_END, to: ENTER_START };
    await this.root.waitForFunction(({ parts, from, to }) => {
      const picture = document.querySelector<SVGElement>(parts.picture);
      const { step = "", position = "", settled } = picture?.dataset ?? {};
      const name = `${parts.step}[data-step="${step}"][data-facts]`;
      const section = document.querySelector(name);
      const links = document.querySelector(`${name} > ${parts.numberLinks}, ${name} ~ ${parts.numberLinks}`);
      const progress = Number(position) % 1;
      // A picture holds from the end of its action until the next one begins to come.
      const atRest = settled === "true" && (progress >= from || (Number(position) >= 1 && progress < to));
      return section === null || !atRest || (links instanceof HTMLElement && !links.hidden);
    }, rest);
  }

  /** Waits until a step's still picture has loaded. */
  async stillLoaded(id: string): Promise<void> {
    const still = this.partOf(id, "still");
    await expect
      .poll(() => still.evaluate((node) => (node instanceof HTMLImageElement && node.complete ? node.naturalWidth : 0)))
      .toBeGreaterThan(0);
  }

  /** Waits until the device has kept a position in a step. */
  async positionKept(step: string): Promise<void> {
    const read = (): Promise<string | null> =>
      this.root.evaluate(() => {
        const key = Object.keys(localStorage).find((name) => name.endsWith(".place.1"));
        return key === undefined ? null : localStorage.getItem(key);
      });
    await expect.poll(read).toMatch(new RegExp(`^${step} `));
  }
}
