import { figuresIn } from "../picture/figures.ts";
import type { Chapter, Fact, Step, Story } from "../story/model.ts";
import { element, empty, escape } from "./html.ts";
import { type Numbers, numbering } from "./numbering.ts";
import { blocks, factLink, heard } from "./prose.ts";
import { resumption } from "./reading.ts";
import { STILL, stillFile } from "./still.ts";

function figure(step: Step): string {
  const picture = element(
    "picture",
    {},
    empty("source", { srcset: stillFile(step, "night"), media: "(prefers-color-scheme: dark)" }),
    empty("img", {
      src: stillFile(step, "day"),
      alt: "",
      width: String(STILL.width),
      height: String(STILL.height),
      loading: "lazy",
      decoding: "async",
    }),
  );
  const change = step.change === "" ? "" : ` 与上一幅相比:${step.change}`;
  return element("figure", {}, picture, element("figcaption", {}, escape(`画面:${step.alt}${change}`)));
}

/** Facts with values of a step, as a table: what, how much, how sure, when. */
function dataTable(step: Step, facts: ReadonlyMap<string, Fact>): string {
  const rows = step.facts.flatMap((id) => {
    const fact = facts.get(id);
    return fact === undefined || fact.value === null || fact.name === "" ? [] : [fact];
  });
  if (step.kind !== "data" || rows.length === 0) return "";
  const body = rows.map((fact) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, escape(fact.name)),
      element("td", {}, factLink(fact.id, fact.text)),
      element("td", {}, escape(`${fact.status} · ${fact.period}`)),
    ),
  );
  const head = element(
    "tr",
    {},
    ...["项目", "数值", "状态与期间"].map((text) => element("th", { scope: "col" }, text)),
  );
  return element(
    "details",
    { class: "data" },
    element("summary", {}, "这幅图的数据"),
    element(
      "table",
      {},
      element("caption", {}, escape(step.title)),
      element("thead", {}, head),
      element("tbody", {}, ...body),
    ),
  );
}

/** Ids of the facts whose figures a picture of the step may print, for the page's own script; undefined where there are none. */
function figures(step: Step, facts: ReadonlyMap<string, Fact>): string | undefined {
  const ids = step.facts.filter((id) => /\d/.test(facts.get(id)?.text ?? ""));
  return step.kind === "data" ? ids.join(" ") : undefined;
}

/** The control of a step that the reader may move by hand. */
function handle(step: Step): string {
  if (step.scene !== "closing") return "";
  const id = `handle-${step.id}`;
  return element(
    "p",
    { class: "handle" },
    element("label", { for: id }, "用手拖一遍,来回都行"),
    empty("input", { id, type: "range", min: "0", max: "1000", value: "1000", step: "1", "data-handle": step.id }),
  );
}

/** A chapter's opening lines. They head its first step; where the picture itself stands at the head of the screen they are shown with the text. */
function opens(chapter: Chapter, as: "h2" | "p"): string {
  return element(
    as,
    as === "p" ? { class: "opening", "aria-hidden": "true" } : { class: "opening" },
    element("span", { class: "numeral" }, escape(chapter.numeral)),
    " ",
    element("span", { class: "name" }, escape(chapter.title)),
    " ",
    element("span", { class: "subtitle" }, escape(chapter.subtitle)),
  );
}

/** What every step's markup is made from. */
interface Sources {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly numbers: Numbers;
}

function section(step: Step, chapter: Chapter, first: boolean, { facts, numbers }: Sources): string {
  const kicker = element(
    "p",
    { class: "kicker", "aria-hidden": "true" },
    escape(`${chapter.numeral} · ${chapter.title}`),
  );
  const words = element(
    "div",
    { class: "words" },
    first ? opens(chapter, "p") : kicker,
    blocks(step.text, numbers),
    handle(step),
    dataTable(step, facts),
  );
  return element(
    "section",
    {
      class: "step",
      "data-step": step.id,
      "data-pace": step.pace,
      "data-facts": figures(step, facts),
      tabindex: "-1",
    },
    element("span", { class: "place", id: step.id }),
    first ? opens(chapter, "h2") : "",
    element("h3", {}, escape(step.title)),
    figure(step),
    words,
  );
}

/** Phrases that a line may end between but not within. */
function phrases(text: string): readonly string[] {
  return text.split(/(?<=[,\uFF0C])/u).map((phrase) => element("span", { class: "phrase" }, escape(phrase)));
}

/** A line of words whose numbers lead to where they come from. */
function linked(text: string, facts: readonly Fact[]): readonly string[] {
  let done = 0;
  const parts = figuresIn(text, facts).flatMap(({ from, to, fact }) => {
    const before = escape(text.slice(done, from));
    const figure = text.slice(from, to);
    done = to;
    return [before, fact === null ? escape(figure) : factLink(fact, figure)];
  });
  return [...parts, escape(text.slice(done))];
}

/** The cover: title over the picture, which stands in the stage before any script runs. */
function cover(story: Story, step: Step): string {
  return element(
    "header",
    { class: "step cover card", "data-step": step.id, id: step.id, tabindex: "-1" },
    '<svg class="bleed" aria-hidden="true" focusable="false"><use href="#earth"/><use href="#grains"/></svg>',
    element(
      "div",
      { class: "titles" },
      element("p", { class: "kicker" }, escape(story.kicker)),
      element("h1", {}, escape(story.title)),
      element("p", { class: "deck" }, ...phrases(story.deck)),
      element("div", { class: "visually-hidden" }, heard(step.text), element("p", {}, escape(`画面:${step.alt}`))),
    ),
    element(
      "div",
      { class: "foot" },
      resumption(),
      element(
        "p",
        { class: "byline" },
        ...linked(
          story.byline,
          story.facts.filter(({ id }) => step.facts.includes(id)),
        ),
      ),
      element("p", { class: "hint", "aria-hidden": "true" }, escape(story.hint), " ↓"),
    ),
  );
}

/** The cover's text, which comes first in the page so that it is there first on the screen. */
export function opening(story: Story): string {
  const first = story.steps[0];
  return first === undefined ? "" : cover(story, first);
}

/** The chapters, in reading order. */
export function article(story: Story): string {
  const sources: Sources = { facts: new Map(story.facts.map((fact) => [fact.id, fact])), numbers: numbering(story) };
  const chapters = story.chapters.map((chapter) => {
    const steps = story.steps.filter((step) => step.chapter === chapter.id);
    return element(
      "section",
      { class: "chapter", id: chapter.id, "aria-label": `${chapter.numeral} ${chapter.title}` },
      ...steps.map((step, index) => section(step, chapter, index === 0, sources)),
    );
  });
  return element("div", { class: "chapters" }, ...chapters);
}
