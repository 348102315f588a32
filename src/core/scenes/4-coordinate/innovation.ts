import { easeOutQuad, lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Box, Palette, Point, Scene, Shape } from "../../model/picture.ts";
import { GROUP_SIZE, groupOf, mapGrains, rankInGroup } from "../../picture/grains.ts";
import { circlePath, pathMark, textMark, typeSize } from "../../picture/old-marks.ts";
import { CHAIN_LINKS, drawChain, type Link, linkGrainRadius, linkPlaces, ringLink, ringStep } from "../props/chain.ts";

/**
 * Extent of the ring with two links at its lower right, from the ring's centre, in radii: up and left (`before`), down
 * and right (`after`).
 */
const REACH = { before: 1.3, after: 1.46 } as const;
/** Slot that the additional links hang on, and slots to be strengthened. */
const HOOK = 4;
const STRONG: readonly number[] = [5, 6, 7];
/** Final angle of the mending links away from the gap, share of a circle. */
const AJAR = 0.03;

/**
 * Returns a grain's place along the chain, from the gap's left end over the ring's foot to its right end. Industry
 * comes down the left side and services the right, as in the compass rose; the third group lies below.
 */
export function ringOrder(index: number): number {
  const group = groupOf(index);
  const turned = (rankInGroup(index) + GROUP_SIZE - 8) % GROUP_SIZE;
  return group === "industry"
    ? turned
    : group === "rural"
      ? GROUP_SIZE + rankInGroup(index)
      : 3 * GROUP_SIZE - 1 - turned;
}

function layout({ x, y, width, height }: Box): {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly edge: number;
} {
  const edge = Math.min(width, height);
  const radius = edge / (REACH.before + REACH.after);
  return {
    x: x + (width - edge) / 2 + radius * REACH.before,
    y: y + (height - edge) * 0.45 + radius * REACH.before,
    radius,
    edge,
  };
}

function hung(k: number, ring: { readonly x: number; readonly y: number; readonly radius: number }): Link {
  const hook = ringLink(HOOK, ring, ring.radius);
  const angle = hook.angle - Math.PI / 2;
  const away = ring.radius + hook.step * (0.86 + k);
  return { ...hook, x: ring.x + away * Math.cos(angle), y: ring.y + away * Math.sin(angle), angle, face: k === 1 };
}

function banner(
  key: string,
  name: string,
  foot: Point,
  height: number,
  type: number,
  colours: Palette,
): readonly Shape[] {
  const written = [...name];
  const width = type * 1.95;
  const [top, left, right] = [foot.y - height, foot.x - width / 2, foot.x + width / 2];
  const [cloth, drop] = [top + height * 0.05, height * 0.84];
  const step = type * 1.2;
  const first = cloth + (drop - width * 0.25 - step * (written.length - 1)) / 2 + type * 0.36;
  return [
    {
      kind: "path",
      key: `${key}:pole`,
      opacity: 1,
      d: `M${left} ${foot.y}L${left} ${top}M${left - type * 0.2} ${cloth}L${right + type * 0.2} ${cloth}`,
      fill: null,
      stroke: colours.ink,
      strokeWidth: 1.7,
    },
    {
      kind: "path",
      key: `${key}:cloth`,
      opacity: 1,
      fill: null,
      stroke: colours.textIndustry,
      strokeWidth: 1.4,
      dash: "5 4",
      d: `M${left} ${cloth + drop}L${foot.x} ${cloth + drop - width * 0.3}L${right} ${cloth + drop}L${right} ${cloth}`,
    },
    ...written.map((text, k) =>
      textMark(`${key}:${k}`, text, [foot.x, first + k * step], type, colours.textIndustry, {
        face: "song",
        anchor: "middle",
      }),
    ),
  ];
}

/**
 * Returns a curl of a cloud, wound inwards from (x, y): half circles about two centres, the largest of `r` px. `side` 1
 * winds to the right.
 */
function curl(x: number, y: number, r: number, side: 1 | -1): string {
  const sweep = side > 0 ? 1 : 0;
  return [1.86, -1.42, 1, -0.6].reduce(
    (d, step) => {
      const to = d.x + side * step * r;
      return {
        x: to,
        path: `${d.path}A0.1 0.1 0 0 ${sweep} ${to} ${y}`,
      };
    },
    { x: x - side * r, path: `M${x - side * r} ${y}` },
  ).path;
}

function cloud(x: number, y: number, w: number): string {
  const u = w / 12;
  const wind = [
    [2.2, 9.2, 0],
    [3.4, 12, 1],
    [1.4, 7.4, 2],
  ] as const;
  return (
    curl(x + 2.6 * u, y - 1.4 * u, 1.9 * u, 1) +
    curl(x + 6.1 * u, y - 3.1 * u, 2.4 * u, 1) +
    curl(x + 9.6 * u, y - 1.4 * u, 1.9 * u, -1) +
    wind.map(([from, to, k]) => `M${x + from * u} ${y + k * u}L${x + to * u} ${y + k * u}`).join("")
  );
}

function tape(x: number, y: number, w: number): { readonly edge: string; readonly holes: string } {
  const u = w / 12;
  const hole = (column: number, row: number, r: number): string => {
    const [cx, cy] = [x + (column + 0.8) * u, y - (row + 0.65) * u];
    return circlePath(cx, cy, r);
  };
  const holes = Array.from({ length: 11 }, (_, k) => {
    const rows = [0, 2, 3].filter((row) => (k * 5 + row * 3) % 7 < 4);
    return hole(k, 1, u * 0.13) + rows.map((row) => hole(k, row, u * 0.3)).join("");
  });
  const torn = [0.5, 0, 0.6, 0.1, 0.5].map((dx, k) => `L${x + (12 + dx) * u} ${y - 1.075 * k * u}`).join("");
  return { edge: `M${x} ${y}${torn}L${x} ${y - 4.3 * u}Z`, holes: holes.join("") };
}

