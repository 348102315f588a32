import type { Element, Properties } from "hast";
import { h } from "hastscript";
import { LOADER_PATH } from "../../core/embed/snippet.ts";
import { pageTitle } from "../../core/model/routes.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Chapter, Story } from "../../core/model/story.ts";
import { quoteTitle, SOURCE_LABEL } from "../../core/model/strings.ts";
import { excerpt } from "../content/excerpt.ts";
import { buildArticle } from "./article.ts";
import { buildCover } from "./cover.ts";
import { buildGlossary, factTables } from "./fact-tables.ts";
import { namedMetas } from "./html.ts";
import { cardPager } from "./mode-controls.ts";
import { progressNav } from "./progress-nav.ts";
import { buildStage } from "./stage.ts";
import { forcedThemeCss, initialThemeCss, stepThemeCss } from "./theme-css.ts";

/** Files of the embeds, relative to the story's home. A version's names never change: pasted snippets use them. */
export const EMBED_FILES = {
  folder: "embed/",
  loader: LOADER_PATH,
  story: "embed/v1/story.js",
  inline: "embed/v1/inline.js",
  figure: "embed/v1/figure.js",
  stage: "embed/v1/stage.js",
  svg: "embed/v1/svg.js",
} as const;

/** A document for an iframe. Its path and its links are relative to the story's home. */
export interface EmbedPage {
  readonly path: string;
  readonly root: Properties;
  readonly head: readonly Element[];
  readonly main: Element;
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

function credit(story: Story, chapter: Chapter | null): Element {
  const href = `./${chapter === null ? "" : `${chapter.id}/`}`;
  const link = h("a", { href, target: "_blank", rel: "noopener" }, quoteTitle(story.title));
  return h("p.credit", link, ` ${story.site.publisher}`);
}

function embedSources(story: Story, chapter: Chapter | null): Element {
  return h(
    "section",
    { class: "appendix", id: "after", "aria-labelledby": "after-title", tabindex: "-1" },
    h("h2", { id: "after-title" }, SOURCE_LABEL),
    credit(story, chapter),
    h("div.sources", ...factTables(story, false), buildGlossary(story)),
  );
}

export function embedPage(whole: Illustrated<Story>, chapter: Chapter | null, home: string): EmbedPage {
  const story = excerpt(whole, chapter?.id ?? null);
  const first = story.steps[0]?.id ?? "";
  const place = chapter === null ? "" : `${chapter.id}/`;
  const name = chapter === null ? null : `${chapter.numeral} ${chapter.title}`;
  const { chapters } = buildArticle(story, chapter === null ? first : "", false);
  const title = pageTitle(name, whole);
  return {
    path: EMBED_FILES.folder + place,
    root: chapter === null ? {} : { dataChapter: chapter.id },
    head: [
      h("meta", { charset: "utf-8" }),
      ...namedMetas({
        viewport: "width=device-width, initial-scale=1",
        "color-scheme": "light dark",
        "format-detection": "telephone=no",
        robots: "noindex,indexifembedded",
        // Opt-in for browsers that size an iframe to its content.
        "responsive-embedded-sizing": "allow-origins=*",
      }),
      h("title", title),
      ...(home === "" ? [] : [h("link", { rel: "canonical", href: home + place })]),
      h("script", OPENING),
      h("script", { src: EMBED_FILES.story, defer: true }),
      h("style", initialThemeCss(story, 0) + stepThemeCss(story) + forcedThemeCss(story, 0)),
    ],
    main: h(
      "main.story",
      name === null ? null : h("h1.visually-hidden", name),
      h(
        "div.scroll-track",
        { "data-past-cover": chapter === null ? undefined : "" },
        chapter === null ? buildCover(story, first, false) : null,
        buildStage(story, 0),
        progressNav(story, false),
        chapters,
      ),
      cardPager(),
      embedSources(story, chapter),
    ),
  };
}

export function embedPages(story: Illustrated<Story>, home: string): readonly EmbedPage[] {
  return [null, ...story.chapters].map((chapter) => embedPage(story, chapter, home));
}
