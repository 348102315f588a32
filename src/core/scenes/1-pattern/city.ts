import { mixRgb } from "../../lib/color.ts";
import { clamp, smoothstep } from "../../lib/math.ts";
import type { Box, LayoutContext, Palette, SceneContext, Shape, Size } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { stageMargin } from "../../picture/header.ts";
import { ruleMark, textMark } from "../../picture/marks.ts";
import { scaleLinear } from "../../picture/scale.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { workedSeam } from "../props/mine.ts";
import { type Land, strata } from "../props/strata.ts";
import { contextCard } from "./city-card.ts";
import { coreSlice, type Rock, type Slice } from "./city-drill-core.ts";

/** From the foot of a core up. */
const SECTORS = ["primary", "secondary", "tertiary"] as const;
type Sector = (typeof SECTORS)[number];

const CORES = [
  { year: "2015", name: "first-year" },
  { year: "2020", name: "last-year" },
] as const;
type Year = (typeof CORES)[number]["year"];

const factId = (year: Year, sector: Sector): string => `sector-${year}-${sector}`;

const BEATS = {
  grow: stagger(0.28, 0.12, 0.5, smoothstep),
  figures: stagger(0.28, 0.4, 0.55),
  joints: beat(0.8, 1),
};

interface Share extends Slice {
  readonly digits: string;
  readonly unit: string;
}

function stackSectors(fact: LayoutContext["fact"]) {
  const reached = { "2015": 0, "2020": 0 };
  const stack = (year: Year, sector: Sector): Share => {
    const { value, unit } = fact(factId(year, sector));
    const low = reached[year];
    reached[year] += (value ?? 0) / 100;
    return { low, high: reached[year], digits: String(value), unit };
  };
  return SECTORS.map((sector) => ({ sector, "2015": stack("2015", sector), "2020": stack("2020", sector) }));
}

function seamBelow({ height }: Size): Land {
  return { horizon: -0.2 * height, seam: 1.07, thickness: 0.13, level: 0 };
}

function layout({ size, box, fact }: LayoutContext) {
  const type = typeSize(size, "note");
  const top = box.y + type * 0.6;
  const card: Box = { x: box.x, y: top, width: box.width, height: size.height * 0.82 - top };
  const pad = clamp(stageMargin(size) * 0.6, 8, 26);
  const middle = card.x + card.width / 2;
  const bottom = card.y + card.height - pad;
  const foot = bottom - type * 2.9;
  const height = foot - (card.y + type * 3.3);
  const inner = Math.min(card.width - 2 * pad, card.height * 1.9);
  const [width, room] = [inner * 0.135, inner * 0.255];
  const left = middle - inner / 2 + room;
  const right = middle + inner / 2 - room - width;
  return {
    land: seamBelow(size),
    card,
    type,
    numeral: clamp(Math.min((room - type * 1.5) / 2.4, height * 0.2), 14, 84),
    sectors: stackSectors(fact),
    foot,
    height,
    y: scaleLinear([0, 1], [foot, foot - height]),
    width,
    cores: { "2015": { left, outer: "left" }, "2020": { left: right, outer: "right" } } as const,
    between: { from: left + width, to: right },
    axis: left - 5,
    coal: { x: middle, y: bottom },
  };
}

type Layout = ReturnType<typeof layout>;

function rockOf(sector: Sector, { background, ink, ember }: Palette): Rock {
  switch (sector) {
    case "primary":
      return { fill: mixRgb(background, ink, 0.78), stroke: null, pitch: 99 };
    case "secondary":
      return { fill: mixRgb(background, ink, 0.3), stroke: mixRgb(background, ink, 0.62), pitch: 3.4 };
    case "tertiary":
      return { fill: ember, stroke: mixRgb(ember, background, 0.4), pitch: 7 };
  }
}

function drawCore(places: Layout, year: Year, grown: number, palette: Palette): readonly Shape[] {
  const { sectors, cores, width, foot, height } = places;
  const y = scaleLinear([0, 1], [foot, foot - height * grown]);
  const core = { left: cores[year].left, width, y };
  return sectors.flatMap(({ sector, [year]: share }, k) =>
    coreSlice(`sectors:${year}:${k}`, core, share, rockOf(sector, palette), palette.background),
  );
}

