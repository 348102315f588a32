import { LOADER_PATH } from "../../core/embed/snippet.ts";
import { element, escapeHtml, voidElement } from "../../core/lib/html.ts";
import { pageTitle } from "../../core/model/routes.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Chapter, Story } from "../../core/model/story.ts";
import { excerpt } from "../content/excerpt.ts";
import { factTables, glossaryHtml } from "./appendix.ts";
import { articleHtml, coverHtml } from "./article.ts";
import { cardPager } from "./mode-controls.ts";
import { progressNav } from "./progress-nav.ts";
import { stageHtml } from "./stage.ts";
import { forcedThemeCss, initialThemeCss, stepThemeCss } from "./theme-css.ts";

/** Files of the embeds, relative to the story's home. A version's names never change: pasted snippets use them. */
export const EMBED_FILES = {
  folder: "embed/",
  loader: LOADER_PATH,
  story: "embed/v1/story.js",
  inline: "embed/v1/inline.js",
  figure: "embed/v1/figure.js",
} as const;

/** A document for an iframe: the story or one chapter. Its links are relative to the story's home. */
export interface EmbedPage {
  /** Relative to the story's home, with a trailing slash. */
  readonly path: string;
  /** Attributes of the root element, as markup. */
  readonly root: string;
  readonly head: string;
  readonly body: string;
}

/**
 * Runs before the first paint. Sets view mode and theme from the query and marks a framed document with `data-framed`;
 * if a script fails to load, falls back to the article.
 */
const OPENING =
  'var d=document.documentElement,q=new URLSearchParams(location.search),m=q.get("mode"),t=q.get("theme"),' +
  'r=m=="frame"?"scroll":m=="article"?m:"cards";if("noModule"in HTMLScriptElement.prototype){d.dataset.mode=r;' +
  'if(r!="article")d.classList.add("enhanced");if(parent!=self)d.dataset.framed="";if(t=="day"||t=="night")d.dataset.theme=t;' +
  'addEventListener("error",function(e){if(e.target.localName=="script"){d.classList.remove("enhanced");delete d.dataset.mode}},true)}';

function credit(story: Story, chapter: Chapter | null): string {
  const link = element(
    "a",
    { href: `./${chapter === null ? "" : `${chapter.id}/`}`, target: "_blank", rel: "noopener" },
    escapeHtml(`《${story.title}》`),
  );
  return element("p", { class: "credit" }, link, escapeHtml(` ${story.site.publisher}`));
}

/** Writes the credit line, then the facts tables and the glossary, which the source dialog reads as well. */
export function embedSources(story: Story, chapter: Chapter | null): string {
  return element(
    "section",
    { class: "appendix", id: "after", "aria-labelledby": "after-title", tabindex: "-1" },
    element("h2", { id: "after-title" }, "出处"),
    credit(story, chapter),
    element("div", { class: "sources" }, factTables(story, false), glossaryHtml(story)),
  );
}

/** Builds the embed of one chapter, or of the whole story for null. `home` is the public URL, or empty. */
export function embedPage(whole: Illustrated<Story>, chapter: Chapter | null, home: string): EmbedPage {
  const story = excerpt(whole, chapter?.id ?? null);
  const first = story.steps[0]?.id ?? "";
  const place = chapter === null ? "" : `${chapter.id}/`;
  const name = chapter === null ? null : `${chapter.numeral} ${chapter.title}`;
  const { chapters } = articleHtml(story, chapter === null ? first : "", false);
  const still = stageHtml(story, 0) + progressNav(story, false);
  const track = [chapter === null ? coverHtml(story, first) : "", still, chapters];
  const title = pageTitle(name, whole);
  return {
    path: EMBED_FILES.folder + place,
    root: chapter === null ? "" : ` data-chapter="${chapter.id}"`,
    head: [
      voidElement("meta", { charset: "utf-8" }),
      voidElement("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      voidElement("meta", { name: "color-scheme", content: "light dark" }),
      voidElement("meta", { name: "format-detection", content: "telephone=no" }),
      voidElement("meta", { name: "robots", content: "noindex,indexifembedded" }),
      // Opt-in for browsers that size an iframe to its content.
      voidElement("meta", { name: "responsive-embedded-sizing", content: "allow-origins=*" }),
      element("title", {}, escapeHtml(title)),
      home === "" ? "" : voidElement("link", { rel: "canonical", href: home + place }),
      element("script", {}, OPENING),
      element("script", { src: EMBED_FILES.story, defer: true }),
      element("style", {}, initialThemeCss(story, 0) + stepThemeCss(story) + forcedThemeCss(story, 0)),
    ].join(""),
    body: element(
      "main",
      { class: "story" },
      name === null ? "" : element("h1", { class: "visually-hidden" }, escapeHtml(name)),
      element("div", { class: "scroll-track" }, ...track),
      cardPager(),
      embedSources(story, chapter),
    ),
  };
}

export function embedPages(story: Illustrated<Story>, home: string): readonly EmbedPage[] {
  return [null, ...story.chapters].map((chapter) => embedPage(story, chapter, home));
}
