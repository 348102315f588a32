/** Text made safe for element content and quoted attributes. */
export function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** Attribute values by name; `true` writes the bare name, `false` and undefined write nothing. */
export type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** An element with its children, already markup, as markup. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === true ? ` ${key}` : typeof value === "string" ? ` ${key}="${escape(value)}"` : ""))
    .join("");
  return `<${name}${written}>${children.join("")}</${name}>`;
}

/** An element without content or end tag. */
export function empty(name: string, attributes: Attributes): string {
  return element(name, attributes).slice(0, -`</${name}>`.length);
}
