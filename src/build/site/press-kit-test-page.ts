import { h } from "hastscript";
import { type EmbedFormat, type EmbedTarget, snippetHtml } from "../../core/embed/snippet.ts";
import { elementName } from "../../core/model/names.ts";
import type { Story } from "../../core/model/story.ts";
import { askForTest, explainTest, TEST_PAGE_STATES, TEST_PAGE_WORDS } from "../../core/model/strings.ts";
import { buildPage, namedMetas, parseMarkup, toHtml } from "./html.ts";

const STYLE =
  "body{font:17px/1.75 sans-serif;margin:0 auto;max-width:720px;padding:24px 16px 120px;color:#1d1a16;background:#faf6ea}" +
  "img{max-width:100%;height:auto}figure{margin:24px 0}iframe{max-width:100%}" +
  "[data-said]{border-left:3px solid #b03019;padding-left:12px;font-weight:600}" +
  ".gap{height:60vh;color:#645a4d}";

/** Polls every second: an iframe may load late, and the loader may remove it. */
function writeReporter(name: string): string {
  return `
var words = ${JSON.stringify(TEST_PAGE_STATES)};
function said(part) {
  var frame = part.querySelector("iframe");
  if (frame && frame.src) return words[new URL(frame.src).searchParams.get("mode")] || words.other;
  if (part.querySelector("${elementName(name)}")) return words.inline;
  return part.dataset.test === "static" ? words.static : words.none;
}
setInterval(function () {
  document.querySelectorAll("[data-test]").forEach(function (part) {
    part.querySelector("[data-said]").textContent = said(part);
  });
}, 1000);
`;
}

const TESTS: readonly (readonly [way: EmbedFormat, path: "story" | "chapter" | "step", title: string])[] = [
  ["static", "story", TEST_PAGE_WORDS.static],
  ["cards", "story", TEST_PAGE_WORDS.cards],
  ["frame", "step", TEST_PAGE_WORDS.figure],
  ["frame", "chapter", TEST_PAGE_WORDS.frame],
  ["inline", "chapter", TEST_PAGE_WORDS.inline],
];

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
        h("p", { "data-said": true, role: "status" }, TEST_PAGE_WORDS.pending),
        parseMarkup(snippetHtml(part, { home, name: story.site.name }, way)),
      ),
      h("p.gap", TEST_PAGE_WORDS.gap),
    ];
  });
  const head = [
    h("meta", { charset: "utf-8" }),
    ...namedMetas({ viewport: "width=device-width, initial-scale=1" }),
    h("title", `${TEST_PAGE_WORDS.title} · ${story.title}`),
    h("style", STYLE),
  ];
  const body = [
    h("h1", askForTest(story.title)),
    h("p", explainTest(home)),
    ...sections,
    h("script", writeReporter(story.site.name)),
  ];
  return toHtml(buildPage(head, body));
}
