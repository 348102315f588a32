import { type Cell, formatCsv } from "../../core/lib/csv.ts";
import { toFullWidthMarks } from "../../core/lib/punctuation.ts";
import type { Fact, Story } from "../../core/model/story.ts";
import { FACT_COLUMNS, ORIGIN_TITLES } from "../../core/model/strings.ts";

export const DATA_FILES = { csv: "data/facts.csv", json: "data/facts.json" } as const;

const COLUMNS: readonly (readonly [name: string, cell: (fact: Fact) => Cell])[] = [
  ["id", (fact) => fact.id],
  [FACT_COLUMNS.origin, (fact) => ORIGIN_TITLES[fact.origin]],
  [FACT_COLUMNS.name, (fact) => fact.name],
  [FACT_COLUMNS.value, (fact) => fact.value],
  [FACT_COLUMNS.unit, (fact) => fact.unit],
  [FACT_COLUMNS.text, (fact) => fact.text],
  [FACT_COLUMNS.status, (fact) => fact.status],
  [FACT_COLUMNS.period, (fact) => fact.period],
  [FACT_COLUMNS.speaker, (fact) => fact.speaker],
  [FACT_COLUMNS.place, (fact) => fact.place],
  [FACT_COLUMNS.quote, (fact) => toFullWidthMarks(fact.quote)],
  [FACT_COLUMNS.working, (fact) => fact.working ?? null],
  [FACT_COLUMNS.formula, (fact) => fact.formula ?? null],
  [FACT_COLUMNS.sourceTitle, (fact) => fact.source?.title ?? null],
  [FACT_COLUMNS.sourceUrl, (fact) => fact.source?.url ?? null],
  [FACT_COLUMNS.sourceDate, (fact) => fact.source?.date ?? null],
  [FACT_COLUMNS.note, (fact) => fact.note ?? null],
  [FACT_COLUMNS.scope, (fact) => fact.scope ?? null],
  [FACT_COLUMNS.publisher, (fact) => fact.source?.publisher ?? null],
  [FACT_COLUMNS.confidence, (fact) => fact.confidence ?? null],
  [FACT_COLUMNS.checked, (fact) => fact.checked ?? null],
];

export function factsCsv(story: Story): string {
  return formatCsv([
    COLUMNS.map(([name]) => name),
    ...story.facts.map((fact) => COLUMNS.map(([, cell]) => cell(fact))),
  ]);
}

export function factsJson(story: Story): string {
  const { title, deck, byline, facts } = story;
  const about = {
    title,
    deck,
    source: byline,
    file: "story/facts.yaml",
    licence: "MIT, but for the quotes, which belong to the interview's author",
  };
  return `${JSON.stringify({ ...about, facts: facts.map(record) }, null, 2)}\n`;
}

/** Fixes the order of keys, and writes missing values as null. */
function record(fact: Fact): Record<string, unknown> {
  const { id, origin, name, value, unit, text, status, period, speaker, place, quote } = fact;
  const { working = null, formula = null, source = null, note = null } = fact;
  const { scope = null, confidence = null, checked = null, table = null } = fact;
  return {
    id,
    origin,
    name,
    value,
    unit,
    text,
    status,
    period,
    speaker,
    place: place,
    quote,
    working,
    formula,
    source,
    note,
    scope,
    confidence,
    checked,
    table,
  };
}
