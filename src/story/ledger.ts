import type { z } from "zod";
import { near } from "./near.ts";
import type { Stated } from "./derived.ts";
import { checkCircles, recomputed } from "./derived.ts";
import type { Naming } from "./ids.ts";
import { checkIds } from "./ids.ts";
import type { Fact, Origin } from "./model.ts";
import type { Report } from "./problem.ts";
import { byPlace } from "./problem.ts";
import type { Ledger } from "./reading.ts";
import { CONTEXT_FACT, COUNT_FACT, DERIVED_FACT, INTERVIEW_FACT } from "./schema.ts";
import { shaped } from "./shape.ts";
import type { Sheet } from "./sheet.ts";
import type { Path, Yaml } from "./yaml.ts";
import { foundAt, keyPlace, lengthAt, placeAt, readYaml, valueAt, writtenAt } from "./yaml.ts";

/** The ledger with what later checks need: where each id is given, and which facts the formulas rest on. */
export interface ReadLedger extends Ledger {
  readonly namings: readonly Naming[];
  readonly stated: readonly Stated[];
}

const SCHEMAS = { interview: INTERVIEW_FACT, context: CONTEXT_FACT, counts: COUNT_FACT, derived: DERIVED_FACT };
const LISTS = ["interview", "context", "counts", "derived"] as const;
type List = (typeof LISTS)[number];
const ORIGIN: Readonly<Record<List, Origin>> = {
  interview: "interview",
  context: "context",
  counts: "count",
  derived: "derived",
};

/** A ledger that could not be read: every reference is let pass. */
export const NO_LEDGER: ReadLedger = { facts: [], byId: new Map(), known: null, namings: [], stated: [] };

/** Reads `facts.yaml`. An entry with a problem is left out of `facts`, but its id stays known. */
export function readLedger(sheet: Sheet, report: Report): ReadLedger {
  const yaml = readYaml(sheet, 0, sheet.text.length, report);
  if (yaml === null || !hasLists(yaml, report)) return NO_LEDGER;
  const paths = LISTS.flatMap((list) =>
    Array.from({ length: lengthAt(yaml, [list]) }, (_, index) => ({ list, index })),
  );
  const namings = paths.flatMap(({ list, index }): readonly Naming[] => {
    const id = valueAt(yaml, [list, index, "id"]);
    return typeof id === "string" ? [{ id, place: placeAt(yaml, [list, index, "id"]) }] : [];
  });
  checkIds(
    [...namings].sort((a, b) => byPlace(a.place, b.place)),
    report,
  );
  const entries = paths.flatMap((at) => readEntry(yaml, at, report));
  const stated = entries.filter((entry): entry is Stated => "round" in entry);
  const ids = new Set(namings.map(({ id }) => id));
  const byId = new Map([...entries].reverse().map(({ fact }) => [fact.id, fact]));
  checkCircles(stated, yaml, report);
  const facts = entries.map((entry) =>
    "round" in entry ? recomputed(entry, { yaml, byId, ids }, report) : entry.fact,
  );
  return { facts, byId: new Map([...facts].reverse().map((fact) => [fact.id, fact])), known: ids, namings, stated };
}

function hasLists(yaml: Yaml, report: Report): boolean {
  const top = valueAt(yaml, []) ?? {};
  if (typeof top !== "object" || Array.isArray(top)) {
    report(placeAt(yaml, []), `found ${foundAt(yaml, [])}, expected the lists ${LISTS.join(", ")}`);
    return false;
  }
  for (const key of Object.keys(top)) {
    if (!LISTS.some((list) => list === key)) {
      report(
        keyPlace(yaml, [key]),
        `unknown list of facts: ${key}, expected one of ${LISTS.join(", ")}`,
        near(key, LISTS),
      );
    } else if (foundAt(yaml, [key]) !== "a list" && foundAt(yaml, [key]) !== "nothing") {
      report(placeAt(yaml, [key]), `${key}: found ${foundAt(yaml, [key])}, expected a list of facts`);
    }
  }
  return true;
}

type Entry = { readonly fact: Fact } | Stated;

function readEntry(
  yaml: Yaml,
  { list, index }: { readonly list: List; readonly index: number },
  report: Report,
): readonly Entry[] {
  const path: Path = [list, index];
  const keys = Object.keys(SCHEMAS[list].shape);
  const read = <T>(schema: z.ZodType<T>): T | null => shaped(yaml, { path, what: "fact", schema, keys }, report);
  const common = (entry: Common): Fact => factOf(yaml, path, { ...entry, origin: ORIGIN[list] }, report);
  if (list === "interview") {
    const entry = read(INTERVIEW_FACT);
    return entry === null ? [] : [{ fact: common(entry) }];
  }
  if (list === "context") {
    const entry = read(CONTEXT_FACT);
    if (entry === null) return [];
    return [{ fact: { ...common({ ...entry, place: entry.place ?? entry.source.title }), source: entry.source } }];
  }
  if (list === "counts") {
    const entry = read(COUNT_FACT);
    if (entry === null) return [];
    const place = entry.place ?? PART_NAMES[entry.section];
    return [{ fact: common({ ...entry, status: "计数", quote: entry.quote ?? entry.word, place }) }];
  }
  const entry = read(DERIVED_FACT);
  if (entry === null) return [];
  const { formula, value, round } = entry;
  const fact = { ...common({ ...entry, status: "计算", place: entry.place ?? "本报道计算" }), formula, value };
  return [{ fact, round: round ?? 0, index }];
}

const PART_NAMES = { 导语: "导语", 一: "第一章", 二: "第二章", 三: "第三章", 四: "第四章", all: "全文" } as const;

/** The fields every list has. */
type Common = Pick<Fact, "id" | "name" | "status"> & {
  readonly [K in "unit" | "text" | "period" | "speaker" | "quote" | "place" | "note"]?: string | null | undefined;
} & { readonly value?: number | null | undefined };

function factOf(yaml: Yaml, path: Path, entry: Common & { readonly origin: Origin }, report: Report): Fact {
  const { id, origin, name, status, note } = entry;
  const value = entry.value ?? null;
  const { unit, text, period, speaker, quote, place } = entry;
  if (value === null && !text)
    report(placeAt(yaml, path), "fact without value, expected a value, or a text for a statement without number");
  if (value !== null && (unit ?? null) === null)
    report(placeAt(yaml, path), `fact without unit: ${id}, expected the unit of its value`);
  return {
    id,
    origin,
    name,
    value,
    unit: unit ?? "",
    text: text ?? (value === null ? "" : writtenAt(yaml, [...path, "value"]) + (unit ?? "")),
    period: period ?? "",
    status,
    speaker: speaker ?? "",
    quote: quote ?? "",
    place: place ?? "",
    ...(note ? { note } : {}),
  };
}
