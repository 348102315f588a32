import { clamp, lerp, linearStep, smoothstep } from "../../lib/math.ts";
import { seededRandom } from "../../lib/random.ts";
import type { Scene } from "../../model/picture.ts";
import {
  firstInGroup,
  grainRadius,
  GROUP_SIZE,
  groupOf,
  jitteredRadius,
  mapGrains,
  rankInGroup,
} from "../../picture/grains.ts";
import { pathMark, textMark, textWithPatch, typeSize } from "../../picture/old-marks.ts";

/**
 * Direction of each plate's named end before and after crossing, in half turns clockwise from the right, and the dash
 * pattern of its cuts.
 */
const PERIODS = [
  { key: "one", side: -1, from: 0.5, to: 5 / 6, dash: "1.2 3.4" },
  { key: "two", side: 0, from: -0.5, to: -0.5, dash: "8 3.5" },
  { key: "three", side: 1, from: 0.5, to: 1 / 6, dash: "" },
] as const;
const BEATS = ["beat-one", "beat-two", "beat-three"] as const;
const WIDE = 0.33;
const CUTS = 9;

/** Unevenness, −1 … 1, of the cuts' ends and of the ground line: the admitted problem stays under everything. */
const UNEVEN: readonly number[] = (() => {
  const random = seededRandom("unbalanced");
  return Array.from({ length: 41 }, () => 2 * random() - 1);
})();

/**
 * Three equal plates are laid across the one present, without first, last or axis of time. Three words follow in beats;
 * the admitted problem stays.
 */
export const threePeriods: Scene = {
  labels: [...PERIODS.map(({ key }) => key), ...BEATS, "now", "problem", "editor"],
  elevation: () => 0.94,
  draw({ t, size, box, palette, label }) {
    const type = typeSize(size, 15, 24);
    const small = typeSize(size, 12, 15);
    const beside = box.width > 1.3 * box.height;
    const area = beside ? box.width * 0.66 : box.width;
    const loud = beside
      ? Math.min((box.width - area) / 3.05, box.height * 0.16)
      : clamp(box.width * 0.098, 22, box.height * 0.12);
    const foot = box.y + box.height - type * 1.9;
    const room = foot - type * 0.7 - box.y - (beside ? 0 : loud * 1.5);
    const long = Math.min(room, area / (0.866 + WIDE / 2));
    const half = (long * WIDE) / 2;
    const [cx, cy] = [box.x + area / 2, box.y + room / 2];
    const crossed = smoothstep(linearStep(t, 0, 0.42));
    const tones = [palette.muted, palette.ember, palette.ink];
    const beaten = (k: number): number => linearStep(t, 0.44 + 0.18 * k, 0.54 + 0.18 * k);

    const plates = PERIODS.map(({ key, side, from, to, dash }, b) => {
      const turn = Math.PI * lerp(from, to, crossed);
      const [ux, uy] = [Math.cos(turn), Math.sin(turn)];
      const aside = side * half * 2.3 * (1 - crossed);
      const at = (along: number, across: number): readonly [number, number] => [
        cx + aside + along * ux - across * uy,
        cy + along * uy + across * ux,
      ];
      const cuts = Array.from({ length: CUTS }, (_, k) => {
        const across = half * ((2 * (k + 1)) / (CUTS + 1) - 1);
        const end = (j: number): number => (long / 2) * (1 - 0.035 * (1 + (UNEVEN[b * 14 + j] ?? 0)));
        return `M${at(-end(k), across).join(" ")}L${at(end(CUTS - k), across).join(" ")}`;
      }).join("");
      const corners = [at(-long / 2, -half), at(long / 2, -half), at(long / 2, half), at(-long / 2, half)];
      return { key, at, cuts, dash, d: `M${corners.map((corner) => corner.join(" ")).join("L")}Z` };
    });
    const name = Math.min(type * 1.2, half * 0.58);
    const now = half * 0.68;
    const rough = UNEVEN.map(
      (up, k) =>
        `${k === 0 ? "M" : "L"}${box.x + (box.width * k) / (UNEVEN.length - 1)} ${foot + up * type * 0.25 + (k > 20 ? type * 0.25 : 0)}`,
    ).join("");
    const pitch = (2 * long) / GROUP_SIZE;
    const r = Math.min(grainRadius(size), pitch * 0.44);
    return {
      grains: mapGrains((index) => {
        const rank = rankInGroup(index);
        const b = firstInGroup(groupOf(index)) / GROUP_SIZE;
        const along = (Math.floor(rank / 2) - (GROUP_SIZE / 2 - 1) / 2) * pitch;
        const [x, y] = plates[b]?.at(along, rank % 2 === 0 ? -half : half) ?? [cx, cy];
        const beat = beaten(b);
        return {
          x,
          y,
          r: jitteredRadius(index, r) * (1 + 0.9 * beat * (1 - beat)),
          fill: tones[b] ?? palette.ember,
          opacity: 1,
          hollow: 0,
        };
      }),
      shapes: [
        ...plates.map(({ key, d }, b) =>
          pathMark(`periods:plate:${key}`, d, null, 0, { fill: tones[b] ?? palette.ember, opacity: 0.14 }),
        ),
        ...plates.map(({ key, cuts, dash }, b) =>
          pathMark(`periods:cuts:${key}`, cuts, tones[b] ?? palette.ember, 1.1, {
            ...(dash === "" ? {} : { dash }),
            opacity: 0.75,
          }),
        ),
        ...plates.flatMap(({ key, at }) => {
          const [x, y] = at(long * 0.39, 0);
          return textWithPatch(
            textMark(`periods:name:${key}`, label(key), [x, y + name * 0.36], name, palette.ink, {
              face: "song",
              anchor: "middle",
            }),
            palette.background,
          );
        }),
        ...textWithPatch(
          textMark("periods:now", label("now"), [cx, cy + now * 0.36], now, palette.textRed, {
            anchor: "middle",
            face: "song",
            opacity: smoothstep(linearStep(crossed, 0.7, 1)),
          }),
          palette.background,
        ),
        ...BEATS.map((key, k) => {
          const fallen = beaten(k);
          const [x, y] = beside
            ? [box.x + box.width - loud * 1.5, cy + (k - 1) * loud * 1.6 + loud * 0.36]
            : [box.x + (box.width * (2 * k + 1)) / 6, foot - type * 0.7 - loud * 0.2];
          return textMark(
            `periods:${key}`,
            label(key),
            [x, y - loud * 0.4 * (1 - fallen * fallen)],
            loud,
            palette.ink,
            {
              anchor: "middle",
              face: "song",
              opacity: smoothstep(fallen),
            },
          );
        }),
        pathMark("periods:rough", rough, palette.textRed, 1.6),
        textMark(
          "periods:problem",
          label("problem"),
          [box.x + box.width / 2, box.y + box.height - type * 0.2],
          type,
          palette.textRed,
          { anchor: "middle", face: "song" },
        ),
        textMark("periods:editor", label("editor"), [box.x, box.y + box.height - type * 0.2], small, palette.muted, {
          role: "note",
        }),
      ],
    };
  },
};
