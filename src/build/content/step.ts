import type { SceneCatalog, Step } from "../../core/model/story.ts";
import { parseBlocks } from "./blocks.ts";
import { measureOfLabel, readPassage } from "./check-prose.ts";
import { collectCitations, type CompileContext, type FactTable } from "./context.ts";
import { halfWidth } from "./half-width.ts";
import type { Declaration } from "./ids.ts";
import { parseTitle } from "./inline.ts";
import { type MarkdownFile, type MarkdownSection, readYamlBlock } from "./markdown.ts";
import type { Report, SourcePosition } from "./problem.ts";
import { citeFact } from "./references.ts";
import { STEP } from "./schema.ts";
import { sliceText } from "./source-text.ts";
import { closest, didYouMean } from "./suggest.ts";
import { findUndrawable } from "./undrawable.ts";
import { validate } from "./validate.ts";
import { keyPosition, lengthAt, positionAt, textAt, valueAt, type Yaml } from "./yaml.ts";

interface Given {
  readonly facts: ReadonlySet<string>;
  readonly scenes: SceneCatalog;
}

function checkScene(yaml: Yaml, { facts, scenes }: Given, { factTable, report }: CompileContext): void {
  const named = valueAt(yaml, ["scene"]);
  const scene = named ?? valueAt(yaml, ["id"]);
  if (valueAt(yaml, ["kind"]) === "data" && factTable.known !== null && ![...facts].some((id) => hasValue(id))) {
    report(keyPosition(yaml, ["kind"]), "数据图没有带数的事实，应在 facts 里至少列一个", "没有数的图写 schematic");
  }
  if (typeof scene !== "string") return;
  const needs = scenes.get(scene);
  const place = positionAt(yaml, ["scene"]);
  if (needs === undefined) {
    const found =
      named === undefined || named === null ? `没有写 scene，也没有叫 ${scene} 的图` : `没有这幅图：${scene}`;
    const hint = didYouMean(scene, scenes.keys());
    report(place, `${found}，应是 ${[...scenes.keys()].sort().join("、")} 之一`, hint);
    return;
  }
  for (const { id, message } of findUndrawable(scene, needs, factTable)) report(positionInFacts(yaml, id), message);
  for (const id of (needs.facts ?? []).filter((one) => !facts.has(one))) {
    report(keyPosition(yaml, ["facts"]), `少了事实：${id}，图 ${scene} 要画它，应写进 facts`);
  }
  checkLabels(yaml, { scene, expected: needs.labels }, report);
  if (valueAt(yaml, ["kind"]) === "data") checkScopes(yaml, needs.facts ?? [], factTable, report);

  function hasValue(id: string): boolean {
    const fact = factTable.byId.get(id);
    return fact === undefined ? (factTable.known?.has(id) ?? true) : fact.value !== null;
  }
}

function positionInFacts(yaml: Yaml, id: string): SourcePosition {
  const items = Array.from({ length: lengthAt(yaml, ["facts"]) }, (_, index) => valueAt(yaml, ["facts", index]));
  const index = items.indexOf(id);
  return index === -1 ? keyPosition(yaml, ["facts"]) : positionAt(yaml, ["facts", index]);
}

/** Figures of several scopes may stand in one picture only when the step names all of them. */
function checkScopes(yaml: Yaml, drawn: readonly string[], { byId }: FactTable, report: Report): void {
  const scopes = [...new Set(drawn.flatMap((id) => byId.get(id)?.scope ?? []))].sort();
  const given = valueAt(yaml, ["scopes"]);
  const named: readonly string[] = Array.isArray(given) ? given.map(String).sort() : [];
  if (scopes.length <= 1 ? named.length === 0 : named.join() === scopes.join()) return;
  const place = keyPosition(yaml, [named.length > 0 ? "scopes" : "facts"]);
  if (scopes.length > 1) {
    report(place, `一幅图里有几种口径：${scopes.join("、")}`, `分开画清楚，再写 scopes: [${scopes.join(", ")}]`);
  } else report(place, `scopes 写了${named.join("、")}，图里只有${scopes[0] ?? "访谈"}一种口径`, "去掉 scopes");
}

