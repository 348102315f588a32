import { type Cell, formatCsv } from "../../core/lib/csv.ts";
import type { Fact, Origin, Story } from "../../core/model/story.ts";

/** Files of the facts, relative to the story's home. */
export const DATA_FILES = { csv: "data/facts.csv", json: "data/facts.json" } as const;

export const ORIGIN_TITLES: Readonly<Record<Origin, string>> = {
  interview: "访谈里的事实",
  derived: "由访谈数字算出",
  count: "对访谈文本的计数",
  context: "访谈之外的背景",
};

const COLUMNS: readonly (readonly [name: string, cell: (fact: Fact) => Cell])[] = [
  ["id", (fact) => fact.id],
  ["类别", (fact) => ORIGIN_TITLES[fact.origin]],
  ["名称", (fact) => fact.name],
  ["数值", (fact) => fact.value],
  ["单位", (fact) => fact.unit],
  ["写作", (fact) => fact.text],
  ["状态", (fact) => fact.status],
  ["期间", (fact) => fact.period],
  ["说话人", (fact) => fact.speaker],
  ["出处", (fact) => fact.place],
  ["原话", (fact) => fact.quote],
  ["算法", (fact) => fact.working ?? null],
  ["公式", (fact) => fact.formula ?? null],
  ["来源标题", (fact) => fact.source?.title ?? null],
  ["来源地址", (fact) => fact.source?.url ?? null],
  ["来源日期", (fact) => fact.source?.date ?? null],
  ["备注", (fact) => fact.note ?? null],
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
  };
}
