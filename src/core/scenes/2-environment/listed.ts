import { mixRgb, type Rgb } from "../../lib/color.ts";
import { lerp, smoothstep } from "../../lib/math.ts";
import type { Box, Grain, LayoutContext, Palette, Point, Shape } from "../../model/picture.ts";
import { beat } from "../../picture/beats.ts";
import { jitteredRadius, mapGrains } from "../../picture/grains.ts";
import { GROUP_SIZE, groupOf, rankInGroup } from "../groups.ts";
import { pathMark, textMark, withOpacity } from "../../picture/marks.ts";
import { polygon, polyline, segments } from "../../picture/path.ts";
import { scaleLinear } from "../../picture/scale.ts";
import { defineScene } from "../../picture/scene.ts";
import { fitFontSize, textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { drawPlaque, frameWidth, studPlaces } from "./listed-plaque.ts";

const PER_LINE = 10;
const LINES = GROUP_SIZE / PER_LINE;

const PLAQUE_ASPECT = 1.4;
const UNKNOWN_TYPE = 2.6;
const WHITE: Rgb = [255, 255, 255];

/** Each thing is lowered from its rail; its words follow. */
const BEATS = {
  report: beat(0.08, 0.34),
  reportName: beat(0.18, 0.34),
  first: beat(0.34, 0.6),
  firstName: beat(0.44, 0.6),
  again: beat(0.58, 0.84),
  againName: beat(0.68, 0.84),
};

interface Rail {
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

interface PlacedText extends Point {
  readonly text: string;
  readonly size: number;
}

type Plaque = ReturnType<typeof layPlaque>;

function layPlaque(key: "first" | "again", box: Box, rail: Rail, label: LayoutContext["label"]) {
  const [name, scale] = [label(key), label("scale")];
  const room = box.width - 2.9 * frameWidth(box);
  const nameSize = fitFontSize(name, room * 0.94, box.height * 0.34, 20);
  const scaleSize = fitFontSize(scale, room, box.height * 0.15, 11);
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  // A closing quotation mark ends in half an em of space, so the line is shifted.
  const shift = scale.endsWith("”") ? scaleSize / 4 : 0;
  return {
    key,
    box,
    nail: { x, y: rail.y },
    name: { text: name, x, y: y - scaleSize * 0.72, size: nameSize },
    scale: { text: scale, x: x + shift, y: y + nameSize * 0.52 + scaleSize * 0.58, size: scaleSize },
    studs: studPlaces(GROUP_SIZE, box),
  };
}

function layout({ box, size, fact, label }: LayoutContext) {
  const type = typeSize(size, "label");
  const firstYear = fact("listed-first").value ?? 0;
  const lastYear = Number.parseInt(fact("report-half").text, 10);
  const years = lastYear - firstYear + 1;

  const sideBySide = box.width > box.height * 1.4;
  const row = sideBySide ? box.height : box.height / 2;
  const height = sideBySide ? Math.min(row * 0.52, box.width * 0.236) : Math.min(row * 0.68, box.width * 0.36);
  const width = height * PLAQUE_ASPECT;
  const cord = sideBySide ? row * 0.17 : (row - height) * 0.52;
  const railWidth = sideBySide ? box.width - width - type * 2.6 : box.width;
  const railY = box.y + (sideBySide ? (row - cord - height - type * 3) * 0.5 : type * 0.6);
  const rail: Rail = { y: railY, from: box.x, to: box.x + railWidth };

  // The first plaque hangs from the middle of its year. The year begins with the box unless the plaque is wider.
  const year = Math.min(railWidth / years, (railWidth - width / 2) / (years - 0.5));
  const start = box.x + Math.max(0, width - year) / 2;
  const x = scaleLinear([firstYear, lastYear + 1], [start, start + years * year]);
  const first: Box = { x: x(firstYear + 0.5) - width / 2, y: rail.y + cord, width, height };

  const blankY = sideBySide ? rail.y : rail.y + row;
  const again: Box = { ...first, x: box.x + box.width - width, y: blankY + cord };
  const blank: Rail = { y: blankY, from: sideBySide ? again.x : box.x, to: box.x + box.width };

  const pin = x(lastYear + 0.25);
  const page: Box = {
    x: pin - height * 0.39,
    y: rail.y + cord * 0.62,
    width: height * 0.78,
    height: sideBySide ? height + cord * 0.38 + 3 : Math.min(height * 0.96, row - cord * 0.62 - type * 3.8),
  };
  const report = label("report");
  const captionWidth = 2 * Math.min(rail.to - pin, pin - first.x - first.width - type * 0.4);
  const lines = textWidth(report, type) > captionWidth ? report.split(/(?<=，)/u) : [report];
  const below = page.y + page.height + type * 1.5;

  const unknown = label("unknown-year");
  const space = sideBySide
    ? { x: again.x + width / 2, y: again.y + height + type * 2.3, width: width * 0.86 }
    : { x: (box.x + again.x) / 2, y: again.y + height * 0.5, width: (again.x - box.x) * 0.76 };
  return {
    firstYear,
    lastYear,
    rail,
    x,
    first: layPlaque("first", first, rail, label),
    page,
    pin,
    caption: lines.map((text, k): PlacedText => ({ text, x: pin, y: below + k * type * 1.35, size: type })),
    blank,
    again: layPlaque("again", again, blank, label),
    unknown: {
      text: unknown,
      x: space.x,
      y: space.y,
      size: fitFontSize(unknown, space.width, type * UNKNOWN_TYPE, 12),
    },
    drop: height * 0.14,
  };
}

type Layout = ReturnType<typeof layout>;

function horizontal(y: number, from: number, to: number): string {
  return polyline([
    { x: from, y },
    { x: to, y },
  ]);
}

function drawRails({ rail, x, blank, firstYear, lastYear }: Layout, t: number, palette: Palette): readonly Shape[] {
  const { ink, muted, red } = palette;
  const ticks = x.ticks(1).map(
    (year) =>
      [
        { x: x(year), y: rail.y - 5 },
        { x: x(year), y: rail.y + 5 },
      ] as const,
  );
  return [
    pathMark({
      key: "listings:rail",
      layer: "back",
      d: horizontal(rail.y, rail.from, rail.to),
      stroke: ink,
      strokeWidth: 1.6,
    }),
    pathMark({ key: "listings:ticks", layer: "back", d: segments(ticks), stroke: ink, strokeWidth: 1.4 }),
    pathMark({
      key: "listings:year",
      layer: "back",
      d: horizontal(rail.y, x(firstYear), x(firstYear + 1)),
      stroke: red,
      strokeWidth: 4.5,
      opacity: BEATS.first(t),
    }),
    pathMark({
      key: "listings:half",
      layer: "back",
      d: horizontal(rail.y, x(lastYear), x(lastYear + 0.5)),
      stroke: ink,
      strokeWidth: 4.5,
      opacity: BEATS.report(t),
    }),
    pathMark({
      key: "listings:bare",
      layer: "back",
      d: horizontal(blank.y, blank.from, blank.to),
      stroke: muted,
      strokeWidth: 1.6,
      dash: "2 6",
      opacity: BEATS.again(t),
    }),
  ];
}

function drawNamedPlaque(
  { key, box, nail, name, scale }: Plaque,
  lift: number,
  presence: number,
  named: number,
  palette: Palette,
): readonly Shape[] {
  const line = ({ y, ...rest }: PlacedText) => ({ ...rest, y: y - lift, anchor: "middle", opacity: named }) as const;
  return [
    ...drawPlaque(`listings:${key}`, { ...box, y: box.y - lift }, nail, palette).map((path) =>
      withOpacity(path, presence),
    ),
    textMark({
      key: `listings:${key}:name`,
      ...line(name),
      baseline: "middle",
      fill: palette.textRed,
      face: "song",
      role: "value",
    }),
    textMark({ key: `listings:${key}:scale`, ...line(scale), fill: palette.ink }),
  ];
}

function drawPage({ rail, page, pin, caption }: Layout, lift: number, t: number, palette: Palette): readonly Shape[] {
  const [left, top] = [page.x, page.y - lift];
  const [right, bottom] = [left + page.width, top + page.height];
  const fold = page.width * 0.2;
  const [foldTop, foldSide] = [
    { x: right - fold, y: top },
    { x: right, y: top + fold },
  ];
  const outline = polygon([{ x: left, y: top }, foldTop, foldSide, { x: right, y: bottom }, { x: left, y: bottom }]);
  const corner = polyline([foldTop, { x: right - fold, y: top + fold }, foldSide]);
  const [stroke, opacity] = [palette.ink, BEATS.report(t)];
  return [
    pathMark({
      key: "listings:pin",
      layer: "back",
      d: polyline([
        { x: pin, y: rail.y },
        { x: pin, y: top },
      ]),
      stroke,
      strokeWidth: 1.2,
      opacity,
    }),
    pathMark({
      key: "listings:sheet",
      layer: "back",
      d: outline + corner,
      fill: mixRgb(palette.background, WHITE, 0.18),
      stroke,
      strokeWidth: 1.3,
      opacity,
    }),
    pathMark({
      key: "listings:heading",
      layer: "back",
      d: horizontal(top + page.height * 0.12, left + page.width * 0.13, left + page.width * 0.62),
      stroke,
      strokeWidth: page.height * 0.035,
      opacity,
    }),
    ...caption.map((line, k) =>
      textMark({
        key: `listings:report:${k}`,
        ...line,
        fill: palette.ink,
        anchor: "middle",
        opacity: BEATS.reportName(t),
      }),
    ),
  ];
}

interface Presence {
  /** Height above its place, px, and share of its colour. */
  readonly lift: number;
  readonly lit: number;
}

function drawGrains(
  { first, again, page }: Layout,
  moment: Readonly<Record<"first" | "report" | "again", Presence>>,
  palette: Palette,
): readonly Grain[] {
  const print = mixRgb(palette.background, palette.ink, 0.86);
  const column = scaleLinear([0, PER_LINE], [page.x + page.width * 0.11, page.x + page.width * 0.89]);
  const line = scaleLinear([0, LINES], [page.y + page.height * 0.19, page.y + page.height * 0.93]);
  const letter = Math.min(column(1) - column(0), line(1) - line(0)) * 0.36;
  const onFrame = ({ studs, key }: Plaque) => {
    const { lift, lit } = moment[key];
    const fill = mixRgb(palette.muted, palette.ember, lit);
    return (index: number): Grain => {
      const { x, y } = studs.places[rankInGroup(index)] ?? page;
      return { x, y: y - lift, r: jitteredRadius(index, studs.r), fill, opacity: 1, hollow: 0 };
    };
  };
  const ink = mixRgb(palette.muted, print, moment.report.lit);
  const onPage = (index: number): Grain => {
    const rank = rankInGroup(index);
    return {
      x: column((rank % PER_LINE) + 0.5),
      y: line(Math.floor(rank / PER_LINE) + 0.5) - moment.report.lift,
      r: jitteredRadius(index, letter),
      fill: ink,
      opacity: 1,
      hollow: 0,
    };
  };
  const grainOf = { industry: onFrame(first), services: onPage, rural: onFrame(again) };
  return mapGrains((index) => grainOf[groupOf(index)](index));
}

/**
 * A rail of whole years: one plaque hangs in its year, a printed page in its half-year. A second plaque hangs off the
 * scale, since its year is not given.
 */
export const listed = defineScene({
  labels: ["first", "again", "unknown-year", "report", "scale"],
  facts: ["listed-first", "report-half"],
  elevation: () => 0.88,
  beats: BEATS,
  layout,
  draw(places, { t, palette }) {
    const at = (lit: number): Presence => ({ lit, lift: lerp(places.drop, 0, smoothstep(lit)) });
    const moment = { first: at(BEATS.first(t)), report: at(BEATS.report(t)), again: at(BEATS.again(t)) };
    const { first, again, report } = moment;
    return {
      grains: drawGrains(places, moment, palette),
      shapes: [
        ...drawRails(places, t, palette),
        ...drawNamedPlaque(places.first, first.lift, first.lit, BEATS.firstName(t), palette),
        ...drawNamedPlaque(places.again, again.lift, again.lit, BEATS.againName(t), palette),
        ...drawPage(places, report.lift, t, palette),
        textMark({
          key: "listings:unknown",
          ...places.unknown,
          fill: palette.ink,
          anchor: "middle",
          face: "song",
          role: "note",
          opacity: BEATS.againName(t),
        }),
      ],
    };
  },
});
