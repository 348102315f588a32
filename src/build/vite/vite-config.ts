import type { UserConfig } from "vite";
import { storyPlugin } from "./plugin.ts";

const BROWSERS = ["chrome108", "safari16.4", "firefox115"] as const;

/**
 * Configures the build of a story. `scenes` is the path of the module that exports its art as `config`; `parts` is that
 * of the same art as the page loads it, by default the same module.
 */
export function viteConfig(scenes: string, parts: string = scenes): UserConfig {
  const story = storyPlugin(scenes, parts);
  const { resolveId, load } = story;
  return {
    base: "./",
    publicDir: "assets",
    plugins: [story],
    // The worker has the same modules, of one compilation.
    worker: { format: "es", plugins: () => [{ name: "story-modules", resolveId, load }] },
    build: {
      target: ["es2021", ...BROWSERS],
      // Style sheets know no ES2021: it would stand for older browsers, and double every logical property.
      cssTarget: [...BROWSERS],
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      rolldownOptions: {
        // A constant stands where it is used: the share dialog's words load with the dialog, not with the page.
        optimization: { inlineConst: { mode: "all", pass: 1 } },
        input: { index: "index.html", worker: "src/workers/offline.ts" },
        // A worker's address must stay the same from version to version.
        output: { entryFileNames: ({ name }) => (name === "worker" ? "worker.js" : "assets/[name]-[hash].js") },
      },
      license: { fileName: "licences-of-libraries.md" },
    },
    preview: {
      port: 4173,
      headers: {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        // Fonts of documents that stand in a sandboxed frame, as the recipes for hosts have it.
        "Access-Control-Allow-Origin": "*",
      },
    },
    appType: "mpa",
  };
}
