import { expect, type Frame, type Page } from "@playwright/test";
import { StoryPage } from "./story-page.ts";

/** The document of the page's embed, when its script listens and its picture is drawn. */
export async function embedded(page: Page): Promise<Frame> {
  const find = (): Frame | undefined =>
    page.frames().find((one) => one.url() !== "" && new URL(one.url()).pathname.includes("/embed/"));
  await expect.poll(() => find() !== undefined).toBe(true);
  const frame = find();
  if (frame === undefined) throw new Error("no frame");
  const story = new StoryPage(frame);
  await story.ready();
  // The page waits up to 8 s for its worker before it draws by itself.
  await expect(story.picture).toHaveAttribute("data-position", /\d/, { timeout: 20_000 });
  return frame;
}

/** Height of an embed's document, px. */
export function documentHeight(frame: Frame): Promise<number> {
  return frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
}

/** Waits until the host shows its frame and has made the figure as tall as the frame's document. */
export async function unfolded(page: Page): Promise<void> {
  const frame = await embedded(page);
  await expect(page.locator("iframe")).toHaveCSS("visibility", "visible");
  const figureHeight = (): Promise<number> =>
    page.evaluate(() => {
      const figure = document.querySelector("figure");
      return figure === null ? 0 : parseFloat(getComputedStyle(figure).height);
    });
  await expect.poll(async () => (await figureHeight()) - (await documentHeight(frame))).toBe(0);
}

/** Waits until the browser has painted a frame that is in the window: it drops every input before that. */
export async function painted(frame: Frame): Promise<void> {
  await expect.poll(() => frame.evaluate(() => performance.getEntriesByType("paint").length)).toBeGreaterThan(0);
}

/** Pinned by the host's layout, by the loader, and in an element that scrolls. */
export const PINNED = ["H1-clean", "H3-overflow-x", "H7-scroller"];

/** Distance from the top of the figure to the top of the host's window, px. */
export function into(page: Page): Promise<number> {
  return page.evaluate(() => -Math.round(document.querySelector("figure")?.getBoundingClientRect().top ?? 0));
}

export interface FramePlace {
  /** Distance of a pinned frame from its place in the window, px. */
  readonly off: number;
  /** Distance of the frame from the top of its figure's content, which is how far its document is to be scrolled, px. */
  readonly into: number;
}

/**
 * Runs in a host's page, in any engine: scrolls at once until a pinned frame is `px` and a share of its way into the figure. `top` is what
 * covers the top of the window, px.
 */
export async function scrollInto({ px = 0, share = 0, top = 0 }): Promise<FramePlace> {
  const [figure, frame] = [document.querySelector("figure"), document.querySelector("iframe")];
  const around = document.querySelector("dialog, article:not(:has(dialog))");
  if (figure === null || frame === null || around === null) throw new Error("no embed");
  const scrolls = getComputedStyle(around).overflowY === "auto" && around.scrollHeight > around.clientHeight + 1;
  const way = parseFloat(getComputedStyle(figure).height) - frame.offsetHeight;
  const due = px + Math.round(way * share);
  const by = figure.getBoundingClientRect().top + due - top;
  (scrolls ? around : window).scrollBy({ top: by, behavior: "instant" });
  for (let frames = 0; frames < 3; frames += 1) await new Promise((done) => requestAnimationFrame(done));
  const place = frame.getBoundingClientRect().top;
  const above = figure.clientTop + parseFloat(getComputedStyle(figure).paddingTop);
  return { off: Math.abs(place - top), into: Math.round(place - figure.getBoundingClientRect().top - above) };
}

/** The embed at an address, its document scrolled by `due` px. */
export async function amid(page: Page, address: string, due: number): Promise<Frame> {
  await page.goto(address);
  await page.locator("figure").scrollIntoViewIfNeeded();
  const frame = await embedded(page);
  await unfolded(page);
  await page.evaluate(scrollInto, { px: due });
  await expect.poll(() => frame.evaluate(() => scrollY)).toBe(due);
  await painted(frame);
  return frame;
}
