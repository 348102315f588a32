import type { Element } from "hast";
import { h } from "hastscript";
import { markSpoken } from "../../core/lib/speech.ts";
import { posterFile, STILL_SIZE, stillFile } from "../../core/model/files.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Chapter, Fact, Recording, Step, Story } from "../../core/model/story.ts";
import { ARTICLE_WORDS as WORDS, offerStart } from "../../core/model/strings.ts";
import { type SliderStop, sliderOf } from "../../core/picture/slider.ts";
import { carouselPages } from "../images/carousel/carousel.ts";
import { type FactLinks, linksOf } from "./fact-links.ts";
import { buildBlocks, factLink } from "./inline-html.ts";
import { titlePhrases } from "./unbroken.ts";

function figure(step: Step, { links }: Sources): Element {
  const change = step.change === "" ? "" : ` ${WORDS.change}${step.change}`;
  const said = links.spoken?.filter(({ id }) => step.facts.includes(id)) ?? [];
  const seen = markSpoken(step.alt, said).map(({ text, spoken }) =>
    spoken === undefined ? text : h("span", { "data-spoken": spoken }, text),
  );
  return h(
    "figure",
    h(
      "picture",
      h("source", { srcset: stillFile(step, "night"), media: "(prefers-color-scheme: dark)" }),
      h("img", {
        src: stillFile(step, "day"),
        alt: "",
        width: STILL_SIZE.width,
        height: STILL_SIZE.height,
        loading: "lazy",
        decoding: "async",
      }),
    ),
    h("figcaption", WORDS.picture, ...seen, change),
  );
}

function dataTable(step: Step, { facts, links }: Sources): Element | null {
  const rows = step.facts.flatMap((id) => {
    const fact = facts.get(id);
    return fact === undefined || fact.value === null || fact.name === "" ? [] : [fact];
  });
  const tables = step.facts.flatMap((id) => yearRows(facts.get(id)));
  if (step.kind !== "data" || rows.length + tables.length === 0) return null;
  const head = WORDS.columns.map((text) => h("th", { scope: "col" }, text));
  const body = rows.map(({ id, name, text, status, period }) =>
    h(
      "tr",
      h("th", { scope: "row" }, name),
      h("td", factLink(id, text, { page: links.page })),
      h("td", `${status} · ${period}`),
    ),
  );
  return h(
    "details.data",
    h("summary", WORDS.data),
    h("table", h("caption", step.title), h("thead", h("tr", ...head)), h("tbody", ...body)),
    ...tables,
  );
}

/** Builds the table of a fact's yearly values, with a line at the break; a value that nobody looked up says so. */
function yearRows(fact: Fact | undefined): readonly Element[] {
  if (fact?.table === undefined) return [];
  const { names, rows, breakAfter } = fact.table;
  return [
    h(
      "table.years",
      h("caption", `${fact.name}（${fact.unit}）`),
      h("thead", h("tr", ...[WORDS.year, ...names].map((name) => h("th", { scope: "col" }, name)))),
      h(
        "tbody",
        ...rows.map(({ year, values }) =>
          h(
            "tr",
            { class: year === breakAfter ? "break" : undefined },
            h("th", { scope: "row" }, String(year)),
            ...values.map((value) => h("td", value === null ? WORDS.unknown : String(value))),
          ),
        ),
      ),
    ),
  ];
}

/** Lists the facts whose numbers a picture may print. Without any fact there is nothing to look for. */
function figures(step: Step, facts: ReadonlyMap<string, Fact>): string | undefined {
  const ids = step.facts.filter((id) => /\d/.test(facts.get(id)?.text ?? ""));
  return step.facts.length === 0 ? undefined : ids.join(" ");
}

/** Places of a slider; its stops are shares of them. */
const SLIDER_MAX = 1000;

/**
 * Builds the range input that a script lays over the track in the picture, and the names of its stops; it comes before
 * the text, as that does.
 */
function handle({ id }: Step, stops: readonly SliderStop[] | undefined): readonly Element[] {
  if (stops === undefined) return [];
  const range = { type: "range", min: "0", max: String(SLIDER_MAX), value: String(SLIDER_MAX), step: "1" };
  const named = stops.map(({ at, name }) => h("option", { value: String(Math.round(at * SLIDER_MAX)), label: name }));
  return [
    h("input.handle", { ...range, list: `stops-${id}`, "aria-label": WORDS.slider, "data-handle": id }),
    h("datalist", { id: `stops-${id}` }, ...named),
  ];
}

/**
 * Builds a chapter's title; its first step has it twice. The `h2` is visually hidden while the picture is pinned, so
 * the text repeats it in a `p`.
 */
function heading(chapter: Chapter, as: "h2" | "p"): Element {
  return h(
    as,
    { class: "opening", "aria-hidden": as === "p" ? "true" : undefined },
    h("span.numeral", chapter.numeral),
    " ",
    ...(chapter.official === chapter.title ? [] : [h("span.official", chapter.official), " "]),
    h("span.name", ...titlePhrases(chapter.title)),
    " ",
    h("span.subtitle", chapter.subtitle),
  );
}

