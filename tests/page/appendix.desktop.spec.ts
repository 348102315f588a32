import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import sharp from "sharp";
import subsetFont from "subset-font";
import { STEP_IMAGE } from "../../src/build/images/step-image.ts";
import { missingCharacters } from "../../src/build/vite/fonts.ts";
import { PARTS } from "./parts.ts";
import { StoryPage } from "./story-page.ts";
import { expect, test } from "./story-test.ts";
import { expectNoWiderThanScreen } from "./too-wide.ts";

let page: Page;

// One page for all: the tests only read it, and the last one changes its size.
test.describe.configure({ mode: "default" });

test.beforeAll(async ({ browser }) => {
  page = await browser.newPage();
  await new StoryPage(page).open("./#after");
});

test.afterAll(() => page.close());

interface FileLink {
  readonly href: string;
  readonly saves: boolean;
  /** As it is spoken. */
  readonly name: string;
}

function readLinks(part: keyof typeof PARTS): Promise<readonly FileLink[]> {
  return page.$$eval(PARTS[part], (all) =>
    all.map((link) => ({
      href: link instanceof HTMLAnchorElement ? link.href : "",
      saves: link.hasAttribute("download"),
      name: link.getAttribute("aria-label") ?? link.textContent,
    })),
  );
}

/** Links whose files are not answered with 200 and the type, as addresses with what came instead. */
async function findMissing(links: readonly FileLink[], type: (href: string) => string): Promise<readonly string[]> {
  const answers = await Promise.all(links.map(({ href }) => page.request.head(href)));
  return answers
    .map((answer) => ({ url: answer.url(), status: answer.status(), sent: answer.headers()["content-type"] ?? "" }))
    .filter(({ url, status, sent }) => status !== 200 || !sent.includes(type(url)))
    .map(({ url, status, sent }) => `${url}: ${status} ${sent}`);
}

/** Width and height in pixels and the title of a built picture, as its file says. Rejects when it is broken. */
async function readPicture(href: string) {
  const bytes = await readFile(`dist${decodeURI(new URL(href).pathname)}`);
  const { format, width, height } = await sharp(bytes).metadata();
  if (format === "png") return { width, height };
  return { title: /<title>(.*?)<\/title>/.exec(bytes.toString("utf8"))?.[1] };
}

test("the data can be downloaded and are those of the table", async ({ browser, request }) => {
  const links = await readLinks("dataLinks");
  expect(links.map(({ saves }) => saves)).toEqual([true, true]);
  const facts = await browser.newPage();
  await facts.goto("./facts/");
  expect(await facts.$$eval(PARTS.factsDataLinks, (all) => all.map((link) => link.getAttribute("href")))).toEqual([
    "../data/facts.csv",
    "../data/facts.json",
  ]);
  const shown = await facts.$$eval(
    PARTS.factRow,
    (rows, value) =>
      Object.fromEntries(rows.map((row) => [row.id.replace("fact-", ""), row.querySelector(value)?.textContent])),
    PARTS.factValue,
  );
  await facts.close();
  expect(Object.keys(shown).length).toBeGreaterThan(100);
  const csv = await request.get("./data/facts.csv");
  const json = await request.get("./data/facts.json");
  expect(links.map(({ href }) => href)).toEqual([csv.url(), json.url()]);
  expect(csv.headers()["content-type"]).toContain("text/csv");
  expect(json.headers()["content-type"]).toContain("application/json");
  const rows = parse<Record<string, string>>(await csv.body(), { bom: true, columns: true });
  const { facts: records }: { readonly facts: readonly { id: string; text: string }[] } = await json.json();
  expect(Object.fromEntries(rows.map((row) => [row["id"], row["写作"]]))).toEqual(shown);
  expect(Object.fromEntries(records.map(({ id, text }) => [id, text]))).toEqual(shown);
  expect([rows.length, records.length]).toEqual([Object.keys(shown).length, Object.keys(shown).length]);
});

