import { range, sort } from "d3-array";
import { memoizeByKey, memoizeByObject } from "../../../lib/memoize.ts";
import { seededRandom } from "../../../lib/random.ts";
import type { Box, Point, Size } from "../../../model/picture.ts";
import { GROUP_SIZE } from "../../groups.ts";
import { typeSize } from "../../../picture/type-scale.ts";
import { VESSEL_HEIGHT } from "./geometry.ts";

/** Layout of two wheels, a 鼎 and the worked mine beneath them on one ground line and one axis of symmetry, px. */
export interface VesselStage {
  readonly cx: number;
  readonly top: number;
  readonly ground: number;
  readonly unit: number;
  /** `apart` is the distance of a wheel's centre from the axis. */
  readonly wheel: { readonly radius: number; readonly apart: number };
  readonly mine: Box;
  readonly type: number;
}

/** Returns the size of type that all scenes on this stage share, since the stage depends on it. */
export function vesselLabelSize(size: Size): number {
  return typeSize(size, "label");
}

/**
 * Lays out a box; returns the same object for the same arguments, since caches are keyed by it. `labelled` leaves a row
 * for labels under the ground and one under the mine; without, the mine has room for all grains.
 */
export function layoutVesselStage(box: Box, type: number, labelled: boolean): VesselStage {
  return laidOut(box.x, box.y, box.width, box.height, type, labelled);
}

const ROOM = {
  labelled: { over: 3.3, band: 1.3, under: 1.5 },
  bare: { over: 1.8, band: 2.4, under: 0.4 },
} as const;

const SEAL = { em: 3.1, height: 1.78 } as const;

const laidOut = memoizeByKey(
  (x: number, y: number, across: number, height: number, type: number, labelled: boolean): VesselStage => {
    const { over, band, under } = ROOM[labelled ? "labelled" : "bare"];
    const above = height - type * (over + band + under);
    const crest = labelled ? (above - type * SEAL.em) / SEAL.height : above;
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
      mine: { x: cx - width / 2, y: ground + type * over, width, height: type * band },
    };
  },
  8,
);

export function onStage({ cx, ground, unit }: VesselStage, { x, y }: Point): Point {
  return { x: cx + x * unit, y: ground - y * unit };
}

const COLUMNS = 40;
const ROWS = 3;

const MINE = (() => {
  const random = seededRandom("worked mine");
  const places = range(COLUMNS * ROWS).map((k) => ({
    x: (Math.floor(k / ROWS) + 0.5 + 0.4 * (random() - 0.5)) / COLUMNS,
    y: ((k % ROWS) + 0.5 + 0.3 * (random() - 0.5)) / ROWS,
    lot: random(),
  }));
  const drawn = sort(places, ({ lot }) => lot);
  return {
    // From left to right: each third of them climbs the strand above it.
    left: sort(drawn.slice(0, GROUP_SIZE), ({ x }) => x),
    worked: drawn.slice(GROUP_SIZE),
  };
})();

/** Returns the vertical offset of the mine's band, px, at x (0–1 of the band's width). */
export function mineBend({ mine }: VesselStage, x: number): number {
  return mine.height * 0.16 * Math.sin(x * 5.2 + 0.6);
}

export const mineGrainPlaces = memoizeByObject((at: VesselStage): readonly Point[] =>
  MINE.left.map((place) => inMine(at, place)),
);

export function emptySockets(at: VesselStage): readonly Point[] {
  return MINE.worked.map((place) => inMine(at, place));
}

function inMine(at: VesselStage, { x, y }: Point): Point {
  return { x: at.mine.x + x * at.mine.width, y: at.mine.y + y * at.mine.height + mineBend(at, x) };
}
