import { mkdir, writeFile } from "node:fs/promises";
import { expect, type Frame, type Page } from "@playwright/test";
import { type Host, SHOWN } from "../embed/hosts/template.ts";
import type { TwoSites } from "../embed/hosts/two-sites.ts";
import { embedded, painted, scrollInto, unfolded } from "./embed-page.ts";
import { FRAME_HOSTS, REAL_CHAPTER, tagged, test } from "./host-sites.ts";
import { figureParts, happenLater, type HostLog, ownState, watchLog } from "./host-state.ts";
import { recordShifts, shifts } from "./layout-shifts.ts";
import { PARTS } from "./parts.ts";
import { StoryPage } from "./story-page.ts";

/** Holds a screenshot of each host at the end of its test. */
const SHOTS = "test-results/embed-hosts";
/** A host that keeps room for the embed from the start. */
const RESERVED = "H27-first-screen";
/** A host whose figure has an inline style with what a rewriting of it would lose. */
const STYLED = "H30-inline-style";
/** Distance that one tick of the wheel scrolls, px. */
const TICK = 300;
/** Distance of the figure from the top of the window before the first tick, px. */
const BEFORE = 500;
/** Looks for what comes with the next frames of the screen, ms. */
const FRAMES = [16, 16, 33, 50];

test.use({ viewport: { width: 1000, height: 800 } });

test.beforeAll(async () => {
  const cells = FRAME_HOSTS.map(
    ({ name, shown }) =>
      `<figure><img src="${name}.png" width="400" height="320" alt=""><figcaption>${name}: ${shown}</figcaption></figure>`,
  );
  await mkdir(SHOTS, { recursive: true });
  await writeFile(
    `${SHOTS}/index.html`,
    `<!DOCTYPE html><meta charset="utf-8"><title>Hosts</title><style>figure{display:inline-block;margin:6px}</style>${cells.join("")}`,
  );
});

for (const host of FRAME_HOSTS)
  test(`${host.name}: ${SHOWN[host.shown]}`, tagged(host, "chromium"), async ({ page, sites }) => {
    await readHost(page, sites, host);
    await page.screenshot({ path: `${SHOTS}/${host.name}.png` });
  });

for (const host of FRAME_HOSTS.filter(({ name }) => name === "H1-clean"))
  test(`${host.name}: ${SHOWN[host.shown]}, with a chapter of the real story`, ({ page, realSites }) =>
    readHost(page, realSites, host, REAL_CHAPTER));

test("a figure that has the vertical writing mode of its host goes back to its link", async ({ page, sites }) => {
  await page.route("**/H33-vertical-rl.css", (route) =>
    route.fulfill({ contentType: "text/css", body: ".page{writing-mode:vertical-rl}" }),
  );
  await page.goto(`${sites.address}H33-vertical-rl`);
  const asked = page.waitForRequest(/\/embed\/\?mode=/);
  await page.locator("figure").scrollIntoViewIfNeeded();
  await asked;
  await expect(page.locator("iframe")).toHaveCount(0);
  await expect(page.locator("figure a")).toBeVisible();
});

/** Opens a host's page, reads its embed to the end, and compares what belongs to the host with what it is without the loader. */
async function readHost(page: Page, sites: TwoSites, host: Host, chapter = ""): Promise<void> {
  const log = watchLog(page, host);
  await recordShifts(page);
  const address = sites.address + host.name;
  await page.route("**/loader.js", (route) => route.fulfill({ body: "", contentType: "text/javascript" }));
  await page.goto(address);
  const before = await ownState(page);
  await page.unroute("**/loader.js");
  await page.goto(address);
  // Later than the loader's first look.
  if (host.changes) await page.evaluate(figureParts).then(() => page.evaluate(happenLater));
  await page.locator("figure, iframe").first().scrollIntoViewIfNeeded();
  if (host.shown === "figure") await lookAtFigure(page);
  else {
    const frame = await embedded(page);
    if (host.shown === "cards") await turnCard(page, frame);
    else {
      await unfolded(page);
      await page.evaluate(scrollInto, { px: -BEFORE });
      await painted(frame);
      if (host.changes) await page.evaluate(happenLater);
      if (host.shown === "article") await readArticle(page, frame);
      else {
        await ride(page, frame, host);
        await compareWithDocument(
          page,
          frame,
          host,
          `${sites.story.address}embed/${chapter && `${chapter}/`}?mode=frame`,
        );
      }
    }
  }
  expect(await ownState(page)).toEqual(before);
  if (host.name === STYLED) await expectInlineStyle(page);
  if (host.name === RESERVED) expect(await shifts(page), "shifts of layout").toEqual([]);
  await expectLog(log, host);
}

