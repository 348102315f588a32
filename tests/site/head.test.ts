import ogs from "open-graph-scraper";
import { describe, expect, test } from "vitest";
import { allImages } from "../../src/build/images/all-images.ts";
import { builtAddress } from "../../src/build/cli/pack-press-kit.ts";
import { buildHead } from "../../src/build/site/head.ts";
import { parseMarkup, parsePage, toHtml } from "../../src/build/site/html.ts";
import { renderSite } from "../../src/build/site/render-site.ts";
import { fillShell, rebaseLinks } from "../../src/build/vite/page-shell.ts";
import { publicUrl } from "../../src/build/vite/public-url.ts";
import { realStory } from "../pictures/real-story.ts";
import { GRAPH } from "./structured-data.ts";

const HOME = "https://example.org/anyuan/";
const FRAME = parsePage('<!DOCTYPE html><html lang="zh-CN"><head><!--head--></head><body><!--body--></body></html>');

const story = realStory();
const { addresses, page, files } = renderSite(story, HOME);

const pages = new Map(
  addresses.map((address) => [address.path, toHtml(rebaseLinks(fillShell(FRAME, page(address), ""), address.path))]),
);

function canonical(html: string): string | undefined {
  return /<link rel="canonical" href="([^"]*)">/.exec(html)?.[1];
}

test("a press kit finds in a built start page the address that its codes must have", () => {
  expect(builtAddress(pages.get("") ?? "")).toBe(HOME);
  const [start] = addresses;
  if (start === undefined) throw new Error("no address");
  expect(builtAddress(toHtml(fillShell(FRAME, renderSite(story, "").page(start), "")))).toBe("");
});

test("there is an address for the start, every chapter and every step, each with its own path, title and description", () => {
  expect(addresses.map(({ id }) => id)).toEqual([
    "cover",
    ...story.chapters.flatMap(({ id }) => [
      id,
      ...story.steps.filter(({ chapter }) => chapter === id).map((step) => step.id),
    ]),
  ]);
  for (const key of ["path", "title", "description"] as const)
    expect(new Set(addresses.map((address) => address[key])).size, key).toBe(addresses.length);
  for (const { path, title, description, card } of addresses) {
    expect(path).toMatch(/^(?:[a-z0-9-]+\/){0,2}$/);
    // Of a headline that platforms do not cut.
    expect(Array.from(title).length, title).toBeLessThanOrEqual(28);
    expect(title).toContain(story.title);
    expect(Array.from(description).length, description).toBeGreaterThanOrEqual(24);
    expect(Array.from(description).length, description).toBeLessThanOrEqual(120);
    expect([card.wide.file, card.square.file]).toEqual([
      expect.stringMatching(/^cards\/[a-z0-9-]+\.png$/),
      expect.stringMatching(/^cards\/[a-z0-9-]+-square\.png$/),
    ]);
  }
});

