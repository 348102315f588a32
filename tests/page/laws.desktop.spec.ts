import { expect, test } from "@playwright/test";
import { createServer, type ViteDevServer } from "vite";
import { svg } from "../../src/draw/svg.ts";
import { painter } from "../../src/scenes/picture.ts";
import { realStory } from "../pictures/real-story.ts";

let server: ViteDevServer;

test.beforeAll(async () => {
  server = await createServer({ server: { port: 0, host: "127.0.0.1", hmr: false, watch: null }, logLevel: "error" });
  await server.listen();
});

test.afterAll(() => server.close());

test.beforeEach(async ({ page }) => {
  await page.goto(`${server.resolvedUrls?.local[0]}tests/page/laws.html`);
  await page.waitForFunction(() => "jumps" in window, null, { timeout: 30_000 });
});

test("a jump is a scroll: 1,000 random pairs of positions on live nodes, no difference", async ({ page }) => {
  test.setTimeout(180_000);
  const differing = await page.evaluate(() => {
    const jumps: unknown = Reflect.get(window, "jumps");
    return typeof jumps === "function" ? jumps(1000) : ["no jumps"];
  });
  expect(differing).toEqual([]);
});

test("Node and the browser draw the same text for every step", async ({ page }) => {
  const story = realStory();
  const positions = story.steps.flatMap((_, step) => [0.2, 0.6, 1].map((progress) => ({ step, progress })));
  for (const theme of ["day", "night"] as const) {
    const size = { width: 390, height: 490 };
    const paint = painter(story);
    const here = positions.map((at) => svg(paint(at, size, theme), size));
    const there = await page.evaluate(
      ([all, dimensions, name]) => {
        const texts: unknown = Reflect.get(window, "texts");
        return typeof texts === "function" ? texts(all, dimensions, name) : [];
      },
      [positions, size, theme] as const,
    );
    expect(there).toEqual(here);
  }
});
