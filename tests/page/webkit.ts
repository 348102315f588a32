import { test as base } from "@playwright/test";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Builder, Capabilities, type WebDriver } from "selenium-webdriver";
import { freePort } from "./free-port.ts";

/** A WebDriver service on its own virtual screen. */
interface Service {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/**
 * WebKitGTK draws in a worker as Safari does when it has Safari's name; by its own it draws in the page
 * (`can-draw-in-worker.ts`).
 */
const SAFARI =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15";

/** Width and height of the view in CSS pixels; WebKitGTK has one device pixel to each. */
export interface View {
  readonly width: number;
  readonly height: number;
}

/** The browser's own name, or Safari's. */
export type Agent = "own" | "safari";

const START_SECONDS = 20;
/** How long a driver may take to open a browser, ms; one that has just closed another may never do it. */
const OPENING = 25_000;

/** Playwright's `test` with the system's WebKitGTK: `webkit` is a fresh browser of the size `view`, closed after the test. */
export const test = base.extend<{ view: View; agent: Agent; webkit: WebDriver }, { webkitService: Service }>({
  view: [{ width: 390, height: 844 }, { option: true }],
  agent: ["safari", { option: true }],
  webkitService: [
    async ({}, use) => {
      const service = await startService();
      await use(service);
      await service.close();
    },
    { scope: "worker" },
  ],
  webkit: async ({ webkitService, view, agent }, use) => {
    let other: Service | undefined;
    const driver = await opened(webkitService.address, agent).catch(async () => {
      other = await startService();
      return opened(other.address, agent);
    });
    await driver
      .manage()
      .window()
      .setRect({ x: 0, y: 0, ...view });
    await use(driver);
    await driver.quit();
    await other?.close();
  },
});

export { expect } from "@playwright/test";

async function startService(): Promise<Service> {
  const { WEBKIT_DRIVER = "", WEBKIT_SCREEN = "" } = process.env;
  const home = await mkdtemp(join(tmpdir(), "webkit-"));
  const screen = spawn(WEBKIT_SCREEN, ["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  // Xvfb says which display it took.
  const display = `:${String(await once(screen.stdout, "data")).trim()}`;
  const port = await freePort();
  const service = spawn(WEBKIT_DRIVER, [`--port=${port}`], {
    stdio: "ignore",
    env: {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: "x11",
      LIBGL_ALWAYS_SOFTWARE: "1",
      MESA_SHADER_CACHE_DISABLE: "1",
      // With textures a worker's canvas ends the process: https://bugs.webkit.org/show_bug.cgi?id=304134
      WEBKIT_SKIA_ENABLE_CPU_RENDERING: "1",
      XDG_CONFIG_HOME: home,
      XDG_CACHE_HOME: home,
      XDG_DATA_HOME: home,
    },
  });
  const address = `http://127.0.0.1:${port}`;
  async function close(): Promise<void> {
    await ended(service);
    await ended(screen);
    // The browser's last child may still write as it goes.
    await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
  try {
    await ready(address);
  } catch (error) {
    await close();
    throw error;
  }
  return { address, close };
}

function open(address: string, agent: Agent): Promise<WebDriver> {
  const { WEBKIT_BROWSER = "" } = process.env;
  const wanted = new Capabilities({
    browserName: "MiniBrowser",
    // Full screen: the toolbar would keep the window from becoming as narrow as a phone.
    "webkitgtk:browserOptions": {
      binary: WEBKIT_BROWSER,
      args: ["--automation", "--full-screen", ...(agent === "safari" ? [`--user-agent=${SAFARI}`] : [])],
    },
  });
  return new Builder().usingServer(address).withCapabilities(wanted).build();
}

/** Throws when no browser is there in time. */
async function opened(address: string, agent: Agent): Promise<WebDriver> {
  const late = setTimeout(OPENING, undefined, { ref: false }).then(() => {
    throw new Error(`WebKitWebDriver opened no browser within ${OPENING / 1000} s`);
  });
  return Promise.race([open(address, agent), late]);
}

async function ready(address: string): Promise<void> {
  const end = Date.now() + START_SECONDS * 1000;
  while (Date.now() < end) {
    const answer = await fetch(`${address}/status`).catch(() => undefined);
    if (answer?.ok === true) return;
    await setTimeout(50);
  }
  throw new Error(`WebKitWebDriver did not answer at ${address} within ${START_SECONDS} s`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, "exit");
}
