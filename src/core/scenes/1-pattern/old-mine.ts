import { min, range } from "d3-array";
import { type ScaleLinear, scaleLinear } from "d3-scale";
import { linearStep, smoothstep } from "../../lib/math.ts";
import type { SceneContext, Shape } from "../../model/picture.ts";
import { beat } from "../../picture/beats.ts";
import { paragraphMarks, rectMark, ruleMark, textMark } from "../../picture/marks.ts";
import { drawNumeral, numeralWidth } from "../../picture/numeral.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { cageHeight, shaftHalf } from "../props/headframe.ts";
import { drawMine, headframeHeight, mixLand, placeShaft } from "../props/mine.ts";
import { type Land, seamBand, seamTop, surfaceY } from "../props/strata.ts";
import { type Layout, layout, MARK, PERSON, RISE, RUNG } from "./old-mine-layout.ts";

const BEATS = {
  sink: beat(0, 1, smoothstep),
  // The words at the mouth leave before the title covers the headframe.
  surface: beat(0.3, 0.06),
  here: beat(0.18, 0.28),
};

interface View {
  readonly x: number;
  readonly half: number;
  /** From metres to px. */
  readonly y: ScaleLinear<number, number>;
  readonly depth: number;
  readonly land: Land;
  readonly opacity: (y: number) => number;
}

/** Draws the ruler along the shaft or, where the names leave room, as a staff of rungs at the stage's left edge. */
function drawRuler({ note, deepest, staff }: Layout, { x, half, y, opacity }: View, { box, palette }: SceneContext) {
  const type = staff ? note * 1.5 : note;
  const [from, to] = staff ? [box.x, box.x + type * RUNG] : [x + half + 2, x + half + MARK];
  const rungs = staff ? y.ticks(40) : y.ticks(8);
  return rungs.flatMap((metres): readonly Shape[] => {
    if (metres === 0 || metres > deepest - 40) return [];
    const [at, long] = [y(metres), metres % 100 === 0];
    const rule = { x1: from, x2: long ? to : from + type, y1: at, y2: at, opacity: opacity(at) };
    const mark = ruleMark({ key: `shaft:mark:${metres}`, ...rule, stroke: long ? palette.muted : palette.line });
    if (!long) return [mark];
    return [
      mark,
      textMark({
        key: `shaft:depth:${metres}`,
        text: String(metres),
        ...(staff
          ? { x: to, y: at - type * 0.4, anchor: "end", face: "song" }
          : { x: to + 4, y: at, baseline: "middle" }),
        size: type,
        fill: palette.muted,
        role: "axis",
        opacity: opacity(at),
      }),
    ];
  });
}

/** Writes each place's name on the wall once the cage, with its own words, has passed it. */
function drawNames({ names }: Layout, { x, half, y, depth, opacity }: View, { palette, label }: SceneContext) {
  return names.flatMap(({ id, type, depth: hung, shownFrom }): readonly Shape[] => {
    const [from, middle] = [x - half - 3, y(hung)];
    const shown = linearStep(depth, shownFrom, shownFrom + RISE) * opacity(middle);
    return [
      ruleMark({
        key: `shaft:name:${id}:mark`,
        opacity: shown,
        x1: from,
        x2: from - 12,
        y1: middle,
        y2: middle,
        stroke: palette.ember,
        strokeWidth: 1.6,
      }),
      textMark({
        key: `shaft:name:${id}`,
        opacity: shown,
        text: label(id),
        x: from - 19,
        y: middle,
        baseline: "middle",
        size: type,
        face: "song",
        anchor: "end",
        fill: id === "district" ? palette.textEmber : palette.ink,
      }),
    ];
  });
}

/** Says beside the cage how deep its floor hangs, over the seam when the cage is down. */
function drawDepth(
  { numeral, note: small, staff, unitText }: Layout,
  { x, half, y, depth, land }: View,
  at: SceneContext,
) {
  const { t, size, palette, label } = at;
  const note = staff ? small * 1.4 : small;
  const opacity = BEATS.here(t);
  const text = `${Math.round(depth)}${unitText}`;
  const width = numeralWidth(text, numeral);
  const right = x - half - 10;
  const left = right - width - note * 0.7 - textWidth(label("here"), note);
  const roof = min(range(left, right, 12), (place) => seamTop(place, land, size)) ?? y(depth);
  const floor = Math.min(y(depth), roof - note * 0.5);
  const baseline = floor - Math.max(4, numeral * 0.1);
  const inks = { loud: palette.ink, quiet: palette.ink };
  return [
    ruleMark({
      key: "shaft:here:line",
      opacity,
      x1: right - width,
      x2: x - half,
      y1: floor,
      y2: floor,
      stroke: palette.red,
      strokeWidth: 1.6,
    }),
    ...drawNumeral("shaft:here", text, [right - width, baseline], numeral, inks, opacity),
    textMark({
      key: "shaft:here:name",
      opacity,
      text: label("here"),
      x: right - width - note * 0.7,
      y: baseline,
      size: note,
      anchor: "end",
      fill: palette.textRed,
    }),
  ];
}

