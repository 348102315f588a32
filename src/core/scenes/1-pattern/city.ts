import { clamp, linearStep, smoothstep } from "../../lib/math.ts";
import type { LayoutContext, SceneContext, Shape } from "../../model/picture.ts";
import { beat } from "../../picture/beats.ts";
import { pathMark, ruleMark, textMark } from "../../picture/marks.ts";
import { drawNumeral, numeralWidth } from "../../picture/numeral.ts";
import { polyline } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { axis, marginWidth, pointer, sectorNames, yearTicks } from "../props/section/frame.ts";
import {
  type Column,
  columnOf,
  coreLeft,
  faultX,
  layoutSection,
  leftOf,
  peakOf,
  shareOf,
  SECTORS,
} from "../props/section/layout.ts";
import {
  type Dig,
  KNOWN,
  restated,
  restatedJoints,
  restatedPoint,
  sectionGrains,
  sectionRock,
  sectorTable,
  TWICE,
  yearPoints,
} from "../props/section/section.ts";
import { layoutScopeAndSource, scopeAndSource } from "../props/scope-and-source.ts";

const BEATS = {
  // Column by column from the left; the fault opens last.
  cut: beat(0, 0.62),
  open: beat(0.66, 0.84, smoothstep),
  bracket: beat(0.84, 1),
};

function layout({ size, box, fact, label }: LayoutContext) {
  const note = typeSize(size, "note");
  const numeral = clamp(box.height * 0.075, 18, 62);
  const { rows: ends, lines } = layoutScopeAndSource({ box, label }, note);
  const flag = ends.scope + note * (1.35 * (lines.scope.length - 1) + 0.5) + numeral * 0.86;
  const pass = flag + note * 1.45;
  const pair = ends.source - note * 1.75;
  const ticks = pair - numeral * 0.72 - note * 0.7;
  const [left, top] = [box.x + marginWidth(SECTORS.map(label), note), pass + note * 0.55];
  const right = box.x + box.width;
  const section = layoutSection(sectorTable(fact), {
    x: left,
    y: top,
    width: right - left,
    height: ticks - note * 1.05 - top,
  });
  return {
    note,
    numeral,
    section,
    right,
    rows: { ...ends, flag, pass, ticks, pair },
    lines,
    joints: restatedJoints(fact),
    known: section.columns.filter(({ year }) => year <= KNOWN).length,
    peak: peakOf(section, "secondary"),
    passed: section.columns.find(({ bands }) => shareOf(bands.tertiary) > shareOf(bands.secondary)),
    listed: columnOf(section, fact("listed-exhausted").value ?? 0),
    facts: {
      peak: fact("peak-share").text,
      first: fact("share-2015-first").text,
      restated: fact(restated("secondary")).text,
    },
  };
}

type Layout = ReturnType<typeof layout>;

function digAt({ known }: Layout, t: number): Dig {
  return { cut: BEATS.cut(t) * known, open: BEATS.open(t) };
}

/** Draws a word over the section that ends at a year's right edge, and a bar on that year. */
function yearFlag(
  { section, rows, note }: Layout,
  name: "listed" | "passed",
  { left }: Column,
  text: string,
  opacity: number,
  { palette }: SceneContext,
): readonly Shape[] {
  const loud = name === "passed";
  const right = left + section.pitch;
  return [
    textMark({
      key: `section:${name}`,
      text,
      x: right,
      y: rows.pass,
      size: note,
      anchor: "end",
      fill: loud ? palette.textEmber : palette.muted,
      opacity,
    }),
    ruleMark({
      key: `section:${name}:bar`,
      x1: left + 1,
      x2: right,
      y1: section.box.y - 2,
      y2: section.box.y - 2,
      stroke: loud ? palette.ember : palette.muted,
      strokeWidth: 3,
      opacity,
    }),
  ];
}

function drawFlags(places: Layout, at: SceneContext): readonly Shape[] {
  const { section, rows, note, known, peak, passed, listed } = places;
  const { t, palette, label } = at;
  const { cut, open } = digAt(places, t);
  const shown = (column: Column): number => {
    const k = section.columns.indexOf(column);
    return linearStep(cut, k, k + 1.5);
  };
  const unknown = section.columns[known];
  const interview = unknown === undefined ? section.edge : leftOf(section, unknown, open);
  return [
    ...yearFlag(places, "listed", listed, label("listed"), shown(listed), at),
    ...(peak === undefined ? [] : drawPeak(places, peak, shown(peak), at)),
    ...(passed === undefined ? [] : yearFlag(places, "passed", passed, label("passed"), shown(passed), at)),
    textMark({
      key: "section:recount",
      text: label("recount"),
      x: faultX(section, open),
      y: rows.flag,
      size: note,
      anchor: "middle",
      fill: palette.textRed,
    }),
    pointer("section:interview", interview, section.box.y - 2, note * 0.75, palette),
    textMark({
      key: "section:interview:name",
      text: label("interview"),
      x: interview + note * 0.6,
      y: rows.pass,
      size: note,
      fill: palette.ink,
    }),
  ];
}

