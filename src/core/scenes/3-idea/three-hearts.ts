import { line } from "d3-shape";
import { mixRgb, type Rgb } from "../../lib/color.ts";
import { clamp, lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Grain, Palette, Point, Scene, Shape } from "../../model/picture.ts";
import { GROUP_SIZE, mapGrains, rankInGroup } from "../../picture/grains.ts";
import { pointsAlong } from "../../picture/layouts/along-line.ts";
import { pathMark, textMark, typeSize } from "../../picture/old-marks.ts";
import { textWidth } from "../../picture/text.ts";

/** Tones of the three strands, different so that a plait does not look like a rope. */
function strandColors({ ember, ink, background }: Palette): readonly Rgb[] {
  return [ember, mixRgb(ember, ink, 0.42), mixRgb(ember, background, 0.26)];
}

/** Position of a strand in a plait: `aside` −1 … 1 from the middle line, `depth` −1 (behind) … 1 (in front). */
interface Lie {
  readonly aside: number;
  readonly depth: number;
}

function braidOffset(k: number, turns: number): Lie {
  const phase = 2 * Math.PI * (turns + k / 3);
  return { aside: Math.sin(phase), depth: Math.cos(phase) };
}

const HEARTS = ["one", "two", "three"];
/** Starts of the strands in the three dots of 心, from the character's middle and baseline, em. */
const DOTS: readonly Point[] = [
  { x: -0.38, y: -0.3 },
  { x: 0.06, y: -0.66 },
  { x: 0.375, y: -0.31 },
];
const TURNS = 2.5;
const STEPS = 60;

const thread = line<Point>(
  ({ x }) => x,
  ({ y }) => y,
).digits(1);

/** Returns the point at `s` 0–1 of a Bézier curve from `a` to `c` that leaves and arrives vertically. */
function bend(a: Point, c: Point, s: number): Point {
  const [t, u, rise] = [s, 1 - s, a.y - c.y];
  const along = (p: number, q: number, r: number, z: number): number =>
    u ** 3 * p + 3 * u * u * t * q + 3 * u * t * t * r + t ** 3 * z;
  return { x: along(a.x, a.x, c.x, c.x), y: along(a.y, a.y - rise * 0.42, a.y - rise * 0.12, c.y) };
}

/**
 * Each of the three dots of one 心 starts a strand. They rise as a plait, come undone, and each is tied to the purpose
 * of its word.
 */
export const threeHearts: Scene = {
  labels: ["heart", ...HEARTS, ...HEARTS.map((heart) => `to-${heart}`), "editor"],
  elevation: () => 0.92,
  draw({ t: act, box, size, palette, label }) {
    const type = typeSize(size, 17, 30);
    const small = typeSize(size, 12, 15);
    const column = box.width / HEARTS.length;
    const tag = {
      width: Math.max(...HEARTS.map((heart) => textWidth(label(`to-${heart}`), type))) + type * 1.3,
      height: type * 2.1,
    };
    const em = Math.min(box.width * 0.5, box.height * 0.43);
    const cx = box.x + box.width / 2;
    const base = box.y + box.height - em * 0.1;
    const ply = clamp(em * 0.032, 2.6, 9);
    const roots = DOTS.map(({ x, y }): Point => ({ x: cx + x * em, y: base + y * em }));
    const crown = base - 0.9 * em - ply;
    const long = crown - box.y - tag.height;
    const nameSize = Math.min(column * 0.25, long * 0.34, 62);
    const tones = strandColors(palette);
    const ends = roots.map((_, k): Point => {
      if (k === 1) return { x: cx, y: box.y + tag.height };
      return { x: k === 0 ? box.x + tag.width / 2 : box.x + box.width - tag.width / 2, y: crown - nameSize * 1.4 };
    });
    const strands = ends.map((end, k) =>
      Array.from({ length: STEPS + 1 }, (_, j): Point => {
        const s = j / STEPS;
        const late = 0.14 * (1 - s);
        const [aside, down] = [
          smoothstep(linearStep(act, late, late + 0.34)),
          smoothstep(linearStep(act, late + 0.12, late + 0.46)),
        ];
        const root = roots[k] ?? end;
        const free = bend(root, end, s);
        return {
          x: lerp(cx + ply * 3.4 * braidOffset(k, TURNS * s).aside, free.x, aside),
          y: lerp(lerp(crown - ply, box.y + ply * 2, s), free.y, down),
        };
      }),
    );
    // Grains keep off the character's square; within it a strand is a plain line.
    const clear = ({ x, y }: Point): boolean =>
      Math.abs(x - cx) > em * 0.5 + ply * 1.4 || y < base - em * 0.88 - ply * 1.4;
    const cords = strands.map((points) => pointsAlong(points.filter(clear), GROUP_SIZE, ply * 0.62));
    const shapes: Shape[] = [
      textMark("hearts:heart", label("heart"), [cx, base], em, palette.ink, { face: "song", anchor: "middle" }),
      ...HEARTS.flatMap((heart, k): readonly Shape[] => {
        const tied = smoothstep(linearStep(act, 0.62 + 0.08 * k, 0.76 + 0.08 * k));
        const { x, y } = ends[k] ?? { x: cx, y: box.y };
        const [l, r, t, cut] = [x - tag.width / 2, x + tag.width / 2, y - tag.height, type * 0.5];
        const right = k === 2;
        const aside = ply * 3 + nameSize * 0.2;
        return [
          pathMark(`hearts:thread:${k}`, thread(strands[k] ?? []) ?? "", tones[k] ?? palette.ember, ply * 2.4),
          pathMark(
            `hearts:tag:${k}`,
            `M${l} ${t}L${r} ${t}L${r} ${y - cut}L${r - cut} ${y}L${l + cut} ${y}L${l} ${y - cut}Z`,
            palette.ink,
            1.4,
            { fill: palette.layer, opacity: tied },
          ),
          pathMark(`hearts:tag:${k}:in`, `M${l + 4} ${t + 4}L${r - 4} ${t + 4}`, palette.ink, 0.8, { opacity: tied }),
          textMark(`hearts:to:${k}`, label(`to-${heart}`), [x, t + type * 1.42], type, palette.ink, {
            anchor: "middle",
            opacity: tied,
          }),
          textMark(
            `hearts:name:${k}`,
            label(heart),
            [right ? x - aside : x + aside, y + nameSize * 1.12],
            nameSize,
            palette.ink,
            { face: "song", anchor: right ? "end" : "start", opacity: tied },
          ),
        ];
      }),
      textMark("hearts:editor", label("editor"), [box.x, box.y + box.height - small * 0.2], small, palette.muted, {
        role: "note",
        opacity: linearStep(act, 0.7, 0.9),
      }),
    ];
    const grains = mapGrains((index): Grain => {
      const k = Math.floor(index / GROUP_SIZE);
      const rank = rankInGroup(index);
      const { x, y } = cords[k]?.[rank] ?? { x: cx, y: box.y };
      return {
        x,
        y,
        r: ply * 0.68,
        fill: mixRgb(tones[k] ?? palette.ember, palette.ink, rank % 2 === 0 ? 0 : 0.16),
        opacity: 1,
        hollow: 0,
      };
    });
    return { grains, shapes };
  },
};
