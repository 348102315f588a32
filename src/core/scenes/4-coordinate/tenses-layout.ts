import { max, range, sum } from "d3-array";
import type { Box, DataPoint, LayoutContext, Point } from "../../model/picture.ts";
import { GRAIN_COUNT } from "../../picture/grains.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";

export interface Tense {
  readonly id: "formed" | "moving" | "demand" | "goal" | "problem";
  /** How many of the grains round a tag's hole are hollow: what is not said to be done is not filled. */
  readonly hollow: number;
  readonly facts: readonly string[];
}

/**
 * Facts by tense, one to a tag. They stand here, since the compiler wants the names of all labels before it knows a
 * fact's status; a test compares the two.
 */
export const TENSES: readonly Tense[] = [
  { id: "formed", hollow: 0, facts: ["two-wheels", "mama", "relief", "support", "report-half", "listed-again"] },
  {
    id: "moving",
    hollow: 3,
    facts: ["industry-part", "services-base", "one-five-ten", "digital-anyuan", "closed-chain"],
  },
  {
    id: "demand",
    hollow: 6,
    facts: [
      "two-hands",
      "firm-wheels",
      "rural",
      "mine-model",
      "tourism-deep",
      "special-action",
      "industry-grow",
      "chain-lead",
      "digital-use",
      "mama-again",
    ],
  },
  {
    id: "goal",
    hollow: 6,
    facts: [
      "circulation",
      "fusion",
      "third-leg",
      "model-zone",
      "win-win",
      "village-town",
      "city-level",
      "valleys-soon",
      "service-policy",
    ],
  },
  { id: "problem", hollow: 0, facts: ["imbalance"] },
];

const TAGS = sum(TENSES, ({ facts }) => facts.length);
/** Grains of a tag: one in its hole, the others round it. */
export const AROUND = Math.floor(GRAIN_COUNT / TAGS) - 1;

export function labelOf({ id }: Tense, k: number): string {
  return `${id}-${"abcdefghij".charAt(k)}`;
}

/** Room before and after a tag's word, em, and the middle of the hole from the tag's point. */
export const [BEFORE, AFTER, HOLE] = [1.52, 0.12, 0.86] as const;
/** Gap between two tags abreast, and the height of a line of tags at its loosest and at its closest, em. */
const [BETWEEN, LOOSE, CLOSE] = [0.28, 1.9, 1.26] as const;
/** Height between two tenses, lines: the usual, and the least on a small stage. */
const [APART, LEAST] = [0.42, 0.2] as const;
const COLUMNS = [2, 3, 4] as const;

export interface Tag extends Box {
  readonly tense: Tense;
  readonly key: string;
  readonly fact: string;
  readonly turn: number;
}

export interface Row extends Box {
  readonly tense: Tense;
  readonly index: number;
  readonly tags: readonly Tag[];
}

/** Hangs equal tags in lines of as many columns as give the largest type, so that a tense is as large as its count. */
export function layoutTenses({ size, box, label }: LayoutContext) {
  const note = typeSize(size, "note");
  const head = max(TENSES, ({ id }) => textWidth(label(id), note)) ?? 0;
  const left = head + note * 0.45;
  const word = max(TENSES, (tense) => max(tense.facts, (_, k) => textWidth(label(labelOf(tense, k)), 1)) ?? 0) ?? 1;
  const widest = typeSize(size, "name") * 1.3;

  function hang(columns: number) {
    const lines = TENSES.map(({ facts }) => Math.ceil(facts.length / columns));
    const lineFor = (apart: number): number => box.height / (sum(lines) + apart * (TENSES.length - 1));
    const across = (box.width - left) / columns;
    const type = Math.min(across / (BEFORE + word + AFTER + BETWEEN), Math.max(11, lineFor(LEAST) / CLOSE), widest);
    const closest = Math.min(type * CLOSE, lineFor(LEAST));
    return { columns, lines, across, type, line: Math.max(closest, Math.min(lineFor(APART), type * LOOSE)) };
  }

  const { columns, lines, across, type, line } = COLUMNS.map(hang).reduce((best, one) =>
    one.type > best.type + 0.01 ? one : best,
  );
  const apart = Math.min((box.height - sum(lines) * line) / (TENSES.length - 1), line * 1.3);
  const before = range(TENSES.length).map((k) => sum(TENSES.slice(0, k), ({ facts }) => facts.length));
  const height = Math.min(line - 1.5, line * 0.88);
  let y = box.y;
  const rows = TENSES.map((tense, index): Row => {
    const [top, tall] = [y, (lines[index] ?? 0) * line];
    y += tall + apart;
    const tags = tense.facts.map((fact, k): Tag => ({
      tense,
      key: labelOf(tense, k),
      fact,
      turn: (before[index] ?? 0) + k,
      x: box.x + left + (k % columns) * across,
      y: top + Math.floor(k / columns) * line,
      width: across - BETWEEN * type,
      height,
    }));
    return { tense, index, x: box.x, y: top, width: box.width, height: tall, tags };
  });
  const numeral = Math.min((line * 2 - note * 1.05) * 0.94, left * 0.62);
  const problem = TENSES.at(-1)?.id ?? "problem";
  const aside = (left - textWidth(label(problem), note) - note * 0.5) / 1.1;
  return { type, note, numeral, aside, apart, rows, grain: Math.min(type * 0.15, height * 0.13) };
}

export type TensesLayout = ReturnType<typeof layoutTenses>;

export function holeOf({ type }: TensesLayout, { x, y, height }: Tag): Point {
  return { x: x + type * HOLE, y: y + height / 2 };
}

export function readTags(at: LayoutContext): readonly DataPoint[] {
  return layoutTenses(at).rows.flatMap(({ tense, tags }) =>
    tags.map(({ key, fact, x, y, width, height }) => ({
      box: { x, y, width, height },
      text: `${at.label(tense.id)}：${at.label(key)}`,
      fact,
    })),
  );
}
