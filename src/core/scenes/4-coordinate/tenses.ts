import { cumsum, max, range, sum } from "d3-array";
import { mixRgb, type Rgb } from "../../lib/color.ts";
import { lerp, linearStep, smoothstep } from "../../lib/math.ts";
import { memoizeByKey } from "../../lib/memoize.ts";
import type { Box, Grain, LayoutContext, Palette, Point, Shape } from "../../model/picture.ts";
import { stagger } from "../../picture/beats.ts";
import { mapGrains } from "../../picture/grains.ts";
import { pathMark, ruleMark, textMark } from "../../picture/marks.ts";
import { halfCircle, hatchPath, polygon } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { tagPath } from "../props/tag.ts";

interface Tense {
  readonly id: "formed" | "moving" | "goal" | "problem";
  /** Hollowness of the grains under its tags: what is hoped or under way is not filled. */
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
    facts: [
      "industry-part",
      "services-base",
      "one-five-ten",
      "digital-anyuan",
      "mine-model",
      "tourism-deep",
      "special-action",
      "chain-lead",
    ],
  },
  {
    id: "goal",
    hollow: 1,
    facts: ["third-leg", "valleys-soon", "model-zone", "win-win", "fusion", "village-town"],
  },
  { id: "problem", hollow: 0, facts: ["imbalance", "three-periods", "alarm"] },
];

function labelOf({ id }: Tense, k: number): string {
  return `${id}-${"abcdefgh".charAt(k)}`;
}

const STRUNG = 9;

// Room before and after a tag's word and between columns, and size of headings, em. HEAD and APART are in rows.
const [BEFORE, AFTER] = [1.45, 0.65];
const BETWEEN = 0.8;
const HEADING = 1.1;
const [HEAD, APART] = [1.3, 0.55];
const GUTTER = 10;

const BEATS = {
  fall: stagger(0.026, 0, 0.32, smoothstep),
};

interface Tag extends Box {
  readonly tense: Tense;
  readonly key: string;
  readonly fact: string;
  readonly turn: number;
  /** Its part of the string under the heading, where its grains hang before they fall. */
  readonly string: { readonly from: number; readonly to: number; readonly y: number };
}

interface Block {
  readonly tense: Tense;
  readonly x: number;
  readonly y: number;
  readonly end: number;
  readonly tags: readonly Tag[];
}

function layout({ size, box, label }: LayoutContext) {
  const widths = TENSES.map(
    (tense) => BEFORE + AFTER + (max(tense.facts, (_, k) => textWidth(label(labelOf(tense, k)), 1)) ?? 0),
  );
  const em = sum(widths) + BETWEEN * (TENSES.length - 1);
  const wide = box.width > Math.max(box.height, 11.5 * em);
  const rowsAbove = (c: number): number => {
    const above = wide ? undefined : TENSES[c - 2];
    return above === undefined ? 0 : HEAD + APART + above.facts.length;
  };
  const rows = max(TENSES, ({ facts }, c) => rowsAbove(c) + HEAD + facts.length) ?? 0;
  const pitch = box.height / rows;
  const half = (box.width - GUTTER) / 2;
  const fitted = wide ? box.width / em : half / (max(widths) ?? 1);
  const type = Math.max(11, Math.min(typeSize(size, "label"), pitch * 0.69, fitted));
  const lead = Math.min(pitch, type * 4.4);
  const height = Math.min(lead * 0.8, type * 2.25);
  const spare = (box.width - em * type) / TENSES.length;
  const top = box.y + (box.height - lead * rows) * 0.3;
  const lefts = [0, ...cumsum(widths, (width) => (width + BETWEEN) * type + spare)];
  const before = [0, ...cumsum(TENSES, ({ facts }) => facts.length)];
  const blocks = TENSES.map((tense, c): Block => {
    const count = tense.facts.length;
    const width = wide ? (widths[c] ?? 0) * type + spare : half;
    const x = box.x + (wide ? (lefts[c] ?? 0) : (c % 2) * (half + GUTTER));
    const first = top + lead * (rowsAbove(c) + HEAD);
    const y = first - Math.max(lead * 0.35, type * 0.5);
    const tags = tense.facts.map((fact, k): Tag => ({
      tense,
      key: labelOf(tense, k),
      fact,
      // The lowest tags settle first, so that nothing falls across a label already read.
      turn: (before[c] ?? 0) + count - 1 - k,
      string: { from: x + (width * k) / count, to: x + (width * (k + 1)) / count, y: y + type * 0.5 },
      x,
      y: first + lead * (k - 0.06),
      width,
      height,
    }));
    return { tense, x, y, end: x + width, tags };
  });
  return { type, blocks, hole: Math.min(type * 0.3, height * 0.28) };
}

type Layout = ReturnType<typeof layout>;

function colourOf({ id }: Tense, { textRed, textEmber }: Palette): Rgb {
  return id === "problem" ? textRed : textEmber;
}

function holeOf({ type }: Layout, { string, x, y, height }: Tag, fallen: number): Point {
  return { x: lerp(string.from, x + type * 0.85, fallen), y: lerp(string.y, y + height / 2, fallen) };
}

