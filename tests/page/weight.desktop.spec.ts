import { builtSite, compressed } from "../site.ts";
import { expect, test } from "./story-test.ts";

/** Most that a page's HTML weighs, KB of brotli at its best: the start, the largest picture's step, the tables. */
const MOST = { "/index.html": 34, "/coordinate/closing/index.html": 38, "/facts/index.html": 16 } as const;

test("the story's start, the page of its largest picture and the page of facts are light", async () => {
  const files = await builtSite("dist");
  for (const [path, most] of Object.entries(MOST)) {
    const weight = compressed(files.get(path) ?? "").byteLength / 1000;
    expect(weight, path).toBeGreaterThan(10);
    expect(weight, path).toBeLessThanOrEqual(most);
  }
});
