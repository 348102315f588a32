import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CHECKSUM_FILE } from "../../src/build/cli/archive.ts";
import { pressKitFiles } from "../../src/build/cli/pack-press-kit.ts";
import { allImages } from "../../src/build/images/all-images.ts";
import { embedTargets } from "../../src/build/site/embed-targets.ts";
import { PRESS_KIT_ASSETS, pressKitPage } from "../../src/build/site/press-kit.ts";
import { toHtml } from "../../src/build/site/html.ts";
import { PRESS_KIT_KINDS, PRESS_KIT_PLATFORMS } from "../../src/core/model/strings.ts";
import { everyElement, parsed, type Parsed } from "../html-tree.ts";
import { realStory } from "../pictures/real-story.ts";

const HOME = "https://news.example.org/anyuan/";
const story = realStory();

/** The head of a PNG file: enough to know its size. */
function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(1234);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

const BUILT: ReadonlyMap<string, Uint8Array> = new Map([
  ["index.html", text("the story")],
  ["films/idea.mp4", new Uint8Array(4_800_000)],
  ["films/idea-3x4.png", png(1080, 1440)],
  ["films/idea-16x9.png", png(1920, 1080)],
  ["carousels/idea-01.png", png(1080, 1440)],
  ["carousels/idea-02.png", png(1080, 1440)],
  ["posters/two-valves.png", png(1080, 1920)],
  ["cards/idea.png", png(1200, 630)],
  ["cards/idea-square.png", png(600, 600)],
  ["pictures/two-valves.svg", text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 640"></svg>')],
  ["pictures/two-valves-night.png", png(1080, 1440)],
  ["pictures/two-valves.png", png(1080, 1440)],
  ["long/01.png", png(1080, 9000)],
  ["codes/cover.png", png(400, 400)],
  ["oembed/pattern/wings.json", text("{}")],
  ["data/facts.csv", text("id")],
  ["edition/fragment.html", text("<p>")],
  ["icon.svg", text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"></svg>')],
]);

const kit = pressKitFiles(story, BUILT, HOME);
const html = new TextDecoder().decode(kit.get("index.html"));
const all = everyElement(parsed(/<body>([^]*)<\/body>/.exec(html)?.[1] ?? ""));

function linksOf(elements: readonly Parsed[]): readonly string[] {
  return elements.flatMap(({ attributes: { href, src } }) => [href, src].filter((link) => link !== undefined));
}

function section(id: string): readonly Parsed[] {
  return everyElement(all.filter(({ attributes }) => attributes["id"] === id));
}

describe("the page of the press kit", () => {
  test("shows every file of the kit, and links to nothing else", () => {
    const links = linksOf(all).filter((link) => !link.startsWith("#"));
    const files = [...kit.keys(), CHECKSUM_FILE].filter((path) => path !== "index.html");
    expect([...new Set(links)].sort()).toEqual(files.sort());
    expect([...BUILT.keys()].filter((path) => !PRESS_KIT_ASSETS.test(path))).toEqual(["index.html"]);
  });

  test("has no script, and its own links lead to groups that are there", () => {
    expect(all.filter(({ name }) => name === "script")).toEqual([]);
    const own = linksOf(all).filter((link) => link.startsWith("#"));
    expect(own.length).toBeGreaterThan(10);
    expect(own.filter((link) => section(link.slice(1)).length === 0)).toEqual([]);
  });

  test("groups files by kind, a picture's files together, those of an unknown kind at the end", () => {
    const more = pressKitFiles(story, new Map([...BUILT, ["posters/new-kind.webp", text("?")]]), HOME);
    const kinds = all.flatMap(({ name, attributes: { id } }) => (name === "section" && id !== undefined ? [id] : []));
    expect(kinds).toEqual(Object.keys(PRESS_KIT_KINDS));
    expect(linksOf(section("films"))).toEqual(["films/idea.mp4", "films/idea-3x4.png"]);
    expect(linksOf(section("covers")).filter((link) => link.endsWith("16x9.png"))).toHaveLength(2);
    expect(section("carousels").filter(({ name }) => name === "li")).toHaveLength(2);
    const pictures = ["two-valves.png", "two-valves.png", "two-valves.svg", "two-valves-night.png"];
    expect(linksOf(section("pictures"))).toEqual(pictures.map((name) => `pictures/${name}`));
    expect(new TextDecoder().decode(more.get("index.html"))).toContain('href="posters/new-kind.webp"');
  });

  test("says of each picture its file, pixels and bytes, and of a film how long it is", () => {
    expect(html).toContain("<small>1080 × 1920 · 2 KB</small>");
    expect(html).toMatch(/<span>idea\.mp4<\/span><\/a> <small>1080 × 1920 · 20秒 · 4\.8 MB<\/small>/);
    expect(html).toContain("<small>480 × 640 · ");
    const images = all.filter(({ name }) => name === "img");
    for (const { attributes } of images)
      expect(attributes).toMatchObject({ loading: "lazy", width: /^\d+$/, height: /^\d+$/, alt: "" });
    expect(images.length).toBeGreaterThan(9);
  });

  test("has the story's credit with its address, and each picture's own where it has other sources", () => {
    const targets = embedTargets(story);
    expect(html).toContain(`${targets[0]?.credit} ${HOME}`);
    const own = targets.find(({ step }) => step === "two-valves")?.credit ?? "";
    expect(html.includes(`<p class="credit">${own}</p>`)).toBe(own !== targets[0]?.credit);
  });

  test("stands in the site, too, with the files that the site has and a way back", () => {
    const page = toHtml(pressKitPage(story, BUILT, HOME).main);
    expect(page).toContain('href="films/idea.mp4"');
    expect(page).not.toMatch(/self-test\.html"|snippets\/|icon\.svg/);
    expect(page).toContain('href="./"');
  });
});

test("the book for newsrooms has the credit line", () => {
  expect(readFileSync("docs/newsrooms.md", "utf8")).toContain(embedTargets(story)[0]?.credit);
});

test("the book for newsrooms has a row for each platform that the page names, with the same kinds of files", () => {
  const rows = readFileSync("docs/newsrooms.md", "utf8").matchAll(/^\| ([^|]+?) +\| ([^|]+?) +\|/gm);
  const written = new Map([...rows].map(([, platform = "", kinds = ""]) => [platform, kinds]));
  for (const [platform, kinds] of PRESS_KIT_PLATFORMS) {
    const named = (written.get(platform) ?? "").split("、").map((kind) => kind.replace(/`.*/, "").trim());
    expect(named, platform).toEqual(kinds.map((kind) => PRESS_KIT_KINDS[kind][0]));
  }
});

test("the book for newsrooms gives each platform's pictures the pixels that they have", () => {
  const sizeOf = (pattern: RegExp): string => {
    const found = allImages(story, () => null).filter(({ file }) => pattern.test(file));
    const sizes = new Set(found.map(({ size, pixels }) => `${pixels}×${(pixels * size.height) / size.width}`));
    expect([...sizes]).toHaveLength(1);
    return [...sizes].join("");
  };
  const sizes = new Map<string, string>([
    ["cards", sizeOf(/^cards\/.*(?<!-square)$/)],
    ["squares", sizeOf(/^cards\/.*-square$/)],
    ["posters", sizeOf(/^posters\//)],
    ["carousels", sizeOf(/^carousels\//)],
  ]);
  const book = readFileSync("docs/newsrooms.md", "utf8").split("\n");
  for (const [platform, kinds] of PRESS_KIT_PLATFORMS)
    for (const kind of kinds)
      expect(
        book.find((line) => line.startsWith(`| ${platform} |`)),
        `${platform}: ${kind}`,
      ).toContain(sizes.get(kind) ?? "");
});
