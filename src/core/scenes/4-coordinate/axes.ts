import { lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Scene, Shape } from "../../model/picture.ts";
import {
  firstInGroup,
  grainRadius,
  GROUP_SIZE,
  groupOf,
  jitteredRadius,
  mapGrains,
  rankInGroup,
} from "../../picture/grains.ts";
import { circlePath, pathMark, textMark, textWithPatch, typeSize } from "../../picture/old-marks.ts";
import { textWidth } from "../../picture/text.ts";

/** Directions of the three axes, y up. Isometric, so that none is longer or nearer than another. */
const POINTS = [
  [-Math.cos(Math.PI / 6), -0.5],
  [0, 1],
  [Math.cos(Math.PI / 6), -0.5],
] as const;

/**
 * Nouns in their order of appearance: axis, place along it 0–1, and side of their leader (−1 is left of the upright
 * axis or below a slanting one).
 */
const NOUNS = [
  { key: "one-a", axis: 1, along: 0.74, side: 1 },
  { key: "one-b", axis: 1, along: 0.5, side: -1 },
  { key: "two-a", axis: 0, along: 0.7, side: 1 },
  { key: "two-b", axis: 0, along: 0.4, side: 1 },
  { key: "three-a", axis: 2, along: 0.37, side: 1 },
  { key: "three-b", axis: 2, along: 0.26, side: -1 },
  { key: "three-c", axis: 2, along: 0.73, side: 1 },
  { key: "three-d", axis: 2, along: 0.57, side: -1 },
] as const;

const FACE_CUTS = [12, 18, 30] as const;
const ARC_POINTS = 13;
const RAYS = 11;

/**
 * Three equal axes with grains strung along them. Things met before slide out to the axis that the interview gives
 * them.
 */
