import { maxIndex, range } from "d3-array";
import { scaleLinear } from "d3-scale";
import { clamp } from "../../lib/math.ts";
import type { LayoutContext, Point } from "../../model/picture.ts";
import { GRAIN_COUNT } from "../../picture/grains.ts";
import { numeralWidth } from "../../picture/numeral.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { layoutScopeAndSource } from "../props/scope-and-source.ts";

/** Part of the last year at which the company's swap stands: the end of its seventh month. */
const SWAP = 7 / 12;

/** Lamps in a row, of which the number that gives the largest lamps is taken. */
const COLUMNS = range(8, 19);

/** Room for a lamp of radius 1 from the hook to the base, and across. */
const [LAMP_HIGH, LAMP_WIDE] = [4.3, 3.1];

const LEADING = 1.28;

/** Lamps for the mines that were closed in a year. */
export interface Rack {
  readonly id: "first" | "last";
  readonly year: number;
  readonly text: string;
  readonly lamps: readonly Point[];
  readonly columns: number;
  readonly rows: number;
  readonly top: number;
}

/** Sets phrases, parted by 「|」 and after the year of a date, in as few lines as fit `width`. */
function fillLines(phrases: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  for (const phrase of phrases.split(/\||(?<=年)/u)) {
    const longer = (lines.at(-1) ?? "") + phrase;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(phrase);
  }
  return lines;
}

interface Room {
  readonly width: number;
  readonly height: number;
  readonly note: number;
  /** Least height below the racks, px. */
  readonly panel: number;
}

/** Returns the rows of a rack of `columns`, and the largest lamps that leave room for the rest. */
function fitLamps(columns: number, counts: readonly [number, number], { width, height, note, panel }: Room) {
  const [first, last] = [Math.ceil(counts[0] / columns), Math.ceil(counts[1] / columns)];
  const pitch = width / columns;
  const byPanel = (height - panel - note * 1.6) / (first + last);
  const byYear = (height - (note * 0.7) / SWAP) / (first + last / SWAP);
  const row = Math.min(byPanel, byYear, pitch * 1.6);
  return { columns, rows: [first, last] as const, pitch, row, r: Math.min(row / LAMP_HIGH, pitch / LAMP_WIDE) };
}

/**
 * Lays a strip of dates down the stage, the years without a figure folded; a rack of lamps beside each of its two
 * years, and on the floor the mine of its last day and the one that is still listed.
 */
export function layoutCoal({ size, box, fact, label }: LayoutContext) {
  const note = typeSize(size, "note");
  const [first, last] = [fact("mines-2016"), fact("mines-2025")];
  const years = { first: fact("mines-2016-year").value ?? 0, last: fact("mines-end-year").value ?? 0 };
  const counts = [first.value ?? 0, last.value ?? 0] as const;
  const right = box.x + box.width;
  const { rows: ends, lines: notes } = layoutScopeAndSource({ box, label }, note);
  const top = ends.scope + note * (1.35 * (notes.scope.length - 1) + 0.9);
  const floor = ends.source - note * 2.1;

  const numeral = Math.min(box.width * 0.13, (floor - top) * 0.16, 150);
  const strip = box.x + Math.max(numeralWidth(first.text, numeral), textWidth(label("first"), note)) + note * 0.8;
  const left = strip + note * 0.9;
  const half = (right - left) / 2;
  const icon = clamp((floor - top) * 0.13, note * 2, half * 0.5);
  const lines = {
    ...notes,
    end: fillLines(label("end"), note, half - icon - note * 0.9),
    still: fillLines(label("still"), note, half - icon - note * 0.9),
  };
  const fold = clamp((floor - top) * 0.045, note, note * 2);
  const least = Math.max(icon * 1.15, Math.max(lines.end.length, lines.still.length) * note * LEADING + note * 0.4);
  const room = { width: right - left, height: floor - top - fold, note, panel: least };
  // A lamp alone in its row would look like one of another kind.
  const whole = COLUMNS.filter((columns) => counts.every((count) => count % columns !== 1));
  const fits = whole.map((columns) => fitLamps(columns, counts, room));
  const fit = fits[maxIndex(fits, ({ r }) => r)] ?? fitLamps(9, counts, room);
  const { columns, rows, pitch, row, r } = fit;
  const second = top + rows[0] * row + fold;
  // The year is long enough to end beside the mouth of the mine.
  const swap = Math.max(second + rows[1] * row + note * 0.7, second + SWAP * (floor - icon * 0.9 - second));
  const end = second + (swap - second) / SWAP;
  const rack = (id: Rack["id"], from: number): Rack => {
    const k = id === "first" ? 0 : 1;
    const lamps = range(counts[k]).map((n) => ({
      x: left + ((n % columns) + 0.5) * pitch,
      y: from + Math.floor(n / columns) * row + r * 2.4,
    }));
    return { id, year: years[id], text: (k === 0 ? first : last).text, lamps, columns, rows: rows[k], top: from };
  };
  const panel = Math.min(floor - swap - note * 0.9, icon * 1.5);
  const middle = floor - Math.max(panel, least) / 2;
  return {
    note,
    leading: note * LEADING,
    numeral,
    strip,
    left,
    right,
    pitch,
    row,
    r,
    floor,
    swap,
    end,
    years,
    racks: [rack("first", top), rack("last", second)],
    y: scaleLinear([years.first, years.first + 1, years.last, years.last + 1], [top, top + rows[0] * row, second, end]),
    adit: { x: left, y: floor - panel, width: icon, height: panel },
    still: { x: left + half + icon * 0.5, y: floor - panel * 0.47, r: panel * 0.235 },
    words: { end: left + icon + note * 0.6, still: left + half + icon + note * 0.6, middle },
    dust: { from: box.x, to: right, y: floor + note * 0.62, count: GRAIN_COUNT - 1 - counts[0] - counts[1] },
    rows: ends,
    lines,
  };
}

export type CoalLayout = ReturnType<typeof layoutCoal>;
