import { range } from "d3-array";
import { mixRgb, type Rgb } from "../../lib/color.ts";
import { linearStep, smoothstep } from "../../lib/math.ts";
import { memoizeByKey } from "../../lib/memoize.ts";
import type { Box, Grain, Palette, Shape } from "../../model/picture.ts";
import { stagger } from "../../picture/beats.ts";
import { mapGrains } from "../../picture/grains.ts";
import { pathMark, ruleMark, textMark } from "../../picture/marks.ts";
import { hatchPath, polygon } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { tagPath } from "../props/tag.ts";
import {
  AROUND,
  BEFORE,
  holeOf,
  labelOf,
  layoutTenses,
  readTags,
  type Row,
  type Tag,
  type Tense,
  TENSES,
  type TensesLayout,
} from "./tenses-layout.ts";

const BEATS = {
  fall: stagger(0.02, 0, 0.3, smoothstep),
  count: stagger(0.14, 0.1, 0.3),
};

function colourOf({ id }: Tense, { textRed, textEmber, ink }: Palette): Rgb {
  return id === "problem" ? textRed : id === "demand" ? ink : textEmber;
}

/** A tag's grains lie in its line before it falls into place from above, by half its height. */
function droppedBy({ height }: Box, fallen: number): number {
  return (1 - fallen) * height * -0.5;
}

/** Writes a count up to ten in characters: figures belong to facts, and this is the count of tags beside it. */
function inHan(count: number): string {
  return "零一二三四五六七八九十".charAt(count);
}

function drawHead(places: TensesLayout, row: Row, text: string, t: number, palette: Palette): readonly Shape[] {
  const { note, apart } = places;
  const { tense, index, x, y, width, height } = row;
  // A row of one line has the name beside the count.
  const aside = height < places.numeral + note;
  const numeral = aside ? Math.min(places.numeral, places.aside) : places.numeral;
  const base = y + numeral * 0.82;
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
      x: aside ? x + numeral * 1.1 : x,
      y: aside ? base - numeral * 0.06 : base + numeral * 0.16 + note * 0.92,
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
function drawTag(places: TensesLayout, tag: Tag, text: string, fallen: number, palette: Palette): readonly Shape[] {
  const { type, grain } = places;
  const { tense, key, fact, x, width, height } = tag;
  const colour = colourOf(tense, palette);
  const dropped = droppedBy(tag, fallen);
  const y = tag.y + dropped;
  const hole = holeOf(places, tag);
  const opacity = linearStep(fallen, 0.3, 0.9);
  const bold = Math.max(1, type * 0.07);
  const outline = pathMark({
    key: `tenses:tag:${key}`,
    d: tagPath(x, y, width, height),
    fill: tense.id === "formed" ? colour : null,
    stroke: colour,
    strokeWidth: tense.id === "problem" ? bold * 1.6 : bold,
    dash: tense.id === "goal" ? `${(bold * 3.2).toFixed(1)} ${(bold * 2.6).toFixed(1)}` : undefined,
    layer: "back",
    opacity,
  });
  const point = height * 0.36;
  const hatched = pathMark({
    key: `tenses:tag:${key}:tone`,
    d: tonePath(x + point, tag.y + 0.6, width - point - 0.6, height - 1.2, Math.max(4, type * 0.28)),
    stroke: mixRgb(palette.background, palette.ember, 0.36),
    strokeWidth: 1,
    layer: "back",
    opacity: fallen === 1 ? 1 : 0,
  });
  const reach = grain * 4.6;
  const diamond = pathMark({
    key: `tenses:diamond:${key}`,
    d: polygon([
      { x: hole.x, y: hole.y + dropped - reach },
      { x: hole.x + reach, y: hole.y + dropped },
      { x: hole.x, y: hole.y + dropped + reach },
      { x: hole.x - reach, y: hole.y + dropped },
    ]),
    stroke: colour,
    strokeWidth: bold,
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
  return [outline, ...(tense.id === "moving" ? [hatched] : []), ...(tense.id === "problem" ? [diamond] : []), word];
}

/** The hole of a tag is a rosette of its grains. */
function tagGrains(places: TensesLayout, tag: Tag, fallen: number, palette: Palette): readonly Grain[] {
  const { grain: r } = places;
  const { tense } = tag;
  const colour = colourOf(tense, palette);
  const fill = tense.id === "formed" ? mixRgb(colour, palette.background, fallen) : colour;
  const hole = holeOf(places, tag);
  const y = hole.y + droppedBy(tag, fallen);
  const around = range(AROUND).map((n): Grain => {
    const angle = (2 * Math.PI * (n - 1)) / AROUND + Math.PI;
    return {
      x: hole.x + 2.2 * r * Math.cos(angle),
      y: y + 2.2 * r * Math.sin(angle),
      r,
      fill,
      opacity: 0.99,
      hollow: n < AROUND - tense.hollow ? 0 : 1,
    };
  });
  return [{ x: hole.x, y, r, fill, opacity: 1, hollow: tense.hollow > 0 ? 1 : 0 }, ...around];
}

function allGrains(hung: readonly Grain[], { muted }: Palette): readonly Grain[] {
  const { x, y, r, fill, hollow } = hung.at(-1) ?? { x: 0, y: 0, r: 1, fill: muted, hollow: 0 };
  return mapGrains((index) => hung[index] ?? { x, y, r, fill, opacity: 0, hollow });
}

/**
 * A board of equal tags as at a pithead: the things that he names hang under the tense in which he speaks of them,
 * counted first, with the same number of grains to each.
 */
export const tenses = defineScene({
  labels: TENSES.flatMap((tense) => [tense.id, ...tense.facts.map((_, k) => labelOf(tense, k))]),
  elevation: () => 0.98,
  beats: BEATS,
  layout: layoutTenses,
  points: readTags,
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
