export function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** Attribute values by name. `true` writes the bare name; `false` and undefined write nothing. */
export type HtmlAttributes = Readonly<Record<string, string | boolean | undefined>>;

/** Writes an element. Attributes are escaped; `children` are markup already. */
export function element(name: string, attributes: HtmlAttributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) =>
      value === true ? ` ${key}` : typeof value === "string" ? ` ${key}="${escapeHtml(value)}"` : "",
    )
    .join("");
  return `<${name}${written}>${children.join("")}</${name}>`;
}

export function voidElement(name: string, attributes: HtmlAttributes): string {
  return element(name, attributes).slice(0, -`</${name}>`.length);
}

/** HTML as plain JSON. */
export type NodeTree = string | ElementTuple;
export type ElementTuple = readonly [
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: NodeTree[],
];