function ends(chapter: Chapter, { pagesOf, recordings }: Sources): Element {
  const recording = recordings.find((one) => one.chapter === chapter.id);
  const shared = { "data-share": chapter.id, "data-pages": String(pagesOf(chapter)) };
  return h(
    "p.share",
    h("a", { href: `${posterFile(chapter)}.png`, ...shared }, WORDS.shareChapter),
    ...(recording === undefined
      ? []
      : [" ", h("a", { href: recording.address, "data-recording": recording.times.join(" ") }, WORDS.recording)]),
  );
}

interface Sources {
  readonly stopsOf: (step: Step) => readonly SliderStop[] | undefined;
  /** Number of pages of a chapter's carousel. */
  readonly pagesOf: (chapter: Chapter) => number;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly links: FactLinks;
  readonly recordings: readonly Recording[];
  readonly shared: boolean;
}

/** Builds the way from a chapter's head to its plain text. */
function articleLink(chapter: Chapter): Element {
  return h("p.direct", h("a", { href: `#${chapter.id}`, "data-read": "article" }, WORDS.readArticle));
}

export function startLink(title = ""): Element {
  return h("p.beginning", h("a", { href: "./#cover" }, title === "" ? WORDS.start : offerStart(title)));
}

interface Standing {
  readonly first: boolean;
  readonly last: boolean;
  readonly opens: boolean;
}

function section(step: Step, chapter: Chapter, { first, last, opens }: Standing, sources: Sources): Element {
  const { stopsOf, facts, links, shared } = sources;
  const words = h(
    "div.text",
    opens ? startLink() : null,
    first && shared ? articleLink(chapter) : null,
    first
      ? heading(chapter, "p")
      : h("p.kicker", { "aria-hidden": "true" }, `${chapter.numeral} · ${chapter.official}`),
    h("p.title", { "aria-hidden": "true" }, ...titlePhrases(step.title)),
    ...buildBlocks(step.text, links),
    dataTable(step, sources),
  );
  return h(
    "section",
    {
      class: opens ? "step card" : "step",
      "data-step": step.id,
      "data-pace": step.pace,
      "data-first": first ? "" : undefined,
      "data-shared": last && shared ? "" : undefined,
      "data-kind": step.kind === "data" ? "data" : undefined,
      "data-facts": figures(step, facts),
      tabindex: "-1",
    },
    h("span.place", { id: step.id }),
    first || opens ? heading(chapter, "h2") : null,
    h("h3", ...titlePhrases(step.title)),
    figure(step, sources),
    ...handle(step, stopsOf(step)),
    words,
    last && shared ? ends(chapter, sources) : null,
  );
}

/**
 * The chapters around an opened step, which comes first in the page; a script restores the reading order. The parts
 * before and after it are null unless the page opens in the middle.
 */
export interface Article {
  readonly chapters: Element | null;
  readonly stepsAfter: Element | null;
  readonly stepsBefore: Element | null;
}

export function buildArticle(story: Illustrated<Story>, opened: string, shared = true): Article {
  const facts = new Map(story.facts.map((fact) => [fact.id, fact]));
  const stopsOf = (step: Step) => sliderOf(story, story.steps.indexOf(step))?.stops;
  const pagesOf = (chapter: Chapter) => carouselPages(story, chapter).length;
  const { recordings } = story.site;
  const sources: Sources = { stopsOf, pagesOf, facts, links: linksOf(story, shared), recordings, shared };
  const from = story.steps.findIndex(({ id }) => id === opened);
  const order = new Map(story.steps.map(({ id }, index) => [id, Math.sign(index - from)]));
  const parts = { "steps-before": Array<Element>(), chapters: Array<Element>(), "steps-after": Array<Element>() };
  for (const chapter of story.chapters) {
    const steps = story.steps.filter((step) => step.chapter === chapter.id);
    const written = (wanted: number): readonly Element[] =>
      steps.flatMap((step, place) =>
        order.get(step.id) === wanted
          ? [
              section(
                step,
                chapter,
                { first: place === 0, last: place === steps.length - 1, opens: step.id === opened },
                sources,
              ),
            ]
          : [],
      );
    const whole = (sections: readonly Element[]): Element =>
      h(
        "section",
        {
          class: "chapter",
          id: chapter.id,
          "aria-label": `${chapter.numeral} ${chapter.title}`,
          "data-sentence": chapter.share || undefined,
        },
        ...sections,
      );
    const [before, here, after] = [written(-1), written(0), written(1)];
    if (here.length > 0) {
      parts["steps-before"].push(...before);
      parts.chapters.push(whole(here));
      parts["steps-after"].push(...after);
    } else if (before.length > 0) parts["steps-before"].push(whole(before));
    else parts[from > 0 ? "steps-after" : "chapters"].push(whole(after));
  }
  // Hidden by an attribute, too: reader views see no style, and would give these steps last. A section, because
  // Readability counts its text for the element around it, which has the cover as well.
  const box = (name: keyof typeof parts): Element | null =>
    parts[name].length === 0 ? null : h("section", { class: name, hidden: name === "steps-before" }, ...parts[name]);
  return { chapters: box("chapters"), stepsAfter: box("steps-after"), stepsBefore: box("steps-before") };
}
