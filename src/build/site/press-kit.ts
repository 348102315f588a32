import { h } from "hastscript";
import {
  type EmbedFormat,
  type EmbedTarget,
  formatsOf,
  snippetHtml,
  type StoryAddress,
} from "../../core/embed/snippet.ts";
import { formatCsv } from "../../core/lib/csv.ts";
import type { Story } from "../../core/model/story.ts";
import { blockText } from "../images/pull-quote.ts";
import { buildPage, namedMetas, parseMarkup, toHtml } from "./html.ts";
import { pressKitTestPage } from "./press-kit-test-page.ts";

function slug({ path }: EmbedTarget): string {
  return path === "" ? "story" : path.slice(0, -1).replaceAll("/", "-");
}

/** Writes a page that shows a code; the page is what a browser makes of it. */
function codePage(title: string, code: string): string {
  const head = [
    h("meta", { charset: "utf-8" }),
    ...namedMetas({ viewport: "width=device-width, initial-scale=1" }),
    h("title", title),
  ];
  return toHtml(buildPage(head, parseMarkup(code).children));
}

function codes(parts: readonly EmbedTarget[], address: StoryAddress): readonly (readonly [string, string])[] {
  return parts.flatMap((part) =>
    formatsOf(part).flatMap((way: EmbedFormat) => {
      const code = snippetHtml(part, address, way);
      const name = `snippets/${slug(part)}/${way}`;
      return [[`${name}.txt`, code] as const, [`${name}.html`, codePage(part.title, code)] as const];
    }),
  );
}

function words({ title, deck, byline, steps, chapters }: Story): string {
  const told = (chapter: string | null): readonly string[] =>
    steps.filter((step) => step.chapter === chapter).flatMap((step) => [step.title, ...step.text.map(blockText), ""]);
  return [
    title,
    deck,
    byline,
    "",
    ...told(null),
    ...chapters.flatMap((one) => [`${one.numeral}　${one.title}，${one.subtitle}`, "", ...told(one.id)]),
  ].join("\n");
}

function alts({ steps }: Story): string {
  return formatCsv([
    ["id", "标题", "画面", "与上一幅相比"],
    ...steps.map(({ id, title, alt, change }) => [id, title, alt, change]),
  ]);
}

function readme({ title, site }: Story, home: string): string {
  return `# 《${title}》嵌入包

${home === "" ? "这一包是在公开网址定下来以前做的：代码里写着“公开网址未定”的地方要换成故事的网址，或者定了网址再做一包。\n" : `故事在 ${home}\n`}
先打开 self-test.html，看每一种放法在你的电脑上起不起得来；再把它的内容放进你的系统试一遍。

| 文件夹 | 里面是 |
|---|---|
| self-test.html | 自测页：每一种放法各一处，旁边用字说明起来的是哪一种 |
| snippets/ | 整篇、每章、每幅图的代码：.txt 拿来粘贴，.html 拿来看 |
| oembed/ | oEmbed 应答（有公开网址时才有） |
| pictures/ | 每幅图的 SVG 和 PNG，日间、夜间（-night）各一版 |
| posters/ | 整篇、每章、每幕的海报 |
| edition/ | 公众号版：打开 fragment.html，全选，复制，粘贴 |
| texts/ | 全文 story.txt，图的文字说明 alt.csv 和 alt.txt，署名行 credits.txt |
| data/ | 全部数字 facts.csv，连同原话、状态和出处 |
| SHA256SUMS | 每个文件的校验和 |

放法：frame 随页滚动，inline 并入页面，cards 翻页（不用脚本），static 海报，svg 和 png 单幅图。
图和数据可以转载，请保留图上的说明和 credits.txt 里的署名行。发布者：${site.publisher}。
`;
}

/** Writes the press kit's text files, by name. `home` is the public URL; if it is empty, URLs begin with `stand`. */
export function pressKit(
  story: Story,
  parts: readonly EmbedTarget[],
  home: string,
  stand: string,
): ReadonlyMap<string, string> {
  const written = home === "" ? stand : home;
  return new Map([
    ["README.md", readme(story, home)],
    ["self-test.html", pressKitTestPage(story, parts, written)],
    ...codes(parts, { home: written, name: story.site.name }),
    ["texts/story.txt", `${words(story)}\n`],
    ["texts/alt.csv", alts(story)],
    ["texts/alt.txt", story.steps.map(({ title, alt }) => `${title}\n${alt}\n`).join("\n")],
    ["texts/credits.txt", parts.map(({ title, credit, path }) => `${title} · ${credit} ${written}${path}\n`).join("")],
  ]);
}

export const PRESS_KIT_ASSETS = /^(?:oembed|pictures|posters)\/|^(?:data\/facts\.csv|edition\/fragment\.html)$/;
