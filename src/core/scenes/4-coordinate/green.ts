import { lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Scene, Shape } from "../../model/picture.ts";
import { GRAIN_COUNT, grainRadius, GROUP_SIZE, jitteredRadius, mapGrains } from "../../picture/grains.ts";
import { ringLayout } from "../../picture/layouts/ring.ts";
import { circlePath, pathMark, textMark, textWithPatch, typeSize } from "../../picture/old-marks.ts";
import { textWidth } from "../../picture/text.ts";

/** The five points, in units of the rose, y down. */
const POINTS = [
  ["west", -1, 0],
  ["north", 0, -1],
  ["middle", 0, 0],
  ["south", 0, 1],
  ["east", 1, 0],
] as const;
const EACH = GRAIN_COUNT / POINTS.length;
const RHUMBS = 32;
const CUTS = 11;

/**
 * Seats of the grains, as point × EACH + place on its rim (clockwise from the lowest), so that the vessel comes apart
 * without crossings. Ears and rim rise to the north, feet sink to the south, bellies go west and east; the third part
 * fills the middle and the south.
 */
const SEATS: readonly number[] = (() => {
  // Ranks of a cast part run clockwise from its outer side; in its mirror image they start at the other side.
  const [top, foot] = [8, 52] as const;
  const side = [...Array.from({ length: 20 }, (_, k) => 60 + k), ...Array.from({ length: 52 }, (_, k) => k)].filter(
    (rank) => rank < top || rank >= 32,
  );
  const cast = Array.from({ length: GROUP_SIZE }, (_, rank) => {
    if (rank >= top && rank < 32) return EACH + rank - top;
    if (rank >= foot && rank < 60) return 3 * EACH + 59 - rank;
    return side.indexOf(rank);
  });
  // The third part's middle ranks are its foot.
  const third = Array.from({ length: GROUP_SIZE }, (_, rank) =>
    rank < 24 ? 2 * EACH + rank : rank < 56 ? 3 * EACH + rank - 16 : 2 * EACH + rank - 32,
  );
  const mirrored = cast.map((seat) => {
    const point = Math.floor(seat / EACH);
    return (point === 0 ? 4 : point) * EACH + EACH - 1 - (seat % EACH);
  });
  return [...cast, ...mirrored, ...third];
})();

/**
 * An engraved rose of five equal points, 东南西北中. Hopes stand in the corners, the model is outlined and the list stays
 * open.
 */
