import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { behindNginx } from "./nginx.ts";
import { settled, shownStep, watchFaults } from "./reading.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** One file of each kind that a host sends, below the story's home, and whether it is worth compressing. */
const FILES: readonly (readonly [path: string, packed: boolean])[] = [
  ["", true],
  ["pattern/wings/", true],
  ["worker.js", true],
  ["data/facts.csv", true],
  [`assets/${asset(/^mount-.*\.js$/)}`, true],
  [`assets/${asset(/\.woff2$/)}`, false],
  ["embed/v1/loader.js", true],
  ["embed/v1/story.js", true],
  ["embed/pattern/", true],
  ["stills/wings.svg", true],
  ["pictures/wings.png", false],
  ["posters/wings.png", false],
  ["cards/wings.png", false],
  ["facts/gdp.png", false],
  ["long/01.png", false],
];

function asset(name: RegExp): string {
  return readdirSync(`${ROOT}/dist/assets`).find((file) => name.test(file)) ?? "";
}

/** Headers that `_headers` gives a path: its rules in order, a later one over an earlier. */
function byHeadersFile(path: string): Record<string, string> {
  const blocks = readFileSync(`${ROOT}/assets/_headers`, "utf8").trim().split(/\n\n/);
  return Object.assign(
    {},
    ...blocks.map((block) => {
      const [rule = "", ...lines] = block.split("\n");
      if (!`/${path}`.startsWith(rule.replace("*", ""))) return {};
      return Object.fromEntries(
        lines.map((line) => line.trim().split(/: (.*)/)).map(([name = "", value]) => [name.toLowerCase(), value]),
      );
    }),
  );
}

let server: Awaited<ReturnType<typeof behindNginx>>;
test.beforeAll(async () => {
  server = await behindNginx(process.env["NGINX_PATH"] ?? "");
});
test.afterAll(() => server.stop());

for (const [path, packed] of FILES)
  test(`nginx sends ${path === "" ? "the start page" : path} as the recipe says, and as a headers file would`, async ({
    request,
  }) => {
    const answer = await request.get(`${server.host}/anyuan/${path}`, { headers: { "accept-encoding": "gzip" } });
    const headers = answer.headers();
    expect(answer.status()).toBe(200);
    expect(headers["content-encoding"]).toBe(packed ? "gzip" : undefined);
    expect(headers["content-type"]).not.toBe("application/octet-stream");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    // A static host's own rule for what the file does not name is to keep and to ask each time.
    const named = byHeadersFile(path);
    expect(headers["cache-control"]).toBe(named["cache-control"] ?? "no-cache");
    expect(headers["access-control-allow-origin"]).toBe(named["access-control-allow-origin"]);
  });

test("nginx leads a folder without its slash to it, and an address that is none into the story", async ({
  request,
}) => {
  for (const path of ["/anyuan", "/anyuan/pattern"]) {
    const answer = await request.get(server.host + path, { maxRedirects: 0 });
    expect([answer.status(), answer.headers()["location"]]).toEqual([301, `${path}/`]);
  }
  const lost = await request.get(`${server.host}/anyuan/no/such/place`);
  expect(lost.status()).toBe(404);
  expect(await lost.text()).toContain("安源转身");
});

test("behind nginx the story runs in its folder, at the start and at a step", async ({ page }) => {
  const faults = watchFaults(page, server.host);
  for (const [path, step] of [
    ["", "cover"],
    ["idea/bridge/", "bridge"],
  ]) {
    await page.goto(`${server.host}/anyuan/${path}`);
    await settled(page);
    expect(await shownStep(page)).toBe(step);
  }
  expect(faults).toEqual([]);
});