async function expectLog({ faults, expected }: HostLog, { logged }: Host): Promise<void> {
  expect(faults).toEqual([]);
  if (logged !== null) await expect.poll(() => expected.length, "messages about the host itself").toBeGreaterThan(0);
}

/** While the figure is embedded, its own `!important` and `data:` URL are in force. */
async function expectInlineStyle(page: Page): Promise<void> {
  const figure = page.locator("figure");
  await expect(figure).toHaveCSS("visibility", "hidden");
  await expect(figure).toHaveCSS("margin-top", "24px");
  await expect(figure).toHaveCSS("background-image", /^url\("data:image\/gif;base64,/);
}

async function lookAtFigure(page: Page): Promise<void> {
  expect(await page.evaluate(figureParts)).toEqual({ link: true, frames: 0 });
}

/** Turns cards; the wheel over the frame then scrolls the host and turns none. */
async function turnCard(page: Page, frame: Frame): Promise<void> {
  const story = new StoryPage(frame);
  await painted(frame);
  await story.nextCard.click();
  await expect(story.pagerCount).toHaveText(/^2 \//);
  await story.previousCard.click();
  await expect(story.pagerCount).toHaveText(/^1 \//);
  const y = await page.evaluate(() => scrollY);
  await page.locator("iframe").hover();
  await page.mouse.wheel(0, TICK);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(y + TICK);
  await expect(story.pagerCount).toHaveText(/^1 \//);
}

async function readArticle(page: Page, frame: Frame): Promise<void> {
  await expect(new StoryPage(frame).rootElement).toHaveAttribute("data-mode", "article");
  await wheelPast(page, () => Promise.resolve());
  await openDialogsBeside(frame);
}

/** Turns the wheel over the middle of the window until the figure is past. Each tick moves the page by as much; `ticked` comes after it. */
async function wheelPast(page: Page, ticked: () => Promise<void>): Promise<void> {
  const place = (): Promise<number> =>
    page.evaluate(() => document.querySelector("figure")?.getBoundingClientRect().top ?? Number.NaN);
  const end = await page.evaluate(() => innerHeight * 0.8 - (document.querySelector("figure")?.offsetHeight ?? 0));
  await page.mouse.move(500, 400);
  for (let before = await place(), tick = 1; before > end; before = await place(), tick += 1) {
    const due = before - TICK;
    await page.mouse.wheel(0, TICK);
    await expect
      .poll(place, { message: `place of the figure after tick ${tick}`, intervals: FRAMES })
      .toBeCloseTo(due, 0);
    await ticked();
  }
}

/** In every drawn frame, notes how far a pinned frame is off its place; in the frame, notes the steps that are shown. */
async function watchRide(page: Page, frame: Frame, top: number): Promise<void> {
  await page.evaluate((edge) => {
    const seen = { off: 0, pinned: 0 };
    Object.assign(document, { seen });
    // As it was drawn: when every callback of its frame has run.
    const look = (): void => {
      requestAnimationFrame(() => setTimeout(look));
      const [figure, iframe] = [document.querySelector("figure"), document.querySelector("iframe")];
      if (figure === null || iframe === null) return;
      const [around, box, style] = [
        figure.getBoundingClientRect(),
        iframe.getBoundingClientRect(),
        getComputedStyle(figure),
      ];
      const upper = around.top + parseFloat(style.paddingTop);
      const lower = around.bottom - parseFloat(style.paddingBottom);
      if (upper >= edge - 1 || lower <= edge + box.height + 1) return;
      seen.pinned += 1;
      seen.off = Math.max(seen.off, Math.abs(box.top - edge));
    };
    look();
  }, top);
  await frame.evaluate((selector) => {
    const stage = document.querySelector(selector);
    const steps = [stage?.getAttribute("data-step")];
    Object.assign(document, { steps });
    new MutationObserver(() => {
      const step = stage?.getAttribute("data-step");
      if (step !== steps.at(-1)) steps.push(step);
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-step"] });
  }, PARTS.picture);
}

/** Distance of the frame from the top of its figure's content, px. */
function frameInto(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [frame, figure] = [document.querySelector("iframe"), document.querySelector("figure")];
    if (frame === null || figure === null) return Number.NaN;
    const above = figure.clientTop + Number.parseFloat(getComputedStyle(figure).paddingTop);
    return Math.round(frame.getBoundingClientRect().top - figure.getBoundingClientRect().top - above);
  });
}

/** Reads a pinned frame by the wheel: in each drawn frame it is in its place, and its document follows the page from step to step. */
async function ride(page: Page, frame: Frame, { top, shown }: Host): Promise<void> {
  const story = new StoryPage(frame);
  const ids = await story.stepIds();
  // The figure has whole pixels, the document may end before the last of them.
  const end = await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  expect(end, "px that the document is scrolled").toBeGreaterThan(TICK * ids.length);
  const behind = async (): Promise<number> => Math.min(await frameInto(page), end) - (await story.scrollOffset());
  await expect.poll(behind).toBe(0);
  await expect(story.picture).toHaveAttribute("data-step", ids[0] ?? "");
  await watchRide(page, frame, top);
  await wheelPast(page, async () => {
    await expect.poll(behind, { message: "px that the document is behind", intervals: FRAMES }).toBe(0);
    await expect(story.picture).toHaveAttribute("data-step", ids[await story.pictureDue()] ?? "");
  });
  expect(await story.scrollOffset()).toBe(end);
  const { off, pinned }: { off?: number; pinned?: number } = Object(
    await page.evaluate((): unknown => Reflect.get(document, "seen")),
  );
  expect(pinned, "drawn frames in which the frame was pinned").toBeGreaterThanOrEqual(Math.floor((end - 2) / TICK));
  expect(off, "px off its place").toBeLessThanOrEqual(1);
  if (shown === "sticky") await expect(page.locator("iframe")).toHaveCSS("position", "sticky");
  expect(await frame.evaluate((): unknown => Reflect.get(document, "steps"))).toEqual(ids);
}

/** In a frame as tall as its story, the source dialog opens beside its number. */
async function openDialogsBeside(frame: Frame): Promise<void> {
  const { sourceDialog } = new StoryPage(frame);
  const links = frame.locator(`${PARTS.step} ${PARTS.factLink}`);
  for (const link of [links.first(), links.last()]) {
    await link.click();
    await expect(sourceDialog).toBeVisible();
    await sourceDialog.evaluate((open) =>
      Promise.all(open.getAnimations().map(({ finished }) => finished)).then(() => undefined),
    );
    const [from, box] = [await link.boundingBox(), await sourceDialog.boundingBox()];
    if (from === null || box === null) throw new Error("no dialog");
    const apart = Math.max(box.y - (from.y + from.height), from.y - (box.y + box.height));
    expect(apart).toBeGreaterThan(0);
    expect(apart).toBeLessThan(40);
    expect(box.height).toBeGreaterThan(100);
    await frame.getByRole("button", { name: "收起" }).click();
    await expect(sourceDialog).toBeHidden();
  }
}

/** Half way through the embed, its picture is that of the document by itself at the same place. */
async function compareWithDocument(page: Page, frame: Frame, { top }: Host, address: string): Promise<void> {
  const { off, into } = await page.evaluate(scrollInto, { share: 0.5, top });
  expect(off, "px off its place").toBeLessThanOrEqual(1);
  const embed = new StoryPage(frame);
  await expect.poll(() => embed.scrollOffset()).toBe(into);
  await embed.settled();
  const { width, height } = await frame.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const window = await page.context().newPage();
  const alone = new StoryPage(window);
  await window.setViewportSize({ width, height });
  await alone.open(address);
  await alone.jump(into);
  await alone.settled();
  expect(await alone.scrollOffset()).toBe(into);
  expect(await alone.stepIds()).toEqual(await embed.stepIds());
  await expect.poll(() => embed.drawn()).toBe(await alone.drawn());
}
