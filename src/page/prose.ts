import type { Block, Inline } from "../story/model.ts";
import { element, escape } from "./html.ts";

/** Address of a fact's row in the table of all figures. */
export function factHref(id: string): string {
  return `#fact-${id}`;
}

/** Address of a term in the glossary. */
export function termHref(id: string): string {
  return `#term-${id}`;
}

/** A number as a link to where it comes from. */
export function factLink(id: string, text: string): string {
  return element("a", { class: "fact", href: factHref(id), "data-fact": id }, escape(text));
}

function inline(part: Inline): string {
  switch (part.type) {
    case "text":
      return escape(part.text);
    case "fact":
      return factLink(part.id, part.text);
    case "term":
      return element("a", { class: "term", href: termHref(part.id), "data-term": part.id }, escape(part.text));
    case "strong":
      return element("strong", {}, inlines(part.children));
    case "link":
      return element("a", { href: part.href, rel: "noopener noreferrer" }, escape(part.text));
  }
}

/** Running text as markup; numbers and terms are links that work without any script. */
export function inlines(parts: readonly Inline[]): string {
  return parts.map(inline).join("");
}

/** Paragraphs, quotes and lists as markup. */
export function blocks(parts: readonly Block[]): string {
  return parts
    .map((part) => {
      if (part.type === "paragraph") return element("p", {}, inlines(part.children));
      if (part.type === "quote") return element("blockquote", {}, element("p", {}, inlines(part.children)));
      return element("ul", {}, ...part.items.map((item) => element("li", {}, inlines(item))));
    })
    .join("");
}
