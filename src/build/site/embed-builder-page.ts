import type { Element } from "hast";
import { type Child, h } from "hastscript";
import { serializeBuilderData } from "../../core/embed/builder-data.ts";
import { type EmbedTarget, formatsOf, LOADER_PATH, snippetHtml, type StoryAddress } from "../../core/embed/snippet.ts";
import { EMBED_BUILDER_PATH } from "../../core/model/files.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import { themeRule } from "../../core/picture/theme-properties.ts";
import { CMS_TABLE, FIGURE_FORMAT_LABELS, FORMAT_LABELS } from "./builder-strings.ts";
import css from "./embed-builder.css?raw";
import { embedTargets } from "./embed-targets.ts";
import { restPalette } from "./theme-css.ts";
import { type HtmlPage, pageCss } from "./html-page.ts";

/** Placeholder for the public URL in snippets when none is configured. */
export const PLACEHOLDER_URL = "https://公开网址未定/";

/** Widths of the preview, px; the empty one is full width. */
const WIDTHS = ["320", "390", "720", ""] as const;

function option({ path, title }: EmbedTarget): Element {
  return h("option", { value: path }, title);
}

function parts(story: Story, all: readonly EmbedTarget[]): Element {
  const whole = all.filter(({ step }) => step === null);
  const groups = story.chapters.map(({ id, numeral, title }) =>
    h(
      "optgroup",
      { label: `${numeral} ${title}：单幅图` },
      ...all.filter(({ chapter, step }) => chapter === id && step !== null).map(option),
    ),
  );
  return h("select", { id: "part" }, ...whole.map(option), ...groups);
}

function radios(
  name: string,
  chosen: string,
  choices: readonly (readonly [value: string, ...words: Child[]])[],
): readonly Element[] {
  return choices.map(([value, ...words]) =>
    h("label", h("input", { type: "radio", name, value, checked: value === chosen }), " ", ...words),
  );
}

function group(numeral: string, legend: string, ...content: readonly Element[]): Element {
  return h(
    "fieldset",
    h("legend", h("span", { class: "numeral", "aria-hidden": "true" }, numeral), " ", legend),
    ...content,
  );
}

function form(story: Story, all: readonly EmbedTarget[]): Element {
  const ways = Object.entries(FORMAT_LABELS).map(
    ([way, [name, meaning]]) => [way, h("b", name), " ", h("span", meaning)] as const,
  );
  const widths = WIDTHS.map((width) => [width, width === "" ? "满幅" : width] as const);
  const themes = [
    ["auto", "随读者的系统"],
    ["day", "日间"],
    ["night", "夜间"],
  ] as const;
  return h(
    "div",
    { id: "choice", hidden: true },
    group("壹", "放什么", h("label", { for: "part", class: "visually-hidden" }, "放哪一部分"), parts(story, all)),
    group("贰", "怎样放", h("div.ways", ...radios("way", "frame", ways))),
    group(
      "叁",
      "细处",
      h("div.row", { role: "group", "aria-label": "明暗" }, ...radios("theme", "auto", themes)),
      h(
        "p.top",
        h("label", { for: "top" }, "你的页面顶上固定着的栏有多高（像素，没有就是 0）"),
        " ",
        h("input", { id: "top", type: "number", min: "0", max: "400", step: "1", value: "0", inputmode: "numeric" }),
      ),
    ),
    group(
      "肆",
      "代码",
      h("textarea", { id: "code", readonly: true, rows: "9", spellcheck: "false", "aria-label": "要粘贴的代码" }),
      h("p.acts", h("button", { type: "button", id: "copy" }, "复制代码"), " ", h("span", { role: "status" })),
    ),
    h(
      "section",
      { "aria-label": "预览" },
      h("h2", "在别人的页面里是这样"),
      h("div.row", { role: "group", "aria-label": "预览的宽度" }, ...radios("width", "390", widths)),
      h("section.window", { tabindex: "0", "aria-label": "预览，可以滚动" }),
    ),
  );
}

function ready(all: readonly EmbedTarget[], address: StoryAddress): Element {
  const blocks = all
    .filter(({ step }) => step === null)
    .map((extent) =>
      h(
        "details",
        h("summary", extent.title),
        ...formatsOf(extent).flatMap((way) => [
          h("h3", FORMAT_LABELS[way][0]),
          h("pre", { tabindex: "0" }, h("code", snippetHtml(extent, address, way))),
        ]),
      ),
    );
  return h("section", h("h2", "现成的代码"), ...blocks);
}

function systems(): Element {
  const head = h("tr", ...["系统", "用哪一段", "说明"].map((text) => h("th", { scope: "col" }, text)));
  const rows = CMS_TABLE.map(([system, way, note]) =>
    h("tr", h("th", { scope: "row" }, system), h("td", way), h("td", note)),
  );
  return h("section", h("h2", "哪个系统用哪一段"), h("table", h("thead", head), h("tbody", ...rows)));
}

export function embedBuilderPage(story: Illustrated<Story>, home: string): HtmlPage {
  const all = embedTargets(story);
  const last = story.steps.length - 1;
  const lead = "一段代码，把整篇、一章或一幅图放进你的页面。脚本不能用的时候，图、题目、出处和链接也都在。";
  const unaddressed = h(
    "p.notice",
    "公开网址还没有定：在 ",
    h("code", "story/site.yaml"),
    " 里写 ",
    h("code", "address"),
    "，或在构建时设 ",
    h("code", "SITE_URL"),
    "。在那以前，代码里用的是这一页所在的地址。",
  );
  return {
    path: EMBED_BUILDER_PATH,
    title: `嵌入 · ${story.title}`,
    metas: { robots: "noindex" },
    canonical: "",
    styles: [
      themeRule(":root", restPalette(story, last, "day")),
      `@media (prefers-color-scheme:dark){${themeRule(":root", restPalette(story, last, "night"))}}`,
      pageCss(css, story.site.name),
    ],
    scripts: [LOADER_PATH, "embed/code/code.js"],
    frames: true,
    pasted: null,
    main: h(
      "main",
      h("p.back", h("a", { href: "./" }, `回到《${story.title}》`)),
      h("h1", h("span", "嵌入"), story.title),
      h("p.lead", lead),
      home === "" ? unaddressed : null,
      form(story, all),
      ready(all, { home: home === "" ? PLACEHOLDER_URL : home, name: story.site.name }),
      systems(),
      h("p.more", h("a", { href: "edition/" }, "公众号版"), h("a", { href: "data/facts.csv" }, "数据")),
      h(
        "script",
        { type: "application/json", id: "parts" },
        serializeBuilderData({
          home,
          unknown: PLACEHOLDER_URL,
          extents: all,
          ways: FORMAT_LABELS,
          figure: FIGURE_FORMAT_LABELS,
        }),
      ),
    ),
  };
}
