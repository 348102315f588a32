import { defineConfig, type PlaywrightTestConfig } from "@playwright/test";
import type { Options } from "./page/story-test.ts";
import { WIDE } from "./wide.ts";

type Projects = NonNullable<PlaywrightTestConfig<Options>["projects"]>;

/** Paths of the engines, set by `tests/browsers.mjs`; an empty one means that the engine could not be had. */
const {
  CHROMIUM_PATH = "/usr/bin/chromium",
  CHROMIUM_SHELL_PATH = "",
  FIREFOX_PATH = "",
  WEBKIT_DRIVER = "",
  NGINX_PATH = "",
} = process.env;

/** The shell draws what the browser draws; a window of the browser costs a second more for each test. */
const SHELL = CHROMIUM_SHELL_PATH === "" ? CHROMIUM_PATH : CHROMIUM_SHELL_PATH;

/** The shell's pictures move in a quarter of their time; they move in real time in the other engines. */
const QUICK = 4;

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1440, height: 900 };

/** Files that Chromium's shell leaves to others. */
const OTHERS = [
  "**/webkit.spec.ts",
  "**/*.webkit.spec.ts",
  "**/*.firefox.spec.ts",
  "**/*.browser.spec.ts",
  "**/hosting.spec.ts",
];

/**
 * A file's name says where it runs: `x.spec.ts` in Chromium as a phone and as a desktop, `x.phone.spec.ts` and `x.desktop.spec.ts`
 * in one of them, `journey.spec.ts` and `engine.spec.ts` in Firefox too, `engine.spec.ts` and, in the wide run, `journey.spec.ts`
 * in the whole Chromium browser, `x.browser.spec.ts` (print and memory, which the shell does otherwise) in that browser alone,
 * `x.firefox.spec.ts` in Firefox alone, `webkit.spec.ts` and `x.webkit.spec.ts` in WebKit alone, `hosting.spec.ts` behind nginx.
 */
const projects: Projects = [
  {
    name: "chromium-phone",
    testIgnore: [...OTHERS, "**/*.desktop.spec.ts"],
    use: {
      browserName: "chromium",
      viewport: PHONE,
      // One device pixel: no test but those of contrast judges pixels, and nine would be painted for each.
      deviceScaleFactor: 1,
      isMobile: true,
      hasTouch: true,
      clockRate: QUICK,
      launchOptions: { executablePath: SHELL },
    },
  },
  {
    name: "chromium-desktop",
    testIgnore: [...OTHERS, "**/*.phone.spec.ts"],
    use: {
      browserName: "chromium",
      viewport: DESKTOP,
      clockRate: QUICK,
      launchOptions: { executablePath: SHELL },
    },
  },
  {
    name: "chromium-browser",
    testMatch: ["**/engine.spec.ts", "**/*.browser.spec.ts", ...(WIDE ? ["**/journey.spec.ts"] : [])],
    use: { browserName: "chromium", viewport: DESKTOP, launchOptions: { executablePath: CHROMIUM_PATH } },
  },
];

if (FIREFOX_PATH !== "")
  projects.push({
    name: "firefox",
    testMatch: ["**/journey.spec.ts", "**/engine.spec.ts", "**/*.firefox.spec.ts"],
    // A stock Firefox through WebDriver BiDi. It takes touch, colour scheme, reduced motion and scripts-off without a word
    // and does none of them: tests that need these belong to Chromium.
    use: {
      browserName: "firefox",
      channel: "moz-firefox",
      viewport: DESKTOP,
      launchOptions: { executablePath: FIREFOX_PATH },
    },
  });

// WebKitGTK has no `page`; its tests take the `webkit` fixture of `page/webkit.ts`.
if (WEBKIT_DRIVER !== "") projects.push({ name: "webkit", testMatch: ["**/webkit.spec.ts", "**/*.webkit.spec.ts"] });

if (NGINX_PATH !== "")
  projects.push({
    name: "nginx",
    testMatch: "**/hosting.spec.ts",
    use: { browserName: "chromium", viewport: DESKTOP, launchOptions: { executablePath: SHELL } },
  });

export default defineConfig<Options>({
  testDir: "page",
  outputDir: "../test-results",
  globalSetup: "./page/serve.ts",
  fullyParallel: true,
  forbidOnly: true,
  // The wide matrices: `npm run test:wide` sets WIDE.
  ...(WIDE ? { grep: /@wide\b/ } : { grepInvert: /@wide\b/ }),
  retries: 0,
  // A page waits for frames and movements a third of the time: three of them keep two cores at work.
  workers: 3,
  timeout: 60_000,
  expect: {
    timeout: 10_000,
    toHaveScreenshot: { pathTemplate: "{testDir}/references/{projectName}/{arg}{ext}" },
  },
  use: {
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    // Requests that a worker answers escape the tests that make files fail; `offline.desktop.spec.ts` lets it work.
    serviceWorkers: "block",
    // Set by `page/serve.ts` before the workers start and read this file again.
    ...(process.env.SITE === undefined ? {} : { baseURL: process.env.SITE }),
  },
  projects,
});
