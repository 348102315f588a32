import { REST } from "../picture/beats.ts";
import { DATA } from "../publish/data.ts";
import { plateFile } from "../publish/plate.ts";
import { embedPath } from "../publish/snippet.ts";
import { groundAt } from "../scenes/picture.ts";
import type { Step, Story } from "../story/model.ts";
import css from "../style/figure-page.css?raw";
import { groundRule } from "./colours.ts";
import type { Document } from "./document.ts";
import { EMBED } from "./embed-page.ts";
import { KIND_WORDS, sourceLine } from "./figure-text.ts";
import { element, empty, escape } from "../draw/html.ts";
import { pageTitle, stepPath } from "./paths.ts";
import { inlined } from "./sheet.ts";
import { STILL, stillFile } from "./still.ts";

/** Colours of the picture's own ground: as the reader's system has them, unless the page is told a theme. */
function colours(ground: number): string {
  const rule = (selector: string, theme: "day" | "night") => groundRule(selector, ground, theme);
  return (
    rule(":root", "day") +
    `@media (prefers-color-scheme:dark){${rule(":root", "night")}}` +
    rule(":root[data-theme=day]", "day") +
    rule(":root[data-theme=night]", "night")
  );
}

function picture(step: Step): string {
  return element(
    "picture",
    {},
    empty("source", { srcset: stillFile(step, "night"), media: "(prefers-color-scheme: dark)" }),
    empty("img", {
      src: stillFile(step, "day"),
      alt: step.alt,
      width: String(STILL.width),
      height: String(STILL.height),
    }),
  );
}

/** Ways from the picture: to the story where it stands, and to what can be taken away. A frame may open them only beside itself. */
function links(story: Story, step: Step): string {
  const file = plateFile(step, "day");
  const ways = [
    [stepPath(step), `在《${story.title}》里看`],
    [DATA.csv, "数据"],
    [`${file}.svg`, "SVG"],
    [`${file}.png`, "PNG"],
  ] as const;
  return element(
    "p",
    { class: "links" },
    ...ways.map(([href, words]) => element("a", { href, target: "_blank", rel: "noopener" }, escape(words))),
  );
}

/** A step's picture as a page of natural height for a frame: title, still, what kind it is, what it rests on. It needs no script. */
export function figurePage(story: Story, index: number, home: string): Document | null {
  const step = story.steps[index];
  if (step === undefined || step.chapter === null) return null;
  const path = stepPath(step);
  const [kind, meaning] = KIND_WORDS[step.kind];
  const caption = element(
    "figcaption",
    {},
    element("p", {}, element("b", {}, kind), escape(`　${meaning}`)),
    element("p", {}, escape(sourceLine(story, step))),
  );
  return {
    path: embedPath({ path }),
    title: pageTitle(step.title, story),
    metas: {
      // In a search it is the page around that is found.
      robots: "noindex,indexifembedded",
      // Browsers that let a frame be as tall as what is in it ask for leave.
      "responsive-embedded-sizing": "allow-origins=*",
    },
    canonical: home === "" ? "" : home + path,
    styles: [colours(groundAt(story, { step: index, progress: REST })), inlined(css)],
    scripts: [EMBED.figure],
    frames: false,
    pasted: "",
    body: element(
      "main",
      {},
      element("h1", {}, escape(step.title)),
      element("figure", {}, picture(step), caption),
      links(story, step),
    ),
  };
}

/** The pages of all pictures that stand in a chapter. */
export function figurePages(story: Story, home: string): readonly Document[] {
  return story.steps.flatMap((_, index) => figurePage(story, index, home) ?? []);
}
