import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { WIDE } from "./wide.ts";

/** Suites that only compute: they share their modules, for loading them takes longer than most of the tests. */
const PURE = [
  "tests/{bench,pictures,player,render,ui}/**/*.test.ts",
  "tests/content/!(check).test.ts",
  "tests/site/!(oembed).test.ts",
  "tests/embed/{protocol,snippet}.test.ts",
  "tests/build/shadow-css.test.ts",
];

/** Unit and property tests: no browser, no page. Page tests are `tests/page/*.spec.ts`, run by Playwright. */
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    environment: "node",
    // Style sheets that pages take as text; Vitest would give an empty one.
    css: { include: [/\?raw$/] },
    // A wide run tries fifteen times as many cases of a property.
    testTimeout: WIDE ? 450_000 : 30_000,
    hookTimeout: 30_000,
    projects: [
      { extends: true, test: { name: "pure", include: PURE, isolate: false } },
      {
        extends: true,
        test: { name: "isolated", include: ["tests/**/*.test.ts"], exclude: ["tests/page/**", ...PURE] },
      },
    ],
  },
});
