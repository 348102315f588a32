import { expectSamePixels, serveWriters, WINDOW, type WriterPage } from "./canvas-writer.ts";
import { test } from "./webkit.ts";
import { callIn } from "./webkit-sites.ts";

test.use({ view: WINDOW });

let writers: WriterPage;

test.beforeAll(async () => {
  writers = await serveWriters();
});

test.afterAll(() => writers.close());

test("a worker's canvas shows what the page's SVG shows", async ({ webkit }) => {
  test.setTimeout(240_000);
  await webkit.get(writers.address);
  await webkit.wait(() => webkit.executeScript("return 'showCanvas' in window"), 30_000);
  await expectSamePixels(
    {
      show: (by, moment) => callIn(webkit, ([name, at]) => Reflect.get(window, name)(at), [by, moment] as const),
      shoot: async () => Buffer.from(await webkit.takeScreenshot(), "base64"),
    },
    // Drawn without textures, an arc on a WebKitGTK canvas has other edges than the same arc in its SVG.
    { marks: 48, words: 48 },
  );
});
