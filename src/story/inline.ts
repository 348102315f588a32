import type { Link, PhrasingContent } from "mdast";
import type { BoldMark } from "./bold.ts";
import { emboldened } from "./bold.ts";
import { spanOf } from "./span.ts";
import type { Inline } from "./model.ts";
import { near, nearest } from "./near.ts";
import type { Passage } from "./passage.ts";
import { part, passage } from "./passage.ts";
import type { Reading } from "./reading.ts";
import { pieces, printed } from "./references.ts";
import type { Sheet } from "./sheet.ts";
import { unsupported } from "./unsupported.ts";
import { halfWidth } from "./width.ts";

/** The running text of a paragraph; reports everything in it that a step cannot show. */
export function inlines(nodes: readonly PhrasingContent[], sheet: Sheet, reading: Reading): readonly Inline[] {
  const tokens = nodes.flatMap((node): readonly (Inline | BoldMark)[] => {
    if (node.type === "text") return running(textOf(node, sheet), reading);
    if (node.type === "link") return linked(node, sheet, reading);
    unsupported(node, sheet, reading.report);
    return [];
  });
  return emboldened(tokens, reading.report);
}

/** Words and references only, as titles and links have them; anything else is reported. */
export function words(nodes: readonly PhrasingContent[], sheet: Sheet, reading: Reading): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return printed(textOf(node, sheet), reading);
      unsupported(node, sheet, reading.report);
      return "";
    })
    .join("");
}

function textOf(node: { readonly value: string } & PhrasingContent, sheet: Sheet): Passage {
  const { from, to } = spanOf(node);
  return passage(sheet, from, to, node.value);
}

/** In half width: marks of bold words, and links, which CommonMark leaves as plain text where they are full-width. */
const LEFT_OVER = /\*\*|\[(?<words>[^[\]]+)\]\((?<target>[^()]*)\)/gu;

function running(text: Passage, reading: Reading): readonly (Inline | BoldMark)[] {
  const out: (Inline | BoldMark)[] = [];
  let end = 0;
  for (const match of halfWidth(text.value).matchAll(LEFT_OVER)) {
    out.push(...pieces(part(text, end, match.index), reading));
    end = match.index + match[0].length;
    const { words: said, target = "" } = match.groups ?? {};
    if (said === undefined) out.push({ type: "mark", place: text.place(match.index, 2) });
    else {
      const label = printed(part(text, match.index + 1, match.index + 1 + said.length), reading);
      out.push(...aimed({ text: label, target: part(text, end - 1 - target.length, end - 1) }, reading));
    }
  }
  out.push(...pieces(part(text, end, text.value.length), reading));
  return out;
}

function linked(node: Link, sheet: Sheet, reading: Reading): readonly Inline[] {
  const { from, to } = spanOf(node);
  const last = node.children.at(-1);
  const target = passage(sheet, last === undefined ? from : spanOf(last).to, to, node.url);
  if (node.title) {
    reading.report(sheet.at(from), "link with a title of its own, expected [words](address) only");
  }
  return aimed({ text: words(node.children, sheet, reading), target }, reading);
}

/** A link to a term or to an address outside. */
function aimed(
  { text, target }: { readonly text: string; readonly target: Passage },
  reading: Reading,
): readonly Inline[] {
  const place = target.place(0, target.value.length);
  const address = target.value.trim();
  const half = halfWidth(address);
  const id = /^term:(?<id>.*)$/u.exec(half)?.groups?.["id"]?.trim();
  if (text === "") reading.report(place, "link without words, expected [words](term:id)");
  if (id === undefined) {
    const [scheme = ""] = half.split(":");
    const start = /^https?:\/\/(?=\S+$)/.exec(half)?.[0];
    // Behind the scheme a full-width sign may be part of the address.
    if (start !== undefined) return [{ type: "link", href: start + address.slice(start.length), text }];
    reading.report(place, `unknown link: ${address}, expected term:id or https://…`, near(scheme, ["term", "https"]));
    return [];
  }
  const known = reading.terms === null || reading.terms.has(id);
  if (!known) reading.report(place, `unknown term: ${id}, expected an id of terms.yaml`, near(id, reading.terms));
  // A slip uses the term it meant, so that one fault is one problem.
  reading.gloss(known ? id : (nearest(id, reading.terms) ?? id));
  return [{ type: "term", id, text }];
}
