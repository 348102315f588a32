import type { Element } from "hast";
import { type Child, h } from "hastscript";
import { factFragment, termFragment } from "../../core/model/routes.ts";
import type { Block, Inline } from "../../core/model/story.ts";
import { textWidth } from "../../core/picture/text.ts";
import type { FootnoteNumbers } from "./footnotes.ts";

/** Page with the tables that numbers and terms link to, empty for the document itself, and their numbers on paper. */
export interface FactLinks {
  readonly page: string;
  readonly numbers?: FootnoteNumbers;
}

function note({ numbers }: FactLinks, fragment: string): { readonly "data-note"?: string } {
  const found = numbers?.get(fragment);
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

/** A comma or colon of a title, outside its quotations. */
const PAUSE = /(?<=[，：])(?![^“]*”)/u;

/** Splits a title at its pauses. The style sheet breaks lines between the spans first. */
export function titlePhrases(title: string): readonly Child[] {
  const phrases = title.split(PAUSE);
  if (phrases.length === 1) return keepQuotations(title);
  return phrases.map((phrase) => h("span.phrase", ...keepQuotations(phrase)));
}

export function factLink(id: string, text: string, links: FactLinks): Element {
  const fragment = factFragment(id);
  return h(
    textWidth(text, 1) > UNBROKEN ? "a.fact.long" : "a.fact",
    { href: `${links.page}#${fragment}`, "data-fact": id, ...note(links, fragment) },
    text,
  );
}

function termLink(id: string, text: string, links: FactLinks): Element {
  const fragment = termFragment(id);
  return h("a.term", { href: `${links.page}#${fragment}`, "data-term": id, ...note(links, fragment) }, text);
}

function inline(part: Inline, links: FactLinks): Child {
  switch (part.type) {
    case "text":
      return part.text;
    case "fact":
      return factLink(part.id, part.text, links);
    case "term":
      return termLink(part.id, part.text, links);
    case "strong":
      return h("strong", ...inlines(part.children, links));
    case "link":
      return h("a", { href: part.href, rel: "noopener noreferrer" }, part.text);
  }
}

function inlines(parts: readonly Inline[], links: FactLinks): readonly Child[] {
  return parts.map((part) => inline(part, links));
}

export function buildBlocks(parts: readonly Block[], links: FactLinks): readonly Element[] {
  return parts.map((part) => {
    if (part.type === "paragraph") return h("p", ...inlines(part.children, links));
    if (part.type === "quote") return h("blockquote", h("p", ...inlines(part.children, links)));
    return h("ul", ...part.items.map((item) => h("li", ...inlines(item, links))));
  });
}
