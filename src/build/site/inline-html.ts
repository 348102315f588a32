import type { Element } from "hast";
import { type Child, h } from "hastscript";
import type { Block, Inline } from "../../core/model/story.ts";
import { textWidth } from "../../core/picture/text.ts";
import type { FootnoteNumbers } from "./footnotes.ts";

export function factHref(id: string): string {
  return `#fact-${id}`;
}

export function termHref(id: string): string {
  return `#term-${id}`;
}

function number(numbers: FootnoteNumbers | undefined, id: string): { readonly "data-note"?: string } {
  const found = numbers?.get(id);
  return found === undefined ? {} : { "data-note": String(found) };
}

/** Widest link, em, that stays on one line: it fits the narrowest phone with the text doubled. */
const UNBROKEN = 7;

/** A short quotation with the mark that follows it: no line of a heading may break within. */
const QUOTATION = /(“[^“”]{1,4}”[，。：、]?)/u;

export function keepQuotations(text: string): readonly Child[] {
  return text
    .split(QUOTATION)
    .flatMap((part, index) => (part === "" ? [] : index % 2 === 1 ? h("span.whole", part) : part));
}

export function factLink(id: string, text: string, numbers?: FootnoteNumbers): Element {
  return h(
    textWidth(text, 1) > UNBROKEN ? "a.fact.long" : "a.fact",
    { href: factHref(id), "data-fact": id, ...number(numbers, `fact-${id}`) },
    text,
  );
}

function inline(part: Inline, numbers: FootnoteNumbers): Child {
  switch (part.type) {
    case "text":
      return part.text;
    case "fact":
      return factLink(part.id, part.text, numbers);
    case "term":
      return h(
        "a.term",
        { href: termHref(part.id), "data-term": part.id, ...number(numbers, `term-${part.id}`) },
        part.text,
      );
    case "strong":
      return h("strong", ...inlines(part.children, numbers));
    case "link":
      return h("a", { href: part.href, rel: "noopener noreferrer" }, part.text);
  }
}

function inlines(parts: readonly Inline[], numbers: FootnoteNumbers): readonly Child[] {
  return parts.map((part) => inline(part, numbers));
}

export function buildBlocks(parts: readonly Block[], numbers: FootnoteNumbers): readonly Element[] {
  return parts.map((part) => {
    if (part.type === "paragraph") return h("p", ...inlines(part.children, numbers));
    if (part.type === "quote") return h("blockquote", h("p", ...inlines(part.children, numbers)));
    return h("ul", ...part.items.map((item) => h("li", ...inlines(item, numbers))));
  });
}
