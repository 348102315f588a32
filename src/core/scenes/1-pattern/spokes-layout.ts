import { sum } from "d3-array";
import type { LayoutContext } from "../../model/picture.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { levelLand } from "../props/wheel-pair.ts";

export const DEGREE = Math.PI / 180;

/** Two halves of wheels with their named spokes, by angle clockwise from the right; the last name is no name: 等. */
export const HALVES = [
  {
    group: "industry",
    ink: "textIndustry",
    named: [
      { key: "one", angle: -147, open: false },
      { key: "two", angle: -33, open: false },
    ],
    plain: [-112, -90, -68],
  },
  {
    group: "services",
    ink: "textServices",
    named: [
      { key: "three", angle: -168, open: false },
      { key: "four", angle: -129, open: false },
      { key: "five", angle: -90, open: false },
      { key: "six", angle: -51, open: false },
      { key: "open", angle: -12, open: true },
    ],
    plain: [-148, -110, -70, -32],
  },
] as const;

export type Half = (typeof HALVES)[number];

export const FLAGS = ["flag-one", "flag-two"] as const;

/** Radii of a half's parts, in radii of the wheel: the rim between TYRE and RIM carries two rows of grains. */
export const TYRE = 0.97;
export const RIM = 0.85;
export const NAVE = 0.16;
export const ROWS = [0.94, 0.88] as const;
/** Size of a name's characters and outer end of a name of LONGEST characters, in radii. */
const LETTER = 0.138;
export const NAME_TO = 0.815;
export const LONGEST = 4;
/** Width of both banners, in radii. */
const BANNERS = 0.72;

/** The halves lie one above the other, or side by side on a low, wide stage: as they are about as large. */
function placeHalves({ size, box }: LayoutContext, strip: number) {
  const right = box.x + box.width;
  const seam = size.height < 400 ? 0.075 : 0.09;
  const lowest = (0.955 - seam) * size.height - strip;
  const stacked = Math.min((lowest - box.y - strip) / 2, box.width / (2 + BANNERS));
  const abreast = Math.min(lowest - box.y - 4, box.width / (4 + BANNERS));
  if (abreast > 0.94 * stacked) {
    const y = lowest - (lowest - box.y - abreast) * 0.4;
    const hubs = [
      { x: box.x + abreast, y },
      { x: right - abreast, y },
    ];
    return {
      land: levelLand(size, y / size.height, seam),
      radius: abreast,
      hubs,
      upper: null,
      flagsFrom: box.x + 2 * abreast,
    };
  }
  const upper = lowest - strip - stacked - (lowest - box.y - strip - 2 * stacked) * 0.5;
  const hubs = [
    { x: box.x + stacked, y: upper },
    { x: right - stacked, y: lowest },
  ];
  return {
    land: levelLand(size, lowest / size.height, seam),
    radius: stacked,
    hubs,
    upper: { y: upper, to: size.width },
    flagsFrom: box.x + 2 * stacked,
  };
}

export function layout(at: LayoutContext) {
  const { size, box, label } = at;
  const type = typeSize(size, "display");
  const note = typeSize(size, "note");
  const { land, radius, hubs, upper, flagsFrom } = placeHalves(at, type * 1.75);
  const letter = Math.max(11, radius * LETTER);
  const turns = HALVES.map((_, index) => sum(HALVES.slice(0, index), ({ named }) => named.length));
  const halves = HALVES.map((half, index) => ({
    ...half,
    hub: hubs[index] ?? { x: 0, y: 0 },
    spokes: half.named.map(({ key, angle, open }, k) => ({
      key,
      angle: angle * DEGREE,
      open,
      lines: label(key).split("|"),
      turn: (turns[index] ?? 0) + k,
    })),
  }));
  const wide = Math.min(radius * BANNERS, box.x + box.width - flagsFrom);
  const flags = FLAGS.map((key, k) => ({ key, x: flagsFrom + wide * (0.3 + 0.46 * k) }));
  const foot = upper?.y ?? land.horizon;
  return { size, box, type, note, land, radius, letter, upper, foot, halves, flags, banner: radius * 0.8 };
}

export type Layout = ReturnType<typeof layout>;
export type PlacedHalf = Layout["halves"][number];
export type Spoke = PlacedHalf["spokes"][number];
