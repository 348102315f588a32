import { expect, type Page } from "@playwright/test";
import { MODE_NAMES, PARTS, type ViewMode } from "./parts.ts";
import { StoryWaits } from "./story-waits.ts";

/** The story in a page or an iframe, in a reader's terms. */
export class StoryPage extends StoryWaits {
  /** Opens an address of the site and waits until the story listens. */
  async open(address = "./"): Promise<void> {
    await this.root.goto(address);
    await this.ready();
  }

  /** Scrolls at once to a document y, px, passing nothing between. */
  async jump(y: number): Promise<void> {
    await this.root.evaluate((top) => scrollTo({ top, behavior: "instant" }), y);
  }

  /** Scrolls at once to a position and waits until its picture stands. */
  async goTo(step: number | string, progress: number): Promise<void> {
    await this.jump(await this.offsetOf(step, progress));
    await this.settled();
  }

  /** Gives the window another size and waits until its picture stands: a busy browser takes the size some frames later. */
  async resize(size: { readonly width: number; readonly height: number }): Promise<void> {
    const page = "page" in this.root ? this.root.page() : this.root;
    await page.setViewportSize(size);
    await this.root.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
    await this.settled();
  }

  /** Chooses a view mode as a reader does, and waits until the page has taken it. */
  async chooseMode(mode: ViewMode): Promise<void> {
    await this.modeButton.click();
    await this.root.locator(PARTS.modeOption).filter({ hasText: MODE_NAMES[mode] }).click();
    await expect(this.modeOptions).toBeHidden();
    await expect(this.rootElement).toHaveAttribute("data-mode", mode);
  }

  /** Brings every animation that ends to its end, in the element's shadow root too: a text that still appears is paler than it will be. */
  async finishAnimations(): Promise<void> {
    await this.root.evaluate((element) => {
      const shadows = [...document.querySelectorAll(element)].flatMap(({ shadowRoot }) => shadowRoot ?? []);
      for (const animation of [document, ...shadows].flatMap((root) => root.getAnimations()))
        if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
    }, PARTS.element);
  }

  /** Enlarges the story's text as a reader would; the font size of its paragraphs, px. */
  async setTextSize(size: number): Promise<void> {
    await this.root.evaluate((px) => document.documentElement.style.setProperty("--body", `${px}px`), size);
  }

  /** Scrolls from a document y to another, px, 100 px a frame. */
  async scrollThrough(from: number, to: number): Promise<void> {
    await this.root.evaluate(
      ([first, last]) =>
        new Promise<void>((done) => {
          let top = first;
          const go = (): void => {
            scrollTo({ top, behavior: "instant" });
            if (top >= last) return done();
            top = Math.min(last, top + 100);
            requestAnimationFrame(go);
          };
          requestAnimationFrame(go);
        }),
      [from, to] as const,
    );
  }

  /** Opens every fold of the appendix. */
  async unfoldAppendix(): Promise<void> {
    await this.appendix.evaluate((appendix) => {
      for (const fold of appendix.querySelectorAll("details")) fold.open = true;
    });
  }
}

/** Sets the device to day or night and waits until the page shows it. */
export async function showColorScheme(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  const story = new StoryPage(page);
  await page.emulateMedia({ colorScheme });
  await story.painted();
  // The worker's picture comes later, and the whole page has its inks then; other pages have no picture.
  await expect(page.locator(`${PARTS.picture}[data-settled="false"]`)).toHaveCount(0);
  await story.finishAnimations();
}

/** The picture that another tab of the same size, opened at an address, draws at a document y, px. */
export async function freshPicture(page: Page, address: string, y: number): Promise<string> {
  const fresh = await page.context().newPage();
  const size = page.viewportSize();
  if (size !== null) await fresh.setViewportSize(size);
  const story = new StoryPage(fresh);
  await story.open(address);
  await story.settled();
  await story.jump(y);
  await story.settled();
  const picture = await story.drawn();
  await fresh.close();
  return picture;
}
