import { test as base, expect, type Frame, type Locator, type Page } from "@playwright/test";

/** The only place where the page tests name the story's classes and attributes. */
export const PARTS = {
  step: ".step",
  chapter: ".chapter",
  cover: ".cover",
  coverText: ".titles",
  deck: ".deck",
  text: ".text",
  /** Control under a step's text: the slider with its name. */
  textFoot: ".foot",
  factLink: "a.fact",
  termLink: "a.term",
  /** Leads from the middle of the story to its cover. */
  startLink: ".beginning a",
  still: "img",
  /** Picture of a step on paper. */
  printedPicture: ".plate",
  stage: ".stage",
  picture: ".stage svg",
  /** Its offset in the stage is the line that decides which step is read. */
  line: ".stage .line",
  numberLinks: ".number-links",
  numberLink: ".number-link",
  slider: "input[data-handle]",
  dragArea: ".drag-area",
  progressNav: ".progress-nav",
  progressStop: ".progress-nav a",
  progressStopName: ".progress-nav a span:first-child",
  shareButton: ".progress-nav .share",
  chapterShare: ".share a",
  modeMenu: ".mode-menu",
  modeButton: ".mode-menu summary",
  modeOptions: ".mode-menu fieldset",
  modeOption: ".mode-menu label",
  pager: ".pager",
  pagerCount: ".pager b",
  pagerStatus: ".pager [role=status]",
  nextCard: '[data-page-turn="1"]',
  previousCard: '[data-page-turn="-1"]',
  /** The step that is open as a card. */
  card: ".step.card",
  resumePrompt: ".resume-prompt",
  sourceDialog: "dialog.source-dialog:not(.share)",
  shareDialog: "dialog.share",
  appendix: ".appendix",
  factTable: ".ledger",
  skipLink: ".skip",
  hint: ".hint",
  byline: ".byline",
  kicker: ".text > .kicker",
  /** First sentences of a chapter, which its heading says too. */
  opening: ".text > .opening",
  /** Picture of the cover that runs on below its stage. */
  coverOverflow: ".cover-overflow",
  chapterHeadings: ".chapters h2, .chapters h3",
  visuallyHidden: ".visually-hidden",
  dataTable: "details.data",
  pictureList: ".pictures",
  dialogContent: ".sheet",
  dialogClose: ".close",
  /** Name of a fact, in its row and in the dialog. */
  factName: ".what",
  factValue: ".value",
  factStatus: ".status",
  factPeriod: ".period",
  factFormula: ".working",
  /** Source of a fact that is not from the interview. */
  factSource: ".outside",
  factNote: ".note",
  /** Meaning of a term. */
  termMeaning: ".gloss",
  pagerButton: ".pager button",
  stepHeading: ".step > h3",
  /** Links to the files of the story's data, of its long picture, of every step's picture, of the licences. */
  dataLinks: "#downloads .files:not(.long) a",
  longPictureLinks: "#downloads .files.long a",
  pictureLinks: "#downloads .pictures a",
  licenceLinks: "#credits .files a",
  factRow: ".ledger tbody tr",
  glossaryTerm: ".appendix dt",
  /** Link to a fact or a term, with its number on paper in `data-n`. */
  numberedLink: "a[data-note]",
  /** Table of the numbers in a step's picture. */
  numberTable: "details.data table",
  printedSources: ".notes",
  printedGrains: ".plate > g:nth-of-type(2) path",
  sliderField: ".handle",
  /** The story as an element of another page; its parts are in the element's shadow root. */
  element: "anyuan-story",
  /** In that shadow root it carries what `<html>` does in the story's own page. */
  elementRoot: ".theme-root",
  /** Holds the stage and every step. */
  track: ".scroll-track",
  chapterOpening: ".opening",
  paragraph: ".text p:not(.kicker)",
  pictureText: ".stage text",
  /** Link to the story itself at the end of an embed. */
  creditLink: ".credit a",
} as const;

/** Classes of the root element. */
export const STATES = { enhanced: /\blive\b/, dialogOpen: /\bslipped\b/, offScreen: /\baway\b/ } as const;