function drawHeading({ type }: Layout, { tense, x, y, end }: Block, text: string, palette: Palette): readonly Shape[] {
  const size = type * HEADING;
  const middle = y - size / 3;
  return [
    textMark({
      key: `tenses:${tense.id}`,
      text,
      x,
      y,
      size,
      fill: tense.id === "problem" ? palette.textRed : palette.ink,
      face: "song",
    }),
    ruleMark({
      key: `tenses:rule:${tense.id}`,
      x1: x + textWidth(text, size) + type * 0.5,
      y1: middle,
      x2: end,
      y2: middle,
      stroke: palette.muted,
      strokeWidth: 0.9,
      layer: "back",
    }),
  ];
}

/** Returns the hatching of a tag; cached, because it takes longer than the rest of a frame. */
const tonePath = memoizeByKey(
  (x: number, y: number, width: number, height: number, pitch: number) => hatchPath({ x, y, width, height }, pitch),
  32,
);

/** Draws a tag in the manner of its tense: filled, hatched with a half-filled hole, dashed, or with a red diamond. */
function drawTag(places: Layout, tag: Tag, text: string, fallen: number, palette: Palette): readonly Shape[] {
  const { type, hole: r } = places;
  const { tense, key, fact, x, y, width, height } = tag;
  const colour = colourOf(tense, palette);
  const hole = holeOf(places, tag, fallen);
  const opacity = linearStep(fallen, 0.45, 0.9);
  // Close rows get fine lines, so that the words stand out.
  const close = height < type * 1.25;
  const outline = pathMark({
    key: `tenses:tag:${key}`,
    d: tagPath(x, y, width, height),
    fill: tense.id === "formed" ? colour : null,
    stroke: colour,
    strokeWidth: close ? 0.7 : 1.2,
    dash: tense.id === "goal" ? "4 3" : undefined,
    layer: "back",
    opacity,
  });
  const point = height * 0.36;
  const hatched = [
    pathMark({
      key: `tenses:tag:${key}:tone`,
      d: tonePath(x + point, y + 0.6, width - point - 0.6, height - 1.2, close ? 5 : 3.4),
      stroke: mixRgb(palette.background, palette.ember, 0.42),
      strokeWidth: close ? 0.9 : 1.3,
      layer: "back",
      opacity,
    }),
    pathMark({
      key: `tenses:half:${key}`,
      d: `${halfCircle({ x: hole.x, y: hole.y - r }, { x: hole.x, y: hole.y + r }, false)}Z`,
      fill: colour,
      strokeWidth: 0,
    }),
  ];
  const reach = r * 1.3;
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
  });
  const word = textMark({
    key: `tenses:item:${key}`,
    text,
    x: x + BEFORE * type,
    y: y + height / 2,
    baseline: "middle",
    size: type,
    fill: { formed: palette.background, moving: palette.ink, goal: palette.ink, problem: palette.textRed }[tense.id],
    opacity: linearStep(fallen, 0.6, 1),
    fact,
  });
  return [outline, ...(tense.id === "moving" ? hatched : []), ...(tense.id === "problem" ? [diamond] : []), word];
}

function tagGrains(places: Layout, tag: Tag, fallen: number, palette: Palette): readonly Grain[] {
  const { tense, string, x, y, width, height } = tag;
  const colour = colourOf(tense, palette);
  const bead = Math.min(2.6, Math.max(1.05, height * 0.085));
  const { x: holeX, y: holeY } = holeOf(places, tag, fallen);
  const hole: Grain = {
    x: holeX,
    y: holeY,
    r: tense.id === "problem" ? places.hole * 0.5 : places.hole,
    fill: tense.id === "formed" ? mixRgb(colour, palette.background, fallen) : colour,
    opacity: 1,
    hollow: Math.ceil(tense.hollow),
  };
  const beads = range(1, STRUNG + 1).map((n): Grain => {
    const under = x + height * 0.34 + ((width - height * 0.5) * (n - 0.5)) / STRUNG;
    return {
      x: lerp(lerp(string.from, string.to, n / (STRUNG + 1)), under, fallen),
      y: lerp(string.y, y + height + bead * 0.6, fallen),
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

/**
 * A board of tags as at a pithead: everything met so far hangs under the tense that the speaker used, with the same
 * number of grains under each tag.
 */
export const tenses = defineScene({
  labels: TENSES.flatMap((tense) => [tense.id, ...tense.facts.map((_, k) => labelOf(tense, k))]),
  elevation: () => 1,
  beats: BEATS,
  layout,
  draw: (places, { t, palette, label }) => {
    const { blocks } = places;
    const tags = blocks.flatMap((block) => block.tags);
    return {
      grains: allGrains(
        tags.flatMap((tag) => tagGrains(places, tag, BEATS.fall(t, tag.turn), palette)),
        palette,
      ),
      shapes: blocks.flatMap((block) => [
        ...drawHeading(places, block, label(block.tense.id), palette),
        ...block.tags.flatMap((tag) => drawTag(places, tag, label(tag.key), BEATS.fall(t, tag.turn), palette)),
      ]),
    };
  },
});
