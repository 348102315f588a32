import type { Browser, Frame, JSHandle, Page } from "@playwright/test";
import { comparison, type Figure, inTurn } from "./compare.ts";
import { openPage } from "./open-page.ts";
import { type Options, SPEEDS } from "./options.ts";
import type { Pages } from "./pages.ts";
import { type Handset, SLOW_PHONE, withPhone } from "./phone.ts";
import { scrollDown } from "./scroll-gesture.ts";
import { whereTimeGoes } from "./self-time-table.ts";
import { percentile, share } from "./statistics.ts";
import { TASK_ITSELF, traceFigures, type TraceFigures } from "./trace-figures.ts";
import { recordTrace } from "./trace-recorder.ts";

interface Intervals {
  /** ms between animation frames. */
  readonly p50: number;
  readonly p95: number;
  /** Part of the intervals above 33 ms, 0–1. */
  readonly late: number;
}

/** One scroll. */
export interface Scroll {
  readonly intervals: Intervals;
  readonly trace: TraceFigures;
}

interface Wanted {
  readonly address: string;
  /** px/s */
  readonly speed: number;
  /** px */
  readonly distance: number;
}

/** Scrolls at each speed and slowness. */
export async function* reportScrolls(browser: Browser, pages: Pages, options: Options): AsyncIterable<string> {
  const { rounds, slowness, speeds, distance, trace } = options;
  for (const slowdown of slowness)
    for (const name of speeds) {
      const speed = SPEEDS[name];
      const scrolls = await inTurn(pages.columns, rounds, (column) =>
        withPhone(browser, { ...SLOW_PHONE, slowdown }, (handset) =>
          traceScroll(browser, handset, { address: pages.address(column), speed, distance }),
        ),
      );
      const head = `Scroll: ${name}, ${speed} px/s, ${slowdown}× CPU`;
      yield `${head}; medians of ${rounds}\n\n${comparison(scrolls, scrollFigures(slowdown))}`;
      if (trace) yield `${head}: CPU ms a screen frame\n\n${whereTimeGoes(scrolls)}`;
    }
}

/** Opens the page and scrolls it once, from the top. */
async function traceScroll(browser: Browser, handset: Handset, { address, speed, distance }: Wanted): Promise<Scroll> {
  await openPage(handset, address);
  let times: readonly number[] = [];
  const events = await recordTrace(browser, async () => {
    const noted = await noteFrames(handset.page);
    await scrollDown(handset, { speed, distance });
    times = await noted.jsonValue();
  });
  return { intervals: frameIntervals(times), trace: traceFigures(events) };
}

/** Begins to write down the time of every animation frame, ms. */
export function noteFrames(page: Page | Frame): Promise<JSHandle<readonly number[]>> {
  return page.evaluateHandle(() => {
    const times: number[] = [];
    const note = (time: number): void => {
      times.push(time);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    return times;
  });
}

export function frameIntervals(times: readonly number[]): Intervals {
  const intervals = times.slice(1).map((time, index) => time - (times[index] ?? time));
  return {
    p50: percentile(intervals, 0.5),
    p95: percentile(intervals, 0.95),
    late: share(intervals, (interval) => interval > 33.4),
  };
}

/**
 * Rows of a comparison of scrolls. The throttle slows main threads only: `slowdown` says by how much a worker would be
 * slower.
 */
export function scrollFigures(slowdown: number): readonly Figure<Scroll>[] {
  const perFrame =
    (part: (figures: TraceFigures) => number) =>
    ({ trace }: Scroll) =>
      part(trace) / trace.frames;
  const main = perFrame((figures) => figures.main);
  const worker = perFrame((figures) => figures.worker);
  const script = perFrame(({ worker: all, workerTimes }) => all - (workerTimes.get(TASK_ITSELF) ?? 0));
  return [
    { name: "main thread, CPU ms a screen frame", value: main, digits: 2 },
    { name: "— above the plain page", value: main, digits: 2, above: true },
    { name: "main thread, CPU ms a frame of its own", value: ({ trace }) => trace.main / trace.mainFrames, digits: 2 },
    { name: "frames of the main thread, a second", value: perFrame(({ mainFrames }) => mainFrames * 60), digits: 1 },
    {
      name: "main thread busy, ms a second",
      value: ({ trace }) => (trace.busy / trace.frames) * 60,
      digits: 0,
    },
    { name: "longest task, ms", value: ({ trace }) => trace.longestTask, digits: 0 },
    { name: "worker, CPU ms a screen frame", value: worker, digits: 2 },
    { name: `— × ${slowdown}`, value: (one) => worker(one) * slowdown, digits: 2 },
    { name: `— of it without drawing in software, × ${slowdown}`, value: (one) => script(one) * slowdown, digits: 2 },
    { name: "frames of the worker, a second", value: perFrame(({ workerFrames }) => workerFrames * 60), digits: 1 },
    { name: "animation frame interval p50, ms", value: ({ intervals }) => intervals.p50, digits: 1 },
    { name: "animation frame interval p95, ms", value: ({ intervals }) => intervals.p95, digits: 1 },
    { name: "animation frame intervals over 33 ms, %", value: ({ intervals }) => intervals.late * 100, digits: 1 },
    { name: "screen frames dropped, %", value: ({ trace }) => trace.dropped * 100, digits: 1 },
    {
      name: "screen frames without the main thread's newest, %",
      value: ({ trace }) => trace.withoutMain * 100,
      digits: 1,
    },
    { name: "messages to the worker, a second", value: ({ trace }) => trace.toWorkers, digits: 1 },
    { name: "messages from the worker, a second", value: ({ trace }) => trace.fromWorkers, digits: 1 },
  ];
}
