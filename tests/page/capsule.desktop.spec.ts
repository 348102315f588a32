import { expect, test } from "@playwright/test";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { pack, SUMS } from "../../src/build/capsule.ts";
import { builtSite, serve, type Served } from "../site.ts";
import { jump, placeOf, settled, shownStep, stepIds, watchFaults } from "./reading.ts";

let scratch: string;
/** Where the capsule is opened. */
let opened: string;
let site: Served;

// One capsule for all.
test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "anyuan-capsule-"));
  expect(await pack("dist", scratch)).toBe(0);
  const [zip = ""] = readdirSync(scratch).filter((name) => name.endsWith(".zip"));
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(scratch, zip))))) {
    mkdirSync(join(scratch, dirname(path)), { recursive: true });
    writeFileSync(join(scratch, path), bytes);
  }
  opened = join(scratch, zip.replace(/\.zip$/, ""));
  site = await serve(await builtSite(opened));
});

test.afterAll(async () => {
  await site.close();
  rmSync(scratch, { recursive: true, force: true });
});

function sum(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

function lines(path: string): readonly (readonly [sum: string, file: string])[] {
  const all = readFileSync(path, "utf8").trimEnd().split("\n");
  return all.map((line) => [line.slice(0, 64), line.slice(66)]);
}

test("the checksums are those of what was unpacked, and none is missing", () => {
  for (const [expected, file] of lines(`${opened}.zip.sha256`)) expect(sum(join(scratch, file))).toBe(expected);
  const listed = lines(join(opened, SUMS));
  expect(listed.filter(([expected, file]) => sum(join(opened, file)) !== expected)).toEqual([]);
  const found = readdirSync(opened, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(listed).toHaveLength(found.length - 1);
});

test("unpacked, with every other address out of reach, it is the whole story: pages, pictures, posters, data", async ({
  page,
}) => {
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
    ["coordinate/third-leg/", "third-leg"],
  ] as const) {
    await page.goto(site.address + path);
    await settled(page);
    expect(await shownStep(page)).toBe(step);
  }
  const ids = await stepIds(page);
  await jump(page, await placeOf(page, ids.indexOf("closing"), 0.9));
  await settled(page);
  expect(await shownStep(page)).toBe("closing");
  await page.locator(".shaft .share").click();
  await expect
    .poll(() => page.locator("dialog.share img").evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(1080);
  await page.keyboard.press("Escape");

  const links = await page.$$eval("a[download]", (all) => all.map((link) => Reflect.get(link, "href")));
  expect(links.length).toBeGreaterThan(60);
  const taken = ["facts.csv", "facts.json", "third-leg.svg", "third-leg.png", "01.png"].map((name) =>
    links.find((link) => String(link).endsWith(`/${name}`)),
  );
  for (const link of taken) {
    const answer = await page.request.get(String(link));
    expect(answer.status(), String(link)).toBe(200);
    expect((await answer.body()).length, String(link)).toBeGreaterThan(1000);
  }
  expect([...faults, ...failed]).toEqual([]);
});
