// @ts-check
/** Finds the browsers, the fonts and the web server the page tests need, and gets them where that is allowed. Runs in plain Node. */

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * What is there; absent means the engine could not be had.
 * @typedef {object} Browsers
 * @property {string | undefined} chromium
 * @property {string | undefined} shell Chromium without a window's own user interface: the same engine, half the time for a page
 * @property {string | undefined} firefox a stock Firefox; Playwright drives it through WebDriver BiDi
 * @property {WebKit | undefined} webkit
 * @property {boolean} fonts whether a Chinese font is installed
 * @property {string | undefined} nginx
 */

/**
 * The system's WebKitGTK: its driver, the small browser it starts, and a screen for it.
 * @typedef {object} WebKit
 * @property {string} driver
 * @property {string} browser
 * @property {string} screen
 */

const CHROMIUM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const SHELL = "/usr/bin/chromium-headless-shell";
const NGINX = ["/usr/sbin/nginx", "/opt/homebrew/bin/nginx", "/usr/local/bin/nginx"];
const FIREFOX = ["/usr/bin/firefox-esr", "/Applications/Firefox.app/Contents/MacOS/firefox"];

/**
 * Looks at what is installed; installs nothing.
 * @returns {Promise<Browsers>}
 */
export async function presentBrowsers() {
  const { CHROMIUM_PATH, FIREFOX_PATH } = process.env;
  const chromium = [CHROMIUM_PATH, ...CHROMIUM].find(starts) ?? (await ownChromium());
  return {
    chromium,
    shell: [SHELL].find(starts),
    firefox: [FIREFOX_PATH, ...FIREFOX].find(starts),
    webkit: presentWebKit(),
    fonts: chineseFonts(),
    nginx: NGINX.find((path) => existsSync(path)),
  };
}

/**
 * Looks, gets what is missing where apt or Playwright's installer may, and looks again.
 * @param {(line: string) => void} say
 * @returns {Promise<Browsers>}
 */
export async function provideBrowsers(say) {
  const present = await presentBrowsers();
  const missing = missingPackages(present);
  if (missing.length === 0) return present;
  // One by one, so that a package this system does not have cannot keep the others away.
  const got = apt(say);
  for (const packages of missing) got?.(packages);
  const now = await presentBrowsers();
  if (now.chromium !== undefined) return now;
  say("installing Playwright's own Chromium");
  const root = process.getuid?.() === 0;
  run("npx", ["--no-install", "playwright", "install", ...(root ? ["--with-deps"] : []), "chromium"], say);
  return presentBrowsers();
}

/**
 * The surroundings of the page tests: each engine's path under the name `playwright.config.ts` reads.
 * @param {Browsers} browsers
 * @returns {Record<string, string>}
 */
export function browserEnvironment({ chromium, shell, firefox, webkit, nginx }) {
  return {
    CHROMIUM_PATH: chromium ?? "",
    CHROMIUM_SHELL_PATH: shell ?? "",
    FIREFOX_PATH: firefox ?? "",
    WEBKIT_DRIVER: webkit?.driver ?? "",
    WEBKIT_BROWSER: webkit?.browser ?? "",
    WEBKIT_SCREEN: webkit?.screen ?? "",
    NGINX_PATH: nginx ?? "",
  };
}

/**
 * What cannot be tested here and what would mend it; empty when all is there.
 * @param {Browsers} browsers
 * @returns {{ readonly needed: readonly string[], readonly untested: readonly string[] }}
 */
export function lacking({ chromium, firefox, webkit, fonts, nginx }) {
  const needed = [];
  const untested = [];
  if (chromium === undefined)
    needed.push("no Chromium: install one, for example `apt-get install chromium`, or set CHROMIUM_PATH");
  if (!fonts) needed.push("no Chinese font: install one, for example `apt-get install fonts-noto-cjk`");
  if (firefox === undefined)
    untested.push("Firefox was not tested: `apt-get install firefox-esr`, or set FIREFOX_PATH");
  if (webkit === undefined) untested.push("WebKit was not tested: `apt-get install webkit2gtk-driver xvfb`");
  if (nginx === undefined) untested.push("nginx was not tested: `apt-get install nginx-light`");
  return { needed, untested };
}

/** @param {string | undefined} path */
function starts(path) {
  if (path === undefined || path === "" || !existsSync(path)) return false;
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

async function ownChromium() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return starts(path) ? path : undefined;
}

/** @returns {WebKit | undefined} */
function presentWebKit() {
  const driver = "/usr/bin/WebKitWebDriver";
  const screen = "/usr/bin/Xvfb";
  if (!existsSync(driver) || !existsSync(screen)) return undefined;
  // One folder per processor's kind: /usr/lib/x86_64-linux-gnu, /usr/lib/aarch64-linux-gnu …
  const browser = readdirSync("/usr/lib")
    .flatMap((folder) =>
      ["4.1", "4.0"].map((version) => join("/usr/lib", folder, `webkit2gtk-${version}`, "MiniBrowser")),
    )
    .find((path) => existsSync(path));
  return browser === undefined ? undefined : { driver, browser, screen };
}

function chineseFonts() {
  // macOS and Windows have their own; only a bare Linux can be without.
  if (process.platform !== "linux") return true;
  const listed = spawnSync("fc-list", [":lang=zh-cn", "family"], { encoding: "utf8", timeout: 20_000 });
  return listed.status === 0 && listed.stdout.trim() !== "";
}

/**
 * @param {Browsers} browsers
 * @returns {readonly (readonly string[])[]}
 */
function missingPackages({ chromium, shell, firefox, webkit, fonts, nginx }) {
  return [
    ...(chromium === undefined ? [["chromium"]] : []),
    ...(shell === undefined ? [["chromium-headless-shell"]] : []),
    ...(fonts ? [] : [["fontconfig", "fonts-noto-cjk"]]),
    ...(firefox === undefined ? [["firefox-esr"]] : []),
    ...(webkit === undefined ? [["webkit2gtk-driver", "xvfb"]] : []),
    ...(nginx === undefined ? [["nginx-light"]] : []),
  ];
}

/**
 * What installs packages here, with the lists fetched anew; undefined where apt is not at hand or not allowed.
 * @param {(line: string) => void} say
 * @returns {((packages: readonly string[]) => void) | undefined}
 */
function apt(say) {
  if (!existsSync("/usr/bin/apt-get")) return undefined;
  const root = process.getuid?.() === 0;
  if (!root && spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status !== 0) return undefined;
  // Waits for whoever else installs at the moment.
  const words = [
    "env",
    "DEBIAN_FRONTEND=noninteractive",
    "apt-get",
    "-o",
    "DPkg::Lock::Timeout=600",
    "-o",
    "Acquire::Retries=3",
  ];
  const [command = "", ...args] = root ? words : ["sudo", "-n", ...words];
  run(command, [...args, "update"], say);
  return (packages) => {
    say(`installing ${packages.join(" ")}`);
    run(command, [...args, "install", "-y", "--no-install-recommends", ...packages], say);
  };
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {(line: string) => void} say
 */
function run(command, args, say) {
  const done = spawnSync(command, args, { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8", timeout: 900_000 });
  if (done.status !== 0)
    say(`${command} ${args.join(" ")} failed: ${(done.stderr ?? "").trim().split("\n").at(-1) ?? ""}`);
  return done.status === 0;
}
