import { parseArgs } from "node:util";
import type { Browser } from "@playwright/test";
import { presentBrowsers } from "../browsers.mjs";
import { twoSites } from "../embed/hosts/two-sites.ts";
import { type Lag, ridden } from "./embed-lag.ts";
import { launch, SLOW_PHONE, withPhone } from "./phone.ts";
import { plainPage, untilCoverEnd } from "./baseline.ts";
import { BEST, builtSite, compressed, serve, type Served } from "../site.ts";
import { median } from "./statistics.ts";
import { ratio, table, type Row } from "./table.ts";
import { KINDS, largestPaint, ride, visit, type Ride, type Visit } from "./load.ts";

const USAGE = `npm run bench -- [--site dist] [--rounds 5] [--rides 2] [--places environment/firms/,coordinate/closing/] [--embeds 3]

Loads the built story and a plain page of the same text in turn, as a slow phone would, and scrolls through both.
Times move with the machine and its other work: read the ratios. Prints Markdown.
  --rounds   loads of each page; the medians are printed
  --places   addresses of steps, opened in turn with the start page
  --embeds   scrolls of each host through the embedded story of dist/, on a desktop
  --rides    scrolls of each page at each speed and slowness`;

/** What the first answer of a server can hold before the reader's side has confirmed any of it: ten packets. */
const FIRST_FLIGHT = 14_600;
const SPEEDS = { slow: 1200, fast: 8000 };
const SLOWNESS = [4, 6];
const HOSTS = ["H1-clean", "H3-overflow-x"];

/** The story and the floor it is measured against. */
interface Pair<T> {
  readonly story: T;
  readonly plain: T;
}

/** Measures and prints; returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      site: { type: "string", default: "dist" },
      rounds: { type: "string", default: "5" },
      rides: { type: "string", default: "2" },
      embeds: { type: "string", default: "3" },
      places: { type: "string", default: "environment/firms/,coordinate/closing/" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    print(USAGE);
    return 0;
  }
  const { chromium } = await presentBrowsers();
  if (chromium === undefined) throw new Error("no Chromium: install one or set CHROMIUM_PATH");

  const files = await builtSite(values.site);
  const html = new TextDecoder().decode(files.get("/"));
  const plain = new TextEncoder().encode(plainPage(html));
  const sites = {
    story: await serve(files, "/", {}, BEST),
    plain: await serve(new Map([["/", plain]]), "/", {}, BEST),
  };
  const browser = await launch(chromium);
  try {
    print(firstScreen(html));
    print(loads(await measureLoads(browser, sites, Number(values.rounds))));
    const paths = values.places.split(",").filter((path) => path !== "");
    print(places(await measurePlaces(browser, sites.story, ["", ...paths], Number(values.rounds))));
    for (const slowness of SLOWNESS)
      for (const [name, speed] of Object.entries(SPEEDS))
        print(
          rides(
            `${name}, ${speed} px/s, ${slowness}× CPU`,
            await measureRides(browser, sites, slowness, speed, Number(values.rides)),
          ),
        );
    print(lags(await measureLags(browser, Number(values.embeds))));
  } finally {
    await browser.close();
    await sites.story.close();
    await sites.plain.close();
  }
  return 0;
}

/** Both pages in turn, so that what else the machine does falls on both. */
async function inTurn<T>(rounds: number, measure: (site: keyof Pair<T>) => Promise<T>): Promise<Pair<readonly T[]>> {
  const found: Pair<T[]> = { story: [], plain: [] };
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? (["story", "plain"] as const) : (["plain", "story"] as const);
    for (const site of order) found[site].push(await measure(site));
  }
  return found;
}

function measureLoads(browser: Browser, sites: Pair<Served>, rounds: number): Promise<Pair<readonly Visit[]>> {
  return inTurn(rounds, (site) => withPhone(browser, SLOW_PHONE, (handset) => visit(handset, sites[site].address)));
}

/** The largest paints of several pages of one site, each page once a round. */
async function measurePlaces(
  browser: Browser,
  site: Served,
  paths: readonly string[],
  rounds: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const found = new Map(paths.map((path): [string, number[]] => [path, []]));
  // So that every page is at hand, compressed.
  for (const path of paths) await (await fetch(site.address + path)).arrayBuffer();
  for (let round = 0; round < rounds; round++)
    for (const [path, times] of found)
      times.push(await withPhone(browser, SLOW_PHONE, (handset) => largestPaint(handset, site.address + path)));
  return found;
}

function measureRides(
  browser: Browser,
  sites: Pair<Served>,
  slowdown: number,
  speed: number,
  rounds: number,
): Promise<Pair<readonly Ride[]>> {
  const phone = { ...SLOW_PHONE, slowdown };
  return inTurn(rounds, (site) => withPhone(browser, phone, (handset) => ride(handset, sites[site].address, speed)));
}

