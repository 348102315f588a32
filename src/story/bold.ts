import type { Inline } from "./model.ts";
import type { Place, Report } from "./problem.ts";

/** A `**` in running text; two of them hold bold words. */
export interface BoldMark {
  readonly type: "mark";
  readonly place: Place;
}

/**
 * Pairs the `**` of one paragraph. CommonMark's own rule is not used: it wants a space or a letter beside the marks,
 * and so misreads bold words that begin or end with Chinese punctuation.
 */
export function emboldened(tokens: readonly (Inline | BoldMark)[], report: Report): readonly Inline[] {
  const out: Inline[] = [];
  let open: { readonly place: Place; readonly children: Inline[] } | null = null;
  for (const token of tokens) {
    if (token.type !== "mark") (open === null ? out : open.children).push(token);
    else if (open === null) open = { place: token.place, children: [] };
    else {
      if (open.children.length === 0) report(open.place, "bold without words, expected **words**");
      out.push({ type: "strong", children: open.children });
      open = null;
    }
  }
  if (open !== null) report(open.place, "unclosed bold: **, expected ** at its end too, in the same paragraph");
  return open === null ? out : [...out, ...open.children];
}
