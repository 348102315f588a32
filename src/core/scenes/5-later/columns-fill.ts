import { clamp } from "../../lib/math.ts";
import type { LayoutContext, SceneContext, Shape } from "../../model/picture.ts";
import { beat } from "../../picture/beats.ts";
import { textMark } from "../../picture/marks.ts";
import { drawNumeral, numeralWidth } from "../../picture/numeral.ts";
import { defineScene } from "../../picture/scene.ts";
import { breakLines, textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { axis, marginWidth, pointer, scopeAndSource, yearTicks } from "../props/section/frame.ts";
import { faultX, layoutSection, leftOf, type Sector, SECTORS } from "../props/section/layout.ts";
import {
  type Dig,
  KNOWN,
  sectionGrains,
  sectionRock,
  sectorTable,
  TWICE,
  yearPoints,
} from "../props/section/section.ts";

const BEATS = { fill: beat(0.04, 0.72), figures: beat(0.7, 0.94) };

/** Width of the fault, which has room for no other year here. */
const OPEN = 0.42;

const GAP = 8;

function lastShare(sector: Sector): string {
  return `share-2023-${sector}`;
}

function layout({ size, box, fact, label }: LayoutContext) {
  const note = typeSize(size, "note");
  const loud = clamp(Math.min(box.width * 0.1, box.height * 0.13), 24, 76);
  const scope = breakLines(label("scope"), note, box.width - note);
  const source = breakLines(label("source"), note, box.width - note);
  const scopeY = box.y + note * 0.9;
  const sourceY = box.y + box.height - 3 - (source.length - 1) * note * 1.3;
  const recount = scopeY + note * (1.35 * (scope.length - 1) + 1.9);
  const ticks = sourceY - note * 1.9;
  const top = recount + note * 0.9;
  const left = box.x + marginWidth(["100%"], note);
  const table = sectorTable(fact);
  const figures = {
    primary: fact(lastShare("primary")).text,
    secondary: fact(lastShare("secondary")).text,
    tertiary: fact(lastShare("tertiary")).text,
  };
  const room = Math.max(numeralWidth(figures.tertiary, loud), textWidth(label("tertiary"), note)) + GAP;
  // A section is drawn with its fault wide open: here it is narrower than that.
  const section = layoutSection(
    table,
    {
      x: left,
      y: top,
      width: box.x + box.width - room - left,
      height: ticks - note * 1.05 - top,
    },
    OPEN,
  );
  return {
    note,
    loud,
    section,
    figures,
    rows: { scope: scopeY, recount, ticks, source: sourceY },
    lines: { scope, source },
    known: section.columns.filter(({ year }) => year <= KNOWN).length,
  };
}

type Layout = ReturnType<typeof layout>;

function digAt({ section, known }: Layout, t: number): Dig {
  return { cut: known + BEATS.fill(t) * (section.columns.length - known), open: OPEN };
}

/** Share of the last year's figure in the size of the loudest. */
const LOUDNESS = { tertiary: 1, secondary: 0.72, primary: 0.42 } as const satisfies Record<Sector, number>;

interface Figure {
  readonly sector: Sector;
  readonly text: string;
  readonly size: number;
  readonly baseline: number;
}

/** Sets the last year's shares beside their layers, from the lowest up, each clear of the one below. */
function placeFigures({ section, figures, note, loud }: Layout): readonly Figure[] {
  let floor = section.y(0);
  return SECTORS.map((sector) => {
    const band = section.columns.at(-1)?.bands[sector] ?? { low: 0, high: 0 };
    const size = Math.max(note * 1.2, loud * LOUDNESS[sector]);
    const [above, below] = [size * 0.8, size * 0.16 + note * 1.15];
    const middle = section.y((band.low + band.high) / 2);
    const baseline = Math.min(middle + (above - below) / 2, floor - below);
    floor = baseline - size * 0.88 - note * 0.2;
    return { sector, text: figures[sector], size, baseline };
  });
}

/** Prints each share of the last year beside its layer, with the sector's name under it. */
function drawFigures(places: Layout, { t, palette, label }: SceneContext): readonly Shape[] {
  const { section, note } = places;
  const opacity = BEATS.figures(t);
  const last = section.columns.at(-1);
  const x = last === undefined ? section.edge : leftOf(section, last, OPEN) + section.pitch + GAP;
  return placeFigures(places).flatMap(({ sector, text, size, baseline }) => {
    const inks = { loud: sector === "tertiary" ? palette.textEmber : palette.ink, quiet: palette.muted };
    return [
      ...drawNumeral(`section:figure:${sector}`, text, [x, baseline], size, inks, opacity),
      textMark({
        key: `section:figure:${sector}:name`,
        text: label(sector),
        x,
        y: baseline + size * 0.16 + note * 0.95,
        size: note,
        fill: palette.ink,
        opacity,
      }),
    ];
  });
}

/** The rock section again: the years that the interview could not know are cut into it. */
export const columnsFill = defineScene({
  labels: [...SECTORS, "scope", "recount", "interview", "source"],
  facts: ["sectors", ...SECTORS.map(lastShare)],
  tables: [{ fact: "sectors", columns: SECTORS, broken: true }],
  elevation: () => 0.14,
  beats: BEATS,
  layout,
  draw(places, at) {
    const { t, palette, box, label } = at;
    const { section, note, rows } = places;
    const dig = digAt(places, t);
    const interview = section.columns.find(({ year }) => year > KNOWN);
    const x = interview === undefined ? section.edge : leftOf(section, interview, OPEN);
    return {
      grains: sectionGrains(section, dig, palette),
      shapes: [
        ...sectionRock("section", section, null, dig, note * 0.8, palette),
        ...axis(section, "section:axis", note, palette),
        ...yearTicks(section, TWICE + 1, OPEN, rows.ticks, note, palette),
        textMark({
          key: "section:recount",
          text: label("recount"),
          x: faultX(section, OPEN) + note * 0.5,
          y: rows.recount,
          size: note,
          anchor: "end",
          fill: palette.textRed,
        }),
        pointer("section:interview", x, section.box.y - 2, note * 0.75, palette),
        textMark({
          key: "section:interview:name",
          text: label("interview"),
          x,
          y: rows.recount,
          size: note,
          fill: palette.ink,
        }),
        ...drawFigures(places, at),
        ...scopeAndSource(places, box.x, palette),
      ],
    };
  },
  points: (at) => yearPoints(layout(at).section, at, OPEN, null),
});
