import { line } from "d3-shape";
import { AT, EAR, earLine, EYES, halfWidth, LEG, legHalfWidth, ROWS, ROUND } from "../formations/ding.ts";
import type { Stand } from "../formations/stand.ts";
import { mixRgb } from "../picture/colour.ts";
import type { Palette, Path, Rgb } from "../picture/model.ts";
import { stream } from "../picture/random.ts";

type Point = readonly [x: number, y: number];

/** How much of the vessel is there, each 0–1. */
export interface VesselPresence {
  /** The two parts that stand: contours cast solid. */
  readonly cast: number;
  /** The third part: a dashed contour and nothing more. */
  readonly third: number;
  /** The fretwork of the band. */
  readonly fret: number;
}

const STEPS = 16;

function sampled(from: number, to: number, at: (y: number) => number): readonly Point[] {
  return Array.from({ length: STEPS + 1 }, (_, k) => {
    const y = from + ((to - from) * k) / STEPS;
    return [at(y), y];
  });
}

/** The belly's curve from its widest place down to where the third part begins, x ≥ 0: half a superellipse, taken by its angle so that the bottom stays round. */
const BELLY: readonly Point[] = Array.from({ length: STEPS + 1 }, (_, k): Point => {
  const angle = (1.45 * k) / STEPS;
  const y = AT.widest - (AT.widest - AT.bottom) * Math.sin(angle) ** (2 / ROUND);
  return [halfWidth(y), y];
});

/** Silhouette of one side of the body from the rim's top down to the bottom, x ≥ 0. */
const SIDE: readonly Point[] = [
  [0.985, AT.rim],
  [1, AT.rim - 0.025],
  [1, AT.lip],
  ...sampled(AT.lip - 0.001, AT.neck, halfWidth),
  ...sampled(AT.neck, AT.widest, halfWidth).slice(1),
  ...BELLY.slice(1),
];

/** Border of the third part, x ≥ 0: a third of the body's half-width nearly all the way down. */
const BORDER: readonly Point[] = [
  [1 / 3, AT.rim],
  [1 / 3, AT.lip],
  ...sampled(AT.lip - 0.001, AT.bottom + 0.13, (y) => halfWidth(y) / 3),
  BELLY[STEPS] ?? [0.3, AT.bottom],
];

const turned = (points: readonly Point[], side: number, shift = 0): readonly Point[] =>
  points.map(([x, y]) => [side * x + shift, y]);

/** Outline of a leg about its own axis from the left end of its flat foot over the knee to the right one. */
const KNEE = AT.bottom + 0.075;
const LEG_SIDE = sampled(0, KNEE, legHalfWidth);
const CAP = Array.from({ length: 7 }, (_, k): Point => {
  const angle = (Math.PI * (k + 1)) / 8;
  return [-legHalfWidth(KNEE) * Math.cos(angle), KNEE + 0.055 * Math.sin(angle)];
});
const SHIN: readonly Point[] = [...turned(LEG_SIDE, -1), ...CAP, ...[...LEG_SIDE].reverse()];

/** The two edges of the ear of part −1 or 1. */
function ear(part: number, reach: number): readonly Point[] {
  return earLine(reach).map(({ x, y }): Point => [part * (EAR.x + x), y]);
}

/** One square spiral, −1…1 both ways, wound from its lower right corner inwards. */
const SPIRAL: readonly Point[] = [
  [1, -0.92],
  [-0.9, -0.92],
  [-0.9, 0.92],
  [0.88, 0.92],
  [0.88, -0.64],
  [-0.62, -0.64],
  [-0.62, 0.64],
  [0.6, 0.64],
  [0.6, -0.36],
  [-0.35, -0.36],
  [-0.35, 0.38],
  [0.33, 0.38],
  [0.33, 0.05],
];

/** The band's fretwork in the part −1, 0 or 1: spirals wound alternately left and right round their eyes. */
function fretwork(part: number): readonly (readonly Point[])[] {
  const [low, high] = [AT.band + 0.03, AT.neck - 0.03];
  const middle = (low + high) / 2;
  const half = halfWidth(middle);
  const cell = half / (3 * EYES);
  return Array.from({ length: EYES }, (_, k) => {
    const cx = half * ((2 * part) / 3) + cell * (2 * k + 1 - EYES);
    const hand = (part * EYES + k) % 2 === 0 ? 1 : -1;
    return SPIRAL.map(([x, y]): Point => [cx + hand * x * cell * 0.96, middle + (y * (high - low)) / 2]);
  });
}

const TEETH = 4;

