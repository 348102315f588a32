type Lines = readonly (readonly [name: string, parts: string])[];

/** Lines of a slip about a figure, each with the parts of the figure's row that it takes: what, how much, how sure … */
const HEAD: Lines = [
  ["what", ".what"],
  ["value", ".value"],
  ["sure", ".status, .period"],
];
/** … and why, who and where. */
const BODY: Lines = [
  ["said", "q"],
  ["sum", ".working"],
  ["from", ".outside"],
  ["care", ".note"],
  ["where", ".speaker, .passage"],
];

function block(page: Document, name: string, children: readonly Node[]): HTMLElement {
  const made = page.createElement("div");
  made.className = name;
  made.append(...children);
  return made;
}

/** A line with copies of `parts`; of cells, which cannot stand outside a table, only what is in them and what they are. */
function line(name: string, parts: readonly Element[]): readonly HTMLElement[] {
  const [first] = parts;
  if (first === undefined) return [];
  const nodes = parts.flatMap((part) => (part.matches("td, th, dt, dd") ? [...part.childNodes] : [part]));
  const copies = nodes.map((node) => node.cloneNode(true));
  return [block(first.ownerDocument, first.matches("td, th") ? first.className : name, copies)];
}

/** What a figure's row or a term's entry says, in a slip's order: its head and its body. */
export function sourceDetails(target: Element): readonly HTMLElement[] {
  const page = target.ownerDocument;
  const gloss = target.nextElementSibling;
  const taken = (from: Lines) => from.flatMap(([name, parts]) => line(name, [...target.querySelectorAll(parts)]));
  const [head, body] = target.matches("dt")
    ? [line("what", [target]), line("gloss", gloss === null ? [] : [gloss])]
    : [taken(HEAD), taken(BODY)];
  return [block(page, "head", head), block(page, "body", body)];
}
