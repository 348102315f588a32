import type { Fact, Origin, Story } from "../story/model.ts";
import { element, escape } from "./html.ts";
import { blocks } from "./prose.ts";

const ORIGIN_TITLES: Readonly<Record<Origin, string>> = {
  interview: "访谈里的事实",
  derived: "由访谈数字算出",
  count: "对访谈文本的计数",
  context: "访谈之外的背景",
};

function source(fact: Fact): string {
  const parts: string[] = [];
  if (fact.quote !== "") parts.push(element("q", {}, escape(fact.quote)));
  if (fact.working !== undefined) parts.push(element("span", { class: "working" }, escape(fact.working)));
  if (fact.source !== undefined) {
    parts.push(
      element(
        "a",
        { href: fact.source.url, rel: "noopener noreferrer" },
        escape(`${fact.source.title},${fact.source.date}`),
      ),
    );
  }
  if (fact.note !== undefined) parts.push(element("span", { class: "note" }, escape(fact.note)));
  return parts.join("");
}

function row(fact: Fact): string {
  return element(
    "tr",
    { id: `fact-${fact.id}` },
    element("th", { scope: "row" }, escape(fact.name)),
    element("td", { class: "value" }, escape(fact.text)),
    element("td", {}, escape(`${fact.status} · ${fact.period}`)),
    element("td", {}, source(fact)),
    element("td", {}, escape(`${fact.speaker} · ${fact.place}`)),
  );
}

function table(origin: Origin, facts: readonly Fact[]): string {
  if (facts.length === 0) return "";
  const head = element(
    "tr",
    {},
    ...["是什么", "写作", "状态 · 期间", "原话与算法", "谁说的 · 在哪里"].map((text) =>
      element("th", { scope: "col" }, text),
    ),
  );
  return element(
    "table",
    { class: "ledger" },
    element("caption", {}, ORIGIN_TITLES[origin]),
    element("thead", {}, head),
    element("tbody", {}, ...facts.map(row)),
  );
}

/** 读完之后: every fact with its source, the glossary, method and limits. */
export function after(story: Story): string {
  const ledgers = (["interview", "derived", "count", "context"] as const).map((origin) =>
    table(
      origin,
      story.facts.filter((fact) => fact.origin === origin),
    ),
  );
  const terms = story.terms.flatMap((term) => [
    element("dt", { id: `term-${term.id}` }, escape(term.term)),
    element("dd", {}, escape(term.gloss)),
  ]);
  const sections = story.after.map((part) =>
    element("section", { id: part.id }, element("h3", {}, escape(part.title)), blocks(part.blocks)),
  );
  return element(
    "section",
    { class: "after", id: "after", "aria-labelledby": "after-title" },
    element("h2", { id: "after-title" }, "读完之后"),
    ...sections,
    element("section", { id: "facts" }, element("h3", {}, "每个数字从哪里来"), ...ledgers),
    element("section", { id: "terms" }, element("h3", {}, "名词"), element("dl", {}, ...terms)),
  );
}
