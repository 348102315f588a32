import { REST } from "../picture/beats.ts";
import { edition } from "../publish/edition.ts";
import { groundAt } from "../scenes/picture.ts";
import type { Story } from "../story/model.ts";
import css from "../style/code-page.css?raw";
import { groundRule } from "./colours.ts";
import type { Document } from "./document.ts";
import { element, empty, escape } from "../draw/html.ts";
import { inlined } from "./sheet.ts";

/** Where the edition for 公众号 lies, relative to the story's home, and the piece of HTML itself. */
export const EDITION = { path: "edition/", file: "edition/fragment.html", script: "edition/copy.js" } as const;

/** The page that shows the edition in a frame and copies it whole; nothing in the edition itself can run. */
export function editionPage(story: Story, home: string): Document {
  const ground = groundAt(story, { step: story.steps.length - 1, progress: REST });
  const steps = [
    "按“整篇复制”，到公众号的编辑器里粘贴。按钮用不了，就点一下下面的框，全选，复制。",
    "公众号会把图搬到自己的服务器；没有搬成的，从“逐幅下载图”里取来，重新上传。",
    "文末的网址在公众号里点不开，可以放进“阅读原文”。",
  ];
  return {
    path: EDITION.path,
    title: `公众号版 · ${story.title}`,
    metas: { robots: "noindex" },
    canonical: home,
    styles: [
      groundRule(":root", ground, "day"),
      `@media (prefers-color-scheme:dark){${groundRule(":root", ground, "night")}}`,
      inlined(css),
    ],
    scripts: [EDITION.script],
    frames: true,
    pasted: edition(story, "../", home),
    body: element(
      "main",
      {},
      element("p", { class: "back" }, element("a", { href: "embed/code/" }, "回到“嵌入”")),
      element("h1", {}, element("span", {}, "公众号版"), escape(story.title)),
      element("p", { class: "lead" }, "整篇文字和图，没有脚本，样式写在每一段上，数字的出处在文末。"),
      element("ul", { class: "lead" }, ...steps.map((text) => element("li", {}, text))),
      element(
        "p",
        { class: "acts" },
        element("button", { type: "button", id: "copy", "data-home": home, hidden: true }, "整篇复制"),
        " ",
        element("a", { href: EDITION.file, target: "_blank", rel: "noopener" }, "单独打开"),
        " ",
        element("span", { role: "status" }),
      ),
      element("iframe", { class: "edition", src: EDITION.file, title: `公众号版：${story.title}`, sandbox: true }),
    ),
  };
}

/** The piece of HTML as a file: its pictures are found from where it lies. */
export function editionFile(story: Story, home: string): string {
  const head = [
    empty("meta", { charset: "utf-8" }),
    empty("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    empty("meta", { name: "robots", content: "noindex" }),
    element("title", {}, escape(`公众号版 · ${story.title}`)),
  ];
  return `<!DOCTYPE html>\n${element(
    "html",
    { lang: "zh-CN" },
    // Styles at the elements are what the file is for.
    element("head", {}, ...head, "<!-- [html-validate-disable no-inline-style] -->"),
    element("body", {}, edition(story, "../", home)),
  )}\n`;
}