/**
 * The ring of the second chapter: missing links come down on the gap, two make it longer, some are to be stronger. All
 * that is wanted stays a dashed outline and the ring stays open.
 */
export const innovation: Scene = {
  labels: ["mend", "extend", "strengthen", "flag-one", "flag-two", "soon", "cloud", "data"],
  elevation: () => 0.98,
  draw({ t, size, box, palette, label }) {
    const ring = layout(box);
    const { x, y, radius } = ring;
    const step = ringStep(radius);
    const type = Math.min(typeSize(size, 14, 22), Math.max(11.5, radius * 0.125));
    const [mended, extended, strong] = [
      linearStep(t, 0.08, 0.32),
      linearStep(t, 0.32, 0.56),
      linearStep(t, 0.56, 0.78),
    ];
    const wanted = { ...palette, muted: palette.ink };
    const chain = Array.from({ length: CHAIN_LINKS }, (_, slot) => ringLink(slot, ring, radius));
    const places = [...chain].reverse().flatMap(linkPlaces);
    const gap = [0, 1, 2].map((k) => ringLink(CHAIN_LINKS + k, ring, radius));
    // They hang on the ring's left end and come down towards the right one, which they do not reach.
    const hinge = ringLink(CHAIN_LINKS - 0.6, ring, radius);
    const turn = -2 * Math.PI * lerp(AJAR * 3, AJAR, smoothstep(mended));
    const mending = gap.map((link): Link => {
      const [dx, dy] = [link.x - hinge.x, link.y - hinge.y];
      return {
        ...link,
        x: hinge.x + dx * Math.cos(turn) - dy * Math.sin(turn),
        y: hinge.y + dx * Math.sin(turn) + dy * Math.cos(turn),
        angle: link.angle + turn,
      };
    });
    const longer = [0, 1]
      .map((k) => hung(k, ring))
      .map((link) => ({
        ...link,
        x: link.x + (1 - easeOutQuad(extended)) * step * 0.6,
        y: link.y + (1 - easeOutQuad(extended)) * step * 0.6,
      }));
    const thick = lerp(1, 1.9, smoothstep(strong));
    const song = type * 1.4;
    const tall = radius * 0.76;
    const inner = { face: "song", anchor: "middle" } as const;
    const said = linearStep(t, 0.8, 0.95);
    const foot = y + radius * REACH.after;
    // On a wide stage, cloud and tape stand beside the ring.
    const aside = Math.min(radius * 0.75, (box.width - ring.edge) / 2);
    const wide = type * (aside > type ? 5 : 4.2);
    const right = x + radius * REACH.after + aside;
    const punched = tape(x - radius * REACH.before - aside, foot - type * 1.6, wide);
    return {
      grains: mapGrains((index) => {
        const place = places[ringOrder(index)] ?? ring;
        return {
          x: place.x,
          y: place.y,
          r: linkGrainRadius(step),
          fill: palette.ember,
          opacity: 1,
          hollow: 0,
        };
      }),
      shapes: [
        ...drawChain(gap, palette, { key: "chain:missing", opacity: 1 - mended, missing: true }),
        ...drawChain(
          chain.filter((_, slot) => STRONG.includes(slot)),
          wanted,
          { key: "links:strong", opacity: strong, missing: true, thick },
        ),
        ...drawChain(
          chain.filter(({ face }) => face),
          palette,
          { key: "chain", opacity: 1 },
        ),
        ...drawChain(mending, wanted, { key: "links:mended", opacity: mended, missing: true }),
        ...drawChain(
          chain.filter(({ face }) => !face),
          palette,
          { key: "links", opacity: 1 },
        ),
        ...drawChain(longer, wanted, { key: "links:longer", opacity: extended, missing: true }),
        textMark("links:mend", label("mend"), [x, y - radius * 0.56], song, palette.ink, { ...inner, opacity: mended }),
        textMark("links:extend", label("extend"), [x + radius * 0.62, foot - type * 0.3], song, palette.ink, {
          ...inner,
          opacity: extended,
        }),
        textMark("links:strengthen", label("strengthen"), [x, y + radius * 0.74], song, palette.ink, {
          ...inner,
          opacity: strong,
        }),
        ...[label("flag-one"), label("flag-two")].flatMap((name, k) =>
          banner(
            `links:flag:${k}`,
            name,
            { x: x + (k - 0.5) * radius * 0.54, y: y + radius * 0.32 },
            tall,
            Math.min(type * 1.5, tall * 0.18),
            palette,
          ),
        ),
        textMark("links:soon", label("soon"), [x, y + radius * 0.32 + type * 1.5], type, palette.textIndustry, {
          anchor: "middle",
          role: "note",
        }),
        pathMark("links:cloud", cloud(right - wide, y - radius * REACH.before + type * 3.6, wide), palette.muted, 1.3, {
          opacity: said,
        }),
        textMark("links:cloud:word", label("cloud"), [right, y - radius * REACH.before + type], type, palette.ink, {
          anchor: "end",
          opacity: said,
        }),
        pathMark("links:data", punched.edge, palette.muted, 1.2, { opacity: said }),
        pathMark("links:data:holes", punched.holes, null, 0, { opacity: said, fill: palette.muted }),
        textMark(
          "links:data:word",
          label("data"),
          [right - ring.edge - 2 * aside, foot - type * 0.2],
          type,
          palette.ink,
          {
            opacity: said,
          },
        ),
      ],
    };
  },
};
