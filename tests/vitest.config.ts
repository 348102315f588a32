import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Unit and property tests: no browser, no page. Page tests are `tests/page/*.spec.ts`, run by Playwright. */
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    environment: "node",
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/page/**"],
    // Style sheets that pages take as text; Vitest would give an empty one.
    css: { include: [/\?raw$/] },
    // Thousands of pictures are drawn on machines that may be busy.
    testTimeout: 180_000,
  },
});