export const green: Scene = {
  labels: [...POINTS.map(([key]) => key), "village", "town", "model", "goal", "open"],
  elevation: () => 0.98,
  draw({ t, size, box, palette, label }) {
    const type = typeSize(size, 14, 21);
    const radius = Math.min(box.width, box.height, 700) / 2;
    const cx = box.x + box.width / 2;
    const cy = box.y + box.height / 2;
    const medal = radius * 0.165;
    const reach = radius - medal * 1.06;
    const opened = lerp(0.42, 1, smoothstep(linearStep(t, 0, 0.55)));
    const polar = (r: number, turn: number): string => `${cx + r * Math.sin(turn)} ${cy - r * Math.cos(turn)}`;

    const ray = (
      turn: number,
      length: number,
      waist: number,
      side: number,
    ): { readonly edge: string; readonly cut: string } => {
      const tip = polar(length, turn);
      const [l, r] = [polar(waist, turn - side), polar(waist, turn + side)];
      const cut = Array.from({ length: CUTS }, (_, k) => {
        const t = (k + 0.5) / CUTS;
        const along = length + (waist * Math.cos(side) - length) * t;
        const aside = waist * Math.sin(side) * t;
        return `M${polar(length * (1 - t), turn)}L${polar(Math.hypot(along, aside), turn + Math.atan2(aside, along))}`;
      }).join("");
      return { edge: `M${tip}L${l}L${cx} ${cy}L${r}ZM${tip}L${cx} ${cy}`, cut };
    };
    const turns = [0, 1, 2, 3].map((k) => (k * Math.PI) / 2);
    const long = turns.map((turn) => ray(turn, (reach - medal * 1.15) * opened, radius * 0.3 * opened, Math.PI / 4));
    const short = turns.map((turn) =>
      ray(turn + Math.PI / 4, radius * 0.56 * opened, radius * 0.26 * opened, Math.PI / 8),
    );
    // As on a sea chart, the rhumb lines run from the rose to the picture's edges.
    const rhumbs = Array.from({ length: RHUMBS }, (_, k) => {
      const turn = (2 * Math.PI * k) / RHUMBS;
      const edge = Math.min(
        box.width / 2 / Math.max(0.01, Math.abs(Math.sin(turn))),
        box.height / 2 / Math.max(0.01, Math.abs(Math.cos(turn))),
      );
      const to = lerp(radius * 0.3, edge, opened * opened);
      return `M${polar(radius * 0.3, turn)}L${polar(to, turn)}`;
    }).join("");
    const rim = Array.from(
      { length: 144 },
      (_, k) => `M${polar(radius * 0.64, (2 * Math.PI * k) / 144)}L${polar(radius * 0.7, (2 * Math.PI * k) / 144)}`,
    ).join("");

    const face = medal * 0.86;
    const medals = POINTS.map(([key, x, y]) => ({ key, x: cx + x * reach, y: cy + y * reach }));
    const places = medals.flatMap(({ x, y }) => ringLayout(EACH, 2, 0.66, { x, y }, medal, -Math.PI / 2));
    const r = Math.min(grainRadius(size), medal * 0.105);

    const shown = linearStep(t, 0.5, 0.8);
    const lead = type * 1.4;
    const corner = (key: string, right: boolean, low: boolean, loud: number): readonly Shape[] => {
      const lines = label(key).split("|");
      const x = right ? box.x + box.width : box.x;
      const y = low ? box.y + box.height - (lines.length - 1) * lead - type * 0.4 : box.y + type;
      return lines.flatMap((text, k) =>
        textWithPatch(
          textMark(`compass:${key}:${k}`, text, [x, y + k * lead], k === loud ? type * 1.12 : type, palette.ink, {
            anchor: right ? "end" : "start",
            opacity: shown,
            face: k === loud ? "song" : "sans",
          }),
          palette.background,
        ),
      );
    };
    const model = label("model");
    const frame = {
      x: box.x,
      y: box.y + box.height - lead * 1.3,
      width: textWidth(model, type) + type * 0.6,
      height: lead * 1.3,
    };
    return {
      grains: mapGrains((index) => {
        const { x, y } = places[SEATS[index] ?? 0] ?? { x: cx, y: cy };
        return { x, y, r: jitteredRadius(index, r), fill: palette.ember, opacity: 1, hollow: 0 };
      }),
      shapes: [
        pathMark("compass:rhumbs", rhumbs, palette.line, 0.7, { opacity: 0.7 }),
        pathMark(
          "compass:circles",
          [0.7, 0.64, 0.3].map((k) => circlePath(cx, cy, radius * k)).join(""),
          palette.muted,
          0.8,
        ),
        pathMark("compass:rim", rim, palette.muted, 0.8, { opacity: opened }),
        pathMark("compass:short", short.map((s) => s.edge).join(""), palette.ink, 0.9, {
          fill: palette.background,
          opacity: opened,
        }),
        pathMark("compass:short:cut", short.map((s) => s.cut).join(""), palette.ink, 0.7, { opacity: opened }),
        pathMark("compass:long", long.map((s) => s.edge).join(""), palette.ink, 1.1, { fill: palette.background }),
        pathMark("compass:long:cut", long.map((s) => s.cut).join(""), palette.ink, 0.9),
        pathMark(
          "compass:medals",
          medals.map(({ x, y }) => circlePath(x, y, medal * 1.08)).join(""),
          palette.ink,
          0.9,
          {
            fill: palette.background,
          },
        ),
        ...medals.map(({ key, x, y }) =>
          textMark(`compass:${key}`, label(key), [x, y + face * 0.37], face, palette.ink, {
            anchor: "middle",
            face: "song",
          }),
        ),
        ...corner("village", false, false, 1),
        ...corner("town", true, false, 1),
        ...corner("open", true, true, -1),
        {
          kind: "rect",
          key: "compass:model:frame",
          opacity: shown,
          ...frame,
          fill: palette.background,
          stroke: palette.textEmber,
          strokeWidth: 1.4,
          dash: "4 3",
          radius: 2,
          layer: "back",
        },
        textMark(
          "compass:model",
          model,
          [frame.x + type * 0.3, frame.y + frame.height / 2 + type * 0.36],
          type,
          palette.textEmber,
          { opacity: shown },
        ),
        ...textWithPatch(
          textMark("compass:goal", label("goal"), [frame.x, frame.y - type * 0.5], type, palette.textEmber, {
            opacity: shown,
            role: "note",
          }),
          palette.background,
        ),
      ],
    };
  },
};
