import { gzipSync } from "node:zlib";
import { build } from "vite";
import { expect, test } from "vitest";
import config from "../../vite.config.ts";

test("the loader weighs at most 2 KB, gzip -9", async () => {
  const made = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    define: { STORY_NAME: JSON.stringify("anyuan") },
    build: {
      target: config.build?.target ?? "es2021",
      write: false,
      modulePreload: false,
      // As `build/vite/embed-scripts.ts` builds it.
      lib: { entry: "src/browser/embed/host/loader.ts", formats: ["iife"], name: "loader" },
      minify: true,
      rolldownOptions: { optimization: { inlineConst: { mode: "all", pass: 1 } }, output: { codeSplitting: false } },
    },
  });
  const [bundle] = Array.isArray(made) ? made : [made];
  if (bundle === undefined || !("output" in bundle)) throw new Error("nothing built");
  expect(gzipSync(bundle.output[0].code, { level: 9 }).byteLength).toBeLessThanOrEqual(2048);
});