/** Under these names a device keeps what its reader chose and where they were. */
export const STORAGE = { mode: "anyuan.reading.1", position: "anyuan.place.1" } as const;

const MODE_NAMES = { scroll: "滚动", cards: "翻页", article: "全文" } as const;
export type ViewMode = keyof typeof MODE_NAMES;

/** A rectangle in the window, px. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A reader's position: the number of a step and the share of it that is above the deciding line. */
export interface ReaderPosition {
  readonly step: number;
  readonly progress: number;
}

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

/** Runs in the page: the nodes below an element as lines, attributes in order of name. */
export function describeNodes(element: Element): string {
  const lines: string[] = [];
  for (const node of element.querySelectorAll("*")) {
    const attributes = [...node.attributes].map(({ name, value }) => `${name}=${value}`).sort();
    lines.push(`${node.localName} ${attributes.join(" ")} ${node.localName === "text" ? node.textContent : ""}`);
  }
  return lines.join("\n");
}

/** The story in a page or an iframe, in a reader's terms. */
export class StoryPage {
  readonly picture: Locator;
  readonly stage: Locator;
  readonly sourceDialog: Locator;
  readonly shareDialog: Locator;
  readonly shareButton: Locator;
  readonly progressNav: Locator;
  readonly modeButton: Locator;
  readonly modeOptions: Locator;
  readonly pager: Locator;
  readonly pagerCount: Locator;
  readonly pagerStatus: Locator;
  readonly nextCard: Locator;
  readonly previousCard: Locator;
  readonly card: Locator;
  readonly resumePrompt: Locator;
  readonly appendix: Locator;
  readonly skipLink: Locator;
  readonly slider: Locator;
  readonly dragArea: Locator;
  readonly rootElement: Locator;

  constructor(readonly root: Page | Frame) {
    const find = (part: keyof typeof PARTS): Locator => root.locator(PARTS[part]);
    this.picture = find("picture");
    this.stage = find("stage");
    this.sourceDialog = find("sourceDialog");
    this.shareDialog = find("shareDialog");
    this.shareButton = find("shareButton");
    this.progressNav = find("progressNav");
    this.modeButton = find("modeButton");
    this.modeOptions = find("modeOptions");
    this.pager = find("pager");
    this.pagerCount = find("pagerCount");
    this.pagerStatus = find("pagerStatus");
    this.nextCard = find("nextCard");
    this.previousCard = find("previousCard");
    this.card = find("card");
    this.resumePrompt = find("resumePrompt");
    this.appendix = find("appendix");
    this.skipLink = find("skipLink");
    this.slider = find("slider");
    this.dragArea = find("dragArea");
    this.rootElement = root.locator("html");
  }

  step(id: string): Locator {
    return this.root.locator(`${PARTS.step}[data-step="${id}"]`);
  }

  /** A part of a step, by its name in `PARTS`. */
  partOf(id: string, part: keyof typeof PARTS): Locator {
    return this.step(id).locator(PARTS[part]);
  }

  text(id: string): Locator {
    return this.partOf(id, "text");
  }

  progressStop(chapter: string): Locator {
    return this.root.locator(`${PARTS.progressStop}[data-chapter="${chapter}"]`);
  }

  /** Opens an address of the site and waits until the story listens. */
  async open(address = "./"): Promise<void> {
    await this.root.goto(address);
    await this.ready();
  }

  async ready(): Promise<void> {
    await this.root.waitForFunction(() => document.documentElement.dataset["ready"] !== undefined);
  }

  /** Waits until the script listens and the picture has come to where the reader is. */
  async settled(): Promise<void> {
    await this.root.evaluate(settle, PARTS.picture);
  }

  /** Ids of all steps, in reading order. */
  stepIds(): Promise<readonly string[]> {
    return this.root.$$eval(PARTS.step, (steps) => steps.map((step) => step.getAttribute("data-step") ?? ""));
  }