function checkLabels(
  yaml: Yaml,
  { scene, expected }: { readonly scene: string; readonly expected: readonly string[] },
  report: Report,
): void {
  const labels = valueAt(yaml, ["labels"]) ?? {};
  // `validate` has reported labels of another shape.
  if (typeof labels !== "object" || Array.isArray(labels)) return;
  const given = Object.keys(labels);
  const extra = given.filter((name) => !expected.includes(name));
  const meant = extra.map((name) => closest(name, expected));
  for (const name of expected.filter((one) => !given.includes(one) && !meant.includes(one))) {
    report(keyPosition(yaml, ["labels"]), `少了图上的字：${name}，图 ${scene} 要用，应写进 labels`);
  }
  for (const name of extra) {
    const message = `图上没有这处字：${name}，图 ${scene} 的 labels 应是${expected.length === 0 ? "空的" : ` ${expected.join("、")}`}`;
    report(keyPosition(yaml, ["labels", name]), message, didYouMean(name, expected));
  }
}

/** `step` is null when its block is invalid; `naming` is set whenever the id can be read. */
export interface ParsedStep {
  readonly step: Step | null;
  readonly naming: Declaration | null;
}

export interface StepContext {
  readonly chapter: string | null;
  readonly scenes: SceneCatalog;
}

export function parseStep(
  { source }: MarkdownFile,
  piece: MarkdownSection,
  { chapter, scenes }: StepContext,
  outer: CompileContext,
): ParsedStep {
  const { context, cited: facts } = collectCitations(outer);
  const { context: printing, cited: printed } = collectCitations(context);
  const { report } = context;
  const head = source.positionAt(piece.heading.from);
  const title = parseTitle(piece.title, source, printing);
  if (piece.title.length === 0) report(head, "这一幕没有标题，应写 ## 和标题");
  const yaml = readYamlBlock(source, piece, "step", report);
  const written = yaml === null ? null : readKeys(yaml, context, printing);
  const listed = [...facts];
  const text = parseBlocks(piece.body, source, context);
  if (piece.body.length === 0 && piece.fences.every(({ closed }) => closed))
    report(head, "这一幕没有正文，应在 ```step 块下面写一段");
  if (yaml === null || written === null) return { step: null, naming: null };
  const record = validate(yaml, { path: [], what: "这一幕", schema: STEP, keys: Object.keys(STEP.shape) }, report);
  if (chapter !== null && record !== null && written.change === "") {
    report(positionAt(yaml, ["change"]), "这一幕没有 change，应写比上一幅变了什么");
  }
  checkScene(yaml, { facts, scenes }, context);
  const id = valueAt(yaml, ["id"]);
  const naming = typeof id === "string" ? { id, place: positionAt(yaml, ["id"]) } : null;
  if (record === null) return { step: null, naming };
  const { kind, pace } = record;
  const scene = record.scene ?? record.id;
  const shown = new Set([...printed, ...(scenes.get(scene)?.facts ?? [])]);
  const drawn = listed.filter((fact) => context.factTable.byId.get(fact)?.source === undefined || shown.has(fact));
  return {
    naming,
    step: { id: record.id, chapter, scene, kind, pace, title, text, ...written, facts: [...facts], drawn },
  };
}

/**
 * Reads facts, alt, change, pull-quote, emblem and labels in this order, which sets the order of `Step.facts`.
 * `printing` collects the facts that the picture and its description print.
 */
function readKeys(
  yaml: Yaml,
  context: CompileContext,
  printing: CompileContext,
): Pick<Step, "alt" | "change" | "pullQuote" | "emblem" | "labels"> {
  for (let index = 0; index < lengthAt(yaml, ["facts"]); index += 1) {
    const item = textAt(yaml, ["facts", index]);
    for (const match of halfWidth(item.value).matchAll(/[^,、\s{}]+/gu)) {
      citeFact(match[0], sliceText(item, match.index, match.index + match[0].length), context);
    }
  }
  const read = (key: string, reader = context): string => readPassage(textAt(yaml, [key]), reader);
  const [alt, change, pullQuote] = [read("alt", printing), read("change"), read("pull-quote")];
  const emblem = valueAt(yaml, ["emblem"]) === undefined ? null : read("emblem");
  const said = valueAt(yaml, ["labels"]);
  const names = typeof said === "object" && said !== null && !Array.isArray(said) ? Object.keys(said) : [];
  const labels = names.map((name) => [name, textAt(yaml, ["labels", name])] as const);
  const beside = labels.map(([, { value }]) => value).join("");
  return {
    alt,
    change,
    pullQuote,
    emblem,
    labels: Object.fromEntries(
      labels.map(([name, label]) => [
        name,
        readPassage(label, printing, { measured: measureOfLabel(name, label.value), beside }),
      ]),
    ),
  };
}
