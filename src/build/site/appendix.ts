import type { Element } from "hast";
import { type Child, h } from "hastscript";
import { innerQuote } from "../../core/lib/punctuation.ts";
import { posterFile } from "../../core/model/files.ts";
import type { Fact, Origin, Story } from "../../core/model/story.ts";
import { APPENDIX_WORDS as WORDS, ORIGIN_TITLES } from "../../core/model/strings.ts";
import { splitNumber } from "../../core/picture/numeral.ts";
import { printOperand } from "../content/derived-facts.ts";
import { operandsInText } from "../content/formula.ts";
import { hasFactCard } from "../images/fact-card.ts";
import { downloadList, licenceLinks } from "./downloads.ts";
import { factsByOrigin, numberFootnotes } from "./footnotes.ts";
import { buildBlocks, factLink } from "./inline-html.ts";

const ADDED: Readonly<Record<string, (story: Story) => readonly Element[]>> = {
  downloads: downloadList,
  credits: licenceLinks,
};

type Ledger = ReadonlyMap<string, Fact>;

interface Tables {
  readonly ledger: Ledger;
  readonly hoped: readonly string[];
  readonly shared: boolean;
}

function working({ formula = "", working: text = "", text: result }: Fact, ledger: Ledger): Element {
  const written: Child[] = [];
  let rest = text;
  for (const operand of operandsInText(formula)) {
    const printed = printOperand(operand, ledger);
    const at = rest.indexOf(printed);
    written.push(rest.slice(0, at), factLink(operand.id, printed));
    rest = rest.slice(at + printed.length);
  }
  return h("span.working", ...written, `${rest} `, h("span.result", `= ${result}`));
}

function grounds(fact: Fact, ledger: Ledger): readonly Element[] {
  const { quote, note, checked } = fact;
  return [
    ...(quote === "" ? [] : [h("q", innerQuote(quote))]),
    ...(fact.working === undefined ? [] : [working(fact, ledger)]),
    ...outside(fact),
    ...(note === undefined ? [] : [h("span.note", note)]),
    ...(checked === undefined ? [] : [h("span.checked", `${WORDS.checked}${checked}`)]),
  ];
}

/** Names the source of a fact from outside the interview, with its scope and the trust in it. */
function outside({ source, scope, confidence }: Fact): readonly Element[] {
  if (source === undefined) return [];
  const { publisher = "", title, url, date } = source;
  const name = `${publisher === "" ? "" : `${publisher}，`}${title} · ${date}`;
  const parts = [scope && `${WORDS.scope}${scope}`, confidence && `${WORDS.confidence}${confidence}`];
  const known = parts.filter((part) => part !== undefined).join(" · ");
  return [
    url === "" ? h("span.outside", name) : h("a.outside", { href: url, rel: "noopener noreferrer" }, name),
    ...(known === "" ? [] : [h("span.scope", known)]),
  ];
}

function small(...parts: readonly (readonly [name: string, text: string])[]): readonly Child[] {
  return parts.flatMap(([name, text], index) => [index === 0 ? null : " ", h("span", { class: name }, text)]);
}

function told({ speaker, place }: Fact): readonly Child[] {
  return place.includes(speaker) ? small(["passage", place]) : small(["speaker", speaker], ["passage", place]);
}

function loud({ value, text }: Fact): readonly Child[] {
  if (value === null) return [text];
  const [before, figure, unit] = splitNumber(text);
  return [before, h("b", figure), unit];
}

/** Builds a fact's row. The source dialog copies its cells by class name; `data-card` says that a share card exists. */
function row(fact: Fact, { ledger, hoped, shared }: Tables): Element {
  return h(
    "tr",
    { id: `fact-${fact.id}`, "data-card": shared && hasFactCard(fact) ? "" : undefined },
    // The style sheet hides a name that equals the text (`echo`) where space is short.
    h("th", { scope: "row", class: fact.name === fact.text ? "what echo" : "what" }, fact.name),
    h("td", { class: fact.value === null ? "value said" : "value" }, ...loud(fact)),
    h("td", ...small([hoped.includes(fact.status) ? "status hoped" : "status", fact.status], ["period", fact.period])),
    h("td", ...told(fact)),
    h("td.grounds", ...grounds(fact, ledger)),
  );
}

function table(origin: Origin, facts: readonly Fact[], tables: Tables): Element {
  const head = WORDS.columns.map((text) => h("th", { scope: "col" }, text));
  return h(
    "table.ledger",
    h("caption", ORIGIN_TITLES[origin]),
    h("thead", h("tr", ...head)),
    h("tbody", ...facts.map((fact) => row(fact, tables))),
  );
}

export function factTables(story: Story, shared: boolean): readonly Element[] {
  const ledger = new Map(story.facts.map((fact) => [fact.id, fact]));
  const tables: Tables = { ledger, hoped: story.site.hoped, shared };
  return factsByOrigin(story.facts).flatMap(([origin, facts]) =>
    facts.length === 0 ? [] : [table(origin, facts, tables)],
  );
}

export function buildGlossary({ terms }: Story): Element | null {
  const entries = terms.flatMap(({ id, term, gloss }) => [h("dt", { id: `term-${id}` }, term), h("dd", gloss)]);
  return entries.length === 0 ? null : h("dl", ...entries);
}

/** Builds the story's last line and the three ways on from it. */
function ending({ steps }: Story): Element {
  const cover = { id: steps[0]?.id ?? "" };
  return h(
    "nav",
    { class: "ending", "aria-labelledby": "after-title" },
    h("a", { href: `${posterFile(cover)}.png`, "data-share": cover.id }, WORDS.share),
    h("a", { href: "#facts" }, WORDS.checkNumbers),
    h("a", { href: `#${cover.id}` }, WORDS.restart),
  );
}

export function buildAppendix(story: Story): Element {
  const numbers = numberFootnotes(story);
  const sections: readonly { readonly id: string; readonly title: string; readonly content: readonly Child[] }[] = [
    ...story.after.map(({ id, title, blocks }) => ({
      id,
      title,
      content: [...buildBlocks(blocks, numbers), ...(ADDED[id]?.(story) ?? [])],
    })),
    { id: "facts", title: WORDS.facts, content: factTables(story, true) },
    { id: "terms", title: WORDS.terms, content: [buildGlossary(story)] },
  ];
  return h(
    "section",
    { class: "appendix", id: "after", "aria-labelledby": "after-title", tabindex: "-1" },
    h("h2.visually-hidden", { id: "after-title" }, WORDS.title),
    ending(story),
    ...sections.map(({ id, title, content }) =>
      h("section", { id }, h("details.fold", h("summary", h("h3", title)), h("div", ...content))),
    ),
  );
}
