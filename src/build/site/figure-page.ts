import { embedPath } from "../../core/embed/snippet.ts";
import { element, escapeHtml, voidElement } from "../../core/lib/html.ts";
import { stepImageFile, STILL_SIZE, stillFile } from "../../core/model/files.ts";
import { pageTitle, stepPath } from "../../core/model/routes.ts";
import type { Kind, Step, Story } from "../../core/model/story.ts";
import { REST_AT } from "../../core/model/timing.ts";
import { breakLines } from "../../core/picture/text.ts";
import { themeRule } from "../../core/picture/theme-properties.ts";
import { elevationAt } from "../../core/scenes/painter.ts";
import { externalSources } from "../images/parts.ts";
import { DATA_FILES } from "./data-files.ts";
import { EMBED_FILES } from "./embed-page.ts";
import css from "./figure-page.css?raw";
import { type HtmlPage, minifyCss } from "./html-page.ts";

/** Measures of a figure's page at the usual size of text, CSS pixels; `figure-page.css` has the same. */
const PAD = 18;
const WIDEST = 520;
const TITLE = { size: 22, leading: 30 } as const;
const NOTE = { size: 14, leading: 22 } as const;
/** The row of links, and the spaces between the parts. */
const LINKS = 44;
const SPACES = 14 + 8 + 2 * 4 + 4;

/** Widths that a figure's height is reckoned for: columns of phones and of articles. */
const WIDTHS = [320, 390, 480, 600] as const;

/** What of a figure's page takes room beside the picture. */
export interface FigureCaption {
  readonly title: string;
  /** Paragraphs below the picture. */
  readonly notes: readonly string[];
}

/** Height of a figure's page in a frame of `width`, px. Browsers break lines by their own fonts: half a character is kept for that. */
function heightAt({ title, notes }: FigureCaption, width: number): number {
  const picture = Math.min(width, WIDEST);
  const room = picture - 2 * PAD;
  const rows = (text: string, { size, leading }: typeof TITLE | typeof NOTE): number =>
    leading * breakLines(text, size, room - size / 2).length;
  const written = rows(title, TITLE) + notes.reduce((sum, note) => sum + rows(note, NOTE), 0);
  return Math.ceil((picture * STILL_SIZE.height) / STILL_SIZE.width + written + LINKS + SPACES);
}

/** Heights of a figure's page by the width of its frame, px. */
export function figureHeights(text: FigureCaption): readonly (readonly [width: number, height: number])[] {
  return WIDTHS.map((width) => [width, heightAt(text, width)]);
}

/** What a picture's badge says and means. */
export const KIND_LABELS: Readonly<Record<Kind, readonly [name: string, meaning: string]>> = {
  data: ["数据图", "从零画起，长短、个数按数字来。"],
  schematic: ["示意图", "只画说法里的结构，图形大小不代表产值或占比。"],
};

/** What a step's picture rests on, in one line. */
export function sourceLine(story: Story, step: Step): string {
  const outside = externalSources(story, step);
  return outside === "" ? story.byline : `${story.byline}；${outside}`;
}

/** What stands below a step's picture where it is shown alone: the kind it is of, and what it rests on. */
export function figureCaption(story: Story, step: Step): readonly [kind: string, source: string] {
  const [name, meaning] = KIND_LABELS[step.kind];
  return [`${name}　${meaning}`, sourceLine(story, step)];
}

/** Colours of the picture's own ground: as the reader's system has them, unless the page is told a theme. */
function colours(ground: number): string {
  const rule = (selector: string, theme: "day" | "night") => themeRule(selector, ground, theme);
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
    voidElement("source", { srcset: stillFile(step, "night"), media: "(prefers-color-scheme: dark)" }),
    voidElement("img", {
      src: stillFile(step, "day"),
      alt: step.alt,
      width: String(STILL_SIZE.width),
      height: String(STILL_SIZE.height),
    }),
  );
}

/** Ways from the picture: to the story where it stands, and to what can be taken away. A frame may open them only beside itself. */
function links(story: Story, step: Step): string {
  const file = stepImageFile(step, "day");
  const ways = [
    [stepPath(step), `在《${story.title}》里看`],
    [DATA_FILES.csv, "数据"],
    [`${file}.svg`, "SVG"],
    [`${file}.png`, "PNG"],
  ] as const;
  return element(
    "p",
    { class: "links" },
    ...ways.map(([href, words]) => element("a", { href, target: "_blank", rel: "noopener" }, escapeHtml(words))),
  );
}

/** A step's picture as a page of natural height for a frame: title, still, what kind it is, what it rests on. It needs no script. */
export function figurePage(story: Story, index: number, home: string): HtmlPage | null {
  const step = story.steps[index];
  if (step === undefined || step.chapter === null) return null;
  const path = stepPath(step);
  const [kind, meaning] = KIND_LABELS[step.kind];
  const caption = element(
    "figcaption",
    {},
    element("p", {}, element("b", {}, kind), escapeHtml(`　${meaning}`)),
    element("p", {}, escapeHtml(sourceLine(story, step))),
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
    styles: [colours(elevationAt(story, { step: index, progress: REST_AT })), minifyCss(css)],
    scripts: [EMBED_FILES.figure],
    frames: false,
    pasted: "",
    body: element(
      "main",
      {},
      element("h1", {}, escapeHtml(step.title)),
      element("figure", {}, picture(step), caption),
      links(story, step),
    ),
  };
}

/** The pages of all pictures that stand in a chapter. */
export function figurePages(story: Story, home: string): readonly HtmlPage[] {
  return story.steps.flatMap((_, index) => figurePage(story, index, home) ?? []);
}
