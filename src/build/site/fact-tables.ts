import type { Element } from "hast";
import { type Child, h } from "hastscript";
import { innerQuote } from "../../core/lib/punctuation.ts";
import { factFragment, termFragment } from "../../core/model/routes.ts";
import type { Fact, Origin, Story } from "../../core/model/story.ts";
import { APPENDIX_WORDS as WORDS, ORIGIN_TITLES } from "../../core/model/strings.ts";
import { splitNumber } from "../../core/picture/numeral.ts";
import { printOperand } from "../content/derived-facts.ts";
import { operandsInText } from "../content/formula.ts";
import { hasFactCard } from "../images/fact-card.ts";
import { factsByOrigin } from "./footnotes.ts";
import { factLink } from "./inline-html.ts";

type Ledger = ReadonlyMap<string, Fact>;

interface Tables {
  readonly ledger: Ledger;
  readonly hoped: readonly string[];
  readonly shared: boolean;
  readonly uses: (fact: Fact) => Element | null;
}

function working({ formula = "", working: text = "", text: result }: Fact, ledger: Ledger): Element {
  const written: Child[] = [];
  let rest = text;
  for (const operand of operandsInText(formula)) {
    const printed = printOperand(operand, ledger);
    const at = rest.indexOf(printed);
    written.push(rest.slice(0, at), factLink(operand.id, printed, { page: "" }));
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
function row(fact: Fact, { ledger, hoped, shared, uses }: Tables): Element {
  return h(
    "tr",
    { id: factFragment(fact.id), "data-card": shared && hasFactCard(fact) ? "" : undefined },
    // The style sheet hides a name that equals the text (`echo`), but not its number, where space is short.
    h("th", { scope: "row", class: fact.name === fact.text ? "what echo" : "what" }, fact.name),
    h("td", { class: fact.value === null ? "value said" : "value" }, ...loud(fact)),
    h("td", ...small([hoped.includes(fact.status) ? "status hoped" : "status", fact.status], ["period", fact.period])),
    h("td", ...told(fact)),
    h("td.grounds", ...grounds(fact, ledger), uses(fact)),
  );
}

function table(origin: Origin, facts: readonly Fact[], tables: Tables): Element {
  const head = WORDS.columns.map((text) => h("th", { scope: "col" }, text));
  return h(
    "table.ledger",
    h("caption", { id: origin }, ORIGIN_TITLES[origin]),
    h("thead", h("tr", ...head)),
    h("tbody", ...facts.map((fact) => row(fact, tables))),
  );
}

/** `shared` says that facts have share cards; `uses` builds the last line of a row. */
export function factTables(
  story: Story,
  shared: boolean,
  uses: (fact: Fact) => Element | null = () => null,
): readonly Element[] {
  const ledger = new Map(story.facts.map((fact) => [fact.id, fact]));
  const tables: Tables = { ledger, hoped: story.site.hoped, shared, uses };
  return factsByOrigin(story.facts).flatMap(([origin, facts]) =>
    facts.length === 0 ? [] : [table(origin, facts, tables)],
  );
}

export function buildGlossary({ terms }: Story): Element | null {
  const entries = terms.flatMap(({ id, term, gloss }) => [h("dt", { id: termFragment(id) }, term), h("dd", gloss)]);
  return entries.length === 0 ? null : h("dl.glossary", ...entries);
}