/** The flange on the outer side of a cast part's band: hooks that lean up, with a cut between. */
function flange(part: number): readonly (readonly Point[])[] {
  const [from, to] = [AT.band, AT.neck];
  return Array.from({ length: TEETH }, (_, k) => {
    const low = from + ((to - from) * k) / TEETH;
    const high = low + ((to - from) / TEETH) * 0.78;
    return [
      [part * halfWidth(low), low],
      [part * (halfWidth(low) + 0.03), low + 0.012],
      [part * (halfWidth(high) + 0.036), high],
      [part * halfWidth(high), high],
    ];
  });
}

/** Heights of a leg's collars: between its rows of grains, two under the knee and two over the hoof. */
const COLLARS: readonly number[] = [0, 5].flatMap((row) => {
  const y = ROWS.foot + ROWS.pitch * (row + 0.5);
  return [y - 0.006, y + 0.006];
});

/** A ring round a leg about the axis `x` at height `y`, sagging a little as it comes to the front. */
function collar(x: number, y: number): readonly Point[] {
  const half = legHalfWidth(y);
  return Array.from({ length: 9 }, (_, k): Point => [x + half * (k / 4 - 1), y - 0.012 * Math.sin((Math.PI * k) / 8)]);
}

/** A fine line within the contour of a cast part, as the rim of a casting. */
function inner(part: number): readonly (readonly Point[])[] {
  const inset = 0.02;
  const side = [...sampled(AT.band - 0.012, AT.widest, halfWidth), ...BELLY.slice(1, -3)];
  return [
    side.map(([x, y]): Point => [part * (x - inset), y + inset * Math.max(0, (AT.widest - y) * 2)]),
    ear(part, EAR.thick - 0.015),
    ear(part, 0.015 - EAR.thick),
    ...COLLARS.map((y) => collar(part * LEG, y)),
  ];
}

/** Level lines across the part −1, 0 or 1: rim, lip and the rules of the band. */
function rules(part: number): readonly (readonly Point[])[] {
  const across = (y: number, half: number): readonly Point[] => [
    [half * ((2 * part - 1) / 3), y],
    [half * ((2 * part + 1) / 3), y],
  ];
  return [AT.neck, AT.band, AT.band - 0.026].map((y) => across(y, halfWidth(y)));
}

/** Path data of open lines given in units of the vessel. */
function trace({ cx, ground, unit }: Stand, lines: readonly (readonly Point[])[]): string {
  const straight = line<Point>(
    ([x]) => cx + x * unit,
    ([, y]) => ground - y * unit,
  ).digits(1);
  return lines.map((points) => straight(points) ?? "").join("");
}

/** A leg about x = shift, closed. */
const leg = (shift: number): readonly Point[] => [...turned(SHIN, 1, shift), [shift - legHalfWidth(0), 0]];

/** Contour of one part; the third has borders where the others have a side. */
function contour(part: number): readonly (readonly Point[])[] {
  const lip = AT.lip;
  if (part === 0) {
    const bottom = BELLY[STEPS] ?? [0.3, AT.bottom];
    return [
      [...turned([...BORDER].reverse(), -1), ...BORDER],
      [
        [-1 / 3, lip],
        [1 / 3, lip],
      ],
      [bottom, [0.2, AT.bottom]],
      [
        [-bottom[0], bottom[1]],
        [-0.2, AT.bottom],
      ],
    ];
  }
  return [
    [[part / 3, AT.rim], ...turned(SIDE, part)],
    [
      [part / 3, lip],
      [part * 0.96, lip],
    ],
    ear(part, EAR.thick),
    ear(part, -EAR.thick),
  ];
}

/** The metal of an ear, between its two loops. */
const earArea = (part: number): readonly Point[] => [...ear(part, EAR.thick), ...[...ear(part, -EAR.thick)].reverse()];

/** Strokes of the graver across a form between two x at each height: from its dark edge inwards, uneven in length. */
function graved(
  from: number,
  to: number,
  pitch: number,
  dark: (y: number) => number,
  reach: (y: number, k: number) => number,
): readonly (readonly Point[])[] {
  const count = Math.floor((to - from) / pitch);
  return Array.from({ length: count }, (_, k) => {
    const y = from + (k + 0.5) * pitch;
    const edge = dark(y);
    return [
      [edge, y],
      [edge - reach(y, k), y],
    ];
  });
}

/** Unevenness of the graver's strokes. */
const HAND: readonly number[] = (() => {
  const random = stream("graver");
  return Array.from({ length: 64 }, () => random());
})();
const hand = (k: number): number => HAND[k % HAND.length] ?? 0.5;
const PITCH = 0.024;

