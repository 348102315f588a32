import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { createServer, type ViteDevServer } from "vite";
import { fixtureRoot } from "../fixture-story/build.ts";
import { expect, test } from "./story-test.ts";

let root: string;
let server: ViteDevServer;
let address: string;

// One server for all.
test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  root = fixtureRoot("dev");
  let watching: Promise<unknown> = Promise.resolve();
  server = await createServer({
    root,
    configFile: join(root, "vite.config.ts"),
    cacheDir: join(root, ".vite"),
    server: { port: 0, host: "127.0.0.1", fs: { strict: false } },
    logLevel: "silent",
    plugins: [
      {
        name: "watcher-ready",
        configureServer({ watcher }) {
          watching = once(watcher, "ready");
        },
      },
    ],
  });
  await server.listen();
  await watching;
  address = server.resolvedUrls?.local[0] ?? "";
});

test.afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

function edit(file: string, from: string, to: string): void {
  const path = join(root, file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${file} has no 「${from}」`);
  writeFileSync(path, text.replace(from, to));
}

/**
 * Opens the page. Returns a wait for its next load, after which the page hears of edits again: a message to a page that is being loaded
 * reaches nobody.
 */
async function openConnected(page: Page): Promise<() => Promise<void>> {
  let [connected, seen] = [0, 0];
  page.on("websocket", (socket) => {
    socket.on("framereceived", ({ payload }) => {
      if (String(payload).includes('"connected"')) connected += 1;
    });
  });
  const wait = async (): Promise<void> => {
    // A whole story is compiled before the page loads anew.
    await expect.poll(() => connected, { timeout: 30_000 }).toBeGreaterThan(seen);
    seen = connected;
  };
  await page.goto(address);
  await wait();
  return wait;
}

test("an edited text shows at once", async ({ page, story }) => {
  const reloaded = await openConnected(page);
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toHaveText("样例港的灯塔");
  edit("story/story.md", "title: 样例港的灯塔", "title: 样例港的新灯");
  await reloaded();
  await expect(title).toHaveText("样例港的新灯");
  await story.settled();
  expect(await story.shownStep()).toBe("cover");
});

test("a fault shows over the page with its place, and goes when it is mended", async ({ page }) => {
  const reloaded = await openConnected(page);
  edit("story/2-dawn.md", "scene: boats\n", "scene: boat\n");
  const overlay = page.locator("vite-error-overlay");
  await expect(overlay).toBeAttached();
  const message = await overlay.evaluate((node) => node.shadowRoot?.textContent ?? "");
  expect(message).toMatch(/story\/2-dawn\.md:\d+:\d+ 没有这幅图：boat.*是不是 boats？/s);
  edit("story/2-dawn.md", "scene: boat\n", "scene: boats\n");
  await reloaded();
  await expect(overlay).not.toBeAttached();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("an edited scene shows at once", async ({ page }) => {
  const reloaded = await openConnected(page);
  const ground = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--background"));
  const before = await ground();
  edit("tests/fixture-story/scenes/lighthouse.ts", "elevation: () => 0", "elevation: () => 0.2");
  await reloaded();
  await expect.poll(ground).toBe("#1f3645");
  expect(before).not.toBe("#1f3645");
});

test("pages, data, stills and pictures are answered as a build would write them", async ({ request }) => {
  const get = async (name: string) => {
    const answer = await request.get(address + name, { headers: { accept: "text/html,*/*" } });
    return { status: answer.status(), type: answer.headers()["content-type"] ?? "", bytes: await answer.body() };
  };
  const step = await get("night/ships/");
  expect([step.status, step.bytes.toString("utf8")]).toEqual([
    200,
    expect.stringContaining('data-entry-path="night/ships/"'),
  ]);
  const lost = await get("night/nowhere/");
  expect([lost.status, lost.bytes.toString("utf8")]).toEqual([404, expect.stringContaining("没有这一页")]);
  expect((await get("data/facts.csv")).bytes.toString("utf8")).toMatch(/^\uFEFF/);
  expect(JSON.parse((await get("data/facts.json")).bytes.toString("utf8"))).toBeTruthy();
  for (const name of ["stills/ships.svg", "pictures/ships-night.svg"]) {
    const { status, type, bytes } = await get(name);
    expect([status, type]).toEqual([200, expect.stringMatching(/^image\/svg\+xml/)]);
    expect(bytes.toString("utf8")).toMatch(/^<svg/);
  }
  const kit = await get("press-kit/");
  const written = /<a href="\.\.\/pictures\/ships\.png">.*?<small>1080 × 1440<\/small>/;
  expect([kit.status, kit.bytes.toString("utf8")]).toEqual([200, expect.stringMatching(written)]);
  const png = await get("pictures/ships.png");
  expect([png.status, png.type]).toEqual([200, "image/png"]);
  expect(png.bytes.readUInt32BE(16)).toBe(1080);
  expect((await get("pictures/no-such-step.png")).status).toBe(404);
});
