import { mixRgb } from "../../lib/color.ts";
import { lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Grain, LayoutContext, Palette, Point } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { GRAIN_COUNT, idleColor } from "../../picture/grains.ts";
import { boxCenter } from "../../picture/header.ts";
import { hexDisc } from "../../picture/layouts/hex-disc.ts";
import { textMark } from "../../picture/marks.ts";
import { defineScene } from "../../picture/scene.ts";
import { drawBigNumber, drawGround, layBigNumber, layFirmsStage } from "./firms-layout.ts";

const BEATS = {
  number: beat(0.02, 0.14),
  /** By the share of the shells within a grain's. */
  light: stagger(0.72, 0.12, 0.24),
  leave: stagger(0.4, 0.04, 0.46),
  others: beat(0.3, 0.5),
};

const WAY = {
  out: beat(0, 0.3, smoothstep),
  down: beat(0.18, 0.8, smoothstep),
  along: beat(0.55, 1, smoothstep),
};

const UNLIT = 0.82;

interface Leaver {
  readonly from: Point;
  readonly to: Point;
  /** Abscissa at which it passes the disc. */
  readonly lane: number;
  readonly turn: number;
}

function layout(at: LayoutContext) {
  const { fact, label } = at;
  const stage = layFirmsStage(at);
  const { n, type, field, others, note, sideBySide } = stage;
  const [x, y] = boxCenter(field);
  const radius = Math.min(field.width, field.height) / 2;
  const disc = hexDisc(n, { x, y }, radius, GRAIN_COUNT - n);

  // Those nearest the foot leave first, for the middle of the row: on either side nobody overtakes.
  const left = disc.about.filter((place) => place.x < x).sort((a, b) => a.y - b.y || a.x - b.x);
  const right = disc.about.filter((place) => place.x >= x).sort((a, b) => b.y - a.y || a.x - b.x);
  const past = Math.min(radius + disc.r, field.width / 2);
  const ordered = [...left, ...right];
  const leavers = others.places.map((to, rank): Leaver => {
    const from = ordered[rank] ?? { x, y };
    const onLeft = rank < left.length;
    return {
      from,
      to,
      lane: from.y >= y ? from.x : onLeft ? x - past : x + past,
      turn: onLeft ? (left.length - 1 - rank) / left.length : (rank - left.length) / right.length,
    };
  });

  const { period, status, value } = fact("firms");
  return {
    stage,
    disc,
    leavers,
    number: layBigNumber(stage, `${value ?? ""}${label("unit")}`, [
      label("each"),
      ...(sideBySide ? [status, period] : [`${status} · ${period}`]),
    ]),
    note: { text: label("others"), ...note, size: type },
  };
}

type Layout = ReturnType<typeof layout>;

function drawGrains({ disc, leavers, stage }: Layout, t: number, palette: Palette): readonly Grain[] {
  const idle = idleColor(palette);
  const lit = disc.places.map(({ x, y, shell }): Grain => {
    const glow = smoothstep(BEATS.light(t, shell / disc.shells));
    return {
      x,
      y,
      r: disc.r * lerp(UNLIT, 1, glow),
      fill: mixRgb(idle, palette.ember, glow),
      opacity: 1,
      hollow: 1 - linearStep(glow, 0.3, 0.8),
    };
  });
  const leaving = leavers.map(({ from, to, lane, turn }): Grain => {
    const gone = BEATS.leave(t, turn);
    return {
      x: lerp(lerp(from.x, lane, WAY.out(gone)), to.x, WAY.along(gone)),
      y: lerp(from.y, to.y, WAY.down(gone)),
      r: lerp(disc.r * UNLIT, stage.others.r, gone),
      fill: idle,
      opacity: 1,
      hollow: 1,
    };
  });
  return [...lit, ...leaving];
}

/**
 * The grains form one block. One grain per firm is lit, shell by shell, as the number counts them; the others move
 * round the sides to the foot, hollow.
 */
export const firms = defineScene({
  labels: ["unit", "others", "each"],
  facts: ["firms"],
  elevation: () => 0.9,
  beats: BEATS,
  layout,
  draw(places, { t, palette }) {
    const { stage, disc, number, note } = places;
    const count = disc.places.filter(({ shell }) => BEATS.light(t, shell / disc.shells) > 0.5).length;
    return {
      grains: drawGrains(places, t, palette),
      shapes: [
        drawGround(stage, palette),
        ...drawBigNumber("firms", number, BEATS.number(t), palette, String(count)),
        textMark({ key: "firms:others", ...note, fill: palette.muted, role: "note", opacity: BEATS.others(t) }),
      ],
    };
  },
});