function drawFigures(places: Layout, year: Year, opacity: number, palette: Palette): readonly Shape[] {
  const { sectors, cores, width, y, foot, type, numeral } = places;
  const { left, outer } = cores[year];
  const gap = Math.max(numeral * 0.26, type * 0.6);
  // The lowest figure stands on the foot of its core; on the left the axis has its zero below.
  const lowest = foot - numeral * (outer === "left" ? 0.46 : 0.14);
  return sectors.flatMap(({ sector, [year]: { low, high, digits, unit } }): readonly Shape[] => {
    const x = outer === "left" ? left - gap - textWidth(unit, type) : left + width + gap;
    const figure = textMark({
      key: `sectors:${year}:${sector}:value`,
      text: digits,
      x,
      y: Math.min(y((low + high) / 2), lowest),
      baseline: "middle",
      size: numeral,
      anchor: outer === "left" ? "end" : "start",
      face: "song",
      fill: sector === "tertiary" ? palette.textEmber : palette.ink,
      role: "value",
      opacity,
    });
    return [
      figure,
      textMark({
        key: `sectors:${year}:${sector}:unit`,
        text: unit,
        x: outer === "left" ? x : x + textWidth(digits, numeral, "song"),
        y: figure.y,
        size: type,
        fill: palette.muted,
        role: "unit",
        opacity,
      }),
    ];
  });
}

function drawSectors(places: Layout, { t, palette, label }: SceneContext): readonly Shape[] {
  const { sectors, y, type, between } = places;
  return sectors.flatMap(({ sector, "2015": first, "2020": last }): readonly Shape[] => {
    const middle = y((first.low + first.high + last.low + last.high) / 4);
    // The thinnest slice is lower than its name, which is moved below the joint over it.
    const belowJoint = y((first.high + last.high) / 2) + type * 0.69;
    const isLowest = first.low === 0;
    const name = textMark({
      key: `sectors:name:${sector}`,
      text: label(sector),
      x: (between.from + between.to) / 2,
      y: isLowest ? Math.max(middle, belowJoint) : middle,
      baseline: "middle",
      size: type,
      anchor: "middle",
      fill: palette.muted,
    });
    if (isLowest) return [name];
    return [
      name,
      ruleMark({
        key: `sectors:joint:${sector}`,
        opacity: 0.7 * BEATS.joints(t),
        x1: between.from + 3,
        y1: y(first.low),
        x2: between.to - 3,
        y2: y(last.low),
        stroke: palette.muted,
        dash: "2 4",
      }),
    ];
  });
}

function drawAxis({ axis: x, y, foot, type }: Layout, { line, muted }: Palette): readonly Shape[] {
  const tick = { x: x - 4, size: type, anchor: "end", fill: muted, role: "axis" } as const;
  return [
    ruleMark({ key: "sectors:axis", opacity: 0.8, x1: x, y1: y(1), x2: x, y2: y(0), stroke: line }),
    textMark({ key: "sectors:full", text: "100%", y: y(1), baseline: "middle", ...tick }),
    textMark({ key: "sectors:zero", text: "0", y: foot + type, ...tick }),
  ];
}

/**
 * Context from outside the interview on a card of its own: two drill cores of equal height, cut by the shares of three
 * sectors, above the worked seam.
 */
export const city = defineScene({
  labels: ["context", ...SECTORS, ...CORES.map(({ name }) => name), "coal"],
  facts: CORES.flatMap(({ year }) => SECTORS.map((sector) => factId(year, sector))),
  elevation: () => 0.12,
  beats: BEATS,
  layout,
  draw(places, at) {
    const { t, size, palette, label } = at;
    const { land, card, type, cores, width, y, coal } = places;
    return {
      grains: workedSeam(at, land, 1),
      shapes: [
        ...strata(land, size, palette, 0.7),
        ...contextCard("sectors:plate", card, label("context"), type, palette),
        ...CORES.flatMap(({ year, name }, k) => [
          ...drawCore(places, year, BEATS.grow(t, k), palette),
          ...drawFigures(places, year, BEATS.figures(t, k), palette),
          textMark({
            key: `sectors:${year}`,
            text: label(name),
            x: cores[year].left + width / 2,
            y: y(1) - type * 0.5,
            size: typeSize(size, "small"),
            face: "song",
            anchor: "middle",
            fill: palette.ink,
          }),
        ]),
        ...drawSectors(places, at),
        ...drawAxis(places, palette),
        textMark({
          key: "sectors:coal",
          text: label("coal"),
          ...coal,
          size: type,
          anchor: "middle",
          fill: palette.ink,
          role: "note",
          opacity: BEATS.joints(t),
        }),
      ],
    };
  },
});