/** Names the mine at the mouth of its shaft, beside a person as small as the scale makes one. */
function drawSurface({ note, unit, staff }: Layout, { x, land }: View, at: SceneContext): readonly Shape[] {
  const { t, size, box, palette, label } = at;
  const opacity = BEATS.surface(t);
  const [stands, type] = [x + headframeHeight(size) * 0.17 + note * 0.75, typeSize(size, "display")];
  const ground = surfaceY(stands, land, size);
  const left = box.x + (staff ? note * 1.5 * (RUNG + 1) : 0);
  const sign = surfaceY(left, land, size) + type * 2.6;
  const tall = PERSON * unit;
  return [
    textMark({
      key: "shaft:mine",
      opacity,
      text: label("mine"),
      x: left,
      y: sign,
      size: type * 1.25,
      face: "song",
      fill: palette.ink,
    }),
    textMark({
      key: "shaft:opened",
      opacity,
      text: label("opened"),
      x: left,
      y: sign + type * 1.5,
      size: note,
      fill: palette.textEmber,
    }),
    rectMark({
      key: "shaft:person",
      opacity,
      x: stands - 0.6,
      y: ground - tall,
      width: 1.2,
      height: tall,
      fill: palette.ink,
      strokeWidth: 0,
    }),
    ruleMark({
      key: "shaft:person:line",
      opacity,
      x1: stands,
      x2: stands,
      y1: ground - tall - 3,
      y2: ground - tall - note,
      stroke: palette.muted,
    }),
    textMark({
      key: "shaft:person:name",
      opacity,
      text: label("person"),
      x: stands,
      y: ground - tall - note * 1.3,
      size: note,
      anchor: "middle",
      fill: palette.ink,
    }),
  ];
}

function viewAt(places: Layout, { t, size, box }: SceneContext): View {
  const sunk = BEATS.sink(t);
  const land = mixLand(places.start, places.end, sunk);
  const { x, mouth, bottom, height } = placeShaft(land, size);
  const [foot, fade] = [box.y + box.height, places.note * 1.6];
  return {
    x,
    half: shaftHalf(height),
    y: scaleLinear([0, places.deepest], [mouth, bottom]),
    depth: places.deepest * sunk,
    land,
    // Marks fade before they reach the title or the source line.
    opacity: (y) =>
      Math.min(linearStep(y, box.y + fade * 0.5, box.y + fade * 1.3), linearStep(y, foot - fade * 2, foot - fade * 3)),
  };
}

/** Draws the source line, which makes way while the seam passes. */
function drawSource({ note, source }: Layout, { land }: View, { box, size, palette }: SceneContext): readonly Shape[] {
  const [roof, floor] = seamBand(box.x, land, size);
  const [top, foot] = [source.y - note, source.y + note * 1.3 * (source.lines.length - 1)];
  const apart = Math.max(roof - foot, top - floor);
  return paragraphMarks({
    key: "shaft:source",
    lines: source.lines,
    x: box.x,
    y: source.y,
    leading: note * 1.3,
    size: note,
    fill: palette.muted,
    role: "note",
    opacity: linearStep(apart, note * 0.2, note * 1.4),
  });
}

/** The shaft to scale: the view sinks with the cage, which says how deep it hangs, past three nested place names. */
export const oldMine = defineScene({
  labels: ["mine", "opened", "person", "here", "province", "city", "district", "source"],
  facts: ["mine-depth", "mine-opened"],
  elevation: () => 0,
  beats: BEATS,
  layout,
  draw(places, at) {
    const { size, box } = at;
    const view = viewAt(places, at);
    const { x, y, depth, land } = view;
    const height = headframeHeight(size);
    const cage = cageHeight(height);
    const [mouth, floor, bottom] = [y(0), y(depth), y(places.deepest)];
    // The headframe fades before it reaches the title.
    const headframeOpacity = linearStep(surfaceY(x, land, size), box.y + 0.5 * height, box.y + height);
    const { grains, shapes } = drawMine(at, land, (floor - cage - mouth) / (bottom - cage - mouth), headframeOpacity);
    // Until the seam comes into view its grains wait below the stage: from the cover they need not go all the way.
    const waiting = Math.max(0, seamTop(x, land, size) - size.height - 40);
    return {
      grains: waiting === 0 ? grains : grains.map((grain) => ({ ...grain, y: grain.y - waiting })),
      shapes: [
        ...shapes,
        ...drawRuler(places, view, at),
        ...drawNames(places, view, at),
        ...drawSurface(places, view, at),
        ...drawDepth(places, view, at),
        ...drawSource(places, view, at),
      ],
    };
  },
});
