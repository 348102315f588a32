import type { Handset } from "./phone.ts";

/** A page's notes of itself since it was opened; times in ms since the start of the navigation, or lengths. */
export interface Seen {
  first: number;
  largest: number;
  shift: number;
  tasks: number[];
}

declare global {
  interface Window {
    seen: Seen;
  }
}

/** Quiet time after the load in which late work may still show, ms. */
const AFTERMATH = 1500;

/** Opens a page that notes what it sees, and waits until it is at rest. */
export async function openPage({ page }: Handset, address: string): Promise<void> {
  await page.addInitScript(() => {
    window.seen = { first: 0, largest: 0, shift: 0, tasks: [] };
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
