import type { Element } from "hast";
import { type Child, h } from "hastscript";
import { factFragment, termFragment } from "../../core/model/routes.ts";
import type { Block, Inline } from "../../core/model/story.ts";
import type { FactLinks } from "./fact-links.ts";
import { isUnbroken, isUnbrokenTerm, keepPieces, splitJoined } from "./unbroken.ts";

function note({ numbers }: FactLinks, fragment: string): { readonly "data-note"?: string } {
  const found = numbers?.get(fragment);
  return found === undefined ? {} : { "data-note": String(found) };
}

export function factLink(id: string, text: string, links: FactLinks): Element {
  const fragment = factFragment(id);
  const spoken = links.spoken?.find((one) => one.id === id && one.text === text)?.spoken;
  return h(
    isUnbroken(text) ? "a.fact" : "a.fact.long",
    { href: `${links.page}#${fragment}`, "data-fact": id, "data-spoken": spoken, ...note(links, fragment) },
    ...(isUnbroken(text) ? [text] : keepPieces(text)),
  );
}

function termLink(id: string, text: string, links: FactLinks): Element {
  const fragment = termFragment(id);
  return h(
    isUnbrokenTerm(text) ? "a.term.unbroken" : "a.term",
    { href: `${links.page}#${fragment}`, "data-term": id, ...note(links, fragment) },
    text,
  );
}

function inline(part: Exclude<Inline, { type: "text" }>, links: FactLinks): Element {
  switch (part.type) {
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

function inlines(parts: readonly Inline[], links: FactLinks, ends = false): readonly Child[] {
  const made: Child[] = [];
  parts.forEach((part, index) => {
    const before = parts[index - 1];
    const last = ends && index === parts.length - 1;
    if (part.type !== "text") return void made.push(inline(part, links));
    const [joined, rest] = before?.type === "fact" ? splitJoined(before.text, part.text, last) : ["", part.text];
    if (joined !== "") made.push(h("span.unbroken", made.pop(), joined));
    made.push(...keepPieces(rest, last));
  });
  return made;
}

export function buildBlocks(parts: readonly Block[], links: FactLinks): readonly Element[] {
  return parts.map((part) => {
    if (part.type === "paragraph") return h("p", ...inlines(part.children, links, true));
    if (part.type === "quote") return h("blockquote", h("p", ...inlines(part.children, links, true)));
    return h("ul", ...part.items.map((item) => h("li", ...inlines(item, links, true))));
  });
}
