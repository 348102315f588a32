import { expect, test } from "@playwright/test";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createServer, type ViteDevServer } from "vite";
import { copiedProject } from "./project.ts";

let root: string;
let server: ViteDevServer;

test.beforeAll(async () => {
  root = copiedProject("dev");
  server = await createServer({
    root,
    configFile: join(root, "vite.config.ts"),
    cacheDir: join(root, ".vite"),
    server: { port: 0, host: "127.0.0.1", fs: { strict: false } },
    logLevel: "silent",
  });
  await server.listen();
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

test("an edit shows at once, a fault shows over the page with its place, and goes away when mended", async ({
  page,
}) => {
  test.slow();
  await page.goto(server.resolvedUrls?.local[0] ?? "");
  await expect(page.locator("h1")).toHaveText("安源转身");
  await expect(page.locator(".stage svg")).toHaveAttribute("data-settled", "true", { timeout: 30_000 });
  edit("story/story.md", "title: 安源转身", "title: 安源新编");
  await expect(page.locator("h1")).toHaveText("安源新编", { timeout: 20_000 });
  edit("story/2-environment.md", "scene: firms", "scene: firm");
  const overlay = page.locator("vite-error-overlay");
  await expect(overlay).toBeAttached({ timeout: 20_000 });
  const said = await overlay.evaluate((node) => node.shadowRoot?.textContent ?? "");
  expect(said).toMatch(/story\/2-environment\.md:\d+:\d+ unknown scene: firm.*did you mean firms\?/s);
  edit("story/2-environment.md", "scene: firm\n", "scene: firms\n");
  await expect(overlay).not.toBeAttached({ timeout: 20_000 });
  await expect(page.locator("h1")).toHaveText("安源新编");
  edit("src/scenes/cover.ts", "ground: () => 0", "ground: () => 0.2");
  await expect
    .poll(
      () =>
        page
          .locator("html")
          .evaluate((html) => getComputedStyle(html).getPropertyValue("--ground"))
          .catch(() => "reloading"),
      {
        timeout: 20_000,
      },
    )
    .toBe("#211a15");
});

test("data, stills and pictures are answered as a build would write them", async ({ request }) => {
  test.slow();
  const local = server.resolvedUrls?.local[0] ?? "";
  const get = async (name: string) => {
    const answer = await request.get(local + name);
    expect(answer.status(), name).toBe(200);
    return { type: answer.headers()["content-type"] ?? "", bytes: await answer.body() };
  };
  expect((await get("data/facts.csv")).bytes.toString("utf8")).toMatch(/^\uFEFF/);
  expect(JSON.parse((await get("data/facts.json")).bytes.toString("utf8"))).toBeTruthy();
  for (const name of ["stills/bridge.svg", "pictures/bridge-night.svg"]) {
    const { type, bytes } = await get(name);
    expect(type).toMatch(/^image\/svg\+xml/);
    expect(bytes.toString("utf8")).toMatch(/^<svg/);
  }
  const png = await get("pictures/bridge.png");
  expect(png.type).toBe("image/png");
  expect(png.bytes.readUInt32BE(16)).toBe(1080);
  expect((await request.get(`${local}pictures/no-such-step.png`)).status()).toBe(404);
});
