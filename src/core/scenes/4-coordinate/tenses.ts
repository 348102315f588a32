import { max, range, sum } from "d3-array";
import { mixRgb, type Rgb } from "../../lib/color.ts";
import { lerp, linearStep, smoothstep } from "../../lib/math.ts";
import { memoizeByKey } from "../../lib/memoize.ts";
import type { Box, DataPoint, Grain, LayoutContext, Palette, Point, Shape } from "../../model/picture.ts";
import { stagger } from "../../picture/beats.ts";
import { GRAIN_COUNT, mapGrains } from "../../picture/grains.ts";
import { pathMark, ruleMark, textMark } from "../../picture/marks.ts";
import { halfCircle, hatchPath, polygon } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { tagPath } from "../props/tag.ts";

interface Tense {
  readonly id: "formed" | "moving" | "demand" | "goal" | "problem";
  /** Hollowness of the grains of its tags: what is not said to be done is not filled. */
  readonly hollow: number;
  readonly facts: readonly string[];
}

/**
 * Facts by tense, one to a tag. They stand here, since the compiler wants the names of all labels before it knows a
 * fact's status; a test compares the two.
 */
const TENSES: readonly Tense[] = [
  { id: "formed", hollow: 0, facts: ["two-wheels", "mama", "relief", "support", "report-half", "listed-again"] },
  {
    id: "moving",
    hollow: 0.5,
    facts: ["industry-part", "services-base", "one-five-ten", "digital-anyuan", "closed-chain"],
  },
  {
    id: "demand",
    hollow: 1,
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
    hollow: 1,
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
/** Grains of a tag: one in its hole, the others strung along its foot. */
const STRUNG = Math.floor(GRAIN_COUNT / TAGS) - 1;

function labelOf({ id }: Tense, k: number): string {
  return `${id}-${"abcdefghij".charAt(k)}`;
}

// Room before and after a tag's word and between tags, em; least height between tenses, em.
const [BEFORE, AFTER, BETWEEN] = [1.15, 0.3, 0.45];
/** Middle of the hole, em from the tag's point. */
const HOLE = 0.64;
const APART = 0.5;
const SMALLEST = 11;
/** Heights of a line of tags, em, the loosest first: a small stage gets close lines before it would get small type. */
const LINES = [1.75, 1.6, 1.48, 1.38] as const;

const BEATS = {
  fall: stagger(0.02, 0, 0.3, smoothstep),
  count: stagger(0.14, 0.1, 0.3),
};

interface Tag extends Box {
  readonly tense: Tense;
  readonly key: string;
  readonly fact: string;
  readonly turn: number;
}

interface Row extends Box {
  readonly tense: Tense;
  readonly index: number;
  readonly tags: readonly Tag[];
}

/** Sets a tense's tags in lines of `width`, in em: the offsets of each from the upper left corner. */
function setTags(widths: readonly number[], width: number): readonly { readonly x: number; readonly line: number }[] {
  let [x, line] = [0, 0];
  return widths.map((wide) => {
    if (x > 0 && x + wide > width) [x, line] = [0, line + 1];
    const at = { x, line };
    x += wide + BETWEEN;
    return at;
  });
}

function layout({ size, box, label }: LayoutContext) {
  const widths = TENSES.map((tense) =>
    tense.facts.map((_, k) => BEFORE + AFTER + textWidth(label(labelOf(tense, k)), 1)),
  );
  const note = typeSize(size, "note");
  const head = max(TENSES, ({ id }) => textWidth(label(id), note)) ?? 0;
  const left = head + note * 0.9;

  function lay(type: number, line: number) {
    const set = widths.map((row) => setTags(row, (box.width - left) / type));
    const least = line < LINES[1] ? 1 : 2;
    const lines = set.map((row) => Math.max(least, 1 + (max(row, (tag) => tag.line) ?? 0)));
    const em = sum(lines) * line + APART * (TENSES.length - 1);
    return { type, line, set, lines, fits: em * type <= box.height };
  }

  const largest = typeSize(size, "label") * (box.width > 420 ? 1.15 : 1);
  const tries = [
    ...range(largest, SMALLEST, -0.5).map((type) => [type, LINES[0]] as const),
    ...LINES.map((line) => [SMALLEST, line] as const),
  ];
  const laid = tries.reduce((found, [em, line]) => (found.fits ? found : lay(em, line)), lay(largest, LINES[0]));
  const { type, line: high, set, lines } = laid;
  const used = sum(lines) * high * type;
  const apart = Math.min((box.height - used) / (TENSES.length - 1), type * 2.2);
  const before = range(TENSES.length).map((k) => sum(TENSES.slice(0, k), ({ facts }) => facts.length));
  let y = box.y;
  const rows = TENSES.map((tense, index): Row => {
    const height = (lines[index] ?? 0) * high * type;
    const top = y;
    y += height + apart;
    const tags = tense.facts.map((fact, k): Tag => {
      const { x = 0, line = 0 } = set[index]?.[k] ?? {};
      return {
        tense,
        key: labelOf(tense, k),
        fact,
        turn: (before[index] ?? 0) + k,
        x: box.x + left + x * type,
        y: top + (line * high + 0.05) * type,
        width: (widths[index]?.[k] ?? 0) * type,
        height: type * (high - 0.3),
      };
    });
    return { tense, index, x: box.x, y: top, width: box.width, height, tags };
  });
  const numeral = Math.min((high * 2 * type - note * 1.05) * 0.94, left * 0.6);
  return { type, note, numeral, apart, rows, hole: type * 0.24 };
}

type Layout = ReturnType<typeof layout>;

function colourOf({ id }: Tense, { textRed, textEmber, ink }: Palette): Rgb {
  return id === "problem" ? textRed : id === "demand" ? ink : textEmber;
}

/** A tag's grains lie in its line before it falls into place from above, by half its height. */
function droppedBy({ height }: Box, fallen: number): number {
  return (1 - fallen) * height * -0.5;
}

function holeOf({ type }: Layout, { x, y, height }: Tag): Point {
  return { x: x + type * HOLE, y: y + height / 2 };
}

/** Writes a count up to ten in characters: figures belong to facts, and this is the count of tags beside it. */
function inHan(count: number): string {
  return "零一二三四五六七八九十".charAt(count);
}

function drawHead(places: Layout, row: Row, text: string, t: number, palette: Palette): readonly Shape[] {
  const { note, numeral, apart } = places;
  const { tense, index, x, y, width, height } = row;
  const base = y + numeral * 0.82;
  // A row of one line has the name beside the count.
  const aside = height < numeral + note;
  const rule = y + height + apart * 0.4;
  return [
    textMark({
      key: `tenses:count:${tense.id}`,
      text: inHan(tense.facts.length),
      x,
      y: base,
      size: numeral,
      face: "song",
      fill: palette.textRed,
      role: "value",
      opacity: BEATS.count(t, index),
    }),
    textMark({
      key: `tenses:${tense.id}`,
      text,
      x: aside ? x + numeral * 1.15 : x,
      y: aside ? base : base + numeral * 0.16 + note * 0.92,
      size: note,
      fill: palette.ink,
    }),
    ...(index === TENSES.length - 1
      ? []
      : [
          ruleMark({
            key: `tenses:rule:${tense.id}`,
            x1: x,
            x2: x + width,
            y1: rule,
            y2: rule,
            stroke: palette.line,
            strokeWidth: 0.8,
            layer: "back",
          }),
        ]),
  ];
}

/** Returns the hatching of a tag; cached, because it takes longer than the rest of a frame. */
const tonePath = memoizeByKey(
  (x: number, y: number, width: number, height: number, pitch: number) => hatchPath({ x, y, width, height }, pitch),
  32,
);

/** Draws a tag in the manner of its tense: filled, hatched, outlined, dashed, or with a red diamond. */
function drawTag(places: Layout, tag: Tag, text: string, fallen: number, palette: Palette): readonly Shape[] {
  const { type, hole: r } = places;
  const { tense, key, fact, x, width, height } = tag;
  const colour = colourOf(tense, palette);
  const y = tag.y + droppedBy(tag, fallen);
  const hole = { x: x + type * HOLE, y: y + height / 2 };
  const opacity = linearStep(fallen, 0.3, 0.9);
  const outline = pathMark({
    key: `tenses:tag:${key}`,
    d: tagPath(x, y, width, height),
    fill: tense.id === "formed" ? colour : null,
    stroke: colour,
    strokeWidth: tense.id === "problem" ? 1.6 : 1,
    dash: tense.id === "goal" ? "3 2.5" : undefined,
    layer: "back",
    opacity,
  });
  const point = height * 0.36;
  const hatched = [
    pathMark({
      key: `tenses:tag:${key}:tone`,
      d: tonePath(x + point, tag.y + 0.6, width - point - 0.6, height - 1.2, 4),
      stroke: mixRgb(palette.background, palette.ember, 0.36),
      strokeWidth: 1,
      layer: "back",
      opacity: fallen === 1 ? 1 : 0,
    }),
    pathMark({
      key: `tenses:half:${key}`,
      d: `${halfCircle({ x: hole.x, y: hole.y - r }, { x: hole.x, y: hole.y + r }, false)}Z`,
      fill: colour,
      strokeWidth: 0,
      opacity,
    }),
  ];
  const reach = r * 1.4;
  const diamond = pathMark({
    key: `tenses:diamond:${key}`,
    d: polygon([
      { x: hole.x, y: hole.y - reach },
      { x: hole.x + reach, y: hole.y },
      { x: hole.x, y: hole.y + reach },
      { x: hole.x - reach, y: hole.y },
    ]),
    stroke: colour,
    strokeWidth: 1.2,
    layer: "back",
    opacity,
  });
  const word = textMark({
    key: `tenses:item:${key}`,
    text,
    x: x + BEFORE * type,
    y: y + height / 2,
    baseline: "middle",
    size: type,
    fill: tense.id === "formed" ? palette.background : tense.id === "problem" ? palette.textRed : palette.ink,
    opacity: linearStep(fallen, 0.6, 1),
    fact,
  });
  return [outline, ...(tense.id === "moving" ? hatched : []), ...(tense.id === "problem" ? [diamond] : []), word];
}

function tagGrains(places: Layout, tag: Tag, fallen: number, palette: Palette): readonly Grain[] {
  const { tense, x, width, height } = tag;
  const colour = colourOf(tense, palette);
  const bead = Math.max(1, height * 0.07);
  const dropped = droppedBy(tag, fallen);
  const { x: holeX, y: holeY } = holeOf(places, tag);
  const hole: Grain = {
    x: holeX,
    y: holeY + dropped,
    r: tense.id === "problem" ? places.hole * 0.5 : places.hole,
    fill: tense.id === "formed" ? mixRgb(colour, palette.background, fallen) : colour,
    opacity: 1,
    hollow: Math.ceil(tense.hollow),
  };
  const beads = range(STRUNG).map((n): Grain => {
    const along = (n + 0.5) / STRUNG;
    return {
      x: lerp(x + height * 0.4, x + width - height * 0.1, along),
      y: tag.y + height + bead * 0.9 + dropped,
      r: bead,
      fill: colour,
      opacity: 0.85,
      hollow: tense.hollow,
    };
  });
  return [hole, ...beads];
}

function allGrains(hung: readonly Grain[], { muted }: Palette): readonly Grain[] {
  const { x, y, r, fill, hollow } = hung.at(-1) ?? { x: 0, y: 0, r: 1, fill: muted, hollow: 0 };
  return mapGrains((index) => hung[index] ?? { x, y, r, fill, opacity: 0, hollow });
}

function readPoints(at: LayoutContext): readonly DataPoint[] {
  return layout(at).rows.flatMap(({ tense, tags }) =>
    tags.map(({ key, fact, x, y, width, height }) => ({
      box: { x, y, width, height },
      text: `${at.label(tense.id)}：${at.label(key)}`,
      fact,
    })),
  );
}

/**
 * A board of tags as at a pithead: the things that he names hang under the tense in which he speaks of them, counted
 * first, with the same number of grains to each.
 */
export const tenses = defineScene({
  labels: TENSES.flatMap((tense) => [tense.id, ...tense.facts.map((_, k) => labelOf(tense, k))]),
  elevation: () => 0.98,
  beats: BEATS,
  layout,
  points: readPoints,
  draw: (places, { t, palette, label }) => {
    const { rows } = places;
    const tags = rows.flatMap((row) => row.tags);
    return {
      grains: allGrains(
        tags.flatMap((tag) => tagGrains(places, tag, BEATS.fall(t, tag.turn), palette)),
        palette,
      ),
      shapes: rows.flatMap((row) => [
        ...drawHead(places, row, label(row.tense.id), t, palette),
        ...row.tags.flatMap((tag) => drawTag(places, tag, label(tag.key), BEATS.fall(t, tag.turn), palette)),
      ]),
    };
  },
});
