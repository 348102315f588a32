import { element, escapeHtml, voidElement } from "../../core/lib/html.ts";
import { posterFile, STILL_SIZE, stillFile } from "../../core/model/files.ts";
import type { Illustrated, SceneConfig } from "../../core/model/scene-config.ts";
import type { Chapter, Fact, Step, Story } from "../../core/model/story.ts";
import { matchFacts } from "../../core/picture/fact-numbers.ts";
import { type FootnoteNumbers, numberFootnotes } from "./footnotes.ts";
import { blocksHtml, factLink, plainParagraphs } from "./inline-html.ts";
import { resumePrompt } from "./mode-controls.ts";

function figure(step: Step): string {
  const picture = element(
    "picture",
    {},
    voidElement("source", { srcset: stillFile(step, "night"), media: "(prefers-color-scheme: dark)" }),
    voidElement("img", {
      src: stillFile(step, "day"),
      alt: "",
      width: String(STILL_SIZE.width),
      height: String(STILL_SIZE.height),
      loading: "lazy",
      decoding: "async",
    }),
  );
  const change = step.change === "" ? "" : ` 与上一幅相比:${step.change}`;
  return element("figure", {}, picture, element("figcaption", {}, escapeHtml(`画面:${step.alt}${change}`)));
}

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
      element("th", { scope: "row" }, escapeHtml(fact.name)),
      element("td", {}, factLink(fact.id, fact.text)),
      element("td", {}, escapeHtml(`${fact.status} · ${fact.period}`)),
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
      element("caption", {}, escapeHtml(step.title)),
      element("thead", {}, head),
      element("tbody", {}, ...body),
    ),
  );
}

/** Lists the facts that a step's picture may print, for links over its numbers; undefined unless it shows data. */
function figures(step: Step, facts: ReadonlyMap<string, Fact>): string | undefined {
  const ids = step.facts.filter((id) => /\d/.test(facts.get(id)?.text ?? ""));
  return step.kind === "data" ? ids.join(" ") : undefined;
}

/** Writes the slider that moves the step's scene, if it has one. */
function handle(step: Step, { scenes }: SceneConfig): string {
  if (scenes[step.scene]?.slider === undefined) return "";
  const id = `handle-${step.id}`;
  return element(
    "p",
    { class: "handle" },
    element("label", { for: id }, "用手拖一遍,来回都行"),
    voidElement("input", {
      id,
      type: "range",
      min: "0",
      max: "1000",
      value: "1000",
      step: "1",
      "data-handle": step.id,
    }),
  );
}

/**
 * Writes a chapter's title; its first step has it twice. The `h2` is visually hidden while the picture is pinned, so
 * the text repeats it in a `p`.
 */
function heading(chapter: Chapter, as: "h2" | "p"): string {
  return element(
    as,
    as === "p" ? { class: "opening", "aria-hidden": "true" } : { class: "opening" },
    element("span", { class: "numeral" }, escapeHtml(chapter.numeral)),
    " ",
    element("span", { class: "name" }, escapeHtml(chapter.title)),
    " ",
    element("span", { class: "subtitle" }, escapeHtml(chapter.subtitle)),
  );
}

function ends(chapter: Chapter): string {
  const link = element("a", { href: `${posterFile(chapter)}.png`, "data-share": chapter.id }, "分享这一章");
  return element("p", { class: "share" }, link);
}

interface Sources {
  readonly config: SceneConfig;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly numbers: FootnoteNumbers;
  readonly shared: boolean;
}

export function startLink(title = ""): string {
  const words = title === "" ? "从头读" : `从头读《${title}》`;
  return element("p", { class: "beginning" }, element("a", { href: "./#cover" }, escapeHtml(words)));
}

interface Standing {
  readonly first: boolean;
  readonly last: boolean;
  /** True for the step that the page opens at: it repeats the chapter's title and links to the start. */
  readonly opens: boolean;
}

function section(
  step: Step,
  chapter: Chapter,
  { first, last, opens }: Standing,
  { config, facts, numbers, shared }: Sources,
): string {
  const kicker = element(
    "p",
    { class: "kicker", "aria-hidden": "true" },
    escapeHtml(`${chapter.numeral} · ${chapter.title}`),
  );
  const words = element(
    "div",
    { class: "text" },
    opens ? startLink() : "",
    first ? heading(chapter, "p") : kicker,
    blocksHtml(step.text, numbers),
    handle(step, config),
    dataTable(step, facts),
  );
  return element(
    "section",
    {
      class: opens ? "step card" : "step",
      "data-step": step.id,
      "data-pace": step.pace,
      "data-facts": figures(step, facts),
      tabindex: "-1",
    },
    element("span", { class: "place", id: step.id }),
    first || opens ? heading(chapter, "h2") : "",
    element("h3", {}, escapeHtml(step.title)),
    figure(step),
    words,
    last && shared ? ends(chapter) : "",
  );
}

