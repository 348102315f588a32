import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startNginx } from "./nginx.ts";
import { watchFaults } from "./page-faults.ts";
import { expect, test } from "./story-test.ts";

const HEADERS_FILE = fileURLToPath(new URL("../../assets/_headers", import.meta.url));
const SITE = process.env["PUBLIC_FIXTURE_FOLDER"] ?? "";

/** One file of each kind that a host sends, below the story's home, and whether nginx compresses it. Names of files by content are patterns. */
const FILES: readonly (readonly [path: string, compressed: boolean])[] = [
  ["", true],
  ["night/ships/", true],
  ["worker.js", true],
  ["data/facts.csv", true],
  ["assets/after-paint-*.js", true],
  ["assets/late-*.css", true],
  ["assets/song-*.woff2", false],
  ["embed/v1/loader.js", true],
  ["embed/v1/story.js", true],
  ["embed/v1/stage.js", true],
  ["embed/night/", true],
  ["oembed/night.json", true],
  ["stills/ships.svg", true],
  ["pictures/ships.png", false],
  ["posters/ships.png", false],
  ["cards/ships.png", false],
  ["carousels/night-01.png", false],
  ["codes/ships.png", false],
  ["facts/night-ships.png", false],
  ["long/01.png", false],
];

/** The path of the built file that a pattern of `FILES` means. */
function resolve(pattern: string): string {
  const [folder = "", name = ""] = pattern.split("/");
  const [before = "", after] = name.split("*");
  if (after === undefined) return pattern;
  const found = readdirSync(`${SITE}/${folder}`).find((file) => file.startsWith(before) && file.endsWith(after));
  return `${folder}/${found}`;
}

/** Headers that `_headers` gives a path: its rules in order, a later one over an earlier. */
function headersOf(path: string): Record<string, string> {
  const blocks = readFileSync(HEADERS_FILE, "utf8").trim().split(/\n\n/);
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

let server: Awaited<ReturnType<typeof startNginx>>;

// One server for all.
test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  server = await startNginx(process.env["NGINX_PATH"] ?? "", SITE);
});

test.afterAll(() => server.stop());

for (const [pattern, compressed] of FILES)
  test(`nginx sends ${pattern === "" ? "the start page" : pattern} with the headers of a host that reads _headers`, async ({
    request,
  }) => {
    const path = resolve(pattern);
    const answer = await request.get(`${server.host}/anyuan/${path}`, { headers: { "accept-encoding": "gzip" } });
    const headers = answer.headers();
    expect(answer.status()).toBe(200);
    expect(headers["content-encoding"]).toBe(compressed ? "gzip" : undefined);
    // These types stand for a kind that the recipe does not know.
    expect(headers["content-type"]).not.toMatch(/octet-stream|text\/plain/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    // A static host's own rule for a file that `_headers` does not name is to keep it and to ask each time.
    const named = headersOf(path);
    expect(headers["cache-control"]).toBe(named["cache-control"] ?? "no-cache");
    expect(headers["access-control-allow-origin"]).toBe(named["access-control-allow-origin"]);
  });

test("nginx leads a folder without its slash to the address with it, and an unknown address into the story", async ({
  request,
}) => {
  for (const path of ["/anyuan", "/anyuan/night"]) {
    const answer = await request.get(server.host + path, { maxRedirects: 0 });
    expect([answer.status(), answer.headers()["location"]]).toEqual([301, `${path}/`]);
  }
  const lost = await request.get(`${server.host}/anyuan/no/such/place`);
  expect(lost.status()).toBe(404);
  expect(await lost.text()).toContain("样例港的灯塔");
});

test("behind nginx the story runs in its folder, at the start and at a step", async ({ page, story }) => {
  const faults = watchFaults(page, server.host);
  for (const [path, step] of [
    ["", "cover"],
    ["night/ships/", "ships"],
  ]) {
    await story.open(`${server.host}/anyuan/${path}`);
    await story.settled();
    expect(await story.shownStep()).toBe(step);
  }
  expect(faults).toEqual([]);
});
