import { clamp } from "../../../lib/math.ts";
import { memoizeByKey, memoizeByObject } from "../../../lib/memoize.ts";
import { seededRandom } from "../../../lib/random.ts";
import type { Box, Point, Size } from "../../../model/picture.ts";
import { VESSEL_HEIGHT } from "./geometry.ts";

/** Layout of two wheels, a 鼎 and the worked mine beneath them on one ground line and one axis of symmetry, px. */
export interface VesselStage {
  readonly cx: number;
  readonly top: number;
  readonly ground: number;
  readonly unit: number;
  /** Radius of both wheels, and the distance of their centres from the axis. */
  readonly wheel: { readonly radius: number; readonly apart: number };
  readonly mine: Box;
  readonly type: number;
}

export function vesselLabelSize(size: Size): number {
  return clamp(
    Math.min(size.width * 0.036, size.height * 0.034),
    12,
    Math.max(21, Math.min(size.width, size.height) * 0.027),
  );
}

/**
 * Lays out a box; returns the same object for the same arguments, since caches are keyed by it. `labelled` leaves a row
 * for labels under the ground and one under the mine; without, the mine has room for all grains.
 */
export function layoutVesselStage(box: Box, type: number, labelled: boolean): VesselStage {
  return laidOut(box.x, box.y, box.width, box.height, type, labelled);
}

const laidOut = memoizeByKey(
  (x: number, y: number, across: number, height: number, type: number, labelled: boolean): VesselStage => {
    const rows = labelled ? { over: 3.3, under: 1.5 } : { over: 1.8, under: 0.4 };
    const band = type * (labelled ? 1.3 : 2.4);
    const above = height - type * (rows.over + rows.under) - band;
    // A small vessel needs the height of a name and its seal between its ears.
    const crest = labelled ? (above - type * 3.1) / 1.78 : above;
    const unit = Math.min(above / VESSEL_HEIGHT, crest, across * 0.47);
    const slack = Math.max(0, above - unit * VESSEL_HEIGHT);
    const ground = y + above - slack * 0.35;
    const cx = x + across / 2;
    const radius = Math.min(across * 0.232, above * 0.45);
    const width = Math.min(across, Math.max(unit * 4.4, height * 2));
    return {
      cx,
      top: y,
      ground,
      unit,
      type,
      wheel: { radius, apart: radius * 1.07 },
      mine: { x: cx - width / 2, y: ground + type * rows.over, width, height: band },
    };
  },
  8,
);

const COLUMNS = 40;
const ROWS = 3;

/** 80 places from left to right and 40 empty sockets between them, in units of the band. */
const MINE = (() => {
  const random = seededRandom("worked mine");
  const spots = Array.from({ length: COLUMNS * ROWS }, (_, k) => ({
    x: (Math.floor(k / ROWS) + 0.5 + 0.4 * (random() - 0.5)) / COLUMNS,
    y: ((k % ROWS) + 0.5 + 0.3 * (random() - 0.5)) / ROWS,
    lot: random(),
  })).sort((a, b) => a.lot - b.lot);
  return { left: spots.slice(0, 80).sort((a, b) => a.x - b.x), worked: spots.slice(80) };
})();

/** Returns the vertical offset of the mine's band, px, at x (0–1 of the band's width). */
export function mineBend({ mine }: VesselStage, x: number): number {
  return mine.height * 0.16 * Math.sin(x * 5.2 + 0.6);
}

export const mineGrainPlaces = memoizeByObject((at: VesselStage): readonly Point[] =>
  MINE.left.map((spot) => inMine(at, spot)),
);

export function emptySockets(at: VesselStage): readonly Point[] {
  return MINE.worked.map((spot) => inMine(at, spot));
}

function inMine(at: VesselStage, { x, y }: Point): Point {
  return { x: at.mine.x + x * at.mine.width, y: at.mine.y + y * at.mine.height + mineBend(at, x) };
}
