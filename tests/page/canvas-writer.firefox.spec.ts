import { test } from "@playwright/test";
import { expectSamePixels, openWriters, serveWriters, WINDOW, type WriterPage } from "./canvas-writer.ts";

test.use({ viewport: WINDOW });

let writers: WriterPage;

test.beforeAll(async () => {
  writers = await serveWriters();
});

test.afterAll(() => writers.close());

test("a worker's canvas shows what the page's SVG shows", async ({ page }) => {
  test.setTimeout(240_000);
  await expectSamePixels(await openWriters(page, writers.address), { marks: 24, words: 48 });
});
