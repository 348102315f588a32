import { element, escapeHtml, voidElement } from "../lib/html.ts";

/** An element that the build writes as HTML and the builder's preview creates as DOM nodes. */
export interface ElementTree {
  readonly name: string;
  /** `true` writes the bare name; undefined is left out. */
  readonly attributes: Readonly<Record<string, string | true | undefined>>;
  readonly children: readonly (ElementTree | string)[];
}

const VOID = new Set(["img", "source"]);

function inline({ name, attributes, children }: ElementTree): string {
  if (VOID.has(name)) return voidElement(name, attributes);
  return element(
    name,
    attributes,
    ...children.map((child) => (typeof child === "string" ? escapeHtml(child) : inline(child))),
  );
}

/** Writes an element as HTML. Children of a figure get a line each, for editors who read the code. */
export function elementTreeToHtml(markup: ElementTree): string {
  const { name, attributes, children } = markup;
  if (name !== "figure") return inline(markup);
  const lines = children.map((child) => `\n  ${typeof child === "string" ? escapeHtml(child) : inline(child)}`);
  return element(name, attributes, ...lines, "\n");
}
