import type { Root } from "hast";
import { h } from "hastscript";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import { themeRule } from "../../core/picture/theme-properties.ts";
import css from "./embed-builder.css?raw";
import { restPalette } from "./theme-css.ts";
import { type HtmlPage, pageCss } from "./html-page.ts";
import { buildPage, namedMetas } from "./html.ts";
import { portableArticle } from "./portable-article.ts";

/** Page, HTML file and copy script of the portable article, relative to the story's home. */
export const PORTABLE_ARTICLE = { path: "edition/", file: "edition/fragment.html", script: "edition/copy.js" } as const;

export function portableArticlePage(story: Illustrated<Story>, home: string): HtmlPage {
  const last = story.steps.length - 1;
  const steps = [
    "按“整篇复制”，到公众号的编辑器里粘贴。按钮用不了，就点一下下面的框，全选，复制。",
    "公众号会把图搬到自己的服务器；没有搬成的，从“逐幅下载图”里取来，重新上传。",
    "文末的网址在公众号里点不开，可以放进“阅读原文”。",
  ];
  return {
    path: PORTABLE_ARTICLE.path,
    title: `公众号版 · ${story.title}`,
    metas: { robots: "noindex" },
    canonical: home,
    styles: [
      themeRule(":root", restPalette(story, last, "day")),
      `@media (prefers-color-scheme:dark){${themeRule(":root", restPalette(story, last, "night"))}}`,
      pageCss(css, story.site.name),
    ],
    scripts: [PORTABLE_ARTICLE.script],
    frames: true,
    pasted: portableArticle(story, "../", home),
    main: h(
      "main",
      h("p.back", h("a", { href: "embed/code/" }, "回到“嵌入”")),
      h("h1", h("span", "公众号版"), story.title),
      h("p.lead", "整篇文字和图，没有脚本，样式写在每一段上，数字的出处在文末。"),
      h("ul.lead", ...steps.map((text) => h("li", text))),
      h(
        "p.acts",
        h("button", { type: "button", id: "copy", "data-home": home, hidden: true }, "整篇复制"),
        " ",
        h("a", { href: PORTABLE_ARTICLE.file, target: "_blank", rel: "noopener" }, "单独打开"),
        " ",
        h("span", { role: "status" }),
      ),
      h("iframe", {
        class: "edition",
        src: PORTABLE_ARTICLE.file,
        title: `公众号版：${story.title}`,
        sandbox: "",
      }),
    ),
  };
}

/** Builds the portable article as a file; its image URLs are relative to that file. */
export function portableArticleFile(story: Illustrated<Story>, home: string): Root {
  const head = [
    h("meta", { charset: "utf-8" }),
    ...namedMetas({ viewport: "width=device-width, initial-scale=1", robots: "noindex" }),
    h("title", `公众号版 · ${story.title}`),
    // The portable article needs inline styles.
    { type: "comment", value: " [html-validate-disable no-inline-style] " } as const,
  ];
  return buildPage(head, [portableArticle(story, "../", home)]);
}
