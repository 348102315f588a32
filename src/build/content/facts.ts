import type { z } from "zod";
import type { Fact, Origin, YearTable } from "../../core/model/story.ts";
import type { FactTable } from "./context.ts";
import { checkCycles, type DerivedEntry, recompute } from "./derived-facts.ts";
import { checkPrinted } from "./check-prose.ts";
import { checkQuoted, checkSpoken, checkText } from "./fact-agreement.ts";
import { checkIds, type Declaration } from "./ids.ts";
import { comparePositions, type Report } from "./problem.ts";
import { checkStatus } from "./hedges.ts";
import type { RedLines } from "./red-lines.ts";
import { COMPUTED, COUNTED, factSchemas } from "./schema.ts";
import { findWrongShares } from "./sector-shares.ts";
import type { Vocabulary } from "./site-config.ts";
import { isReadable, type SourceFile } from "./source-file.ts";
import { didYouMean } from "./suggest.ts";
import { validate } from "./validate.ts";
import {
  A_LIST,
  describeAt,
  keyPosition,
  lengthAt,
  NOTHING,
  positionAt,
  readYaml,
  sourceAt,
  textAt,
  valueAt,
  type Yaml,
  type YamlPath,
} from "./yaml.ts";
import { parseYearTable } from "./year-table.ts";

export interface ParsedFacts extends FactTable {
  readonly namings: readonly Declaration[];
  readonly stated: readonly DerivedEntry[];
}

const LISTS = ["interview", "context", "counts", "derived"] as const;
type List = (typeof LISTS)[number];
const ORIGIN: Readonly<Record<List, Origin>> = {
  interview: "interview",
  context: "context",
  counts: "count",
  derived: "derived",
};

/** Stands for an unreadable facts table: every reference passes. */
export const NO_FACTS: ParsedFacts = { facts: [], byId: new Map(), known: null, namings: [], stated: [] };

export interface FactRules {
  readonly vocabulary: Vocabulary | null;
  readonly tables: Tables;
  readonly redLines: RedLines;
}

/** Fields that readers see and no source has worded. */
const PRINTED = ["name", "text", "spoken", "note", "checked"];

/**
 * Parses `facts.yaml`; a null vocabulary allows any status and part. Invalid entries are left out of `facts`, but their
 * ids stay in `known`.
 */
export function parseFacts(
  source: SourceFile,
  { vocabulary, tables, redLines }: FactRules,
  report: Report,
): ParsedFacts {
  const yaml = readYaml(source, 0, source.text.length, report);
  if (yaml === null || !hasLists(yaml, report)) return NO_FACTS;
  const paths = LISTS.flatMap((list) =>
    Array.from({ length: lengthAt(yaml, [list]) }, (_, index) => ({ list, index })),
  );
  const namings = paths.flatMap(({ list, index }): readonly Declaration[] => {
    const id = valueAt(yaml, [list, index, "id"]);
    return typeof id === "string" ? [{ id, place: positionAt(yaml, [list, index, "id"]) }] : [];
  });
  checkIds(
    [...namings].sort((a, b) => comparePositions(a.place, b.place)),
    report,
  );
  const schemas = factSchemas(
    vocabulary && { ...vocabulary, sections: vocabulary.parts.map(({ section }) => section) },
  );
  const entries = paths.flatMap((at) => readEntry(yaml, at, { vocabulary, schemas, tables }, report));
  for (const { list, index } of paths)
    for (const key of PRINTED) checkPrinted(textAt(yaml, [list, index, key]), redLines, report);
  for (const path of paths.filter(({ list }) => list === "interview").map(({ list, index }) => [list, index]))
    if (vocabulary === null || vocabulary.statuses.some((word) => word === valueAt(yaml, [...path, "status"])))
      checkStatus(yaml, path, { sentence: textAt(yaml, [...path, "quote"]).value, hedges: redLines.hedges }, report);
  const stated = entries.filter((entry): entry is DerivedEntry => "round" in entry);
  const ids = new Set(namings.map(({ id }) => id));
  const byId = new Map([...entries].reverse().map(({ fact }) => [fact.id, fact]));
  checkCycles(stated, yaml, report);
  const facts = entries.map((entry) => ("round" in entry ? recompute(entry, { yaml, byId, ids }, report) : entry.fact));
  for (const { id, message } of findWrongShares(facts)) {
    const place = namings.find((naming) => naming.id === id)?.place;
    if (place !== undefined) report(place, message);
  }
  return { facts, byId: new Map([...facts].reverse().map((fact) => [fact.id, fact])), known: ids, namings, stated };
}

function hasLists(yaml: Yaml, report: Report): boolean {
  const top = valueAt(yaml, []) ?? {};
  if (typeof top !== "object" || Array.isArray(top)) {
    report(positionAt(yaml, []), `这里是${describeAt(yaml, [])}，应是 ${LISTS.join("、")} 四个列表`);
    return false;
  }
  for (const key of Object.keys(top)) {
    if (!LISTS.some((list) => list === key)) {
      report(keyPosition(yaml, [key]), `没有这个列表：${key}，应是 ${LISTS.join("、")} 之一`, didYouMean(key, LISTS));
    } else if (describeAt(yaml, [key]) !== A_LIST && describeAt(yaml, [key]) !== NOTHING) {
      report(positionAt(yaml, [key]), `${key} 是${describeAt(yaml, [key])}，应是事实的列表`);
    }
  }
  return true;
}

