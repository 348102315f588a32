import type { Browser, JSHandle } from "@playwright/test";
import { PARTS } from "../page/parts.ts";
import { StoryPage } from "../page/story-page.ts";
import { type Column, HEADS, inTurn } from "./compare.ts";
import { openPage } from "./open-page.ts";
import { type Options, SPEEDS } from "./options.ts";
import type { Pages } from "./pages.ts";
import { type Handset, SLOW_PHONE, withPhone } from "./phone.ts";
import { median } from "./statistics.ts";
import { whereTimeGoes } from "./self-time-table.ts";
import { type Row, table } from "./table.ts";
import { answerTime, type EventEntry, THRESHOLD } from "./tap-answer.ts";
import { pointOn, type Tap, TAPS } from "./tap-targets.ts";
import { BEGIN, END, traceFigures, type TraceFigures } from "./trace-figures.ts";
import { recordTrace } from "./trace-recorder.ts";

/** Taps of each kind in one visit. */
const TIMES = 3;
/** A scroll that lasts longer than a tap. */
const SCROLL = { x: 195, y: 700, yDistance: -2400, speed: SPEEDS.slow, gestureSourceType: "mouse" } as const;
/** Time in which a scroll gets going, and in which the browser tells of an event that it has answered, ms. */
const MOVING = 300;
const TOLD = 900;

/** Taps of one kind in one visit. */
interface Taps {
  /** Time until each was answered, ms. */
  readonly times: readonly number[];
  /** A trace of one more; null where none was asked for. */
  readonly trace: TraceFigures | null;
}

type Entries = JSHandle<readonly EventEntry[]>;

/** Time until taps are answered, in the story and in another build of it. */
export async function* reportTaps(browser: Browser, pages: Pages, { rounds, trace }: Options): AsyncIterable<string> {
  const columns: readonly Column[] = pages.columns.filter((column) => column !== "plain");
  const visits = await inTurn(columns, rounds, (column) =>
    withPhone(browser, SLOW_PHONE, (handset) => tapThrough(trace ? browser : null, handset, pages.address(column))),
  );
  const tapsOf = (column: Column, name: string): readonly Taps[] =>
    (visits.get(column) ?? []).flatMap((visit) => visit.get(name) ?? []);
  const lines = TAPS.map(({ name }): Row => {
    const cells = columns.map((column) => {
      const times = tapsOf(column, name).flatMap((taps) => taps.times);
      return times.length === 0 ? "—" : `${median(times)} / ${Math.max(...times)}`;
    });
    return [name, ...cells];
  });
  const head = `Taps: ${SLOW_PHONE.slowdown}× CPU; ms until the paint that answers, median / worst of ${rounds * TIMES}`;
  const shorter = `${THRESHOLD} stands for all that is shorter`;
  yield `${head}; ${shorter}\n\n${table(["", ...columns.map((column) => HEADS[column])], lines)}`;
  for (const { name } of trace ? TAPS : []) {
    const traces = columns.map((column) => [column, tapsOf(column, name).flatMap(traceOf)] as const);
    yield `Tap: ${name}: CPU ms\n\n${whereTimeGoes(new Map(traces), () => 1)}`;
  }
}

function traceOf({ trace }: Taps): readonly { readonly trace: TraceFigures }[] {
  return trace === null ? [] : [{ trace }];
}

/** Taps everything there is, and records one tap more of each kind where it is given the browser. */
async function tapThrough(
  browser: Browser | null,
  handset: Handset,
  address: string,
): Promise<ReadonlyMap<string, Taps>> {
  await openPage(handset, address);
  const story = new StoryPage(handset.page);
  await story.settled();
  const entries = await observeEvents(handset);
  const found = new Map<string, Taps>();
  for (const tap of TAPS) {
    const times: number[] = [];
    for (let visit = 0; visit < TIMES; visit += 1) {
      if ((await tap.reach?.(story, visit)) === false) continue;
      const from = await handset.page.evaluate(() => performance.now());
      await tapOnce(handset, tap, visit);
      times.push(answerTime(await entries.jsonValue(), from));
      await close(handset, story, tap);
    }
    let trace: TraceFigures | null = null;
    if (browser !== null && (await tap.reach?.(story, 0)) !== false) {
      trace = traceFigures(await recordTrace(browser, () => tapOnce(handset, tap, 0)));
      await close(handset, story, tap);
    }
    found.set(tap.name, { times, trace });
  }
  return found;
}

/** Taps, and waits until the answer is painted and told of. */
async function tapOnce(
  { page, session }: Handset,
  { name, target, opens, moving = false, another = false }: Tap,
  visit: number,
): Promise<void> {
  const scrolled = moving ? session.send("Input.synthesizeScrollGesture", SCROLL) : undefined;
  await page.waitForTimeout(MOVING);
  const point = await page.evaluate(pointOn, { selector: target, index: another ? visit : 0 });
  if (point === null) throw new Error(`${name}: nothing to tap`);
  await page.evaluate((mark) => performance.mark(mark).name, BEGIN);
  await page.touchscreen.tap(point.x, point.y);
  await page.waitForTimeout(TOLD);
  await page.evaluate((mark) => performance.mark(mark).name, END);
  if (opens !== null) await page.locator(PARTS[opens]).waitFor();
  await scrolled;
}

async function close({ page }: Handset, story: StoryPage, { opens }: Tap): Promise<void> {
  if (opens !== null) {
    await page.keyboard.press("Escape");
    await page.locator(PARTS[opens]).waitFor({ state: "hidden" });
  }
  await story.scrollEnded();
  await story.settled();
}

/** Begins to write down the events that take long enough to be told of. */
function observeEvents({ page }: Handset): Promise<Entries> {
  return page.evaluateHandle((durationThreshold) => {
    const entries: EventEntry[] = [];
    const wanted = { type: "event", durationThreshold };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (entry instanceof PerformanceEventTiming)
          entries.push({ interaction: entry.interactionId, start: entry.startTime, duration: entry.duration });
    }).observe(wanted);
    return entries;
  }, THRESHOLD);
}
