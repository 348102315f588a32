import type { Element, ElementContent, Properties } from "hast";
import { find, html, type Schema, svg } from "property-information";
import type { ElementTuple, NodeTree } from "../../core/lib/html.ts";

export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Maps an element to its tag in the host page; null removes it, and the content of a bare one goes. */
export type TagMapper = (tag: Tag) => (Tag & { readonly bare?: boolean }) | null;

function writeAttributes(properties: Properties, schema: Schema): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) => {
      if (value === null || value === undefined || value === false) return [];
      const text = value === true ? "" : Array.isArray(value) ? value.join(" ") : String(value);
      return [[find(schema, name).attribute, text]];
    }),
  );
}

function joinTexts(nodes: readonly NodeTree[]): readonly NodeTree[] {
  return nodes.reduce<readonly NodeTree[]>((joined, node) => {
    const last = joined.at(-1);
    return typeof node === "string" && typeof last === "string"
      ? [...joined.slice(0, -1), last + node]
      : [...joined, node];
  }, []);
}

function toNodes(node: ElementContent, map: TagMapper, schema: Schema): readonly NodeTree[] {
  if (node.type === "element") return toElementTuples(node, map, schema);
  return node.type === "text" && node.value !== "" ? [node.value] : [];
}

export function toElementTuples(
  { tagName, properties, children }: Element,
  map: TagMapper,
  outer: Schema = html,
): readonly ElementTuple[] {
  const schema = tagName === "svg" ? svg : outer;
  const tag = map({ name: tagName, attributes: writeAttributes(properties, schema) });
  if (tag === null) return [];
  const content = tag.bare === true ? [] : children.flatMap((child) => toNodes(child, map, schema));
  return [[tag.name, tag.attributes, ...joinTexts(content)]];
}
