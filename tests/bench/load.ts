import type { Browser } from "@playwright/test";
import { compressed } from "../site.ts";
import { untilCoverEnd } from "./baseline.ts";
import { comparison, type Figure, inTurn } from "./compare.ts";
import { openPage } from "./open-page.ts";
import { type Options, SPEEDS } from "./options.ts";
import type { Pages } from "./pages.ts";
import { type Handset, SLOW_PHONE, withPhone } from "./phone.ts";
import { scrollDown } from "./scroll-gesture.ts";

/** Bytes that a server can send before the reader's side has confirmed any of them: ten packets. */
const FIRST_FLIGHT = 14_600;

const KINDS = ["document", "script", "css", "font", "image", "other"] as const;
type Kind = (typeof KINDS)[number];

/** Times in ms since the start of the navigation, or as lengths. */
interface Load {
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** Sum of the time of long tasks beyond 50 ms each. */
  readonly blocking: number;
  readonly longestTask: number;
}

interface Visit extends Load {
  /** Sum of all layout shifts over the load and one scroll to the end, whatever caused them. */
  readonly shift: number;
  /** As they came over the wire, headers included. */
  readonly bytes: Readonly<Record<Kind, number>>;
  readonly requests: number;
}

/** Loads of the start page and of deep links. */
export async function* reportLoad(browser: Browser, pages: Pages, { rounds, places }: Options): AsyncIterable<string> {
  const { slowdown, latency, bitsPerSecond } = SLOW_PHONE;
  yield firstScreen(pages.html);
  const visits = await inTurn(pages.columns, rounds, (column) =>
    withPhone(browser, SLOW_PHONE, (handset) => visit(handset, pages.address(column))),
  );
  const phone = `${slowdown}× CPU, ${latency} ms, ${bitsPerSecond / 1e6} Mbit/s, cold cache, brotli`;
  yield `Load: ${phone}; medians of ${rounds}\n\n${comparison(visits, [...LOAD_FIGURES, ...VISIT_FIGURES])}`;
  for (const path of places) {
    const loads = await inTurn(pages.columns, rounds, (column) =>
      withPhone(browser, SLOW_PHONE, (handset) => load(handset, pages.address(column, path))),
    );
    yield `Deep link: /${path}; medians of ${rounds}\n\n${comparison(loads, LOAD_FIGURES)}`;
  }
}

const LOAD_FIGURES: readonly Figure<Load>[] = [
  { name: "first contentful paint, ms", value: ({ firstPaint }) => firstPaint, digits: 0 },
  { name: "largest contentful paint, ms", value: ({ largestPaint }) => largestPaint, digits: 0 },
  { name: "blocking time of the load, ms", value: ({ blocking }) => blocking, digits: 0 },
  { name: "longest task of the load, ms", value: ({ longestTask }) => longestTask, digits: 0 },
];

const VISIT_FIGURES: readonly Figure<Visit>[] = [
  { name: "layout shift, load and scroll", value: ({ shift }) => shift, digits: 4 },
  { name: "requests to the end", value: ({ requests }) => requests, digits: 0 },
  { name: "KB to the end", value: ({ bytes }) => KINDS.reduce((sum, kind) => sum + bytes[kind], 0) / 1000, digits: 1 },
  ...KINDS.map((kind) => ({ name: `— ${kind}`, value: ({ bytes }: Visit) => bytes[kind] / 1000, digits: 1 })),
];

async function load(handset: Handset, address: string): Promise<Load> {
  await openPage(handset, address);
  const { first, largest, tasks } = await handset.page.evaluate(() => window.seen);
  return {
    firstPaint: first,
    largestPaint: largest,
    blocking: tasks.reduce((sum, task) => sum + task - 50, 0),
    longestTask: Math.max(0, ...tasks),
  };
}

/** Opens the page, waits until it is at rest, and scrolls to its end. */
async function visit({ page, session }: Handset, address: string): Promise<Visit> {
  const bytes: Record<Kind, number> = { document: 0, script: 0, css: 0, font: 0, image: 0, other: 0 };
  const kinds = new Map<string, Kind>();
  session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, kindOf(type)));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    bytes[kinds.get(requestId) ?? "other"] += encodedDataLength;
  });
  const times = await load({ page, session }, address);
  await scrollDown({ page, session }, { speed: SPEEDS.fast });
  await page.waitForLoadState("networkidle");
  const shift = await page.evaluate(() => window.seen.shift);
  return { ...times, shift, bytes, requests: kinds.size };
}

function firstScreen(html: string): string {
  const cover = untilCoverEnd(html);
  if (cover === undefined) return "First screen: the page has no cover.";
  const bytes = compressed(cover).byteLength;
  const verdict = bytes <= FIRST_FLIGHT ? "inside" : "beyond";
  return `First screen: ${bytes} bytes of compressed HTML to the end of the cover, ${verdict} the first ${FIRST_FLIGHT}.`;
}

function kindOf(type: string): Kind {
  switch (type) {
    case "Document":
      return "document";
    case "Script":
      return "script";
    case "Stylesheet":
      return "css";
    case "Font":
      return "font";
    case "Image":
      return "image";
    default:
      return "other";
  }
}