  /** Document y that puts the deciding line at `progress` of a step, px. */
  offsetOf(step: number | string, progress: number): Promise<number> {
    return this.root.evaluate(
      ({ parts, which, share }) => {
        const steps = [...document.querySelectorAll<HTMLElement>(parts.step)];
        const found = typeof which === "number" ? steps[which] : steps.find((one) => one.dataset["step"] === which);
        if (found === undefined) throw new Error(`no step ${which}`);
        const box = found.getBoundingClientRect();
        const line = document.querySelector<HTMLElement>(parts.line)?.offsetTop ?? 0;
        return Math.round(box.top + scrollY + box.height * share - line);
      },
      { parts: PARTS, which: step, share: progress },
    );
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

  scrollOffset(): Promise<number> {
    return this.root.evaluate(() => scrollY);
  }

  /** The reader's position, as the layout has it. */
  position(): Promise<ReaderPosition> {
    return this.root.evaluate((parts) => {
      const line = document.querySelector<HTMLElement>(parts.line)?.offsetTop ?? 0;
      const boxes = [...document.querySelectorAll(parts.step)].map((step) => step.getBoundingClientRect());
      const step = boxes.filter((box) => box.top <= line + 0.5).length - 1;
      const box = boxes[step];
      return box === undefined ? { step: -1, progress: 0 } : { step, progress: (line - box.top) / box.height };
    }, PARTS);
  }

  /** The stage's marks as text, equal for equal pictures. */
  drawn(): Promise<string> {
    return this.picture.evaluate(describeNodes);
  }

  /** Id of the step whose picture stands on the stage. */
  shownStep(): Promise<string | null> {
    return this.picture.getAttribute("data-step");
  }

  /** Chooses a view mode as a reader does, and waits until the page has taken it. */
  async chooseMode(mode: ViewMode): Promise<void> {
    await this.modeButton.click();
    await this.root.locator(PARTS.modeOption).filter({ hasText: MODE_NAMES[mode] }).click();
    await expect(this.modeOptions).toBeHidden();
    await expect(this.rootElement).toHaveAttribute("data-mode", mode);
  }

  /** The radio button of a view mode, while the menu is open. */
  modeRadio(mode: ViewMode): Locator {
    return this.root.getByRole("radio", { name: MODE_NAMES[mode] });
  }

  /** Boxes of the visible grains of the stage: each grain is a subpath of the few paths that draw them. */
  grainBoxes(): Promise<readonly Rectangle[]> {
    return this.root.evaluate((selector) => {
      const stage = document.querySelector<SVGSVGElement>(selector);
      const view = stage?.getScreenCTM() ?? new DOMMatrix();
      const paths = [...(stage?.querySelectorAll("g:nth-of-type(2) path") ?? [])];
      return paths
        .filter((path) => Number(path.getAttribute("opacity") ?? 1) > 0.3)
        .flatMap((path) => [...(path.getAttribute("d") ?? "").matchAll(/M(\S+) ([^a]+)a(\S+)/g)])
        .map((found) => {
          const [left = 0, middle = 0, r = 0] = found.slice(1).map(Number);
          const from = new DOMPoint(left, middle - r).matrixTransform(view);
          const to = new DOMPoint(left + 2 * r, middle + r).matrixTransform(view);
          return { left: from.x, top: from.y, right: to.x, bottom: to.y };
        });
    }, PARTS.picture);
  }

  /** Brings every animation that ends to its end, in the element's shadow root too: a text that still appears is paler than it will be. */
  async finishAnimations(): Promise<void> {
    await this.root.evaluate((element) => {
      const shadows = [...document.querySelectorAll(element)].flatMap(({ shadowRoot }) => shadowRoot ?? []);
      for (const animation of [document, ...shadows].flatMap((root) => root.getAnimations()))
        if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
    }, PARTS.element);
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

  /** The element that a fragment of an address names. */
  target(fragment: string): Locator {
    return this.root.locator(`[id="${fragment}"]`);
  }

  /** Addresses of all steps relative to the site, in reading order. */
  stepAddresses(): Promise<readonly string[]> {
    return this.root.$$eval(
      PARTS.step,
      (steps, chapter) =>
        steps.map((step) => {
          const parent = step.closest(chapter);
          return parent === null ? "./" : `./${parent.id}/${step.getAttribute("data-step")}/`;
        }),
      PARTS.chapter,
    );
  }

  /** Enlarges the story's text as a reader would; the font size of its paragraphs, px. */
  async setTextSize(size: number): Promise<void> {
    await this.root.evaluate((px) => document.documentElement.style.setProperty("--body", `${px}px`), size);
  }

  groundColour(): Promise<string> {
    return this.root.evaluate(() => getComputedStyle(document.body).backgroundColor);
  }

  /** Waits until the page has painted all that it was told before. */
  async painted(): Promise<void> {
    await this.root.evaluate(
      () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
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

  /** Positions that the stage shows in the next frames, each as step + progress. */
  shownPositions(frames: number): Promise<readonly string[]> {
    return this.root.evaluate(
      ({ picture, count }) =>
        new Promise<readonly string[]>((done) => {
          const shown: string[] = [];
          const look = (): void => {
            shown.push(document.querySelector(picture)?.getAttribute("data-position") ?? "");
            if (shown.length < count) requestAnimationFrame(look);
            else done(shown);
          };
          requestAnimationFrame(look);
        }),
      { picture: PARTS.picture, count: frames },
    );
  }

  /** Waits until links lie over the numbers of the picture, if it has some and is at rest: they come a while after it. */
  async numberLinksPlaced(): Promise<void> {
    await this.root.waitForFunction((parts) => {
      const picture = document.querySelector<SVGElement>(parts.picture);
      const { step = "", shown = "", settled } = picture?.dataset ?? {};
      const section = document.querySelector(`${parts.step}[data-step="${step}"][data-facts]`);
      const links = section?.querySelector(`:scope > ${parts.numberLinks}`);
      const atRest = settled === "true" && Number(shown) % 1 >= 0.85;
      return section === null || !atRest || (links instanceof HTMLElement && !links.hidden);
    }, PARTS);
  }

  /** Lays out every section of the appendix and opens every fold in it. */
  async unfoldAppendix(): Promise<void> {
    await this.appendix.evaluate((appendix) => {
      for (const part of appendix.querySelectorAll<HTMLElement>(":scope > section"))
        part.style.contentVisibility = "visible";
      for (const fold of appendix.querySelectorAll("details")) fold.open = true;
    });
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
    const read = (): Promise<string | null> => this.root.evaluate((key) => localStorage.getItem(key), STORAGE.position);
    await expect.poll(read).toMatch(new RegExp(`^${step} `));
  }
}

export interface Options {
  /** The site that relative addresses lead to: the story that is shipped, or the small one of `fixture-story/`. */
  readonly site: "story" | "fixture";
  /** How much faster than real the pages' clock runs, by which pictures move: most tests wait for a picture to come, and judge it then. */
  readonly clockRate: number;
}

/** Runs in every page before its scripts. */
function quickenClock(rate: number): void {
  const now = Date.now;
  const start = now();
  Date.now = () => start + (now() - start) * rate;
}

/** Playwright's `test` with the story of its page; `test.use({ site: "fixture" })` tells it on the fixture story. */
export const test = base.extend<Options & { story: StoryPage }>({
  site: ["story", { option: true }],
  clockRate: [1, { option: true }],
  context: async ({ context, clockRate }, use) => {
    if (clockRate !== 1) await context.addInitScript(quickenClock, clockRate);
    await use(context);
  },
  baseURL: async ({ site }, use) => {
    await use(process.env[site === "fixture" ? "FIXTURE_SITE" : "SITE"]);
  },
  story: async ({ page }, use) => {
    await use(new StoryPage(page));
  },
});

export { expect };

/** Sets the device to day or night and waits until the page shows it. */
export async function showColorScheme(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  const story = new StoryPage(page);
  await page.emulateMedia({ colorScheme });
  await story.painted();
  await story.finishAnimations();
}

/** Selector of a step, for tools that take no locator. */
export function stepSelector(id: string): string {
  return `${PARTS.step}[data-step="${id}"]`;
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
