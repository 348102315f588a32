import type { SceneCatalog, Step } from "../../core/model/story.ts";
import { parseBlocks } from "./blocks.ts";
import { measureOfLabel, readPassage } from "./check-prose.ts";
import { checkScene } from "./check-scene.ts";
import { collectCitations, type CompileContext } from "./context.ts";
import { halfWidth } from "./half-width.ts";
import type { Declaration } from "./ids.ts";
import { parseTitle } from "./inline.ts";
import { type MarkdownFile, type MarkdownSection, readYamlBlock, reportUnopened } from "./markdown.ts";
import { citeFact } from "./references.ts";
import { STEP } from "./schema.ts";
import { sliceText } from "./source-text.ts";
import { validate } from "./validate.ts";
import { lengthAt, positionAt, textAt, valueAt, type Yaml } from "./yaml.ts";

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
  if (reportUnopened(source, piece, "step", report)) return { step: null, naming: null };
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
