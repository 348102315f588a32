import type { Browser } from "@playwright/test";
import { HEADS, inTurn, type Measured } from "./compare.ts";
import { openPage } from "./open-page.ts";
import { type Options, SPEEDS } from "./options.ts";
import type { Pages } from "./pages.ts";
import { type Handset, SLOW_PHONE, withPhone } from "./phone.ts";
import { scrollDown } from "./scroll-gesture.ts";
import { median } from "./statistics.ts";
import { type Row, table } from "./table.ts";
import { watchWorkers } from "./worker-heaps.ts";

/** Numbers of scrolls after which memory is measured: what grows from five to ten grows on. */
const MOMENTS = [0, 1, 5, 10];
/** Time in which the page comes to rest, ms. */
const REST = 1000;

/** Memory in use after a garbage collection: bytes of heaps, numbers of the rest. */
interface Memory {
  readonly page: number;
  readonly workers: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Memory at each of the moments. */
type Course = readonly Memory[];

const ROWS: readonly (readonly [name: string, value: (memory: Memory) => number])[] = [
  ["heap of the page, KB", ({ page }) => page / 1000],
  ["heap of the worker, KB", ({ workers }) => workers / 1000],
  ["DOM nodes", ({ nodes }) => nodes],
  ["listeners", ({ listeners }) => listeners],
];

/** Memory of each page before and after scrolls. Nothing is slowed: what stays in memory does not depend on it. */
export async function* reportHeaps(browser: Browser, pages: Pages, { rounds }: Options): AsyncIterable<string> {
  const phone = { ...SLOW_PHONE, slowdown: 1 };
  const found = await inTurn(pages.columns, rounds, (column) =>
    withPhone(browser, phone, (handset) => measureCourse(handset, pages.address(column))),
  );
  yield `Heap: after garbage collection, ${SPEEDS.fast} px/s to the end and back; medians of ${rounds}\n\n${heapTable(found)}`;
}

function heapTable(found: Measured<Course>): string {
  const head = ["", ...MOMENTS.map((scrolls) => (scrolls === 0 ? "after the load" : `scrolls: ${scrolls}`))];
  const lines = [...found].flatMap(([column, courses]) =>
    ROWS.map(([name, value]): Row => {
      const cells = MOMENTS.map((_, moment) => median(courses.flatMap((each) => each[moment] ?? []).map(value)));
      return [`${HEADS[column]}: ${name}`, ...cells.map((cell) => cell.toFixed(0))];
    }),
  );
  return table(head, lines);
}

async function measureCourse(handset: Handset, address: string): Promise<Course> {
  const workerBytes = await watchWorkers(handset.session);
  await openPage(handset, address);
  const memories: Memory[] = [];
  let scrolls = 0;
  for (const moment of MOMENTS) {
    for (; scrolls < moment; scrolls += 1) await scrollAndReturn(handset);
    memories.push(await memoryOf(handset, workerBytes));
  }
  return memories;
}

async function scrollAndReturn(handset: Handset): Promise<void> {
  const { page } = handset;
  await scrollDown(handset, { speed: SPEEDS.fast });
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  await page.waitForTimeout(REST);
}

async function memoryOf({ session }: Handset, workerBytes: () => Promise<number>): Promise<Memory> {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  return { page: usedSize, workers: await workerBytes(), nodes, listeners: jsEventListeners };
}
