import { element, escapeHtml } from "../../core/lib/html.ts";
import { factCardFile } from "../../core/model/files.ts";
import type { Fact, Origin, Story } from "../../core/model/story.ts";
import { splitNumber } from "../../core/picture/numeral.ts";
import { operandsInText } from "../content/formula.ts";
import { hasFactCard } from "../images/fact-card.ts";
import { ORIGIN_TITLES } from "./data-files.ts";
import { downloadList, licenceLinks } from "./downloads.ts";
import { factsByOrigin, numberFootnotes } from "./footnotes.ts";
import { blocksHtml, factLink } from "./inline-html.ts";

const ADDED: Readonly<Record<string, (story: Story) => string>> = { downloads: downloadList, credits: licenceLinks };

type Ledger = ReadonlyMap<string, Fact>;

interface Tables {
  readonly ledger: Ledger;
  /** Statuses of the future. Their tags get a dashed border, as goals do in the pictures. */
  readonly hoped: readonly string[];
  readonly shared: boolean;
}

function working({ formula = "", working: text = "", text: result }: Fact, ledger: Ledger): string {
  let written = "";
  let rest = text;
  for (const { id } of operandsInText(formula)) {
    const printed = ledger.get(id)?.text ?? "";
    const at = rest.indexOf(printed);
    written += escapeHtml(rest.slice(0, at)) + factLink(id, printed);
    rest = rest.slice(at + printed.length);
  }
  return element(
    "span",
    { class: "working" },
    written,
    escapeHtml(`${rest} `),
    element("span", { class: "result" }, escapeHtml(`= ${result}`)),
  );
}

function grounds(fact: Fact, ledger: Ledger): string {
  const parts: string[] = [];
  if (fact.quote !== "") parts.push(element("q", {}, escapeHtml(fact.quote)));
  if (fact.working !== undefined) parts.push(working(fact, ledger));
  if (fact.source !== undefined) {
    parts.push(
      element(
        "a",
        { class: "outside", href: fact.source.url, rel: "noopener noreferrer" },
        escapeHtml(`${fact.source.title} · ${fact.source.date}`),
      ),
    );
  }
  if (fact.note !== undefined) parts.push(element("span", { class: "note" }, escapeHtml(fact.note)));
  return parts.join("");
}

function small(...parts: readonly (readonly [name: string, text: string])[]): string {
  return parts.map(([name, text]) => element("span", { class: name }, escapeHtml(text))).join(" ");
}

function told({ speaker, place }: Fact): string {
  return place.includes(speaker) ? small(["passage", place]) : small(["speaker", speaker], ["passage", place]);
}

function loud({ value, text }: Fact): string {
  if (value === null) return escapeHtml(text);
  const [before, figure, unit] = splitNumber(text);
  return escapeHtml(before) + element("b", {}, escapeHtml(figure)) + escapeHtml(unit);
}

function card(fact: Fact): string | undefined {
  return hasFactCard(fact) ? `${factCardFile(fact)}.png` : undefined;
}

/** Writes a fact's row. The source dialog copies its cells by class name and finds the share card in `data-card`. */
function row(fact: Fact, { ledger, hoped, shared }: Tables): string {
  return element(
    "tr",
    { id: `fact-${fact.id}`, "data-card": shared ? card(fact) : undefined },
    // The style sheet hides a name that equals the text (`echo`) where space is short.
    element("th", { scope: "row", class: fact.name === fact.text ? "what echo" : "what" }, escapeHtml(fact.name)),
    element("td", { class: fact.value === null ? "value said" : "value" }, loud(fact)),
    element(
      "td",
      {},
      small([hoped.includes(fact.status) ? "status hoped" : "status", fact.status], ["period", fact.period]),
    ),
    element("td", {}, told(fact)),
    element("td", { class: "grounds" }, grounds(fact, ledger)),
  );
}

function table(origin: Origin, facts: readonly Fact[], tables: Tables): string {
  if (facts.length === 0) return "";
  const head = element(
    "tr",
    {},
    ...["是什么", "写作", "状态与期间", "谁在哪里说", "原话与算法"].map((text) =>
      element("th", { scope: "col" }, text),
    ),
  );
  return element(
    "table",
    { class: "ledger" },
    element("caption", {}, ORIGIN_TITLES[origin]),
    element("thead", {}, head),
    element("tbody", {}, ...facts.map((fact) => row(fact, tables))),
  );
}

/** Writes one table of facts per origin. With `shared`, the source dialog offers the facts' cards. */
export function factTables(story: Story, shared: boolean): string {
  const ledger = new Map(story.facts.map((fact) => [fact.id, fact]));
  const tables: Tables = { ledger, hoped: story.site.hoped, shared };
  return factsByOrigin(story.facts)
    .map(([origin, facts]) => table(origin, facts, tables))
    .join("");
}

export function glossaryHtml({ terms }: Story): string {
  const entries = terms.flatMap(({ id, term, gloss }) => [
    element("dt", { id: `term-${id}` }, escapeHtml(term)),
    element("dd", {}, escapeHtml(gloss)),
  ]);
  return entries.length === 0 ? "" : element("dl", {}, ...entries);
}

/** Writes custom properties from which the style sheet estimates the sections' heights (`contain-intrinsic-size`). */
export function appendixCounts({ facts, terms }: Story): string {
  return `:root{--facts:${facts.length};--terms:${terms.length}}`;
}

export function appendixHtml(story: Story): string {
  const numbers = numberFootnotes(story);
  const sections = [
    ...story.after.map((part) => ({
      ...part,
      content: blocksHtml(part.blocks, numbers) + (ADDED[part.id]?.(story) ?? ""),
    })),
    { id: "facts", title: "每个数字从哪里来", content: factTables(story, true) },
    { id: "terms", title: "名词", content: glossaryHtml(story) },
  ];
  const contents = sections.map(({ id, title }) =>
    element("li", {}, element("a", { href: `#${id}` }, escapeHtml(title))),
  );
  return element(
    "section",
    { class: "appendix", id: "after", "aria-labelledby": "after-title", tabindex: "-1" },
    element("h2", { id: "after-title" }, "读完之后"),
    element("nav", { class: "contents", "aria-labelledby": "after-title" }, element("ul", {}, ...contents)),
    ...sections.map(({ id, title, content }) =>
      element("section", { id }, element("h3", {}, escapeHtml(title)), element("div", {}, content)),
    ),
  );
}