/** Splits a line after its commas. The style sheet allows line breaks only between the spans. */
function phrases(text: string): readonly string[] {
  return text.split(/(?<=[,\uFF0C])/u).map((phrase) => element("span", { class: "phrase" }, escapeHtml(phrase)));
}

function linked(text: string, facts: readonly Fact[]): readonly string[] {
  let done = 0;
  const parts = matchFacts(text, facts).flatMap(({ from, to, fact }) => {
    const before = escapeHtml(text.slice(done, from));
    const figure = text.slice(from, to);
    done = to;
    return [before, fact === null ? escapeHtml(figure) : factLink(fact, figure)];
  });
  return [...parts, escapeHtml(text.slice(done))];
}

function cover(story: Story, step: Step, opens: boolean): string {
  return element(
    "header",
    { class: opens ? "step cover card" : "step cover", "data-step": step.id, id: step.id, tabindex: "-1" },
    '<svg class="cover-overflow" aria-hidden="true" focusable="false"><use href="#earth"/><use href="#grains"/></svg>',
    element(
      "div",
      { class: "titles" },
      element("p", { class: "kicker" }, escapeHtml(story.kicker)),
      element("h1", {}, escapeHtml(story.title)),
      element("p", { class: "deck" }, ...phrases(story.deck)),
      element(
        "div",
        { class: "visually-hidden" },
        plainParagraphs(step.text),
        element("p", {}, escapeHtml(`画面:${step.alt}`)),
      ),
    ),
    element(
      "div",
      { class: "foot" },
      resumePrompt(),
      element(
        "p",
        { class: "byline" },
        ...linked(
          story.byline,
          story.facts.filter(({ id }) => step.facts.includes(id)),
        ),
      ),
      element("p", { class: "hint", "aria-hidden": "true" }, escapeHtml(story.hint), " ↓"),
    ),
  );
}

export function coverHtml(story: Story, opened: string): string {
  const first = story.steps[0];
  return first === undefined ? "" : cover(story, first, first.id === opened);
}

/**
 * The chapters in parts. On a page that opens in the middle, the opened step comes first in the HTML; a script restores
 * the reading order.
 */
export interface Article {
  readonly chapters: string;
  /** Later steps of the opened step's chapter, then later chapters. Empty unless the page opens in the middle. */
  readonly stepsAfter: string;
  /** Earlier chapters, then earlier steps of the opened step's chapter. Empty likewise. */
  readonly stepsBefore: string;
}

/** Writes the chapters of a page that opens at a step. Embeds pass false for `shared`: they have no share links. */
export function articleHtml(story: Illustrated<Story>, opened: string, shared = true): Article {
  const facts = new Map(story.facts.map((fact) => [fact.id, fact]));
  const sources: Sources = { config: story.config, facts, numbers: numberFootnotes(story), shared };
  const from = story.steps.findIndex(({ id }) => id === opened);
  const order = new Map(story.steps.map(({ id }, index) => [id, Math.sign(index - from)]));
  const parts = { "steps-before": Array<string>(), chapters: Array<string>(), "steps-after": Array<string>() };
  for (const chapter of story.chapters) {
    const steps = story.steps.filter((step) => step.chapter === chapter.id);
    const written = (wanted: readonly number[]): readonly string[] =>
      steps.flatMap((step, place) =>
        wanted.includes(order.get(step.id) ?? 0)
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
    const whole = (sections: readonly string[]): string =>
      element(
        "section",
        { class: "chapter", id: chapter.id, "aria-label": `${chapter.numeral} ${chapter.title}` },
        ...sections,
      );
    const [before, here, after] = [written([-1]), written([0]), written([1])];
    if (here.length > 0) {
      parts["steps-before"].push(...before);
      parts.chapters.push(whole(here));
      parts["steps-after"].push(...after);
    } else if (before.length > 0) parts["steps-before"].push(whole(before));
    else parts[from > 0 ? "steps-after" : "chapters"].push(whole(after));
  }
  const box = (name: keyof typeof parts): string =>
    parts[name].length === 0 ? "" : element("div", { class: name }, ...parts[name]);
  return { chapters: box("chapters"), stepsAfter: box("steps-after"), stepsBefore: box("steps-before") };
}
