import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";

/** An element as a browser would make it of its code. */
export interface Parsed {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Parsed[];
}

function textOf(node: DefaultTreeAdapterTypes.ChildNode): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

function elements(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): readonly Parsed[] {
  return nodes.flatMap((node) =>
    "tagName" in node
      ? [
          {
            name: node.tagName,
            attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
            text: textOf(node),
            children: elements(node.childNodes),
          },
        ]
      : [],
  );
}

/** The elements of a piece of HTML. Throws when it is not written as the standard asks. */
export function parsed(html: string): readonly Parsed[] {
  const faults: string[] = [];
  const { childNodes } = parseFragment(html, { onParseError: ({ code }) => faults.push(code) });
  if (faults.length > 0) throw new Error(`${faults.join(", ")}: ${html}`);
  return elements(childNodes);
}

/** All elements, each before what is in it. */
export function everyElement(all: readonly Parsed[]): readonly Parsed[] {
  return all.flatMap((one) => [one, ...everyElement(one.children)]);
}
