import { mixRgb } from "../../lib/color.ts";
import { clamp, lerp, linearStep, smoothstep } from "../../lib/math.ts";
import { seededRandom } from "../../lib/random.ts";
import type { Scene, Shape } from "../../model/picture.ts";
import { grainRadius, GROUP_SIZE, groupOf, jitteredRadius, mapGrains, rankInGroup } from "../../picture/grains.ts";
import { pathMark, textMark, typeSize } from "../../picture/old-marks.ts";
import { textWidth } from "../../picture/text.ts";

/** Places of the towers along the span, 0–1, and half the gap that stays open in the end. */
const TOWERS = [0.25, 0.75] as const;
const GAP = 0.065;
const HANGERS = 48;

const RIPPLES: readonly (readonly [number, number, number])[] = (() => {
  const random = seededRandom("river");
  return Array.from({ length: 46 }, () => [random(), random() ** 1.4, random()] as const);
})();

/**
 * A suspension bridge in oblique view, its cables made of grains. The two ends of the deck do not meet, because the
 * link is a demand, not a fact.
 */
export const bridge: Scene = {
  labels: ["left", "right", "tower-one", "tower-two", "ask"],
  elevation: () => 0.93,
  draw({ t, size, box, palette, label }) {
    const type = typeSize(size, 14.5, 22);
    const height = Math.min(box.height - type, box.width * 1.08);
    const top = box.y + (box.height - type - height) * 0.45;
    const [ox, oy] = [box.width * 0.05, height * 0.045];
    const width = box.width - ox;
    const px = (t: number): number => box.x + t * width;
    const py = (t: number): number => top + t * height;
    const [head, deck, water, foot] = [py(0.24), py(0.62), py(0.76), py(0.86)];
    // Keep the cable shallow on any stage: a deep one would look like a rope.
    const low = Math.min(head + (TOWERS[1] - TOWERS[0]) * width * 0.36, lerp(deck, head, 0.16));
    const built = smoothstep(t);
    const [left, right] = [lerp(0.2, 0.5 - GAP, built), lerp(0.8, 0.5 + GAP, built)];

    /** Returns the y of the main cable at t of the span, px. Parabolas, as in a cable that carries a deck. */
    function cable(t: number): number {
      const [a, b] = TOWERS;
      if (t >= a && t <= b) return lerp(low, head, ((t - 0.5) / (b - 0.5)) ** 2);
      const out = t < a ? 1 - t / a : (t - b) / (1 - b);
      return lerp(head, deck, out + 0.42 * out * (1 - out));
    }
    const [a, b] = TOWERS;
    const sag = (x0: number, y0: number, x1: number, y1: number): string =>
      `Q${px((x0 + x1) / 2)} ${(y0 + y1) / 2 + 0.21 * (deck - head)} ${px(x1)} ${y1}`;
    const rope = `M${px(0)} ${deck}${sag(0, deck, a, head)}Q${px(0.5)} ${2 * low - head} ${px(b)} ${head}${sag(b, head, 1, deck)}`;
    const shifted = (d: string): string =>
      d.replace(/(-?[\d.]+) (-?[\d.]+)/g, (_, x: string, y: string) => `${Number(x) + ox} ${Number(y) - oy}`);

    const standing = (t: number): boolean => t < left || t > right;
    const hangers = Array.from({ length: HANGERS - 1 }, (_, k) => (k + 1) / HANGERS).filter(
      (t) => Math.abs(t - a) > 0.012 && Math.abs(t - b) > 0.012,
    );
    const drop = (ts: readonly number[]): string => ts.map((t) => `M${px(t)} ${cable(t)}L${px(t)} ${deck}`).join("");

    const slab = (from: number, to: number): string =>
      `M${px(from)} ${deck}L${px(to)} ${deck}L${px(to) + ox} ${deck - oy}L${px(from) + ox} ${deck - oy}Z`;
    const girder = height * 0.03;
    const bays = 40;
    const truss = (from: number, to: number): string => {
      const feet = Array.from({ length: bays + 1 }, (_, k) => k / bays).filter(
        (t) => t >= from - 1e-6 && t <= to + 1e-6,
      );
      return `M${px(from)} ${deck}L${px(to)} ${deck}M${px(from)} ${deck + girder}L${px(to)} ${deck + girder}${feet.map((t, k) => `${k === 0 ? "M" : "L"}${px(t)} ${k % 2 === 0 ? deck : deck + girder}`).join("")}`;
    };

    const leg = Math.max(3, height * 0.016);
    const tower = (t: number, dx: number, dy: number): string =>
      `M${px(t) + dx - leg * 0.6} ${head + dy - leg}L${px(t) + dx + leg * 0.6} ${head + dy - leg}L${px(t) + dx + leg} ${foot + dy}L${px(t) + dx - leg} ${foot + dy}Z`;
    const braces = TOWERS.flatMap((t) =>
      [0, 0.22, 0.44, 0.66].map((k) => {
        const y = lerp(head, deck, k);
        const z = y + (deck - head) * 0.22;
        return `M${px(t)} ${y}L${px(t) + ox} ${y - oy}L${px(t)} ${z}L${px(t) + ox} ${z - oy}L${px(t)} ${y}`;
      }),
    ).join("");

    const shore = Math.min((TOWERS[0] * width - leg * 2) / 4.1, (water - deck) * 0.42);
    /** Middle of the banks' names, px; the cliff is hatched only below them. */
    const named = lerp(deck + girder, water, 0.45);
    /**
     * Draws a bank as a vignette that fades away from the river. The left one ends at the stage's edge, since text may
     * stand beside it; `side` is −1 or 1.
     */
    const bank = (side: -1 | 1): readonly Shape[] => {
      const edge = side < 0 ? px(0.22) : px(0.78) + ox;
      const end = side < 0 ? -edge / box.width : -0.75;
      const x = (d: number): number => edge - side * d * box.width;
      const d = `M${x(0)} ${deck - oy / 2}Q${x(-0.02)} ${lerp(deck, water, 0.6)} ${x(0.07)} ${water + girder}Q${x(0.02)} ${water + girder * 2.4} ${x(-0.2)} ${water}Q${x(end * 0.8)} ${lerp(deck, water, 0.66)} ${x(end)} ${deck - oy / 2}Z`;
      const cuts = Array.from({ length: 16 }, (_, k) => {
        const t = (k + 0.5) / 16;
        const cliff = -0.04 * t * (1 - t) + 0.07 * t * t;
        const y = (1 - t) ** 2 * (deck - oy / 2) + 2 * t * (1 - t) * lerp(deck, water, 0.6) + t * t * (water + girder);
        const long = 0.025 + 0.075 * (((k * 5) % 7) / 6) * t;
        return y < named + shore * 0.6
          ? ""
          : `M${x(cliff)} ${y}Q${x(cliff - long / 2)} ${y - 1.5} ${x(cliff - long)} ${y + 1}`;
      }).join("");
      return [
        pathMark(`bridge:bank:${side}`, d, null, 0, { fill: palette.layer }),
        pathMark(
          `bridge:bank:${side}:cut`,
          `M${x(end)} ${deck - oy / 2}L${x(0)} ${deck - oy / 2}Q${x(-0.02)} ${lerp(deck, water, 0.6)} ${x(0.07)} ${water + girder}${cuts}`,
          palette.muted,
          1.1,
        ),
      ];
    };

    const river = RIPPLES.map(([t, down, long]) => {
      const x = lerp(px(0.2), px(0.8), t);
      const l = box.width * (0.02 + 0.05 * long);
      const y = lerp(water + girder * 0.6, foot + girder * 1.8, down);
      const x1 = x + l;
      return `M${x} ${y}Q${(x + x1) / 2} ${y - 2.4} ${x1} ${y}`;
    }).join("");

    const step = (width * 1.28) / GROUP_SIZE;
    const r = Math.min(grainRadius(size), step * 0.46);
    const paler = mixRgb(palette.background, palette.ember, 0.75);
    return {
      grains: mapGrains((index) => {
        const rank = rankInGroup(index);
        const group = groupOf(index);
        const own = jitteredRadius(index, r);
        if (group === "rural") {
          const half = GROUP_SIZE / 2;
          const k = (Math.floor((rank % half) / 2) + 0.5) / (half / 2);
          const t = rank < half ? lerp(0.01, left, k) : lerp(right, 0.99, k);
          const lane = rank % 2 === 0 ? 0.25 : 0.75;
          return {
            x: px(t) + ox * lane,
            y: deck - oy * lane,
            r: Math.min(own, ((left * width) / half) * 0.86, oy * 0.26),
            fill: palette.red,
            opacity: 1,
            hollow: 0,
          };
        }
        const t = rank / (GROUP_SIZE - 1);
        const far = group === "services";
        return {
          x: px(t) + (far ? ox : 0),
          y: cable(t) - (far ? oy : 0),
          r: own,
          fill: far ? paler : palette.ember,
          opacity: 1,
          hollow: 0,
        };
      }),
      shapes: [
        ...bank(-1),
        ...bank(1),
        pathMark("bridge:river", river, palette.industry, 1.1, { opacity: 0.8 }),
        pathMark("bridge:rope:far", shifted(rope), palette.ink, 1, { opacity: 0.5 }),
        pathMark("bridge:hangers:far", shifted(drop(hangers.filter(standing))), palette.muted, 0.7, { opacity: 0.6 }),
        pathMark("bridge:tower:far", TOWERS.map((t) => tower(t, ox, -oy)).join(""), palette.ink, 1, {
          fill: mixRgb(palette.background, palette.ink, 0.55),
        }),
        pathMark("bridge:braces", braces, palette.ink, 1),
        pathMark("bridge:slab", slab(0, left) + slab(right, 1), palette.muted, 0.8, {
          fill: mixRgb(palette.background, palette.layer, 0.7),
        }),
        pathMark("bridge:gap", slab(left, right), palette.textRed, 1.2, { dash: "4 3" }),
        pathMark("bridge:truss", truss(0, left) + truss(right, 1), palette.ink, 1),
        pathMark("bridge:tower", TOWERS.map((t) => tower(t, 0, 0)).join(""), palette.ink, 1, {
          fill: palette.ink,
          layer: "front",
        }),
        pathMark("bridge:hangers", drop(hangers.filter(standing)), palette.ink, 0.8, { opacity: 0.8 }),
        pathMark("bridge:hangers:gap", drop(hangers.filter((t) => !standing(t))), palette.textRed, 0.7, {
          dash: "1.5 3",
          opacity: 0.7,
        }),
        pathMark("bridge:rope", rope, palette.textEmber, 1.2),
        ...(["left", "right"] as const).map((key) =>
          textMark(
            `bridge:${key}`,
            label(key),
            [key === "left" ? box.x : box.x + box.width, named + shore * 0.36],
            shore,
            palette.ink,
            { face: "song", anchor: key === "left" ? "start" : "end" },
          ),
        ),
        textMark(
          "bridge:one",
          label("tower-one"),
          [Math.max(px(a), box.x + textWidth(label("tower-one"), type) / 2), foot + girder * 2 + type * 1.2],
          type,
          palette.ink,
          { anchor: "middle" },
        ),
        textMark("bridge:two", label("tower-two"), [px(b), foot + girder * 2 + type * 1.2], type, palette.ink, {
          anchor: "middle",
        }),
        textMark(
          "bridge:ask",
          label("ask"),
          [px(0.5) + ox / 2, py(0.12)],
          clamp(width * 0.074, 16, 56),
          palette.textRed,
          { anchor: "middle", face: "song", opacity: linearStep(t, 0.75, 1) },
        ),
        pathMark(
          "bridge:ask:lead",
          `M${px(0.5) + ox / 2} ${py(0.12) + type * 0.7}L${px(0.5) + ox / 2} ${deck - oy / 2}`,
          palette.textRed,
          1,
          { dash: "2 3", opacity: linearStep(t, 0.75, 1) },
        ),
      ],
    };
  },
};
