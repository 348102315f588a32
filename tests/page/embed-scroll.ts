import type { Frame, Page } from "@playwright/test";

/** Window of a host in which the embed stands in a column. */
export const HOST_WINDOW = { width: 1000, height: 800 } as const;

/** How far an embed's document is scrolled, px. */
export function frameOffset(frame: Frame): Promise<number> {
  return frame.evaluate(() => scrollY);
}

/** Waits until the page's figure has not moved for a few frames: a key or a finger scrolls on by itself. */
export async function figureStill(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const top = (): number | undefined => document.querySelector("figure")?.getBoundingClientRect().top;
        let [last, still] = [top(), 0];
        const look = (): void => {
          still = top() === last ? still + 1 : 0;
          last = top();
          if (still > 12) done();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
}

/** Waits until the page has drawn some frames. */
export async function framesDrawn(page: Page | Frame, count: number): Promise<void> {
  await page.evaluate(
    (wanted) =>
      new Promise<void>((done) => {
        let drawn = 0;
        const look = (): void => {
          drawn += 1;
          if (drawn > wanted) done();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    count,
  );
}
