import { element, escapeHtml, voidElement } from "../lib/html.ts";

/** An element that can be written as code, or made in a page. */
export interface ElementTree {
  readonly name: string;
  /** Values by name; `true` is the bare name, undefined is left out. */
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

/** An element as code; what is in a figure stands on lines of its own. */
export function elementTreeToHtml(markup: ElementTree): string {
  const { name, attributes, children } = markup;
  if (name !== "figure") return inline(markup);
  const lines = children.map((child) => `\n  ${typeof child === "string" ? escapeHtml(child) : inline(child)}`);
  return element(name, attributes, ...lines, "\n");
}
