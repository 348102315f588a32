import { element, empty, escape } from "../draw/html.ts";

/** An element that can be written as code, or made in a page. */
export interface Markup {
  readonly name: string;
  /** Values by name; `true` is the bare name, undefined is left out. */
  readonly attributes: Readonly<Record<string, string | true | undefined>>;
  readonly children: readonly (Markup | string)[];
}

const VOID = new Set(["img", "source"]);

function inline({ name, attributes, children }: Markup): string {
  if (VOID.has(name)) return empty(name, attributes);
  return element(
    name,
    attributes,
    ...children.map((child) => (typeof child === "string" ? escape(child) : inline(child))),
  );
}

/** An element as code; what is in a figure stands on lines of its own. */
export function written(markup: Markup): string {
  const { name, attributes, children } = markup;
  if (name !== "figure") return inline(markup);
  const lines = children.map((child) => `\n  ${typeof child === "string" ? escape(child) : inline(child)}`);
  return element(name, attributes, ...lines, "\n");
}
