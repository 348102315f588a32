import type { Node } from "yaml";
import { isMap, isNode, isScalar, isSeq, parseDocument } from "yaml";
import type { Written } from "./malformed.ts";
import { reportMalformed } from "./malformed.ts";
import type { Passage } from "./passage.ts";
import { passage } from "./passage.ts";
import type { Place, Report } from "./problem.ts";
import type { Sheet } from "./sheet.ts";
import { remembering } from "./remember.ts";
import { mended } from "./slips.ts";

export type Path = readonly PropertyKey[];

/** YAML that could be read, wherever in a file it stands, with the way back to what was written where. */
export type Yaml = Written;

/** Room for the blocks of every step, and for some earlier states of them. */
const documentOf = remembering((text: string) => {
  const { text: fit, back } = mended(text);
  const document = parseDocument(fit, { prettyErrors: false, logLevel: "error", stringKeys: true });
  return { document, back };
}, 100);

/** Reads the YAML between two offsets of a sheet. Malformed YAML is reported and gives null. */
export function readYaml(sheet: Sheet, from: number, to: number, report: Report): Yaml | null {
  const { document, back } = documentOf(sheet.text.slice(from, to));
  const yaml: Yaml = { sheet, document, back: (offset) => Math.min(to, from + back(offset)) };
  return reportMalformed(yaml, report) ? null : yaml;
}

/** The plain value at a path; undefined where there is none. */
export function valueAt({ document }: Yaml, path: Path): unknown {
  const node = document.getIn(path, true);
  return isNode(node) ? node.toJS(document) : node;
}

/** Length of the list at a path, 0 where there is none. */
export function lengthAt({ document }: Yaml, path: Path): number {
  const node = document.getIn(path, true);
  return isSeq(node) ? node.items.length : 0;
}

/** Where the value at a path stands, or what encloses it when it is missing. */
export function placeAt(yaml: Yaml, path: Path): Place {
  const range = nodeAt(yaml, path)?.range;
  if (range) return yaml.sheet.at(yaml.back(range[0]));
  return path.length === 0 ? yaml.sheet.at(yaml.back(0)) : placeAt(yaml, path.slice(0, -1));
}

/** Where the key at the end of a path stands. */
export function keyPlace(yaml: Yaml, path: Path): Place {
  const parent = nodeAt(yaml, path.slice(0, -1));
  const name = path.at(-1);
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === name) : undefined;
  const range = isNode(pair?.key) ? pair.key.range : undefined;
  return range ? yaml.sheet.at(yaml.back(range[0])) : placeAt(yaml, path.slice(0, -1));
}

/** The text at a path with its place; empty where there is none. */
export function passageAt(yaml: Yaml, path: Path): Passage {
  const node = nodeAt(yaml, path);
  const range = node?.range;
  const value = isScalar(node) && typeof node.value === "string" ? node.value : "";
  if (!range) return { value, place: () => placeAt(yaml, path) };
  const [from, to] = [yaml.back(range[0]), yaml.back(range[1])];
  return passage(yaml.sheet, from, to, unfolded(value, yaml.sheet.text.slice(from, to)));
}

/** A folded text with the line breaks it was written with: YAML makes spaces of them, which Chinese does not have. */
function unfolded(value: string, written: string): string {
  const lines = written.split("\n").map((line) => line.trim());
  const text = (lines[0]?.startsWith(">") === true ? lines.slice(1) : lines).join("\n").trim();
  return text.replace(/\n/g, " ") === value.trim() ? text : value;
}

/** The number at a path as it was written, e.g. `3.30`. */
export function writtenAt(yaml: Yaml, path: Path): string {
  const node = nodeAt(yaml, path);
  return isScalar(node) ? (node.source ?? "") : "";
}

/** What stands at a path, in a word or two, for messages. */
export function foundAt(yaml: Yaml, path: Path): string {
  const node = nodeAt(yaml, path);
  if (isMap(node)) return "keys and values";
  if (isSeq(node)) return "a list";
  if (!isScalar(node) || node.value === null) return "nothing";
  const written = node.source ?? "";
  if (typeof node.value === "number") return `the number ${written}`;
  return typeof node.value === "string" ? `the text ${JSON.stringify(node.value)}` : written;
}

function nodeAt({ document }: Yaml, path: Path): Node | undefined {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(node) ? node : undefined;
}
