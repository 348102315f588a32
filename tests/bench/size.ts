import type { Browser } from "@playwright/test";
import { BEST, type Files, serve, type Served } from "../site.ts";
import { inTurn } from "./compare.ts";
import { openPage } from "./open-page.ts";
import { type Options, SPEEDS } from "./options.ts";
import { htmlOf, type Pages } from "./pages.ts";
import { type Handset, SLOW_PHONE, withPhone } from "./phone.ts";
import { scrollDown } from "./scroll-gesture.ts";
import { buildSteps } from "./size-sites.ts";
import { describeGrowth, type Size, sizeTable } from "./size-table.ts";
import { BEGIN, END, traceFigures } from "./trace-figures.ts";
import { recordTrace } from "./trace-recorder.ts";

/** The same way through stories of every size, px. */
const WAY = 12_000;

/** Load and scroll of the fixture story, by its number of steps. */
export async function* reportSizes(browser: Browser, _: Pages, options: Options): AsyncIterable<string> {
  const { rounds, steps, distance } = options;
  const sites = new Map<number, { readonly files: Files; readonly served: Served }>();
  try {
    for (const count of steps) {
      const files = await buildSteps(count);
      sites.set(count, { files, served: await serve(files, "/", {}, BEST) });
    }
    const found = await inTurn([...sites.entries()], rounds, ([, { files, served }]) =>
      withPhone(browser, SLOW_PHONE, (handset) =>
        measureSize(browser, handset, { files, address: served.address, way: Math.min(distance, WAY) }),
      ),
    );
    const sizes = new Map([...found].map(([[count], all]) => [count, all]));
    const head = `Size: the fixture story by its number of steps, ${SLOW_PHONE.slowdown}× CPU; medians of ${rounds}`;
    yield `${head}\n\n${sizeTable(sizes)}\n\n${describeGrowth(sizes)}`;
  } finally {
    for (const { served } of sites.values()) await served.close();
  }
}

interface Wanted {
  readonly files: Files;
  readonly address: string;
  /** px */
  readonly way: number;
}

async function measureSize(browser: Browser, handset: Handset, { files, address, way }: Wanted): Promise<Size> {
  const { page } = handset;
  await page.addInitScript((mark) => void performance.mark(mark), BEGIN);
  const load = traceFigures(
    await recordTrace(browser, async () => {
      await openPage(handset, address);
      await page.evaluate((mark) => performance.mark(mark).name, END);
    }),
  );
  const { tasks, largest, elements } = await page.evaluate(() => {
    const { tasks: long, largest: paint } = window.seen;
    return { tasks: long, largest: paint, elements: document.querySelectorAll("*").length };
  });
  const scroll = traceFigures(
    await recordTrace(browser, () => scrollDown(handset, { speed: SPEEDS.slow, distance: way })),
  );
  return {
    html: Buffer.byteLength(htmlOf(files, "")) / 1000,
    elements,
    load: load.main,
    blocking: tasks.reduce((sum, task) => sum + task - 50, 0),
    largestPaint: largest,
    main: scroll.main / scroll.frames,
    worker: (scroll.worker / scroll.frames) * SLOW_PHONE.slowdown,
  };
}
