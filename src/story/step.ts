import { blocks } from "./blocks.ts";
import type { Naming } from "./ids.ts";
import { words } from "./inline.ts";
import { readFence } from "./fence.ts";
import type { Page, Part } from "./page.ts";
import type { SceneWords, Step } from "./model.ts";
import { checkScene } from "./needs.ts";
import { part } from "./passage.ts";
import type { Reading } from "./reading.ts";
import { gathering } from "./reading.ts";
import { cited, printed } from "./references.ts";
import { STEP } from "./schema.ts";
import { shaped } from "./shape.ts";
import { halfWidth } from "./width.ts";
import type { Yaml } from "./yaml.ts";
import { lengthAt, passageAt, placeAt, valueAt } from "./yaml.ts";

/** One step as read: whole or null, and the id it was given even when the rest has problems. */
export interface ReadStep {
  readonly step: Step | null;
  readonly naming: Naming | null;
}

/** What a step is read with. */
export interface Setting {
  /** Null for the cover. */
  readonly chapter: string | null;
  readonly scenes: SceneWords;
}

/** Reads one `## ` part of a chapter. */
export function readStep({ sheet }: Page, piece: Part, { chapter, scenes }: Setting, outer: Reading): ReadStep {
  const { reading, cited: facts } = gathering(outer);
  const { report } = reading;
  const head = sheet.at(piece.heading.from);
  const title = words(piece.title, sheet, reading);
  if (piece.title.length === 0) report(head, "step without title, expected ## and a title");
  const yaml = readFence(sheet, piece, "step", report);
  const written = yaml === null ? null : readKeys(yaml, reading);
  const text = blocks(piece.body, sheet, reading);
  if (piece.body.length === 0 && piece.fences.every(({ closed }) => closed))
    report(head, "step without text, expected a paragraph under its block");
  if (yaml === null || written === null) return { step: null, naming: null };
  const record = shaped(yaml, { path: [], what: "step", schema: STEP, keys: Object.keys(STEP.shape) }, report);
  if (chapter !== null && record !== null && written.change === "") {
    report(placeAt(yaml, ["change"]), "step without change, expected what differs from the previous picture");
  }
  checkScene(yaml, { facts, scenes }, reading);
  const id = valueAt(yaml, ["id"]);
  const naming = typeof id === "string" ? { id, place: placeAt(yaml, ["id"]) } : null;
  if (record === null) return { step: null, naming };
  const { scene, kind, pace } = record;
  return { naming, step: { id: record.id, chapter, scene, kind, pace, title, text, ...written, facts: [...facts] } };
}

/** The texts and references of a step block, in the order facts, alt, change, quotable, words. */
function readKeys(yaml: Yaml, reading: Reading): Pick<Step, "alt" | "change" | "quotable" | "words"> {
  for (let index = 0; index < lengthAt(yaml, ["facts"]); index += 1) {
    const item = passageAt(yaml, ["facts", index]);
    for (const match of halfWidth(item.value).matchAll(/[^,、\s{}]+/gu)) {
      cited(match[0], part(item, match.index, match.index + match[0].length), reading);
    }
  }
  const alt = printed(passageAt(yaml, ["alt"]), reading);
  const change = printed(passageAt(yaml, ["change"]), reading);
  const quotable = printed(passageAt(yaml, ["quotable"]), reading);
  const said = valueAt(yaml, ["words"]);
  const names = typeof said === "object" && said !== null && !Array.isArray(said) ? Object.keys(said) : [];
  return {
    alt,
    change,
    quotable,
    words: Object.fromEntries(names.map((name) => [name, printed(passageAt(yaml, ["words", name]), reading)])),
  };
}
