import type { Root } from "hast";
import { h } from "hastscript";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import { PORTABLE_ARTICLE_WORDS as WORDS } from "../../core/model/strings.ts";
import css from "./embed-builder.css?raw";
import type { HtmlPage } from "./html-page.ts";
import { buildPage, namedMetas } from "./html.ts";
import { plainPageStyles } from "./plain-page.ts";
import { portableArticle } from "./portable-article.ts";

export const PORTABLE_ARTICLE = { path: "edition/", file: "edition/fragment.html", script: "edition/copy.js" } as const;

export function portableArticlePage(story: Illustrated<Story>, home: string): HtmlPage {
  return {
    path: PORTABLE_ARTICLE.path,
    title: `${WORDS.name} · ${story.title}`,
    metas: { robots: "noindex" },
    canonical: home,
    styles: plainPageStyles(story, css),
    sheet: null,
    scripts: [PORTABLE_ARTICLE.script],
    frames: true,
    pasted: portableArticle(story, "../", home),
    main: h(
      "main",
      h("p.back", h("a", { href: "embed/code/" }, WORDS.back)),
      h("h1", h("span", WORDS.name), story.title),
      h("p.lead", WORDS.lead),
      h("ul.lead", ...WORDS.steps.map((text) => h("li", text))),
      h(
        "p.acts",
        h("button", { type: "button", id: "copy", "data-home": home, hidden: true }, WORDS.copy),
        " ",
        h("a", { href: PORTABLE_ARTICLE.file, target: "_blank", rel: "noopener" }, WORDS.open),
        " ",
        h("span", { role: "status" }),
      ),
      h("iframe", {
        class: "edition",
        src: PORTABLE_ARTICLE.file,
        title: `${WORDS.name}：${story.title}`,
        sandbox: "",
      }),
    ),
  };
}

export function portableArticleFile(story: Illustrated<Story>, home: string): Root {
  const head = [
    h("meta", { charset: "utf-8" }),
    ...namedMetas({ viewport: "width=device-width, initial-scale=1", robots: "noindex" }),
    h("title", `${WORDS.name} · ${story.title}`),
    // The portable article needs inline styles.
    { type: "comment", value: " [html-validate-disable no-inline-style] " } as const,
  ];
  return buildPage(head, [portableArticle(story, "../", home)]);
}
