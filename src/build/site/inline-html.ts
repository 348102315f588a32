import { element, escapeHtml } from "../../core/lib/html.ts";
import type { Block, Inline } from "../../core/model/story.ts";
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

/** Links a figure to its fact's row. With `numbers`, the link carries its footnote number for print. */
export function factLink(id: string, text: string, numbers?: FootnoteNumbers): string {
  return element(
    "a",
    { class: "fact", href: factHref(id), "data-fact": id, ...number(numbers, `fact-${id}`) },
    escapeHtml(text),
  );
}

function inline(part: Inline, numbers: FootnoteNumbers): string {
  switch (part.type) {
    case "text":
      return escapeHtml(part.text);
    case "fact":
      return factLink(part.id, part.text, numbers);
    case "term":
      return element(
        "a",
        { class: "term", href: termHref(part.id), "data-term": part.id, ...number(numbers, `term-${part.id}`) },
        escapeHtml(part.text),
      );
    case "strong":
      return element("strong", {}, inlinesHtml(part.children, numbers));
    case "link":
      return element("a", { href: part.href, rel: "noopener noreferrer" }, escapeHtml(part.text));
  }
}

export function inlinesHtml(parts: readonly Inline[], numbers: FootnoteNumbers): string {
  return parts.map((part) => inline(part, numbers)).join("");
}

export function blocksHtml(parts: readonly Block[], numbers: FootnoteNumbers): string {
  return parts
    .map((part) => {
      if (part.type === "paragraph") return element("p", {}, inlinesHtml(part.children, numbers));
      if (part.type === "quote")
        return element("blockquote", {}, element("p", {}, inlinesHtml(part.children, numbers)));
      return element("ul", {}, ...part.items.map((item) => element("li", {}, inlinesHtml(item, numbers))));
    })
    .join("");
}

function said(part: Inline): string {
  return part.type === "strong" ? part.children.map(said).join("") : part.text;
}

/** Writes visually hidden text for screen readers, without links: focus must not land on something invisible. */
export function plainParagraphs(parts: readonly Block[]): string {
  return parts
    .map((part) => (part.type === "list" ? part.items.flat() : part.children))
    .map((all) => element("p", {}, escapeHtml(all.map(said).join(""))))
    .join("");
}
