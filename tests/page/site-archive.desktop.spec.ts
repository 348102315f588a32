import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { CHECKSUM_FILE } from "../../src/build/cli/archive.ts";
import { packSite } from "../../src/build/cli/pack-site.ts";
import { builtSite, serve, type Served } from "../site.ts";
import { watchFaults } from "./page-faults.ts";
import { PARTS } from "./parts.ts";
import { expect, test } from "./story-test.ts";

let scratch: string;
/** Folder of the unpacked archive. */
let unpacked: string;
let site: Served;

// One archive for all.
test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "anyuan-archive-"));
  expect(await packSite(process.env["FIXTURE_FOLDER"] ?? "", scratch)).toBe(0);
  const [zip = ""] = readdirSync(scratch).filter((name) => name.endsWith(".zip"));
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(scratch, zip))))) {
    mkdirSync(join(scratch, dirname(path)), { recursive: true });
    writeFileSync(join(scratch, path), bytes);
  }
  unpacked = join(scratch, zip.replace(/\.zip$/, ""));
  site = await serve(await builtSite(unpacked));
});

test.afterAll(async () => {
  await site.close();
  rmSync(scratch, { recursive: true, force: true });
});

function hash(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

function readSums(path: string): readonly (readonly [sum: string, file: string])[] {
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  return lines.map((line) => [line.slice(0, 64), line.slice(66)]);
}

test("the checksums are those of the unpacked files, and none is missing", () => {
  const outer = readSums(`${unpacked}.zip.sha256`);
  expect(outer.map(([, file]) => [hash(join(scratch, file)), file])).toEqual(outer);
  expect(outer).toHaveLength(1);
  const listed = readSums(join(unpacked, CHECKSUM_FILE));
  expect(listed.filter(([expected, file]) => hash(join(unpacked, file)) !== expected)).toEqual([]);
  const found = readdirSync(unpacked, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(listed).toHaveLength(found.length - 1);
});

test("the unpacked archive is the whole story with every other address out of reach", async ({ page, story }) => {
  const faults = watchFaults(page, site.address);
  const failed: string[] = [];
  page.on("requestfailed", (request) => void failed.push(request.url()));
  page.on("response", (answer) => {
    if (answer.status() >= 400) failed.push(answer.url());
  });
  await page.route(
    (url) => !url.href.startsWith(site.address),
    (route) => route.abort(),
  );
  for (const [path, step] of [
    ["", "cover"],
    ["night/ships/", "ships"],
  ] as const) {
    await story.open(site.address + path);
    await story.settled();
    expect(await story.shownStep()).toBe(step);
  }
  await story.goTo("boats", 0.9);
  expect(await story.shownStep()).toBe("boats");
  await story.shareButton.click();
  const poster = story.shareDialog.getByRole("img", { name: /^海报/ });
  await expect.poll(() => poster.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1080);

  const groups = [PARTS.dataLinks, PARTS.longPictureLinks, PARTS.licenceLinks];
  const read = (selector: string): Promise<readonly string[]> =>
    page.$$eval(selector, (all) => all.map((link) => (link instanceof HTMLAnchorElement ? link.href : "")));
  const files = await read(groups.join());
  const codes = await (await page.request.get(`${site.address}embed/code/`)).text();
  const pictures = [...codes.matchAll(/href="[./]*(pictures\/[^"]+)"/g)].map(([, path = ""]) => site.address + path);
  const links = [...files, ...pictures];
  // Two of data, one of the long picture, two licences; four of each step's.
  expect(links).toHaveLength(17);
  for (const link of links) {
    const answer = await page.request.get(link);
    expect(answer.status(), link).toBe(200);
    expect((await answer.body()).length, link).toBeGreaterThan(1000);
  }
  expect([...faults, ...failed]).toEqual([]);
});
