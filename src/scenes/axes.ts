import { cleared } from "../motifs/cleared.ts";
import { engraved } from "../motifs/engraving.ts";
import { lettering, letters } from "../motifs/lettering.ts";
import { blend, heavy, span } from "../picture/ease.ts";
import { eachGrain, firstOf, groupOf, rankOf, GROUP_SIZE } from "../picture/grains.ts";
import type { Scene, Shape } from "../picture/model.ts";
import { textWidth } from "../picture/text.ts";
import { grainRadius, sized } from "./grain.ts";

/** Where the three axes point, y up: isometric, so that none is longer or nearer than another. */
const POINTS = [
  [-Math.cos(Math.PI / 6), -0.5],
  [0, 1],
  [Math.cos(Math.PI / 6), -0.5],
] as const;

/** The nouns in the order they come out of the origin: axis, place along it 0–1, side (−1 the text ends there, 1 it begins there). */
const NOUNS = [
  { key: "one-a", axis: 1, along: 0.76, side: 1 },
  { key: "one-b", axis: 1, along: 0.5, side: 1 },
  { key: "two-a", axis: 0, along: 0.66, side: -1 },
  { key: "two-b", axis: 0, along: 0.36, side: -1 },
  { key: "three-a", axis: 2, along: 0.36, side: 1 },
  { key: "three-b", axis: 2, along: 0.42, side: -1 },
  { key: "three-c", axis: 2, along: 0.66, side: 1 },
  { key: "three-d", axis: 2, along: 0.76, side: -1 },
] as const;

const FACE_CUTS = 18;
const ARC_POINTS = 13;
const RAYS = 11;

/** Three equal axes from one origin, grains strung along them; what was met before slides out to the axis where the interview puts it. */
export const axes: Scene = {
  words: ["one", "two", "three", ...NOUNS.map((noun) => noun.key), "editor"],
  ground: () => 0.96,
  draw({ act, size, box, palette, word }) {
    const type = lettering(size, 12.5, 18);
    const name = type * 1.3;
    const length = Math.min(box.width * 0.56, (box.height - name) / 1.74);
    const origin = { x: box.x + box.width / 2, y: box.y + (box.height - length * 1.74 - name) / 2 + name + length };
    const at = (axis: number, t: number): readonly [number, number] => {
      const [x, y] = POINTS[axis] ?? [0, 0];
      return [origin.x + x * t * length, origin.y - y * t * length];
    };
    const grown = blend(0.3, 1, heavy(span(act, 0, 0.35)));
    const to = ([x, y]: readonly [number, number]): string => `${x} ${y}`;
    const r = Math.min(grainRadius(size) * 0.8, (length / (GROUP_SIZE / 2)) * 0.6);

    /** The wall between two axes, cut in quarter circles about the origin that thin out towards it. */
    const face = (a: number, b: number): readonly Shape[] => {
      const arcs = Array.from({ length: FACE_CUTS }, (_, k) => {
        const t = (k + 1) / FACE_CUTS;
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
        engraved(`axes:face:${a}${b}`, arcs.slice(0, -1).join("") + rays.join(""), palette.line, 0.8, { opacity: 0.6 }),
        engraved(`axes:rim:${a}${b}`, arcs.slice(-1).join(""), palette.muted, 1.1),
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

    const nouns = NOUNS.flatMap(({ key, axis, along, side }, k): readonly Shape[] => {
      const out = heavy(span(act, 0.3 + k * 0.07, 0.5 + k * 0.07));
      const [x, y] = at(axis, along * out);
      const above = side > 0 === (axis === 2);
      const aside = r * (axis === 1 ? 4 : 1.5);
      const rise = axis === 1 ? type * 0.35 : above ? -r * 3.2 : r * 3.2 + type * 0.88;
      const width = textWidth(word(key), type);
      const from = side < 0 ? Math.max(box.x + width, x - aside) : Math.min(box.x + box.width - width, x + aside);
      return cleared(
        letters(`axes:noun:${key}`, word(key), [from, y + rise], type, palette.ink, {
          anchor: side < 0 ? "end" : "start",
          opacity: heavy(span(out, 0.45, 0.9)),
        }),
        palette.ground,
      );
    });
    const named = [
      ["two", 0],
      ["one", 1],
      ["three", 2],
    ] as const;
    const names = named.flatMap(([key, axis]): readonly Shape[] => {
      const [x, y] = at(axis, 1);
      const anchor = axis === 2 ? "end" : "start";
      const edge =
        axis === 0 ? Math.max(box.x, x - name) : axis === 1 ? x + r * 4 : Math.min(box.x + box.width, x + name);
      return cleared(
        letters(
          `axes:name:${key}`,
          word(key),
          [edge, axis === 1 ? y + name * 0.5 : y + r * 4 + name],
          name,
          palette.textRed,
          { anchor, face: "song", opacity: span(act, 0.2, 0.4) },
        ),
        palette.ground,
      );
    });

    return {
      grains: eachGrain((index) => {
        const group = groupOf(index);
        const axis = firstOf(group) / GROUP_SIZE;
        const rank = rankOf(index);
        const k = (rank + 0.5) / GROUP_SIZE;
        const [x, y] = at(axis, 0.04 + 0.94 * (axis === 0 ? 1 - k : k) * grown);
        const [dx, dy] = POINTS[axis] ?? [0, 0];
        const lane = (rank % 2 === 0 ? -1 : 1) * r * 0.8;
        return {
          x: x + dy * lane,
          y: y + dx * lane,
          r: sized(index, r * 0.82),
          fill: palette.ember,
          opacity: 1,
          hollow: 0,
        };
      }),
      shapes: [
        ...face(0, 1),
        ...face(1, 2),
        ...face(2, 0),
        engraved("axes:shafts", shafts, palette.ink, 1, { opacity: 0.9 }),
        engraved("axes:heads", heads, palette.ink, Math.max(1.4, r * 0.55)),
        ...names,
        ...nouns,
        letters("axes:editor", word("editor"), [box.x, box.y + type], type, palette.muted, { role: "note" }),
      ],
    };
  },
};
