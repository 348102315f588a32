import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import subsetFont from "subset-font";
import { face } from "../../src/build/sfnt.ts";
import { PLATE } from "../../src/publish/plate.ts";
import { stepIds } from "./reading.ts";

/** Addresses, suggested names and spoken names of the links to files below an element. */
function links(page: Page, within: string) {
  return page.$$eval(`${within} a`, (all) =>
    all.map((link) => ({
      href: link instanceof HTMLAnchorElement ? link.href : "",
      saves: link.hasAttribute("download"),
      name: link.getAttribute("aria-label") ?? link.textContent,
    })),
  );
}

test("the table's data can be taken away, and is what the page shows", async ({ page, request }) => {
  await page.goto("./");
  const data = await links(page, "#downloads .files:not(.long)");
  expect(data.map(({ saves }) => saves)).toEqual([true, true]);
  const shown = await page.$$eval(".ledger tbody tr", (rows) =>
    Object.fromEntries(rows.map((row) => [row.id.replace("fact-", ""), row.querySelector(".value")?.textContent])),
  );
  expect(Object.keys(shown).length).toBeGreaterThan(100);
  const csv = await request.get("./data/facts.csv");
  const json = await request.get("./data/facts.json");
  expect(data.map(({ href }) => href)).toEqual([csv.url(), json.url()]);
  expect(csv.headers()["content-type"]).toContain("text/csv");
  expect(json.headers()["content-type"]).toContain("application/json");
  const rows = parse<Record<string, string>>(await csv.body(), { bom: true, columns: true });
  const { facts: records }: { readonly facts: readonly { id: string; text: string }[] } = await json.json();
  expect(Object.fromEntries(rows.map((row) => [row["id"], row["写作"]]))).toEqual(shown);
  expect(Object.fromEntries(records.map(({ id, text }) => [id, text]))).toEqual(shown);
  expect([rows.length, records.length]).toEqual([Object.keys(shown).length, Object.keys(shown).length]);
});

test("the story can be taken away as one long picture", async ({ page, request }) => {
  await page.goto("./");
  const slices = await links(page, "#downloads .long");
  expect(slices.length).toBe(Math.ceil((await stepIds(page)).length / 4));
  for (const [index, { href, saves, name }] of slices.entries()) {
    expect([saves, name]).toEqual([true, `长图第${index + 1}张`]);
    const file = await request.get(href);
    expect([file.status(), file.headers()["content-type"]], href).toEqual([200, "image/png"]);
  }
});

test("every picture can be taken away as SVG and PNG, by day and by night, and opens", async ({ page, request }) => {
  test.slow();
  await page.goto("./");
  const pictures = await links(page, ".pictures");
  const steps = await stepIds(page);
  expect(new Set(pictures.map(({ href }) => href)).size).toBe(steps.length * 4);
  expect(new Set(pictures.map(({ name }) => name)).size).toBe(steps.length * 4);
  // The story's own policy lets nothing parse markup.
  const viewer = await page.context().newPage();
  for (const { href, saves, name } of pictures) {
    expect(saves, href).toBe(true);
    const file = await request.get(href);
    expect(file.status(), href).toBe(200);
    const kind = href.endsWith(".svg") ? "image/svg+xml" : "image/png";
    expect(file.headers()["content-type"], href).toContain(kind);
    const opened = await viewer.evaluate(open, { base64: (await file.body()).toString("base64"), kind });
    const title = name.replace(/ . ...$/u, "");
    if (kind === "image/png") expect(opened, href).toEqual([PLATE.pixels, (PLATE.pixels / PLATE.width) * PLATE.height]);
    else expect(opened, href).toEqual([title, ""]);
  }
});

/** In a page: an SVG's title and whether it is broken, or a PNG's size. */
async function open({ base64, kind }: { readonly base64: string; readonly kind: string }) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  if (kind === "image/png") {
    const { width, height } = await createImageBitmap(new Blob([bytes], { type: kind }));
    return [width, height];
  }
  const read = new DOMParser().parseFromString(new TextDecoder().decode(bytes), "image/svg+xml");
  return [read.querySelector("title")?.textContent, read.querySelector("parsererror")?.textContent ?? ""];
}

test("the licences travel with the page", async ({ page, request }) => {
  await page.goto("./");
  const files = await links(page, "#credits .files");
  expect(files.length).toBe(2);
  for (const { href } of files) expect((await request.get(href)).status(), href).toBe(200);
});

test("nothing after the story is wider than the screen, folded or open, at any text size", async ({ page }) => {
  await page.goto("./#after");
  for (const [width, body] of [
    [320, "34px"],
    [320, "17px"],
    [360, "17px"],
    [390, "34px"],
    [768, "17px"],
    [768, "34px"],
    [1440, "17px"],
    [1440, "34px"],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate(async (size) => {
      document.documentElement.style.setProperty("--body", size);
      document.querySelectorAll(".after details").forEach((details) => details.setAttribute("open", ""));
      for (const part of document.querySelectorAll<HTMLElement>(".after > section"))
        part.style.contentVisibility = "visible";
      return [...document.querySelectorAll<HTMLElement>(".after *")]
        .filter((node) => !node.closest("thead") && node.getBoundingClientRect().right > innerWidth + 0.5)
        .map(({ outerHTML }) => outerHTML.slice(0, 80));
    }, body);
    expect(wide, `${width} px, text ${body}`).toEqual([]);
  }
});

test("by day and by night the whole section is clean, its headings in order", async ({ page }) => {
  test.slow();
  await page.goto("./#after");
  const levels = await page.$$eval(".after :is(h1, h2, h3, h4)", (all) => all.map(({ localName }) => localName));
  expect(levels).toEqual(["h2", ...levels.slice(1).map(() => "h3")]);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(() => {
      for (const part of document.querySelectorAll<HTMLElement>(".after > section"))
        part.style.contentVisibility = "visible";
      document.querySelectorAll(".after details").forEach((details) => details.setAttribute("open", ""));
    });
    const { violations } = await new AxeBuilder({ page }).include(".after").analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
});

test("the page's font has every character that is set in it", async ({ page, request }) => {
  await page.goto("./");
  const text = await page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((node) => getComputedStyle(node).fontFamily.startsWith('"Anyuan Song"'))
      .flatMap((node) => [...node.childNodes].flatMap((child) => (child instanceof Text ? [child.data] : [])))
      .join(""),
  );
  expect(text).toContain("读完之后");
  const font = await request.get(/assets\/song-\w+\.woff2/.exec(await page.content())?.[0] ?? "");
  const { glyph } = face(await subsetFont(await font.body(), text, { targetFormat: "truetype" }));
  const lacks = [...new Set(text)].filter(
    (character) => /\S/u.test(character) && glyph(character.codePointAt(0) ?? 0) === 0,
  );
  expect(lacks).toEqual([]);
});