type Tables = ReadonlyMap<string, SourceFile>;

type Entry = { readonly fact: Fact } | DerivedEntry;

interface Known {
  readonly vocabulary: Vocabulary | null;
  readonly schemas: ReturnType<typeof factSchemas>;
  readonly tables: Tables;
}

function readEntry(
  yaml: Yaml,
  { list, index }: { readonly list: List; readonly index: number },
  { vocabulary, schemas, tables }: Known,
  report: Report,
): readonly Entry[] {
  const path: YamlPath = [list, index];
  const keys = Object.keys(schemas[list].shape);
  const read = <T>(schema: z.ZodType<T>): T | null => validate(yaml, { path, what: "这项事实", schema, keys }, report);
  const common = (entry: Common): Fact => {
    const fact = factOf(yaml, path, { ...entry, origin: ORIGIN[list] }, report);
    const written = { ...entry, value: fact.value, unit: fact.unit };
    // The text of a derived fact is compared with its recomputed value.
    if (list !== "derived") checkText(yaml, path, written, report);
    checkSpoken(yaml, path, { ...written, text: fact.text }, report);
    const quoted = list === "interview" || (list === "context" && !entry.table);
    if (quoted) checkQuoted(yaml, path, written, report);
    return fact;
  };
  if (list === "interview") {
    const entry = read(schemas.interview);
    if (entry === null) return [];
    return [{ fact: common(entry) }];
  }
  if (list === "context") {
    const entry = read(schemas.context);
    if (entry === null) return [];
    const { scope, confidence, checked } = entry;
    const { title, publisher, url, date } = entry.source;
    const table = tableOf(yaml, path, entry, tables, report);
    return [
      {
        fact: {
          ...common({ ...entry, place: entry.place ?? title }),
          source: { title, ...(publisher ? { publisher } : {}), url, date },
          ...(scope ? { scope } : {}),
          ...(confidence ? { confidence } : {}),
          ...(checked ? { checked } : {}),
          ...(table === null ? {} : { table }),
        },
      },
    ];
  }
  if (list === "counts") {
    const entry = read(schemas.counts);
    if (entry === null) return [];
    const place = entry.place ?? vocabulary?.parts.find(({ section }) => section === entry.section)?.place ?? "";
    const { places } = entry;
    const fact = common({ ...entry, status: COUNTED, quote: entry.quote ?? entry.word, place });
    return [{ fact: { ...fact, ...(places ? { places } : {}) } }];
  }
  const entry = read(schemas.derived);
  if (entry === null) return [];
  const { formula, value, round } = entry;
  const fact = { ...common({ ...entry, status: COMPUTED, place: entry.place ?? "本报道计算" }), formula, value };
  return [{ fact, round: round ?? 0, index }];
}

/** Stands for a table that could not be read: no second problem speaks of its cells. */
const UNREAD: YearTable = { columns: [], names: [], rows: [], breakAfter: null };

interface TableEntry {
  readonly table?: string | null | undefined;
  readonly names?: readonly string[] | null | undefined;
  readonly total?: string | null | undefined;
  readonly break?: number | null | undefined;
}

function tableOf(yaml: Yaml, path: YamlPath, entry: TableEntry, tables: Tables, report: Report): YearTable | null {
  if (!entry.table) return null;
  const file = tables.get(entry.table);
  if (file === undefined) {
    const place = positionAt(yaml, [...path, "table"]);
    report(place, `没有这个文件：${entry.table}，应放在 facts.yaml 旁边`, didYouMean(entry.table, tables.keys()));
    return UNREAD;
  }
  const table = isReadable(file)
    ? parseYearTable(file, { total: entry.total ?? null, breakAfter: entry.break ?? null }, report)
    : null;
  const names = entry.names ?? [];
  if (table === null) return UNREAD;
  if (names.length === 0) return table;
  if (names.length !== table.columns.length) {
    const place = positionAt(yaml, [...path, "names"]);
    report(place, `names：写了${names.length}个，表里有${table.columns.length}列`, `列是${table.columns.join("、")}`);
  }
  return { ...table, names };
}

type Common = Pick<Fact, "id" | "name" | "status"> & {
  readonly [
    K in "unit" | "text" | "spoken" | "period" | "speaker" | "quote" | "place" | "note" | "implied" | "table"
  ]?: string | null | undefined;
} & { readonly value?: number | null | undefined };

function factOf(yaml: Yaml, path: YamlPath, entry: Common & { readonly origin: Origin }, report: Report): Fact {
  const { id, origin, name, status, note } = entry;
  const value = entry.value ?? null;
  const { unit, text, spoken, period, speaker, quote, place } = entry;
  if (value === null && !text) report(positionAt(yaml, path), "这项事实没有数，应写 value；没有数的说法写 text");
  if (value !== null && (unit ?? null) === null)
    report(positionAt(yaml, path), `这项事实没有单位：${id}，应写 value 的 unit`);
  return {
    id,
    origin,
    name,
    value,
    unit: unit ?? "",
    text: text ?? (value === null ? "" : sourceAt(yaml, [...path, "value"]) + (unit ?? "")),
    ...(spoken ? { spoken } : {}),
    period: period ?? "",
    status,
    speaker: speaker ?? "",
    quote: quote ?? "",
    place: place ?? "",
    ...(note ? { note } : {}),
  };
}
