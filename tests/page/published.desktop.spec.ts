import { expect, test } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { builtSite, type Files, serve, type Served } from "../site.ts";
import { jump, placeOf, settled, shownStep, stepIds, watchFaults } from "./reading.ts";

const HOME = "https://example.org/news/anyuan/";

let folder: string;
let files: Files;
let site: Served;

// One build for all.
test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  folder = mkdtempSync(join(tmpdir(), "anyuan-published-"));
  process.env["SITE_URL"] = HOME;
  await build({ build: { outDir: folder, emptyOutDir: true }, logLevel: "error" });
  files = await builtSite(folder);
  site = await serve(files, "/news/anyuan/");
});

test.afterAll(async () => {
  delete process.env["SITE_URL"];
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

function text(path: string): string {
  return new TextDecoder().decode(files.get(path));
}

/** Paths of all documents, from the site's root. */
function documents(): readonly string[] {
  return [...files.keys()].filter((path) => path.endsWith("/index.html"));
}

/** Paths of the story's own pages: what is made for other pages to show is none. */
function pages(): readonly string[] {
  return documents().filter((path) => !path.startsWith("/embed/"));
}

test("canonical addresses, the sitemap and the files agree", () => {
  const canonical = pages().map((path) => /<link rel="canonical" href="([^"]*)">/.exec(text(path))?.[1]);
  const listed = [...text("/sitemap.xml").matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url);
  expect(listed.length).toBe(34);
  expect(new Set(canonical)).toEqual(new Set(listed));
  expect(new Set(pages().map((path) => HOME + path.slice(1, -"index.html".length)))).toEqual(new Set(listed));
  expect(text("/robots.txt")).toContain(`Sitemap: ${HOME}sitemap.xml`);
});

test("every link of every page leads to a file of the site, or to a place of the page", () => {
  const astray = documents().flatMap((path) => {
    const html = text(path);
    const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id));
    const links = new Set([...html.matchAll(/ (?:href|src|srcset)="([^"]*)"/g)].map(([, link = ""]) => link));
    if (pages().includes(path)) expect(links.size, path).toBeGreaterThan(300);
    return [...links]
      .filter((link) => {
        if (link.startsWith("#")) return !ids.has(decodeURIComponent(link.slice(1)));
        const { host, pathname } = new URL(link, `https://site${path}`);
        return host === "site" && !files.has(pathname) && !files.has(`${pathname}index.html`);
      })
      .map((link) => `${path} ${link}`);
  });
  expect(astray).toEqual([]);
});

test("in a folder of a host a deep link opens, the address follows within the folder, and so does the canonical one", async ({
  page,
}) => {
  const faults = watchFaults(page, site.address);
  await page.goto(`${site.address}environment/firms/?from=groupmessage`);
  await settled(page);
  expect(await shownStep(page)).toBe("firms");
  const ids = await stepIds(page);
  await jump(page, await placeOf(page, ids.indexOf("green"), 0.9));
  await settled(page);
  await expect.poll(() => page.url()).toBe(`${site.address}coordinate/green/`);
  const canonical = page.locator('link[rel="canonical"]');
  await expect(canonical).toHaveAttribute("href", `${HOME}coordinate/green/`);
  await jump(page, 0);
  await expect.poll(() => page.url()).toBe(site.address);
  await expect(canonical).toHaveAttribute("href", HOME);
  expect(faults).toEqual([]);
});

test("in a folder of a host an address that is none leads into the story, with the script and without", async ({
  page,
  browser,
}) => {
  for (const address of ["x", "pattern/x/y/"]) {
    expect((await page.goto(site.address + address))?.status()).toBe(404);
    await expect(page.locator("a").first()).toHaveAttribute("href", "/news/anyuan/");
  }
  await page.locator("a").nth(1).click();
  await settled(page);
  expect(await shownStep(page)).toBe("old-mine");
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${site.address}pattern/x/y/`);
  await plain.locator("a").first().click();
  await expect(plain.locator("h1")).toHaveText("安源转身");
  await context.close();
});
