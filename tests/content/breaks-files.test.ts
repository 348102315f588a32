import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatPublished } from "../../src/build/content/published.ts";
import { formatProblems } from "../../src/build/content/summary.ts";
import { toHtml } from "../../src/build/site/html.ts";
import { renderSite } from "../../src/build/site/render-site.ts";
import { readAssets, readSources } from "../../src/build/vite/read-sources.ts";
import { realStory } from "../pictures/real-story.ts";
import { BASE } from "./base.ts";
import { broken, said } from "./broken.ts";

test("S11: a changed id says which published address breaks", () => {
  const addresses = ["mine/", "mine/depletion/", "mine/growth/", "town/", "town/average/"];
  const published = new Map([["story/published.yaml", formatPublished(addresses)]]);
  expect(said(new Map([...BASE, ...published]))).toEqual([]);
  expect(said(new Map([...broken("1-mine.md", ["id: depletion", "id: depletions"]), ...published]))).toEqual([
    "story/published.yaml:3:3 发布过的网址打不开了：mine/depletion/，应把 id 改回来，别人存的链接还在用（是不是 mine/depletions/？）",
  ]);
});

describe("S12: a file in another encoding", () => {
  const decode = (bytes: readonly number[]): string => new TextDecoder().decode(Uint8Array.from(bytes));

  test.each([
    // 方法 in GBK, and in UTF-16 after its byte order mark.
    ["GBK", decode([0x23, 0x23, 0x20, 0xb7, 0xbd, 0xb7, 0xa8, 0x0a])],
    ["UTF-16", decode([0xff, 0xfe, 0x23, 0x00, 0x23, 0x00, 0x20, 0x00, 0xb9, 0x65, 0xd5, 0x6c, 0x0a, 0x00])],
  ])("%s is named, and nothing else of it", (encoding, text) => {
    for (const name of ["after.md", "facts.yaml", "1-mine.md", "site.yaml", "terms.yaml"]) {
      const found = said(new Map([...BASE, [`story/${name}`, text]]));
      expect(found.filter((one) => one.startsWith(`story/${name}`))).toEqual([
        expect.stringMatching(new RegExp(`:1:\\d 文件不是 UTF-8 编码，像是 ${encoding}，应在编辑器里另存为 UTF-8$`)),
      ]);
      expect(found, name).toHaveLength(1);
    }
  });
});

test("an appendix without the licences is refused", () => {
  const after = BASE.get("story/after.md") ?? "";
  expect(said(new Map([...BASE, ["story/after.md", after.slice(0, after.indexOf("\n## 致谢与许可"))]]))).toEqual([
    "story/after.md:8:1 没有写许可的一节，应有 ## 致谢与许可，下面的 section 块写 id: credits",
  ]);
});

/** The base story with another id for its first chapter, or for its second step. */
const chapterCalled = (id: string): readonly string[] => {
  const [file = "", text = ""] =
    [...broken("1-mine.md", ["id: mine", `id: ${id}`])].find(([name]) => name.endsWith("1-mine.md")) ?? [];
  return said(new Map([...[...BASE].filter(([name]) => name !== file), [`story/1-${id}.md`, text]]));
};
const stepCalled = (id: string): readonly string[] => said(broken("1-mine.md", ["id: growth", `id: ${id}`]));

test.each(["story", "films", "embed", "stills"])(
  "a chapter is not called %s, as a folder or a file of the site is",
  (id) => {
    expect(chapterCalled(id)).toContain(`story/1-${id}.md:2:5 章的 id 与网站里的文件夹重名：${id}，应换一个`);
  },
);

test("no step has an id that the pages have, or that gives two pictures one file", () => {
  expect(stepCalled("later")).toEqual([]);
  expect(stepCalled("grains")).toEqual(["story/1-mine.md:33:5 id 网页自己已经用了：grains，应换一个"]);
  for (const id of ["depletion-night", "depletion-square", "mine-square"])
    expect(stepCalled(id)).toEqual([
      `story/1-mine.md:33:5 id 会让两张图用一个文件名：${id}，应换一个，${id.replace(/-\w+$/, "")} 的图也叫这个名字`,
    ]);
});

