import type { Element } from "hast";
import { h } from "hastscript";
import { embedPath } from "../../core/embed/snippet.ts";
import { stepImageFile, STILL_SIZE, stillFile } from "../../core/model/files.ts";
import { pageTitle, stepPath } from "../../core/model/routes.ts";
import type { Theme } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import { sourceLine } from "../../core/model/source-line.ts";
import type { Step, Story } from "../../core/model/story.ts";
import { DATA_LABEL, offerStory } from "../../core/model/strings.ts";
import { themeRule } from "../../core/picture/theme-properties.ts";
import { DATA_FILES } from "./data-files.ts";
import { EMBED_FILES } from "./embed-page.ts";
import { restPalette } from "./theme-css.ts";
import css from "./figure-page.css?raw";
import { type HtmlPage, pageCss } from "./html-page.ts";

function colours(story: Illustrated<Story>, index: number): string {
  const rule = (selector: string, theme: Theme) => themeRule(selector, restPalette(story, index, theme));
  return (
    rule(":root", "day") +
    `@media (prefers-color-scheme:dark){${rule(":root", "night")}}` +
    rule(":root[data-theme=day]", "day") +
    rule(":root[data-theme=night]", "night")
  );
}

function picture(step: Step): Element {
  return h(
    "picture",
    h("source", { srcset: stillFile(step, "night"), media: "(prefers-color-scheme: dark)" }),
    h("img", { src: stillFile(step, "day"), alt: step.alt, width: STILL_SIZE.width, height: STILL_SIZE.height }),
  );
}

/** Builds the links below the picture. They open new tabs: the iframe's sandbox blocks top navigation. */
function links(story: Story, step: Step): Element {
  const file = stepImageFile(step, "day");
  const ways = [
    [stepPath(step), offerStory(story.title)],
    [DATA_FILES.csv, DATA_LABEL],
    [`${file}.svg`, "SVG"],
    [`${file}.png`, "PNG"],
  ] as const;
  return h("p.links", ...ways.map(([href, words]) => h("a", { href, target: "_blank", rel: "noopener" }, words)));
}

/** Returns null for the cover and for an unknown index. */
export function figurePage(story: Illustrated<Story>, index: number, home: string): HtmlPage | null {
  const step = story.steps[index];
  if (step === undefined || step.chapter === null) return null;
  const path = stepPath(step);
  const { name, meaning } = story.config.kinds[step.kind];
  const caption = h("figcaption", h("p", h("b", name), `　${meaning}`), h("p", sourceLine(story, step)));
  return {
    path: embedPath({ path }),
    title: pageTitle(step.title, story),
    metas: {
      // Search engines index the content only as part of the host page.
      robots: "noindex,indexifembedded",
      // Opt-in for browsers that size an iframe to its content.
      "responsive-embedded-sizing": "allow-origins=*",
    },
    canonical: home === "" ? "" : home + path,
    styles: [colours(story, index), pageCss(css, story.site.name)],
    sheet: null,
    scripts: [EMBED_FILES.figure],
    frames: false,
    pasted: null,
    main: h("main", h("h1", step.title), h("figure", picture(step), caption), links(story, step)),
  };
}

export function figurePages(story: Illustrated<Story>, home: string): readonly HtmlPage[] {
  return story.steps.flatMap((_, index) => figurePage(story, index, home) ?? []);
}
