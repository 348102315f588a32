import { LOADER_PATH } from "../../core/embed/snippet.ts";
import { element, escapeHtml, voidElement } from "../../core/lib/html.ts";
import { pageTitle } from "../../core/model/routes.ts";
import type { Chapter, Story } from "../../core/model/story.ts";
import { excerpt } from "../content/excerpt.ts";
import { factTables, glossaryHtml } from "./appendix.ts";
import { articleHtml, coverHtml } from "./article.ts";
import { cardPager } from "./mode-controls.ts";
import { progressNav } from "./progress-nav.ts";
import { stageHtml } from "./stage.ts";
import { forcedThemeCss, initialThemeCss, stepThemeCss } from "./theme-css.ts";

/** The scripts of embeds, relative to the story's home. A version's files keep their names, so that what was pasted once goes on to work. */
export const EMBED_FILES = {
  folder: "embed/",
  loader: LOADER_PATH,
  story: "embed/v1/story.js",
  inline: "embed/v1/inline.js",
  figure: "embed/v1/figure.js",
} as const;

/** A document for a frame: the story, or one chapter of it. Links are relative to the story's home. */
export interface EmbedPage {
  /** Relative to the story's home, with `/` at its end. */
  readonly path: string;
  /** Attributes of the root element, as markup. */
  readonly root: string;
  readonly head: string;
  readonly body: string;
}

/**
 * Before the first paint: takes the shape of the reading that its address asks for. What orders a page about in a frame is told by
 * `data-framed`. When the script cannot be had it is the article.
 */
const OPENING =
  'var d=document.documentElement,q=new URLSearchParams(location.search),m=q.get("mode"),t=q.get("theme"),' +
  'r=m=="frame"?"scroll":m=="article"?m:"cards";if("noModule"in HTMLScriptElement.prototype){d.dataset.mode=r;' +
  'if(r!="article")d.classList.add("enhanced");if(parent!=self)d.dataset.framed="";if(t=="day"||t=="night")d.dataset.theme=t;' +
  'addEventListener("error",function(e){if(e.target.localName=="script"){d.classList.remove("enhanced");delete d.dataset.mode}},true)}';

/** The line that ends every embed: what it is a part of, who publishes it, and the way there. */
function credit(story: Story, chapter: Chapter | null): string {
  const link = element(
    "a",
    { href: `./${chapter === null ? "" : `${chapter.id}/`}`, target: "_blank", rel: "noopener" },
    escapeHtml(`《${story.title}》`),
  );
  return element("p", { class: "credit" }, link, escapeHtml(` ${story.site.publisher}`));
}

/** What the story's numbers and terms rest on, for slips and for the article, after the line that ends it. */
export function embedSources(story: Story, chapter: Chapter | null): string {
  return element(
    "section",
    { class: "appendix", id: "after", "aria-labelledby": "after-title", tabindex: "-1" },
    element("h2", { id: "after-title" }, "出处"),
    credit(story, chapter),
    element("div", { class: "sources" }, factTables(story, false), glossaryHtml(story)),
  );
}

/** The embed document of one chapter, or of the whole story where the chapter is null. `home` is the story's public address, or empty. Pure. */
export function embedPage(whole: Story, chapter: Chapter | null, home: string): EmbedPage {
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
      // Browsers that let a frame be as tall as what is in it ask for leave.
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

/** Every embed document of a story: the whole first, then each chapter. */
export function embedPages(story: Story, home: string): readonly EmbedPage[] {
  return [null, ...story.chapters].map((chapter) => embedPage(story, chapter, home));
}
