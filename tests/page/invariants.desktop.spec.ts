import { expect, test } from "@playwright/test";
import { createServer, type ViteDevServer } from "vite";
import { pictureToSvg } from "../../src/core/render/svg-string.ts";
import { createPainter } from "../../src/core/picture/painter.ts";
import { realStory } from "../pictures/real-story.ts";

// One server of the sources for all.
test.describe.configure({ mode: "default" });

let server: ViteDevServer;

test.beforeAll(async () => {
  server = await createServer({ server: { port: 0, host: "127.0.0.1", hmr: false, watch: null }, logLevel: "error" });
  await server.listen();
});

test.afterAll(() => server.close());

test.beforeEach(async ({ page }) => {
  await page.goto(`${server.resolvedUrls?.local[0]}tests/page/invariants.html`);
  await page.waitForFunction(() => "jumps" in window);
});

/** Pairs of positions; each batch begins its random numbers at another place. */
const BATCHES = [
  { pairs: 200, seed: "jumps", tag: [] },
  ...["jumps-2", "jumps-3", "jumps-4", "jumps-5"].map((seed) => ({ pairs: 200, seed, tag: "@wide" })),
];

for (const { pairs, seed, tag } of BATCHES)
  test(
    `live nodes show after a jump what a fresh drawing shows, ${pairs} random pairs of positions, ${seed}`,
    { tag },
    async ({ page }) => {
      const differing = await page.evaluate(
        ([count, name]) => {
          const jumps: unknown = Reflect.get(window, "jumps");
          return typeof jumps === "function" ? jumps(count, name) : ["no jumps"];
        },
        [pairs, seed] as const,
      );
      expect(differing).toEqual([]);
    },
  );

test("Node and the browser draw the same text for every step", async ({ page }) => {
  const story = realStory();
  const positions = story.steps.flatMap((_, step) => [0.2, 0.6, 1].map((progress) => ({ step, progress })));
  for (const theme of ["day", "night"] as const) {
    const size = { width: 390, height: 490 };
    const paint = createPainter(story);
    const here = positions.map((at) => pictureToSvg(paint(at, size, theme), size));
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
