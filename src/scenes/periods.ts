import { cleared } from "../motifs/cleared.ts";
import { engraved } from "../motifs/engraving.ts";
import { lettering, letters } from "../motifs/lettering.ts";
import { blend, clamp, heavy, span } from "../picture/ease.ts";
import { eachGrain, firstOf, groupOf, rankOf, GROUP_SIZE } from "../picture/grains.ts";
import type { Scene } from "../picture/model.ts";
import { stream } from "../picture/random.ts";
import { grainRadius, sized } from "./grain.ts";

/** Three periods from left to right and where each stands about the centre, radians clockwise from the top. */
const PERIODS = [
  ["one", -2.0944],
  ["two", 0],
  ["three", 2.0944],
] as const;
const BEATS = ["beat-one", "beat-two", "beat-three"] as const;
/** Cuts across each circle; each circle has its own direction, so that the three together make a dense cross-hatching. */
const CUTS = 25;
/** Distance of the three centres from the common one, in radii: before and after they lie over one another. */
const APART = 1.1;
const TOGETHER = 0.56;

/** Unevenness of the ground line, −1 … 1: what the interview admits stays under everything. */
const UNEVEN: readonly number[] = (() => {
  const random = stream("unbalanced");
  return Array.from({ length: 41 }, () => 2 * random() - 1);
})();

/** Three equal circles close over the one present: no first, no last, no axis of time. Three words beat in; the admitted problem stays. */
export const periods: Scene = {
  words: [...PERIODS.map(([key]) => key), ...BEATS, "now", "problem", "editor"],
  ground: () => 0.94,
  draw({ act, size, box, palette, word }) {
    const type = lettering(size, 12.5, 19);
    const loud = clamp(box.width * 0.078, 18, 46);
    const beside = box.width > 1.3 * box.height;
    const room = box.height - type * 2.6 - (beside ? 0 : loud * 2);
    const tall = Math.min(room, box.width * 0.96);
    const closed = heavy(span(act, 0, 0.42));
    const apart = blend(APART, TOGETHER, closed);
    const radius = tall / (1.5 * apart + 2.04);
    const spare = (room - tall) * 0.4;
    const cx = box.x + box.width * (beside ? 0.36 : 0.5);
    const cy = box.y + spare + radius * (1.02 + apart);
    const now = type * 1.4;

    const circles = PERIODS.map(([key, turn], b) => {
      const out = (k: number): readonly [number, number] => [
        cx + k * radius * Math.sin(turn),
        cy - k * radius * Math.cos(turn),
      ];
      const [x, y] = out(apart);
      const angle = ((b - 1) * Math.PI) / 3;
      const cuts = Array.from({ length: CUTS }, (_, k) => {
        const v = (2 * (k + 1)) / (CUTS + 1) - 1;
        const half = Math.sqrt(1 - v * v) * radius * 0.97;
        const [mx, my] = [x - v * radius * 0.97 * Math.sin(angle), y + v * radius * 0.97 * Math.cos(angle)];
        return `M${mx - half * Math.cos(angle)} ${my - half * Math.sin(angle)}L${mx + half * Math.cos(angle)} ${my + half * Math.sin(angle)}`;
      }).join("");
      return { key, x, y, cuts, name: out(blend(apart, apart + 0.46, closed)) };
    });
    const base = box.y + box.height - type * 1.75;
    const rough = UNEVEN.map(
      (up, k) =>
        `${k === 0 ? "M" : "L"}${box.x + (box.width * k) / (UNEVEN.length - 1)} ${base + up * type * 0.3 + (k > 20 ? type * 0.3 : 0)}`,
    ).join("");
    const r = Math.min(grainRadius(size) * 0.86, ((2 * Math.PI * radius) / GROUP_SIZE) * 0.52);
    return {
      grains: eachGrain((index) => {
        const rank = rankOf(index);
        const circle = circles[firstOf(groupOf(index)) / GROUP_SIZE];
        const turn = (2 * Math.PI * rank) / GROUP_SIZE;
        const rim = radius + (rank % 2 === 0 ? -0.4 : 0.4) * r;
        return {
          x: (circle?.x ?? cx) - rim * Math.cos(turn),
          y: (circle?.y ?? cy) - rim * Math.sin(turn),
          r: sized(index, r),
          fill: palette.ember,
          opacity: 1,
          hollow: 0,
        };
      }),
      shapes: [
        ...circles.map(({ key, cuts }) => engraved(`periods:cuts:${key}`, cuts, palette.muted, 0.8, { opacity: 0.6 })),
        ...circles.flatMap(({ key, name: [x, y] }) =>
          cleared(
            letters(`periods:name:${key}`, word(key), [x, y + type * 0.36], type, palette.ink, {
              face: "song",
              anchor: "middle",
            }),
            palette.ground,
          ),
        ),
        ...cleared(
          letters("periods:now", word("now"), [cx, cy + now * 0.36], now, palette.textRed, {
            anchor: "middle",
            face: "song",
            opacity: heavy(span(closed, 0.6, 1)),
          }),
          palette.ground,
        ),
        ...BEATS.map((key, k) => {
          const fallen = span(act, 0.42 + 0.17 * k, 0.54 + 0.17 * k);
          const [x, y] = beside
            ? [0.84, box.y + type * 2 + (room - type * 2) * (0.22 + 0.3 * k) + loud * 0.3]
            : [(2 * k + 1) / 6, base - type * 0.9 - loud * 0.3];
          return letters(
            `periods:${key}`,
            word(key),
            [box.x + box.width * x, y - loud * 0.4 * (1 - fallen * fallen)],
            loud,
            palette.ink,
            { anchor: "middle", face: "song", opacity: heavy(fallen) },
          );
        }),
        engraved("periods:rough", rough, palette.textRed, 1.3),
        letters(
          "periods:problem",
          word("problem"),
          [box.x + box.width / 2, box.y + box.height - type * 0.1],
          type,
          palette.textRed,
          { anchor: "middle" },
        ),
        letters("periods:editor", word("editor"), [box.x + box.width, box.y + type], type, palette.muted, {
          anchor: "end",
          role: "note",
        }),
      ],
    };
  },
};