describe.each(addresses)("the page $path", (address) => {
  const html = pages.get(address.path) ?? "";
  // What a reader of heads may look for stands in the head.
  const told = ogs({ html: html.replace(/<body>[^]*<\/body>/, "<body></body>"), onlyGetOpenGraphInfo: false });

  test("tells platforms what it is", async () => {
    const { error, result: found } = await told;
    expect(error).toBe(false);
    expect(found).toMatchObject({
      ogTitle: address.title,
      ogDescription: address.description,
      ogUrl: HOME + address.path,
      ogType: "article",
      ogLocale: "zh_CN",
      ogSiteName: story.site.publisher,
      ogImage: [
        {
          url: HOME + address.card.wide.file,
          width: "1200",
          height: "630",
          type: "image/png",
          alt: address.card.alt,
        },
      ],
      twitterCard: "summary_large_image",
      charset: "utf-8",
    });
    expect(canonical(html)).toBe(HOME + address.path);
    expect(html).toContain(`<title>${address.title}</title>`);
    for (const [name, content] of [
      ["name", address.title],
      ["description", address.description],
    ])
      expect(html).toContain(`<meta itemprop="${name}" content="${content}">`);
    expect(html).toContain(`<meta itemprop="image" content="${HOME}${address.card.square.file}">`);
    expect(html).toMatch(/<meta name="theme-color" (?:media="[^"]*light[^"]*" )?content="#[0-9a-f]{6}">/);
  });

  test("tells search engines what it is, from what, and part of what", async () => {
    const { jsonLD = [] } = (await told).result;
    expect(jsonLD).toHaveLength(1);
    const {
      "@graph": [article, breadcrumb],
    } = GRAPH.parse(jsonLD[0]);
    expect(article).toMatchObject({ headline: address.title, description: address.description });
    expect(article.url).toBe(HOME + address.path);
    expect(article.isPartOf?.url).toBe(address.within.length === 0 ? undefined : HOME + address.within.at(-1)?.path);
    expect(breadcrumb?.itemListElement.map(({ item }) => item)).toEqual(
      address.within.length === 0 ? undefined : [...address.within, address].map(({ path }) => HOME + path),
    );
  });

  test("opens at its step: what is read first comes first, and everything is there once", () => {
    const first = /<section class="step(?: [^"]*)?"[^>]*data-step="([^"]*)"/.exec(html)?.[1];
    if (address.path !== "") expect(first).toBe(address.step);
    expect([...html.matchAll(/class="step(?: [^"]*)?"/g)]).toHaveLength(story.steps.length);
    for (const { id } of story.steps) expect(html.split(` id="${id}"`), id).toHaveLength(2);
    expect(/<svg [^>]*data-step="([^"]*)"/.exec(html)?.[1]).toBe(address.step);
  });

  test("gives a reader view, which sees no style, the steps from its own on in their order", () => {
    const [shown = ""] = html.split('<section class="steps-before" hidden>');
    const read = [...shown.matchAll(/<section class="step[^>]* data-step="([^"]*)"/g)].map(([, id]) => id);
    const ids = story.steps.slice(1).map(({ id }) => id);
    expect(read).toEqual(ids.slice(Math.max(0, ids.indexOf(address.step))));
  });

  test("says nothing that needs an absolute address where there is none", () => {
    const bare = toHtml([...buildHead(story, address, { home: "", elevation: 0 })]);
    expect(bare).not.toMatch(/canonical|og:url|og:image|cards\/|BreadcrumbList|"url"|example\.org/);
    expect(GRAPH.parse(JSON.parse(/ld\+json">(.*?)<\/script>/.exec(bare)?.[1] ?? ""))["@graph"]).toHaveLength(1);
    expect(bare).toContain(`<meta property="og:title" content="${address.title}">`);
  });
});

test("the author's account in the fediverse is named where the site has one", () => {
  const [start] = addresses;
  if (start === undefined) throw new Error("no address");
  const headOf = (fediverse: string): string =>
    toHtml([...buildHead({ ...story, site: { ...story.site, fediverse } }, start, { home: HOME, elevation: 0 })]);
  expect(headOf("@desk@news.example.org")).toContain(
    '<meta name="fediverse:creator" content="@desk@news.example.org">',
  );
  expect(headOf("")).not.toContain("fediverse");
});

test("every card that is named is painted, in the size that is said", () => {
  const painted = new Map(allImages(story, () => null).map((plate) => [`${plate.file}.png`, plate]));
  const named = addresses.flatMap(({ card }) => [card.wide, card.square]);
  expect(new Set(named.map(({ file }) => file)).size).toBe(2 * addresses.length);
  for (const { file, width, height } of named) {
    const plate = painted.get(file);
    expect(plate?.formats, file).toContain("png");
    expect(plate?.pixels, file).toBe(width);
    expect(Math.round((width * (plate?.size.height ?? 0)) / (plate?.size.width ?? 1)), file).toBe(height);
  }
});

test("sitemap and canonical addresses agree, robots are told of it, and without an address there is none", () => {
  const [made, bare] = [files(), renderSite(story, "").files()];
  const locations = [...(made.get("sitemap.xml") ?? "").matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url);
  expect(locations).toEqual([...[...pages.values()].map(canonical), `${HOME}facts/`]);
  expect(made.get("robots.txt")).toContain(`Sitemap: ${HOME}sitemap.xml`);
  expect(bare.has("sitemap.xml")).toBe(false);
  expect(bare.get("robots.txt")).not.toContain("Sitemap");
});

test("the environment's public address comes before the editors', and one that is none stops the build", () => {
  const site = { ...story.site, address: "https://editors.example/" };
  expect(publicUrl(site, undefined)).toBe("https://editors.example/");
  expect(publicUrl(site, "https://example.org/a")).toBe("https://example.org/a/");
  expect(publicUrl({ ...site, address: "" }, "")).toBe("");
  for (const wrong of ["example.org", "https://example.org/?a=b", "https://example.org/#a", "ftp://example.org/"])
    expect(() => publicUrl(site, wrong)).toThrow(/SITE_URL: found .+, expected an address such as/);
});

test("links of a page lead from its folder to the story's home, and nothing else is touched", () => {
  const html =
    '<a href="data/a.csv" download="a.csv">x="y"</a><a href="#b"><img src="./c.svg"></a><a href="https://d/"></a><p>href="e"</p>';
  const rebased = (path: string): string => toHtml(rebaseLinks(parseMarkup(html), path));
  expect(rebased("")).toBe(html);
  expect(rebased("a/b/")).toBe(
    '<a href="../../data/a.csv" download="a.csv">x="y"</a><a href="#b"><img src="../../c.svg"></a><a href="https://d/"></a><p>href="e"</p>',
  );
});
