import { h } from "hastscript";
import { type EmbedFormat, type EmbedTarget, snippetHtml } from "../../core/embed/snippet.ts";
import { elementName } from "../../core/model/names.ts";
import type { Story } from "../../core/model/story.ts";
import { buildPage, namedMetas, parseMarkup, toHtml } from "./html.ts";

const STYLE =
  "body{font:17px/1.75 sans-serif;margin:0 auto;max-width:720px;padding:24px 16px 120px;color:#1d1a16;background:#faf6ea}" +
  "img{max-width:100%;height:auto}figure{margin:24px 0}iframe{max-width:100%}" +
  "[data-said]{border-left:3px solid #b03019;padding-left:12px;font-weight:600}" +
  ".gap{height:60vh;color:#645a4d}";

/**
 * Writes the script that reports the state of each embed. It polls every second: an iframe may load late, and the
 * loader may remove it.
 */
function writeReporter(name: string): string {
  return `
var words = {
  frame: "起来了：随页滚动。滚一滚，图应当钉住不动。",
  stack: "起来了：展开的静图。单幅图都是这样；整章这样，是因为这里钉不住，或者系统要求减少动态。",
  cards: "起来了：翻页。"
};
function said(part) {
  var frame = part.querySelector("iframe");
  if (frame && frame.src) return words[new URL(frame.src).searchParams.get("mode")] || "起来了：一个不用脚本的框架。";
  if (part.querySelector("${elementName(name)}")) return "起来了：并入页面。";
  return part.dataset.test === "static"
    ? "海报，本来就是这样。"
    : "还是图和链接：脚本没有来，或者还没有来。往下滚到它再看；一直这样，就查网址、网络和安全策略。";
}
setInterval(function () {
  document.querySelectorAll("[data-test]").forEach(function (part) {
    part.querySelector("[data-said]").textContent = said(part);
  });
}, 1000);
`;
}

const TESTS: readonly (readonly [way: EmbedFormat, path: "story" | "chapter" | "step", title: string])[] = [
  ["static", "story", "海报"],
  ["cards", "story", "翻页，不用脚本"],
  ["frame", "step", "一幅图"],
  ["frame", "chapter", "随页滚动"],
  ["inline", "chapter", "并入页面"],
];

/** Builds a page to open locally: one embed of each mode, each with a status line. `home` is the public URL. */
export function pressKitTestPage(story: Story, parts: readonly EmbedTarget[], home: string): string {
  const chosen = {
    story: parts.find(({ path }) => path === ""),
    chapter: parts.find(({ chapter, step }) => chapter !== null && step === null),
    step: parts.find(({ step }) => step !== null),
  };
  const sections = TESTS.flatMap(([way, path, title]) => {
    const part = chosen[path];
    if (part === undefined) return [];
    return [
      h(
        "section",
        { "data-test": way },
        h("h2", `${title}：${part.title}`),
        h("p", { "data-said": true, role: "status" }, "正在看……"),
        parseMarkup(snippetHtml(part, { home, name: story.site.name }, way)),
      ),
      h("p.gap", "（文章的其他段落）"),
    ];
  });
  const head = [
    h("meta", { charset: "utf-8" }),
    ...namedMetas({ viewport: "width=device-width, initial-scale=1" }),
    h("title", `自测 · ${story.title}`),
    h("style", STYLE),
  ];
  const lead = `脚本和图都来自 ${home} ；要联网。每一处下面用字说明起来的是哪一种。`;
  const body = [
    h("h1", `《${story.title}》在这里起得来吗`),
    h("p", lead),
    ...sections,
    h("script", writeReporter(story.site.name)),
  ];
  return toHtml(buildPage(head, body));
}
