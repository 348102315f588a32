import { max, range } from "d3-array";
import { clamp } from "../../lib/math.ts";
import type { LayoutContext, Size } from "../../model/picture.ts";
import { breakLines } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { shaftHalf } from "../props/headframe.ts";
import { headframeHeight, headframeX, placeShaft } from "../props/mine.ts";
import { type Land, seamBand } from "../props/strata.ts";

/** Depths at which the place names hang, as shares of the last one's, and their sizes. */
const NAMES = [
  { id: "province", share: 0.38, size: 0.5 },
  { id: "city", share: 0.69, size: 0.7 },
  { id: "district", share: 1, size: 1 },
] as const;

/** Way of the cage, m, in which a name that it has passed comes up. */
export const RISE = 30;

/** Height of a person, m. */
export const PERSON = 1.7;

/** Of the seam, as a share of the stage's height. */
const THICKNESS = 0.16;

/** Length of a mark of the ruler, px. */
export const MARK = 7;

/** Length of a staff's rung, in ems of its figures. */
export const RUNG = 5;

/** Room left of the shaft, px, in which the ruler is a staff at the stage's edge, clear of the names. */
const STAFF_ROOM = 500;

/** A CSS pixel for each metre, and more on a stage that would leave room over the shaft. */
function pixelsPerMetre({ height }: Size): number {
  return Math.max(1, height / 840);
}

/** Returns a land whose shaft is exactly `length` px deep. */
function landOfShaft(horizon: number, length: number, size: Size): Land {
  const rough = { horizon, seam: length / size.height, thickness: THICKNESS, level: 0 };
  const { mouth, bottom } = placeShaft(rough, size);
  return { ...rough, seam: (2 * length - (bottom - mouth)) / size.height };
}

export function layout({ size, box, fact, label }: LayoutContext) {
  const note = typeSize(size, "note");
  const depth = fact("mine-depth");
  const deepest = depth.value ?? 0;
  const unit = pixelsPerMetre(size);
  // The source line ends before the shaft.
  const room = headframeX(size) - shaftHalf(headframeHeight(size)) - box.x;
  const source = breakLines(label("source"), note, room - note);
  const sourceY = box.y + box.height - 2 - (source.length - 1) * note * 1.3;
  const start = landOfShaft(box.y + headframeHeight(size) * 1.12, deepest * unit, size);
  const lowest = max(range(0, size.width, 16), (x) => seamBand(x, start, size)[1]) ?? 0;
  const risen = Math.max(0, lowest - (sourceY - note * 2.4));
  const numeral = clamp(Math.min(room * 0.19, size.height * 0.12), 30, 170);
  const name = clamp(Math.min(room * 0.19, size.height * 0.125), 26, 180);
  const clearOf = (type: number): number => (numeral + type * 0.6) / unit;
  const last = deepest - clearOf(name) - RISE - 4;
  return {
    note,
    deepest,
    unit,
    unitText: depth.text.slice(String(deepest).length),
    source: { lines: source, y: sourceY },
    numeral,
    staff: room > STAFF_ROOM,
    names: NAMES.map(({ id, share, size: relative }) => {
      const type = Math.max(17, name * relative);
      return { id, type, depth: last * share, shownFrom: last * share + clearOf(type) };
    }),
    start,
    end: { ...start, horizon: start.horizon - risen },
  };
}

export type Layout = ReturnType<typeof layout>;
