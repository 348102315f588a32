import type { Browser, CDPSession, Frame, Page } from "@playwright/test";
import { twoSites } from "../embed/hosts/two-sites.ts";
import { amid } from "../page/embed-page.ts";
import { builtSite, serve } from "../site.ts";
import { plainPage } from "./baseline.ts";
import { type Column, comparison, type Figure, inTurn } from "./compare.ts";
import { reportLags } from "./embed-lag.ts";
import { type Options, SPEEDS } from "./options.ts";
import { htmlOf, type Pages } from "./pages.ts";
import { type Handset, withPhone } from "./phone.ts";
import { scrollDown } from "./scroll-gesture.ts";
import { frameIntervals, noteFrames, type Scroll, scrollFigures } from "./scroll.ts";
import { whereTimeGoes } from "./self-time-table.ts";
import { BEGIN, END, traceFigures } from "./trace-figures.ts";
import { recordTrace } from "./trace-recorder.ts";

const CHAPTER = "pattern";
/** A host that leaves it to its layout to pin the frame. */
const HOST = "H1-clean";
/** Way into the embed before the scroll begins, px. */
const INSIDE = 500;
/** Only the scroll is measured, so nothing is slowed before it. */
const PHONE = { slowdown: 1, latency: 0, bitsPerSecond: 100_000_000 };
/** Quiet time after the load, ms. */
const AFTERMATH = 1500;

/** Scrolls of a host's page with the story in a frame, beside a plain page of its text; then the frame's lag. */
export async function* reportEmbeds(browser: Browser, pages: Pages, options: Options): AsyncIterable<string> {
  const { rounds, slowness, speeds, trace } = options;
  const hosts = await serveHosts(options);
  try {
    for (const slowdown of slowness)
      for (const name of speeds) {
        const scrolls = await inTurn(pages.columns, rounds, (column) =>
          withPhone(browser, PHONE, async (handset) => {
            const frame = await open(handset, hosts.address(column), column !== "plain");
            return scroll(browser, handset, frame, { slowdown, speed: SPEEDS[name], distance: options.distance });
          }),
        );
        const head = `Embed: frame of a host on another origin, ${name}, ${SPEEDS[name]} px/s, ${slowdown}× CPU`;
        yield `${head}; medians of ${rounds}\n\n${comparison(scrolls, embedFigures(slowdown))}`;
        if (trace) yield `${head}: CPU ms a screen frame\n\n${whereTimeGoes(scrolls)}`;
      }
  } finally {
    await hosts.close();
  }
  yield* reportLags(browser, pages, options);
}

function embedFigures(slowdown: number): readonly Figure<Scroll>[] {
  const [all, ...rest] = scrollFigures(slowdown);
  const own = { name: "— of it the story's own thread", value: ({ trace }: Scroll) => storyTime(trace), digits: 2 };
  return all === undefined
    ? []
    : [{ ...all, name: "main threads of host and story, CPU ms a screen frame" }, own, ...rest];
}

/** NaN where host and story share a thread. */
function storyTime({ mains, frames }: Scroll["trace"]): number {
  return mains.length > 1 ? (mains[0] ?? NaN) / frames : NaN;
}

async function serveHosts({ site, against }: Options) {
  const page = plainPage(htmlOf(await builtSite(site), `embed/${CHAPTER}/`));
  const plain = await serve(new Map([["/", new TextEncoder().encode(page)]]));
  const story = await twoSites(CHAPTER, { folder: site });
  const before = against === undefined ? undefined : await twoSites(CHAPTER, { folder: against });
  return {
    address(column: Column): string {
      if (column === "plain") return plain.address;
      return (column === "before" && before !== undefined ? before : story).address + HOST;
    },
    async close(): Promise<void> {
      for (const one of [plain, story, before]) await one?.close();
    },
  };
}

/** The frame of the story; null for a page without one. */
async function open({ page }: Handset, address: string, embeds: boolean): Promise<Frame | null> {
  if (embeds) return amid(page, address, INSIDE);
  await page.goto(address);
  return null;
}

interface Wanted {
  readonly slowdown: number;
  /** px/s */
  readonly speed: number;
  /** px */
  readonly distance: number;
}

async function scroll(
  browser: Browser,
  { page, session }: Handset,
  frame: Frame | null,
  { slowdown, speed, distance }: Wanted,
): Promise<Scroll> {
  const own = frame === null ? null : await ownSession(page, frame);
  for (const slowed of [session, own]) await slowed?.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.waitForTimeout(AFTERMATH);
  const way = Math.min(distance, await page.evaluate(wayLeft));
  let times: readonly number[] = [];
  const events = await recordTrace(browser, async () => {
    const noted = await noteFrames(frame ?? page);
    await frame?.evaluate((mark) => performance.mark(mark).name, BEGIN);
    await scrollDown({ page, session }, { speed, distance: way });
    await frame?.evaluate((mark) => performance.mark(mark).name, END);
    times = await noted.jsonValue();
  });
  return { intervals: frameIntervals(times), trace: traceFigures(events) };
}

/** The session of a frame that has a process of its own; null where it shares that of its page. */
function ownSession(page: Page, frame: Frame): Promise<CDPSession | null> {
  return page
    .context()
    .newCDPSession(frame)
    .catch(() => null);
}

/** Runs in a page: px until the end of its embed, or of the page. */
function wayLeft(): number {
  const embed = document.querySelector("figure iframe")?.closest("figure");
  const end = (embed ?? document.documentElement).getBoundingClientRect().bottom;
  return end - innerHeight;
}
