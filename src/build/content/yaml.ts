import { isMap, isNode, isScalar, isSeq, type Node, parseDocument } from "yaml";
import { memoizeLatest } from "../../core/lib/memoize.ts";
import type { Report, SourcePosition } from "./problem.ts";
import type { SourceFile } from "./source-file.ts";
import { type SourceText, sourceText } from "./source-text.ts";
import { reportYamlErrors, type YamlSource } from "./yaml-errors.ts";
import { repairYaml } from "./yaml-repair.ts";

export type YamlPath = readonly PropertyKey[];

export type Yaml = YamlSource;

/** Cache with room for the blocks of all steps and some earlier versions of them. */
const documentOf = memoizeLatest((text: string) => {
  const { text: fit, originalOffset } = repairYaml(text);
  const document = parseDocument(fit, { prettyErrors: false, logLevel: "error", stringKeys: true });
  return { document, text: fit, back: originalOffset };
}, 100);

export function readYaml(source: SourceFile, from: number, to: number, report: Report): Yaml | null {
  const { document, text, back } = documentOf(source.text.slice(from, to));
  const yaml: Yaml = { source, document, text, back: (offset) => Math.min(to, from + back(offset)) };
  return reportYamlErrors(yaml, report) ? null : yaml;
}

export function valueAt({ document }: Yaml, path: YamlPath): unknown {
  const node = document.getIn(path, true);
  return isNode(node) ? node.toJS(document) : node;
}

export function lengthAt({ document }: Yaml, path: YamlPath): number {
  const node = document.getIn(path, true);
  return isSeq(node) ? node.items.length : 0;
}

/** Returns the position of the value at a path or, when it is missing, of its nearest ancestor. */
export function positionAt(yaml: Yaml, path: YamlPath): SourcePosition {
  const range = nodeAt(yaml, path)?.range;
  if (range) return yaml.source.positionAt(yaml.back(range[0]));
  return path.length === 0 ? yaml.source.positionAt(yaml.back(0)) : positionAt(yaml, path.slice(0, -1));
}

/** Returns the position of the last key of a path or, when it is missing, of the value that should hold it. */
export function keyPosition(yaml: Yaml, path: YamlPath): SourcePosition {
  const parent = nodeAt(yaml, path.slice(0, -1));
  const name = path.at(-1);
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === name) : undefined;
  const range = isNode(pair?.key) ? pair.key.range : undefined;
  return range ? yaml.source.positionAt(yaml.back(range[0])) : positionAt(yaml, path.slice(0, -1));
}

export function textAt(yaml: Yaml, path: YamlPath): SourceText {
  const node = nodeAt(yaml, path);
  const range = node?.range;
  const value = isScalar(node) && typeof node.value === "string" ? node.value : "";
  if (!range) return { value, place: () => positionAt(yaml, path) };
  const [from, to] = [yaml.back(range[0]), yaml.back(range[1])];
  return sourceText(yaml.source, from, to, unfolded(value, yaml.source.text.slice(from, to)));
}

/** Restores the line breaks of a folded text: YAML turns them into spaces, which Chinese does not use. */
function unfolded(value: string, written: string): string {
  const lines = written.split("\n").map((line) => line.trim());
  const text = (lines[0]?.startsWith(">") === true ? lines.slice(1) : lines).join("\n").trim();
  return text.replace(/\n/g, " ") === value.trim() ? text : value;
}

/** Returns the scalar at a path as written, e.g. `3.30`. */
export function sourceAt(yaml: Yaml, path: YamlPath): string {
  const node = nodeAt(yaml, path);
  return isScalar(node) ? (node.source ?? "") : "";
}

export const NOTHING = "空";
export const A_LIST = "一个列表";
export const KEYS_AND_VALUES = "一组“键: 值”";

export function describeAt(yaml: Yaml, path: YamlPath): string {
  const node = nodeAt(yaml, path);
  if (isMap(node)) return KEYS_AND_VALUES;
  if (isSeq(node)) return A_LIST;
  if (!isScalar(node) || node.value === null) return NOTHING;
  const written = node.source ?? "";
  if (typeof node.value === "number") return `数 ${written}`;
  return typeof node.value === "string" ? `文字“${node.value}”` : written;
}

function nodeAt({ document }: Yaml, path: YamlPath): Node | undefined {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(node) ? node : undefined;
}
