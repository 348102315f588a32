import { createElement } from "../../lib/dom.ts";

type Lines = readonly (readonly [name: string, parts: string])[];

/** Class and selector, in a row of the facts table, of each line of the source dialog's head and body. */
const HEAD: Lines = [
  ["what", ".what"],
  ["value", ".value"],
  ["sure", ".status, .period"],
];
const BODY: Lines = [
  ["said", "q"],
  ["sum", ".working"],
  ["from", ".outside"],
  ["scope", ".scope"],
  ["care", ".note"],
  ["care", ".checked"],
  ["where", ".speaker, .passage"],
];

/** Gives the children and class of table cells, which are invalid outside a table. */
function line(name: string, parts: readonly Element[]): readonly HTMLElement[] {
  const [first] = parts;
  if (first === undefined) return [];
  const nodes = parts.flatMap((part) => (part.matches("td, th, dt, dd") ? [...part.childNodes] : [part]));
  const copies = nodes.map((node) => node.cloneNode(true));
  const className = first.matches("td, th") ? first.className : name;
  return [createElement(first.ownerDocument, "div", { class: className }, ...copies)];
}

export function sourceDetails(target: Element): readonly HTMLElement[] {
  const page = target.ownerDocument;
  const gloss = target.nextElementSibling;
  const taken = (from: Lines) => from.flatMap(([name, parts]) => line(name, [...target.querySelectorAll(parts)]));
  const [head, body] = target.matches("dt")
    ? [line("what", [target]), line("gloss", gloss === null ? [] : [gloss])]
    : [taken(HEAD), taken(BODY)];
  return [
    createElement(page, "div", { class: "head" }, ...head),
    createElement(page, "div", { class: "body" }, ...body),
  ];
}