function drawPeak(places: Layout, { left, bands }: Column, opacity: number, { palette, label }: SceneContext) {
  const { section, rows, numeral, note, facts } = places;
  const from = left - note * 0.5 - numeralWidth(facts.peak, numeral);
  const inks = { loud: palette.ink, quiet: palette.muted };
  const name = label("secondary");
  // Beside the pole, if it stays clear of the word at the fault, which moves to the right as the fault opens.
  const room = Math.min(faultX(section, 0), faultX(section, 1)) - textWidth(label("recount"), note) / 2 - left;
  const named = textWidth(name, note) + note < room;
  const words = { y: rows.flag, size: note, fill: palette.muted, opacity } as const;
  const pole = [
    { x: left, y: rows.flag - numeral * 0.72 },
    { x: left, y: section.y(bands.secondary.high) },
  ];
  return [
    pathMark({ key: "section:peak:pole", opacity, d: polyline(pole), stroke: palette.ink, strokeWidth: 1.2 }),
    textMark({ ...words, key: "section:peak:year", text: label("peak"), x: from - note * 0.4, anchor: "end" }),
    ...(named ? [textMark({ ...words, key: "section:peak:name", text: name, x: left + note * 0.4 })] : []),
    ...drawNumeral("section:peak", facts.peak, [from, rows.flag], numeral, inks, opacity),
  ];
}

function drawBracket(places: Layout, { t, palette, label }: SceneContext): readonly Shape[] {
  const { section, rows, note, numeral, facts, right } = places;
  const opacity = BEATS.bracket(t);
  const [from, to] = [columnOf(section, TWICE).left, coreLeft(section)].map((left) => left + section.pitch / 2);
  const [foot, low, size] = [section.box.y + section.box.height + 3, rows.ticks + note * 0.25, numeral * 0.78];
  const half = textWidth(label("twice"), note) / 2 + note * 0.4;
  const [first, second] = [facts.first, facts.restated].map((text) => numeralWidth(text, size));
  const middle = Math.min(((from ?? 0) + (to ?? 0)) / 2, right + 4 - half - (second ?? 0));
  const inks = { loud: palette.ink, quiet: palette.muted };
  const bracket = [
    { x: from ?? 0, y: foot },
    { x: from ?? 0, y: low },
    { x: to ?? 0, y: low },
    { x: to ?? 0, y: foot },
  ];
  return [
    pathMark({ key: "section:twice", opacity, d: polyline(bracket), stroke: palette.red, strokeWidth: 1.4 }),
    textMark({
      key: "section:twice:name",
      text: label("twice"),
      x: middle,
      y: rows.pair,
      size: note,
      anchor: "middle",
      fill: palette.textRed,
      opacity,
    }),
    ...drawNumeral("section:twice:first", facts.first, [middle - half - (first ?? 0), rows.pair], size, inks, opacity),
    ...drawNumeral("section:twice:restated", facts.restated, [middle + half, rows.pair], size, inks, opacity),
  ];
}

/**
 * The rock section of three sectors by year: a grain is a tenth of a year's value added. Nothing crosses the fault, at
 * which the books were changed; the year that both books give stands on either side.
 */
export const city = defineScene({
  labels: [...SECTORS, "scope", "listed", "peak", "passed", "recount", "interview", "twice", "unknown", "source"],
  facts: ["sectors", "listed-exhausted", "peak-share", "share-2015-first", ...SECTORS.map(restated)],
  tables: [{ fact: "sectors", columns: SECTORS, broken: true }],
  elevation: () => 0.14,
  beats: BEATS,
  layout,
  draw(places, at) {
    const { t, palette, box } = at;
    const { section, note, rows, joints } = places;
    const dig = digAt(places, t);
    return {
      grains: sectionGrains(section, dig, palette),
      shapes: [
        ...sectionRock("section", section, joints, dig, note * 1.3, palette),
        ...axis(section, "section:axis", note, palette),
        ...sectorNames(section, "section:name", note, at),
        ...yearTicks(section, TWICE, dig.open, rows.ticks, note, palette),
        ...drawFlags(places, at),
        ...drawBracket(places, at),
        ...scopeAndSource("section", places, box.x, palette),
      ],
    };
  },
  points(at) {
    const { section } = layout(at);
    const years = yearPoints(section, at, 1, at.label("unknown"));
    const before = section.columns.filter(({ after }) => !after).length;
    return [...years.slice(0, before), restatedPoint(section, at, at.label("recount")), ...years.slice(before)];
  },
});