/** The shaded side of a cast part, light falling from the upper left: the vessel's right flank, a narrow edge on its left. */
function shade(part: number): readonly (readonly Point[])[] {
  const flank = part > 0 ? 0.3 : -0.1;
  const body = graved(
    AT.bottom + 0.05,
    AT.band,
    PITCH,
    (y) => part * (halfWidth(y) - 0.004),
    (y, k) => flank * (0.55 + 0.45 * hand(k)) * (0.55 + 0.45 * halfWidth(y)),
  );
  const neck = graved(
    AT.neck,
    AT.rim,
    PITCH * 0.8,
    (y) => part * halfWidth(y),
    (_, k) => flank * (0.5 + 0.5 * hand(k + 9)),
  );
  return [...body, ...neck];
}

function shinShade(part: number): readonly (readonly Point[])[] {
  return graved(
    0,
    KNEE,
    PITCH,
    (y) => part * LEG + legHalfWidth(y),
    (y, k) => legHalfWidth(y) * (0.4 + 0.5 * hand(k + 20)),
  );
}

/** The area of one part of the body, for a breath of its colour. */
function area(part: number): readonly Point[] {
  return part === 0
    ? [...BORDER, ...turned([...BORDER].reverse(), -1)]
    : [...turned(BORDER, part), ...turned([...SIDE].reverse(), part)];
}

/**
 * A bronze 鼎 on a stand, as a woodcutter would cut it: two parts cast, the third traced.
 * Keys begin with `ding:`. Contours lie behind the grains.
 */
export function vessel(at: Stand, colours: Palette, { cast, third, fret }: VesselPresence): readonly Path[] {
  const bold = Math.max(1.3, at.unit * 0.013);
  const parts: readonly (readonly [part: number, colour: Rgb, deep: Rgb])[] = [
    [-1, colours.industry, colours.textIndustry],
    [1, colours.services, colours.textServices],
    [0, colours.rural, colours.textRural],
  ];
  const base = { kind: "path", layer: "back" } as const;
  return parts.flatMap(([part, colour, deep]): readonly Path[] => {
    const goal = part === 0;
    const presence = goal ? third : cast;
    const dash = goal ? { dash: `${(bold * 2.6).toFixed(1)} ${(bold * 2).toFixed(1)}` } : {};
    const ink = goal ? deep : colours.ink;
    const tone = mixRgb(colours.ground, colour, goal ? 0 : 0.13);
    const shin = `${trace(at, [leg(part * LEG)])}Z`;
    const shapes: Path[] = [
      {
        ...base,
        key: `ding:contour:${part}`,
        opacity: presence,
        d: trace(at, contour(part)),
        fill: null,
        stroke: ink,
        width: goal ? bold * 0.85 : bold,
        ...dash,
      },
      {
        ...base,
        key: `ding:rules:${part}`,
        opacity: presence * fret,
        d: trace(at, rules(part)),
        fill: null,
        stroke: ink,
        width: bold * 0.6,
        ...dash,
      },
      {
        ...base,
        key: `ding:fret:${part}`,
        opacity: presence * fret,
        d: trace(at, fretwork(part)),
        fill: null,
        stroke: deep,
        width: bold * (goal ? 0.4 : 0.6),
      },
    ];
    if (goal)
      return [
        ...shapes,
        {
          ...base,
          key: "ding:leg:0",
          opacity: presence,
          d: shin,
          fill: null,
          stroke: deep,
          width: bold * 0.85,
          ...dash,
        },
      ];
    const graver = { ...base, opacity: presence * 0.55, fill: null, stroke: deep, width: bold * 0.42 } as const;
    return [
      {
        ...base,
        key: `ding:body:${part}`,
        opacity: presence,
        d: `${trace(at, [area(part)])}Z${trace(at, [earArea(part)])}Z`,
        fill: tone,
        stroke: null,
        width: 0,
      },
      { ...graver, key: `ding:shade:${part}`, d: trace(at, shade(part)) },
      ...shapes,
      {
        ...base,
        key: `ding:flange:${part}`,
        opacity: presence * fret,
        d: trace(at, flange(part)),
        fill: tone,
        stroke: ink,
        width: bold * 0.6,
      },
      {
        ...base,
        key: `ding:inner:${part}`,
        opacity: presence * 0.8,
        d: trace(at, inner(part)),
        fill: null,
        stroke: deep,
        width: bold * 0.4,
      },
      { ...base, key: `ding:leg:${part}`, opacity: presence, d: shin, fill: tone, stroke: ink, width: bold },
      { ...graver, key: `ding:leg:${part}:shade`, d: trace(at, shinShade(part)) },
    ];
  });
}