/** Hosts in turn: the embed pinned by the host's layout, and by the loader. */
async function measureLags(browser: Browser, rounds: number): Promise<ReadonlyMap<string, readonly Lag[]>> {
  const sites = await twoSites("pattern");
  const found = new Map(HOSTS.map((name): [string, Lag[]] => [name, []]));
  try {
    for (let round = 0; round < rounds; round++)
      for (const [name, all] of found) {
        const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
        all.push(await ridden(page, sites.address + name, SPEEDS.slow));
        await page.close();
      }
  } finally {
    await sites.close();
  }
  return found;
}

function lags(found: ReadonlyMap<string, readonly Lag[]>): string {
  const rows: readonly (readonly [name: string, value: (lag: Lag) => number])[] = [
    ["drawn frames behind the host, p50", ({ p50 }) => p50],
    ["drawn frames behind the host, p95", ({ p95 }) => p95],
    ["in its place after the host's last movement, ms", ({ rest }) => rest],
    ["movements later than 200 ms after that", ({ restless }) => restless],
  ];
  const all = [...found];
  const lines = rows.map(([name, value]): Row => [name, ...all.map(([, each]) => median(each.map(value)).toFixed(0))]);
  const head = `Embed: ${SPEEDS.slow} px/s, no slowdown; medians of ${all[0]?.[1].length ?? 0}`;
  return `${head}\n\n${table(["", ...found.keys()], lines)}`;
}

function loads(found: Pair<readonly Visit[]>): string {
  const rows: readonly (readonly [name: string, value: (one: Visit) => number, digits: number])[] = [
    ["first contentful paint, ms", ({ firstPaint }) => firstPaint, 0],
    ["largest contentful paint, ms", ({ largestPaint: paint }) => paint, 0],
    ["blocking time of the load, ms", ({ blocking }) => blocking, 0],
    ["longest task of the load, ms", ({ longestTask }) => longestTask, 0],
    ["layout shift, load and scroll", ({ shift }) => shift, 4],
    ["requests to the end", ({ requests }) => requests, 0],
    ["KB to the end", ({ bytes }) => kilobytes(KINDS.reduce((sum, kind) => sum + bytes[kind], 0)), 1],
    ...KINDS.map((kind) => [`— ${kind}`, ({ bytes }: Visit) => kilobytes(bytes[kind]), 1] as const),
  ];
  const { slowdown, latency, bitsPerSecond } = SLOW_PHONE;
  const head = `Load: ${slowdown}× CPU, ${latency} ms, ${bitsPerSecond / 1e6} Mbit/s, cold cache, brotli; medians of ${found.story.length}`;
  return `${head}\n\n${comparison(found, rows)}`;
}

function places(found: ReadonlyMap<string, readonly number[]>): string {
  const start = median(found.get("") ?? []);
  const lines = [...found].map(([path, times]): Row => [
    `/${path}`,
    median(times).toFixed(0),
    ratio(median(times), start),
  ]);
  const rounds = found.get("")?.length ?? 0;
  return `Deep links: largest contentful paint, ms; medians of ${rounds}\n\n${table(["", "ms", "ratio"], lines)}`;
}

function rides(title: string, found: Pair<readonly Ride[]>): string {
  const rows: readonly (readonly [name: string, value: (one: Ride) => number, digits: number])[] = [
    ["frame interval p50, ms", ({ p50 }) => p50, 1],
    ["frame interval p95, ms", ({ p95 }) => p95, 1],
    ["intervals over 33 ms, %", ({ slow }) => slow * 100, 1],
    ["main thread busy, ms per s", ({ busy }) => busy, 0],
    ["longest task, ms", ({ longestTask }) => longestTask, 0],
  ];
  return `Scroll: ${title}; medians of ${found.story.length}\n\n${comparison(found, rows)}`;
}

function comparison<T>(
  found: Pair<readonly T[]>,
  rows: readonly (readonly [name: string, value: (one: T) => number, digits: number])[],
): string {
  const lines = rows.map(([name, value, digits]): Row => {
    const [story, plain] = [median(found.story.map(value)), median(found.plain.map(value))];
    return [name, plain.toFixed(digits), story.toFixed(digits), ratio(story, plain)];
  });
  return table(["", "plain page", "story", "ratio"], lines);
}

function firstScreen(html: string): string {
  const cover = untilCoverEnd(html);
  if (cover === undefined) return "First screen: the page has no cover.";
  const bytes = compressed(cover).byteLength;
  const verdict = bytes <= FIRST_FLIGHT ? "inside" : "beyond";
  return `First screen: ${bytes} bytes of compressed HTML to the end of the cover, ${verdict} the first ${FIRST_FLIGHT}.`;
}

function kilobytes(bytes: number): number {
  return bytes / 1000;
}

function print(text: string): void {
  process.stdout.write(`${text}\n\n`);
}
