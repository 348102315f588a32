import type { Element } from "hast";
import { type Child, h } from "hastscript";
import { serializeBuilderData } from "../../core/embed/builder-data.ts";
import { type EmbedTarget, formatsOf, LOADER_PATH, snippetHtml, type StoryAddress } from "../../core/embed/snippet.ts";
import { EMBED_BUILDER_PATH } from "../../core/model/files.ts";
import { PRESS_KIT_PATH } from "../../core/model/routes.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import {
  CMS_TABLE,
  DATA_LABEL,
  EMBED_BUILDER_WORDS as WORDS,
  FIGURE_FORMAT_LABELS,
  FORMAT_LABELS,
  offerReturn,
  PLACEHOLDER_URL,
  PORTABLE_ARTICLE_WORDS,
  PRESS_KIT_WORDS,
} from "../../core/model/strings.ts";
import css from "./embed-builder.css?raw";
import { carouselList, pictureList } from "./downloads.ts";
import { embedTargets } from "./embed-targets.ts";
import type { HtmlPage } from "./html-page.ts";
import { plainPageStyles } from "./plain-page.ts";

/** Widths of the preview, px; the empty one is full width. */
const WIDTHS = ["320", "390", "720", ""] as const;

function option({ path, title }: EmbedTarget): Element {
  return h("option", { value: path }, title);
}

function parts(story: Story, all: readonly EmbedTarget[]): Element {
  const whole = all.filter(({ step }) => step === null);
  const groups = story.chapters.map(({ id, numeral, title }) =>
    h(
      "optgroup",
      { label: `${numeral} ${title}：${WORDS.singlePictures}` },
      ...all.filter(({ chapter, step }) => chapter === id && step !== null).map(option),
    ),
  );
  return h("select", { id: "part" }, ...whole.map(option), ...groups);
}

function radios(
  name: string,
  chosen: string,
  choices: readonly (readonly [value: string, ...words: Child[]])[],
): readonly Element[] {
  return choices.map(([value, ...words]) =>
    h("label", h("input", { type: "radio", name, value, checked: value === chosen }), " ", ...words),
  );
}

function group([numeral, legend]: readonly [numeral: string, legend: string], ...content: readonly Element[]): Element {
  return h(
    "fieldset",
    h("legend", h("span", { class: "numeral", "aria-hidden": "true" }, numeral), " ", legend),
    ...content,
  );
}

function form(story: Story, all: readonly EmbedTarget[], home: string): Element {
  const ways = Object.entries(FORMAT_LABELS).map(
    ([way, [name, meaning]]) => [way, h("b", name), " ", h("span", meaning)] as const,
  );
  const widths = WIDTHS.map((width) => [width, width === "" ? WORDS.fullWidth : width] as const);
  return h(
    "div",
    { id: "choice", hidden: true },
    home === "" ? h("p.notice", WORDS.noAddress) : null,
    group(WORDS.part, h("label", { for: "part", class: "visually-hidden" }, WORDS.partLabel), parts(story, all)),
    group(WORDS.format, h("div.ways", ...radios("way", "frame", ways))),
    group(
      WORDS.details,
      h("div.row", { role: "group", "aria-label": WORDS.theme }, ...radios("theme", "auto", WORDS.themes)),
      h(
        "p.top",
        h("label", { for: "top" }, WORDS.top),
        " ",
        h("input", { id: "top", type: "number", min: "0", max: "400", step: "1", value: "0", inputmode: "numeric" }),
      ),
    ),
    group(
      WORDS.code,
      h("textarea", { id: "code", readonly: true, rows: "9", spellcheck: "false", "aria-label": WORDS.codeLabel }),
      h("p.acts", h("button", { type: "button", id: "copy" }, WORDS.copy), " ", h("span", { role: "status" })),
    ),
    h(
      "section",
      { "aria-label": WORDS.preview },
      h("h2", WORDS.previewTitle),
      h("div.row", { role: "group", "aria-label": WORDS.previewWidth }, ...radios("width", "390", widths)),
      h("section.window", { tabindex: "0", "aria-label": WORDS.previewLabel }),
    ),
  );
}

function ready(all: readonly EmbedTarget[], address: StoryAddress): Element {
  const blocks = all
    .filter(({ step }) => step === null)
    .map((extent) =>
      h(
        "details",
        h("summary", extent.title),
        ...formatsOf(extent).flatMap((way) => [
          h("h3", FORMAT_LABELS[way][0]),
          h("pre", { tabindex: "0" }, h("code", snippetHtml(extent, address, way))),
        ]),
      ),
    );
  return h("section", h("h2", WORDS.ready), ...blocks);
}

function systems(): Element {
  const head = h("tr", ...WORDS.systemColumns.map((text) => h("th", { scope: "col" }, text)));
  const rows = CMS_TABLE.map(([system, way, note]) =>
    h("tr", h("th", { scope: "row" }, system), h("td", way), h("td", note)),
  );
  return h("section", h("h2", WORDS.systems), h("table", h("thead", head), h("tbody", ...rows)));
}

export function embedBuilderPage(story: Illustrated<Story>, home: string): HtmlPage {
  const all = embedTargets(story);
  return {
    path: EMBED_BUILDER_PATH,
    title: `${WORDS.title} · ${story.title}`,
    metas: { robots: "noindex" },
    canonical: "",
    styles: plainPageStyles(story, css),
    sheet: null,
    scripts: [LOADER_PATH, "embed/code/code.js"],
    frames: true,
    pasted: null,
    main: h(
      "main",
      h("p.back", h("a", { href: "./" }, offerReturn(story.title))),
      h("h1", h("span", WORDS.title), story.title),
      h("p.lead", WORDS.lead),
      home === "" ? h("noscript", h("p.notice", WORDS.placeholder)) : null,
      form(story, all, home),
      ready(all, { home: home === "" ? PLACEHOLDER_URL : home, name: story.site.name }),
      systems(),
      pictureList(story),
      carouselList(story),
      h(
        "p.more",
        h("a", { href: "edition/" }, PORTABLE_ARTICLE_WORDS.name),
        h("a", { href: "data/facts.csv" }, DATA_LABEL),
        h("a", { href: PRESS_KIT_PATH }, PRESS_KIT_WORDS.name),
      ),
      h(
        "script",
        { type: "application/json", id: "parts" },
        serializeBuilderData({
          home,
          unknown: PLACEHOLDER_URL,
          extents: all,
          ways: FORMAT_LABELS,
          figure: FIGURE_FORMAT_LABELS,
        }),
      ),
    ),
  };
}
