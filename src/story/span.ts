import type { Node } from "mdast";

/** Offsets of a piece of a sheet. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Offsets of a node of the Markdown reader. */
export function spanOf({ position }: Node): Span {
  return { from: position?.start.offset ?? 0, to: position?.end.offset ?? 0 };
}
