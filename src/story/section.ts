import { blocks } from "./blocks.ts";
import type { Naming } from "./ids.ts";
import { words } from "./inline.ts";
import { readFence } from "./fence.ts";
import type { Page, Part } from "./page.ts";
import type { Section } from "./model.ts";
import type { Reading } from "./reading.ts";
import { SECTION } from "./schema.ts";
import { shaped } from "./shape.ts";
import { placeAt, valueAt } from "./yaml.ts";

/** One section as read: whole or null, and the id it was given even when the rest has problems. */
export interface ReadSection {
  readonly section: Section | null;
  readonly naming: Naming | null;
}

/** Reads one `## ` part of `after.md`. */
export function readSection({ sheet }: Page, piece: Part, reading: Reading): ReadSection {
  const { report } = reading;
  const head = sheet.at(piece.heading.from);
  const title = words(piece.title, sheet, reading);
  if (piece.title.length === 0) report(head, "section without title, expected ## and a title");
  const yaml = readFence(sheet, piece, "section", report);
  const text = blocks(piece.body, sheet, reading);
  if (piece.body.length === 0 && piece.fences.every(({ closed }) => closed))
    report(head, "section without text, expected a paragraph under its block");
  if (yaml === null) return { section: null, naming: null };
  const record = shaped(yaml, { path: [], what: "section", schema: SECTION, keys: Object.keys(SECTION.shape) }, report);
  const id = valueAt(yaml, ["id"]);
  const naming = typeof id === "string" ? { id, place: placeAt(yaml, ["id"]) } : null;
  return { naming, section: record === null ? null : { id: record.id, title, blocks: text } };
}
