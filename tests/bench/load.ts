import { type Handset } from "./phone.ts";
import { share, percentile } from "./statistics.ts";

export const KINDS = ["document", "script", "css", "font", "image", "other"] as const;
export type Kind = (typeof KINDS)[number];

/** Times in ms since the start of the navigation or as lengths; bytes as they came over the wire, headers included. */
export interface Visit {
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** Sum of all layout shifts over the load and one scroll to the end, whatever caused them. */
  readonly shift: number;
  /** What long tasks of the load took beyond 50 ms each. */
  readonly blocking: number;
  readonly longestTask: number;
  readonly bytes: Readonly<Record<Kind, number>>;
  readonly requests: number;
}

/** One scroll through the whole page. */
export interface Ride {
  /** ms between animation frames. */
  readonly p50: number;
  readonly p95: number;
  /** Share of intervals above 33 ms, 0–1. */
  readonly slow: number;
  /** ms of main thread work per second. */
  readonly busy: number;
  readonly longestTask: number;
}

interface Seen {
  first: number;
  largest: number;
  shift: number;
  tasks: number[];
  frames: number[];
}

declare global {
  interface Window {
    seen: Seen;
  }
}

/** Quiet time after the load in which late work may still show, ms. */
const AFTERMATH = 1500;
const FAST = 8000;

/** Opens the page, waits until it is at rest, scrolls to its end and says what that took. */
export async function visit({ page, session }: Handset, address: string): Promise<Visit> {
  const bytes: Record<Kind, number> = { document: 0, script: 0, css: 0, font: 0, image: 0, other: 0 };
  const kinds = new Map<string, Kind>();
  session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, kindOf(type)));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    bytes[kinds.get(requestId) ?? "other"] += encodedDataLength;
  });
  await open({ page, session }, address);
  const load = await page.evaluate(() => ({ ...window.seen, tasks: [...window.seen.tasks] }));
  await scrollThrough({ page, session }, FAST);
  await page.waitForLoadState("networkidle");
  const shift = await page.evaluate(() => window.seen.shift);
  return {
    firstPaint: load.first,
    largestPaint: load.largest,
    shift,
    blocking: load.tasks.reduce((sum, task) => sum + task - 50, 0),
    longestTask: Math.max(0, ...load.tasks),
    bytes,
    requests: kinds.size,
  };
}

/** Opens the page and says when its largest text or picture was there, ms since the start of the navigation. */
export async function largestPaint(handset: Handset, address: string): Promise<number> {
  await open(handset, address);
  return handset.page.evaluate(() => window.seen.largest);
}

/** Opens the page and scrolls through it at `speed` px/s. */
export async function ride({ page, session }: Handset, address: string, speed: number): Promise<Ride> {
  await open({ page, session }, address);
  await page.evaluate(() => {
    window.seen.tasks = [];
    window.seen.frames = [];
    const note = (time: number): void => {
      window.seen.frames.push(time);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  const before = await taskSeconds(session);
  const start = performance.now();
  await scrollThrough({ page, session }, speed);
  const seconds = (performance.now() - start) / 1000;
  const busy = (await taskSeconds(session)) - before;
  const { frames, tasks } = await page.evaluate(() => window.seen);
  const intervals = frames.slice(1).map((time, index) => time - (frames[index] ?? time));
  return {
    p50: percentile(intervals, 0.5),
    p95: percentile(intervals, 0.95),
    slow: share(intervals, (interval) => interval > 33.4),
    busy: (busy * 1000) / seconds,
    longestTask: Math.max(0, ...tasks),
  };
}

async function open({ page }: Handset, address: string): Promise<void> {
  await page.addInitScript(() => {
    window.seen = { first: 0, largest: 0, shift: 0, tasks: [], frames: [] };
    const watch = (type: string, heard: (entry: PerformanceEntry) => void): void => {
      new PerformanceObserver((list) => list.getEntries().forEach(heard)).observe({ type, buffered: true });
    };
    watch("paint", ({ name, startTime }) => {
      if (name === "first-contentful-paint") window.seen.first = startTime;
    });
    watch("largest-contentful-paint", ({ startTime }) => (window.seen.largest = startTime));
    watch("layout-shift", (entry) => {
      if ("value" in entry && typeof entry.value === "number") window.seen.shift += entry.value;
    });
    watch("longtask", ({ duration }) => window.seen.tasks.push(duration));
  });
  await page.goto(address, { waitUntil: "load" });
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(AFTERMATH);
}

/**
 * From the top to the end of the page in one steady move, made by the browser itself frame by frame. It is the wheel's
 * gesture: that of a finger does nothing in a headless browser.
 */
async function scrollThrough({ page, session }: Handset, speed: number): Promise<void> {
  const way = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  await session.send("Input.synthesizeScrollGesture", {
    x: 195,
    y: 400,
    yDistance: -way,
    speed,
    gestureSourceType: "mouse",
  });
  const left = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight - scrollY);
  if (left > 50) throw new Error(`the scroll ended ${left} px before the end of the page`);
}

/** Seconds the main thread has worked since the page began. */
async function taskSeconds(session: Handset["session"]): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
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
