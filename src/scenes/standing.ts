import { circle } from "../motifs/circle.ts";
import { DING, DING_HEIGHT, weight } from "../formations/ding.ts";
import { minePlaces, type Stand } from "../formations/stand.ts";
import type { Place } from "../formations/strip.ts";
import { strand } from "../motifs/braid.ts";
import { engraved, faded } from "../motifs/engraving.ts";
import { RIVET, wheel } from "../motifs/wheel.ts";
import { mixRgb } from "../picture/colour.ts";
import { blend, clamp, heavy, span } from "../picture/ease.ts";
import { eachGrain, groupOf, GROUP_SIZE, rankOf } from "../picture/grains.ts";
import type { Grain, Palette, Path, Shape } from "../picture/model.ts";
import { keeping, keepingBoth } from "../picture/remembering.ts";
import { sized } from "./grain.ts";
import { type Hub, rimOf } from "./pair.ts";

/** How far the two wheels have become two legs and the third part has grown, each 0–1. */
export interface Growth {
  readonly cast: number;
  readonly grown: number;
  /** How high the wheels hang over the ground, px. */
  readonly lift?: number;
  /** Where the third group lies at first, by rank; the worked mine's own places when absent. */
  readonly beds?: readonly Place[];
}

/** Ranks of the third group from the middle outwards: the nearest go up first, the last stay on the strands. */
const OUTWARDS: readonly number[] = Array.from({ length: GROUP_SIZE }, (_, rank) => rank)
  .sort((a, b) => Math.abs(a - (GROUP_SIZE - 1) / 2) - Math.abs(b - (GROUP_SIZE - 1) / 2))
  .reduce<number[]>((turns, rank, order) => ((turns[rank] = order), turns), []);

function along(a: Place, b: Place, k: number): Place {
  return { x: blend(a.x, b.x, k), y: blend(a.y, b.y, k) };
}

/** From its bed in the mine to the strand, up the strand, out of the knot to its place. */
function climb(at: Stand, rank: number, bed: Place, grown: number): { readonly place: Place; readonly own: number } {
  const order = OUTWARDS[rank] ?? 0;
  const k = rank < GROUP_SIZE / 3 ? 0 : rank < (2 * GROUP_SIZE) / 3 ? 1 : 2;
  const spot = DING.rural[order];
  const start = (0.46 * order) / GROUP_SIZE;
  const own = span(grown, start, start + 0.54);
  if (own === 0) return { place: bed, own };
  if (spot === undefined) {
    const rest = GROUP_SIZE - order;
    return { place: along(bed, strand(at, k, 0.1 + 0.055 * rest), heavy(own)), own };
  }
  const target = { x: at.cx + spot.x * at.unit, y: at.ground - spot.y * at.unit };
  const s = span(own, 0.06, 0.7);
  const onStrand = along(bed, strand(at, k, s), heavy(span(own, 0, 0.36)));
  return { place: along(onStrand, target, heavy(span(own, 0.46, 1))), own };
}

/** The 240 grains between two wheels over a worked mine (cast 0, grown 0) and the vessel (1, 1). */
export function standing(
  on: Stand,
  palette: Palette,
  { cast, grown, lift = 0, beds = minePlaces(on) }: Growth,
): readonly Grain[] {
  const fine = Math.max(2.3, on.type * 0.235);
  const full = on.unit * 0.0415;
  const rim = rims(on);
  const old = mixRgb(palette.ground, palette.muted, 0.75);
  return eachGrain((index) => {
    const rank = rankOf(index);
    const group = groupOf(index);
    if (group === "rural") {
      const { place, own } = climb(on, rank, beds[rank] ?? { x: 0, y: 0 }, grown);
      const spot = DING.rural[OUTWARDS[rank] ?? 0];
      const size = spot === undefined ? fine : blend(fine, full * weight(spot), heavy(span(own, 0.45, 1)));
      return {
        x: place.x,
        y: place.y,
        r: sized(index, size),
        fill: mixRgb(old, palette.rural, span(own, 0.05, 0.4)),
        opacity: 1,
        hollow: 1,
      };
    }
    const spot = DING[group][rank] ?? { x: 0, y: 0 };
    const start = 0.42 * clamp(spot.y / DING_HEIGHT);
    const own = heavy(span(cast, start, start + 0.58));
    const { x, y } = rim[group][rank] ?? spot;
    const from = { x, y: y - lift };
    const place = along(from, { x: on.cx + spot.x * on.unit, y: on.ground - spot.y * on.unit }, own);
    return {
      x: place.x,
      y: place.y,
      r: sized(index, blend(on.wheel.radius * RIVET, full * weight(spot), own)),
      fill: palette[group],
      opacity: 1,
      hollow: 0,
    };
  });
}

function hub(on: Stand, side: number): Hub {
  return { centre: { x: on.cx + side * on.wheel.apart, y: on.ground - on.wheel.radius }, radius: on.wheel.radius };
}

const rims = keeping((on: Stand) => ({
  industry: rimOf("industry", hub(on, -1), 0),
  services: rimOf("services", hub(on, 1), 0),
}));

const wheels = keepingBoth((on: Stand, palette: Palette): readonly Path[] =>
  (["industry", "services"] as const).flatMap((name, k) =>
    wheel({ key: `wheel:${name}`, ...hub(on, 2 * k - 1), turn: 0, colour: palette[name], ground: palette.ground }),
  ),
);

/** Everything of the two wheels but their grains: the very wheels of the first chapter, `lift` px over the ground. */
export function standingWheels(on: Stand, palette: Palette, opacity: number, lift = 0): readonly Shape[] {
  if (opacity <= 0) return [];
  return wheels(on, palette).map((path) => {
    const shown = faded(path, opacity);
    return lift === 0 ? shown : { ...shown, shift: [0, -lift] };
  });
}

/** Hairlines where the wheels stood. */
export function wheelTraces(on: Stand, palette: Palette, opacity: number): readonly Shape[] {
  return [-1, 1].map((side) => {
    const {
      centre: { x, y },
      radius: r,
    } = hub(on, side);
    const d = circle(x, y, r);
    return engraved(`wheel:trace:${side}`, d, palette.line, 1, { opacity, dash: "2 4" });
  });
}