/** Problems of the base story when its chapters and their steps have other ids. */
function placesCalled(one: readonly [chapter: string, step: string], other: readonly [chapter: string, step: string]) {
  const renamed = ([file, [chapter, step], from]: readonly [string, readonly [string, string], string]) => {
    const text = (BASE.get(`story/${file}`) ?? "").replace(/^id: .*/m, `id: ${chapter}`);
    return [`story/${file[0]}-${chapter}.md`, text.replace(`id: ${from}\n`, `id: ${step}\n`)] as const;
  };
  const files = [renamed(["1-mine.md", one, "depletion"]), renamed(["2-town.md", other, "average"])];
  const front = (BASE.get("story/story.md") ?? "").replace(/^chapters: .*/m, `chapters: [${one[0]}, ${other[0]}]`);
  return said(new Map([...[...BASE].filter(([name]) => !/\d-/.test(name)), ["story/story.md", front], ...files]));
}

test("no two places have ids that give their codes one folder of the press kit", () => {
  expect(placesCalled(["a", "b"], ["town", "a-b"])).toEqual([]);
  expect(placesCalled(["a", "b"], ["a-b", "average"])).toEqual([
    "story/2-a-b.md:2:5 id 会让两处的代码放进一个文件夹：a-b，应换一个，a/b/ 的代码也在 snippets/a-b",
  ]);
  expect(placesCalled(["a", "b-c"], ["a-b", "c"])).toEqual([
    "story/2-a-b.md:11:5 id 会让两处的代码放进一个文件夹：c，应换一个，a/b-c/ 的代码也在 snippets/a-b-c",
  ]);
});

test("every id that the start page has of its own is refused for a step", () => {
  const story = realStory();
  const { addresses, page } = renderSite(story, "");
  const html = toHtml(addresses.slice(0, 1).flatMap((start) => page(start).body));
  const named = new Set([...story.steps, ...story.chapters, ...story.after].map(({ id }) => id));
  const own = [...html.matchAll(/ id="([^"]+)"/g)]
    .map(([, id = ""]) => id)
    .filter((id) => !named.has(id) && !id.startsWith("stops-"));
  expect(own.length).toBeGreaterThan(2);
  for (const id of own) expect(stepCalled(id), id).toHaveLength(1);
});

test.each(["[".repeat(300_000), "字".repeat(1_700_000)])("a huge text is named, and not read", (text) => {
  expect(said(new Map([...BASE, ["story/after.md", text]]))).toEqual([
    `story/after.md:1:1 文件有 ${text.length} 个字，应在 200000 个以内，多半是贴进了别的东西`,
  ]);
});

test("of a thousand problems two hundred are printed, and how many there are", () => {
  const problems = Array.from({ length: 1000 }, (_, index) => ({
    file: "story/after.md",
    line: index + 1,
    column: 1,
    message: "错",
  }));
  const lines = formatProblems(problems).split("\n");
  expect(lines).toHaveLength(202);
  expect(lines.slice(-2)).toEqual(["后面还有 800 处，先改上面的", "一共 1000 处要改"]);
});

describe("files that cannot be read", () => {
  test.each([
    ["a folder", (file: string) => mkdirSync(file), "是文件夹，应是文件"],
    ["a link to itself", (file: string) => symlinkSync("1-mine.md", file), "是指向自己的链接，应是文件"],
    ["a link to nothing", (file: string) => symlinkSync("nothing.md", file), "是断了的链接，应是文件"],
  ])("%s is named", async (_, make, message) => {
    const root = mkdtempSync(join(tmpdir(), "story-"));
    mkdirSync(join(root, "story"));
    make(join(root, "story/1-mine.md"));
    await expect(readSources(root)).rejects.toThrow(`story/1-mine.md:1:1 读不出来：${message}\n一共 1 处要改`);
    rmSync(root, { recursive: true });
  });

  test("files of the site are listed by their addresses, those in folders too", async () => {
    const root = mkdtempSync(join(tmpdir(), "story-"));
    expect(await readAssets(root)).toEqual(new Set());
    mkdirSync(join(root, "assets/recordings"), { recursive: true });
    for (const name of ["icon.svg", "recordings/第 1 章.mp3"]) writeFileSync(join(root, "assets", name), "");
    const chapter = `recordings/${encodeURI("第 1 章")}.mp3`;
    expect(await readAssets(root)).toEqual(new Set(["icon.svg", chapter]));
    rmSync(root, { recursive: true });
  });

  test("a missing folder is named", async () => {
    await expect(readSources("no-such-folder")).rejects.toThrow(/^story:1:1 没有这个文件夹，应在/);
  });
});
