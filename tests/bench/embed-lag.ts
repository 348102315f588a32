import type { Browser, Frame, JSHandle, Page } from "@playwright/test";
import { twoSites } from "../embed/hosts/two-sites.ts";
import { amid } from "../page/embed-page.ts";
import { inTurn } from "./compare.ts";
import { type Options, SPEEDS } from "./options.ts";
import type { Pages } from "./pages.ts";
import { median, percentile } from "./statistics.ts";
import { table, type Row } from "./table.ts";

/** How far an embed's document is behind the host's page that it follows. */
export interface Lag {
  /** Drawn frames behind, while the host is scrolled. */
  readonly p50: number;
  readonly p95: number;
  /** ms from the host's last movement until the document is where it belongs. */
  readonly rest: number;
  /** Movements of the document later than 200 ms after the host's last: none, if it is at rest. */
  readonly restless: number;
}

/** One drawn frame: ms since 1970, px into the story. */
export type Sample = readonly [time: number, y: number];

/** How long a movement may take to arrive, ms. */
const ARRIVED = 200;
const WAY = 4000;

/**
 * Samples of the host's page and of the embed's document, both in order of time; the host moves one way. Throws
 * RangeError without a movement.
 */
export function lagBetween(host: readonly Sample[], frame: readonly Sample[]): Lag {
  const moves = host.filter(([, y], index) => index > 0 && y !== host[index - 1]?.[1]);
  const [from, stop] = [moves[0], moves.at(-1)];
  if (from === undefined || stop === undefined) throw new RangeError("the host did not move");
  const [last, final] = stop;
  const drawnBy = (moment: number): number => host.filter(([time]) => time <= moment).length - 1;
  const behind = frame
    .filter(([time]) => time >= from[0] && time <= last)
    .map(([time, y]) => drawnBy(time) - host.findIndex(([, at]) => at >= y));
  const arrived = frame.find(([time, y]) => time >= last && Math.abs(y - final) < 1);
  const late = frame.filter(([time], index) => time > last + ARRIVED && frame[index]?.[1] !== frame[index - 1]?.[1]);
  return {
    p50: median(behind),
    p95: percentile(behind, 0.95),
    rest: arrived === undefined ? Number.POSITIVE_INFINITY : arrived[0] - last,
    restless: late.length,
  };
}

/**
 * Writes down every drawn frame from now on: how far a host's page has scrolled into its embed, or an embed's document
 * by itself.
 */
function watchFrames(document: Page | Frame): Promise<JSHandle<readonly Sample[]>> {
  return document.evaluateHandle(() => {
    const embed = window.document.querySelector("iframe");
    const figure = embed?.closest("figure");
    const samples: [time: number, y: number][] = [];
    const note = (): void => {
      const y = embed && figure ? embed.getBoundingClientRect().top - figure.getBoundingClientRect().top : scrollY;
      samples.push([performance.timeOrigin + performance.now(), Math.round(y)]);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    return samples;
  });
}

/** Scrolls the host at an address at `speed` px/s through its embed, and watches both in every frame that is drawn. */
async function measureLag(page: Page, address: string, speed: number): Promise<Lag> {
  const frame = await amid(page, address, 500);
  const [host, embed] = [await watchFrames(page), await watchFrames(frame)];
  const session = await page.context().newCDPSession(page);
  await session.send("Input.synthesizeScrollGesture", {
    x: 20,
    y: 300,
    yDistance: -WAY,
    speed,
    gestureSourceType: "mouse",
  });
  await page.waitForTimeout(1000);
  return lagBetween(await host.jsonValue(), await embed.jsonValue());
}

/** Hosts that pin the embed by their own layout, and by the loader. */
const HOSTS = ["H1-clean", "H3-overflow-x"];

/** Lag of the embed in hosts, in turn. */
export async function* reportLags(browser: Browser, _: Pages, { site, rounds }: Options): AsyncIterable<string> {
  const found = await measureLags(browser, site, rounds);
  const rows: readonly (readonly [name: string, value: (lag: Lag) => number])[] = [
    ["drawn frames behind the host, p50", ({ p50 }) => p50],
    ["drawn frames behind the host, p95", ({ p95 }) => p95],
    ["in its place after the host's last movement, ms", ({ rest }) => rest],
    ["movements later than 200 ms after that", ({ restless }) => restless],
  ];
  const lines = rows.map(([name, value]): Row => {
    return [name, ...[...found.values()].map((lags) => median(lags.map(value)).toFixed(0))];
  });
  yield `Embed: ${SPEEDS.slow} px/s, no slowdown; medians of ${rounds}\n\n${table(["", ...found.keys()], lines)}`;
}

async function measureLags(
  browser: Browser,
  folder: string,
  rounds: number,
): Promise<ReadonlyMap<string, readonly Lag[]>> {
  const sites = await twoSites("pattern", { folder });
  try {
    return await inTurn(HOSTS, rounds, async (name) => {
      const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
      const lag = await measureLag(page, sites.address + name, SPEEDS.slow);
      await page.close();
      return lag;
    });
  } finally {
    await sites.close();
  }
}