test("the long picture can be downloaded, four steps a file", async () => {
  const links = await readLinks("longPictureLinks");
  const steps = await new StoryPage(page).stepIds();
  expect(links.map(({ saves, name }) => [saves, name])).toEqual(
    Array.from({ length: Math.ceil(steps.length / 4) }, (_, index) => [true, `长图第${index + 1}张`]),
  );
  expect(await findMissing(links, () => "image/png")).toEqual([]);
});

test("every picture can be downloaded as SVG and PNG, by day and by night, whole and with its title", async () => {
  const steps = await new StoryPage(page).stepIds();
  await page.goto("./embed/code/#pictures");
  const links = await readLinks("pictureLinks");
  await page.goBack();
  expect(new Set(links.map(({ href }) => href)).size).toBe(steps.length * 4);
  expect(new Set(links.map(({ name }) => name)).size).toBe(steps.length * 4);
  expect(links.filter(({ saves }) => !saves)).toEqual([]);
  expect(await findMissing(links, (href) => (href.endsWith(".svg") ? "image/svg+xml" : "image/png"))).toEqual([]);
  const height = (STEP_IMAGE.pixels / STEP_IMAGE.width) * STEP_IMAGE.height;
  for (const { href, name } of links)
    expect(await readPicture(href), href).toEqual(
      href.endsWith(".svg") ? { title: name.replace(/ . ...$/u, "") } : { width: STEP_IMAGE.pixels, height },
    );
});

test("every page of every chapter's carousel can be downloaded, in the order in which its files sort", async () => {
  await page.goto("./embed/code/#carousels");
  const links = await readLinks("carouselLinks");
  await page.goBack();
  const files = links.map(({ href }) => /[^/]+$/.exec(href)?.[0] ?? "");
  const chapters = [...new Set(files.map((file) => file.replace(/-\d+\.png$/, "")))];
  expect(chapters).toEqual(["pattern", "environment", "idea", "coordinate", "later"]);
  for (const chapter of chapters) {
    const own = files.filter((file) => file.startsWith(`${chapter}-`));
    expect(own).toEqual([...own].sort());
    // Cover, six to eight pages with the numbers, sources; a short chapter has fewer.
    expect(own.length, chapter).toBeGreaterThanOrEqual(8);
    expect(own.length, chapter).toBeLessThanOrEqual(10);
  }
  expect(links.filter(({ saves }) => !saves)).toEqual([]);
  for (const { href } of links) expect(await readPicture(href), href).toEqual({ width: 1080, height: 1440 });
});

test("the licences can be read", async () => {
  const links = await readLinks("licenceLinks");
  expect(links).toHaveLength(2);
  expect(await findMissing(links, () => "text/")).toEqual([]);
});

test("the page's font has every character that is set in it", async ({ request }) => {
  const text = await page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((node) => getComputedStyle(node).fontFamily.startsWith('"Anyuan Song"'))
      .flatMap((node) => [...node.childNodes].flatMap((child) => (child instanceof Text ? [child.data] : [])))
      .join(""),
  );
  expect(text).toContain("读完之后");
  const font = await request.get(/assets\/song-\w+\.woff2/.exec(await page.content())?.[0] ?? "");
  const words = [...new Set(text)].filter((character) => /\S/u.test(character)).join("");
  expect(missingCharacters(await subsetFont(await font.body(), words, { targetFormat: "truetype" }), words)).toEqual(
    [],
  );
});

test("one heading of the second level heads the appendix, headings of the third its sections", async () => {
  const levels = await page.$$eval(
    ["h1", "h2", "h3", "h4", "h5", "h6"].map((level) => `${PARTS.appendix} ${level}`).join(),
    (all) => all.map(({ localName }) => localName),
  );
  expect(levels).toEqual(["h2", ...levels.slice(1).map(() => "h3")]);
  expect(levels.length).toBeGreaterThan(5);
});

test("the unfolded appendix is nowhere wider than the screen, at any text size", async () => {
  await new StoryPage(page).unfoldAppendix();
  await expectNoWiderThanScreen(page, PARTS.appendix);
});
