import type { Element } from "hast";
import { type Child, h, s } from "hastscript";
import type { Fact, Step, Story } from "../../core/model/story.ts";
import { ARTICLE_WORDS as WORDS, readingTime } from "../../core/model/strings.ts";
import { matchFacts } from "../../core/picture/fact-numbers.ts";
import { blockText } from "../images/pull-quote.ts";
import { type FactLinks, linksOf } from "./fact-links.ts";
import { buildBlocks, factLink } from "./inline-html.ts";
import { coverChoice, resumePrompt } from "./mode-controls.ts";
import { keepQuotations } from "./unbroken.ts";

/** Splits a text after its stops. The style sheet breaks lines between the spans first. */
function phrases(text: string): readonly Element[] {
  return text.split(/(?<=\u3002)/u).map((phrase) => h("span.phrase", ...keepQuotations(phrase)));
}

function linked(text: string, facts: readonly Fact[], links: FactLinks): readonly Child[] {
  let done = 0;
  const parts = matchFacts(text, facts).flatMap(({ from, to, fact }) => {
    const before = text.slice(done, from);
    const number = text.slice(from, to);
    done = to;
    return [before, fact === null ? number : factLink(fact, number, links)];
  });
  return [...parts, text.slice(done)];
}

/** Characters that a reader takes in a minute beside pictures. */
const PACE = 300;

function minutesToRead({ steps }: Story): number {
  return Math.ceil(steps.reduce((sum, { text }) => sum + text.map(blockText).join("").length, 0) / PACE);
}

function cover(story: Story, step: Step, { opens, shared }: { opens: boolean; shared: boolean }): Element {
  const links = linksOf(story, shared);
  const byline = linked(
    story.byline,
    story.facts.filter(({ id }) => step.facts.includes(id)),
    { page: links.page },
  );
  return h(
    "header",
    { class: opens ? "step cover card" : "step cover", "data-step": step.id, id: step.id, tabindex: "-1" },
    s(
      "svg",
      { class: "cover-overflow", "aria-hidden": "true", focusable: "false" },
      s("use", { href: "#earth" }),
      s("use", { href: "#grains" }),
    ),
    h(
      "div.titles",
      h("p.kicker", `${story.kicker} · ${readingTime(minutesToRead(story))}`),
      h("h1", story.title),
      h("p.visually-hidden", `${WORDS.picture}${step.alt}`),
    ),
    h(
      "div.foot",
      resumePrompt(),
      h("p.deck", ...phrases(story.deck)),
      h("div.grammar", ...buildBlocks(step.text, links)),
      h("p.byline", ...byline),
      shared ? coverChoice() : null,
      h("p.hint", { "aria-hidden": "true" }, story.hint, " ↓"),
    ),
  );
}

/** `shared` is false in another page, which has chosen the view mode itself. */
export function buildCover(story: Story, opened: string, shared = true): Element | null {
  const first = story.steps[0];
  return first === undefined ? null : cover(story, first, { opens: first.id === opened, shared });
}
