import { availableParallelism, loadavg } from "node:os";
import type { Browser } from "@playwright/test";
import { presentBrowsers } from "../browsers.mjs";
import { reportEmbeds } from "./embed.ts";
import { reportHeaps } from "./heap.ts";
import { reportLoad } from "./load.ts";
import { type Options, type Part, readOptions, USAGE } from "./options.ts";
import { type Pages, servePages } from "./pages.ts";
import { launch } from "./phone.ts";
import { reportScrolls } from "./scroll.ts";
import { reportSizes } from "./size.ts";
import { reportTaps } from "./taps.ts";

/** Each part measures, and yields its tables as they are ready. */
type Report = (browser: Browser, pages: Pages, options: Options) => AsyncIterable<string>;

const REPORTS: Readonly<Record<Part, Report>> = {
  load: reportLoad,
  scroll: reportScrolls,
  taps: reportTaps,
  heap: reportHeaps,
  embed: reportEmbeds,
  size: reportSizes,
};

/** Measures and prints; returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  let options: Options;
  try {
    options = readOptions(args);
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    print(`${error.message}\n\n${USAGE}`);
    return 2;
  }
  if (options.help) {
    print(USAGE);
    return 0;
  }
  const { chromium } = await presentBrowsers();
  if (chromium === undefined) throw new Error("no Chromium: install one or set CHROMIUM_PATH");
  const pages = await servePages(options);
  const browser = await launch(chromium);
  print(
    `Chromium ${browser.version()}, ${availableParallelism()} processors, load average ${loadavg()[0]?.toFixed(1)}.`,
  );
  try {
    for (const part of options.only) for await (const text of REPORTS[part](browser, pages, options)) print(text);
  } finally {
    await browser.close();
    await pages.close();
  }
  return 0;
}

function print(text: string): void {
  process.stdout.write(`${text}\n\n`);
}