export const axes: Scene = {
  labels: ["one", "two", "three", ...NOUNS.map((noun) => noun.key), "editor"],
  elevation: () => 0.96,
  draw({ t, size, box, palette, label }) {
    const type = typeSize(size, 14, 21);
    const name = type * 1.35;
    const length = Math.min(box.width * 0.56, (box.height - name) / 1.74);
    const origin = { x: box.x + box.width / 2, y: box.y + (box.height - length * 1.74 - name) / 2 + name + length };
    const at = (axis: number, t: number): readonly [number, number] => {
      const [x, y] = POINTS[axis] ?? [0, 0];
      return [origin.x + x * t * length, origin.y - y * t * length];
    };
    const grown = lerp(0.5, 1, smoothstep(linearStep(t, 0, 0.35)));
    const to = ([x, y]: readonly [number, number]): string => `${x} ${y}`;
    const r = Math.min(grainRadius(size) * 0.8, (length / (GROUP_SIZE / 2)) * 0.6);

    const face = (a: number, b: number, cuts: number): readonly Shape[] => {
      const arcs = Array.from({ length: cuts }, (_, k) => {
        const t = (k + 1) / cuts;
        const points = Array.from({ length: ARC_POINTS }, (_, j) => {
          const turn = (Math.PI / 2) * (j / (ARC_POINTS - 1));
          const [ax, ay] = at(a, t * Math.cos(turn) * grown);
          const [bx, by] = at(b, t * Math.sin(turn) * grown);
          return `${ax + bx - origin.x} ${ay + by - origin.y}`;
        });
        return `M${points.join("L")}`;
      });
      const rays = Array.from({ length: RAYS }, (_, k) => {
        const turn = ((Math.PI / 2) * (k + 1)) / (RAYS + 1);
        const [ax, ay] = at(a, Math.cos(turn) * grown);
        const [bx, by] = at(b, Math.sin(turn) * grown);
        const [x, y] = [ax + bx - 2 * origin.x, ay + by - 2 * origin.y];
        const from = k % 2 === 0 ? 0.45 : 0.2;
        return `M${origin.x + x * from} ${origin.y + y * from}L${origin.x + x} ${origin.y + y}`;
      });
      return [
        pathMark(`axes:face:${a}${b}`, arcs.slice(0, -1).join("") + rays.join(""), palette.line, 0.8, { opacity: 0.6 }),
        pathMark(`axes:rim:${a}${b}`, arcs.slice(-1).join(""), palette.muted, 1.1),
      ];
    };

    const heads = [0, 1, 2]
      .map((axis) => {
        const [x, y] = POINTS[axis] ?? [0, 0];
        const [tx, ty] = at(axis, grown * 1.02);
        const barb = r * 3.4;
        const back = (turn: number): string => {
          const angle = Math.atan2(-y, x) + turn;
          return `${tx - barb * Math.cos(angle)} ${ty - barb * Math.sin(angle)}`;
        };
        return `M${back(0.42)}L${tx} ${ty}L${back(-0.42)}`;
      })
      .join("");
    const shafts = [0, 1, 2].map((axis) => `M${to(at(axis, 0))}L${to(at(axis, grown))}`).join("");

    const ring = r * 1.9;
    const nouns = NOUNS.flatMap(({ key, axis, along, side }, k): readonly Shape[] => {
      const out = smoothstep(linearStep(t, 0.25 + k * 0.07, 0.5 + k * 0.07));
      const [x, y] = at(axis, along * out);
      const upright = axis === 1;
      const leader = type * (upright ? 1.1 : 0.95) + ring;
      const [tx, ty] = upright ? [x + side * leader, y] : [x, y - side * leader];
      const width = textWidth(label(key), type);
      // A long word moves away from the neighbouring axis.
      const lean = (axis === 2 ? -side : side) * Math.min(0, type * 1.3 - width / 2);
      const from = upright
        ? tx + side * type * 0.3
        : Math.max(box.x + width / 2, Math.min(box.x + box.width - width / 2, tx + lean));
      const foot = upright ? ty + type * 0.36 : side > 0 ? ty - type * 0.3 : ty + type * 1.02;
      const there = linearStep(out, 0.02, 0.2);
      const stem = upright ? `M${x + side * ring} ${y}L${tx} ${ty}` : `M${x} ${y - side * ring}L${tx} ${ty}`;
      return [
        pathMark(`axes:stem:${key}`, stem, palette.ink, 1.1, { opacity: there }),
        pathMark(`axes:ring:${key}`, circlePath(x, y, ring), palette.ink, 1.3, {
          opacity: there,
          fill: palette.background,
          layer: "front",
        }),
        ...textWithPatch(
          textMark(`axes:noun:${key}`, label(key), [from, foot], type, palette.ink, {
            anchor: !upright ? "middle" : side < 0 ? "end" : "start",
            opacity: smoothstep(linearStep(out, 0.4, 0.85)),
          }),
          palette.background,
        ),
      ];
    });
    const named = [
      ["two", 0],
      ["one", 1],
      ["three", 2],
    ] as const;
    const names = named.flatMap(([key, axis]): readonly Shape[] => {
      const [x, y] = at(axis, 1);
      // Beside the tips if there is room, otherwise under them and within the box.
      const room = box.width / 2 - POINTS[2][0] * length - r * 4;
      const width = textWidth(label(key), name);
      const beside = axis !== 1 && room > width;
      const side = axis === 0 ? -1 : 1;
      const from =
        axis === 1
          ? x + r * 4
          : beside
            ? x + side * r * 4
            : axis === 0
              ? Math.max(box.x, x - name)
              : Math.min(box.x + box.width, x + name);
      const foot = axis === 1 ? y + name * 0.5 : beside ? y + name * 0.5 : y + r * 4 + name;
      return textWithPatch(
        textMark(`axes:name:${key}`, label(key), [from, foot], name, palette.textRed, {
          anchor: axis === 1 || (axis === 2) === beside ? "start" : "end",
          face: "song",
          opacity: linearStep(t, 0.2, 0.4),
        }),
        palette.background,
      );
    });

    return {
      grains: mapGrains((index) => {
        const group = groupOf(index);
        const axis = firstInGroup(group) / GROUP_SIZE;
        const rank = rankInGroup(index);
        const k = (rank + 0.5) / GROUP_SIZE;
        const [x, y] = at(axis, 0.04 + 0.94 * (axis === 0 ? 1 - k : k) * grown);
        const [dx, dy] = POINTS[axis] ?? [0, 0];
        const lane = (rank % 2 === 0 ? -1 : 1) * r * 0.8;
        return {
          x: x + dy * lane,
          y: y + dx * lane,
          r: jitteredRadius(index, r * 0.82),
          fill: palette.ember,
          opacity: 1,
          hollow: 0,
        };
      }),
      shapes: [
        ...FACE_CUTS.flatMap((cuts, k) => face(k, (k + 1) % 3, cuts)),
        pathMark("axes:origin", circlePath(origin.x, origin.y, r * 3), palette.ink, 1.2, { fill: palette.background }),
        pathMark("axes:shafts", shafts, palette.ink, 1, { opacity: 0.9 }),
        pathMark("axes:heads", heads, palette.ink, Math.max(1.4, r * 0.55)),
        ...names,
        ...nouns,
        textMark("axes:editor", label("editor"), [box.x, box.y + type], type, palette.muted, { role: "note" }),
      ],
    };
  },
};
