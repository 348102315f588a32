import { builtSite, compressed } from "../site.ts";
import { expect, test } from "./story-test.ts";

/** Most that a file weighs, KB of brotli at its best: the start, the largest picture's step, the tables, the script of an iframe. */
const MOST = {
  "/index.html": 30,
  "/coordinate/third-leg/index.html": 34,
  "/facts/index.html": 16,
  "/embed/v1/story.js": 22,
} as const;

test("the story's start, the page of its largest picture, the page of facts and the script of an iframe are light", async () => {
  const files = await builtSite("dist");
  for (const [path, most] of Object.entries(MOST)) {
    const weight = compressed(files.get(path) ?? "").byteLength / 1000;
    expect(weight, path).toBeGreaterThan(10);
    expect(weight, path).toBeLessThanOrEqual(most);
  }
});
