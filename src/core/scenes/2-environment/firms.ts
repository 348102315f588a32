import { mixRgb } from "../../lib/color.ts";
import { lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { DataPoint, Grain, LayoutContext, Palette, Point, Shape } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { GRAIN_COUNT } from "../../picture/grains.ts";
import { boxCenter } from "../../picture/header.ts";
import { hexDisc } from "../../picture/layouts/hex-disc.ts";
import { pathMark } from "../../picture/marks.ts";
import { circlePath } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { drawBigNumber, layBigNumber, layFirmsStage } from "./firms-layout.ts";
import { drawLoans, layLoans, loansHeight } from "./firms-loans.ts";

const BEATS = {
  number: beat(0.02, 0.1),
  /** By the grain: they are lit one by one. */
  light: stagger(0.003, 0.05, 0.11),
  leave: stagger(0.3, 0.02, 0.36),
  loans: beat(0.56, 0.66),
  cut: beat(0.64, 0.82),
  move: beat(0.8, 0.94, smoothstep),
  average: beat(0.9, 1),
};

const WAY = {
  out: beat(0, 0.3, smoothstep),
  down: beat(0.18, 0.8, smoothstep),
  along: beat(0.55, 1, smoothstep),
};

const UNLIT = 0.82;
/** Radii of the glow's rings, in radii of the disc. */
const GLOW = [1.02, 1.08, 1.14, 1.2, 1.26] as const;

interface Leaver {
  readonly from: Point;
  readonly to: Point;
  /** Abscissa at which it passes the disc. */
  readonly lane: number;
  readonly turn: number;
}

function layout(at: LayoutContext) {
  const { fact, label } = at;
  const stage = layFirmsStage(at, loansHeight);
  const { n, type, field, others, sideBySide } = stage;
  const [x, y] = boxCenter(field);
  const radius = (Math.min(field.width, field.height) / 2) * 0.96;
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
    centre: { x, y },
    radius,
    leavers,
    number: layBigNumber(stage, `${value ?? ""}${label("unit")}`, [
      label("each"),
      ...(sideBySide ? [] : [`${status} · ${period}`]),
    ]),
    loans: layLoans(stage.loans, sideBySide, { n, type, r: disc.r, text: fact("average").text }),
  };
}

type Layout = ReturnType<typeof layout>;

function drawGrains({ disc, leavers, stage, loans }: Layout, t: number, palette: Palette): readonly Grain[] {
  const dark = mixRgb(palette.background, palette.line, 0.75);
  const taken = BEATS.move(t);
  const lit = disc.places.map(({ x, y }, k): Grain => {
    const glow = smoothstep(BEATS.light(t, k));
    // The last one lit steps out, to stand beside its slice.
    const moved = k === disc.places.length - 1 ? taken : 0;
    return {
      x: lerp(x, loans.grain.x, moved),
      y: lerp(y, loans.grain.y, moved),
      r: disc.r * lerp(UNLIT, 1, glow),
      fill: mixRgb(dark, palette.ember, glow),
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
      fill: dark,
      opacity: lerp(1, 0.7, gone),
      hollow: 1 - gone,
    };
  });
  return [...lit, ...leaving];
}

function drawGlow({ centre, radius, disc }: Layout, t: number, { ember }: Palette): readonly Shape[] {
  const lit = BEATS.light(t, disc.places.length - 1);
  return GLOW.map((share, k) =>
    pathMark({
      key: `firms:glow:${k}`,
      d: circlePath(centre, radius * share),
      fill: ember,
      strokeWidth: 0,
      layer: "back",
      opacity: 0.028 * lit,
    }),
  );
}

function readPoints(at: LayoutContext): readonly DataPoint[] {
  const { centre, radius, loans } = layout(at);
  const { fact, label } = at;
  const { bar, number, type } = loans;
  return [
    {
      box: { x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius },
      text: `${label("each")}：${fact("firms").text}`,
      fact: "firms",
    },
    { box: bar, text: `${label("loans")}：${fact("loans").text}`, fact: "loans" },
    {
      box: { x: bar.x, y: number.y - number.size, width: bar.width, height: number.size * 1.15 + type * 0.2 },
      text: `${label("average")}：${fact("average").text}，${label("note")}`,
      fact: "average",
    },
  ];
}

/**
 * One grain per firm is lit, one after another, as the number counts them; those that are no firm go to the floor. Then
 * a bar for all loans is cut into as many equal slices, and one slice is put beside one grain.
 */
export const firms = defineScene({
  labels: ["unit", "each", "loans", "average", "note"],
  facts: ["firms", "loans", "average"],
  limits: [{ facts: ["firms"], most: GRAIN_COUNT }],
  elevation: () => 0.05,
  beats: BEATS,
  layout,
  points: readPoints,
  draw(places, { t, palette, layoutContext }) {
    const { disc, number, loans } = places;
    const count = disc.places.filter((_, k) => BEATS.light(t, k) > 0.5).length;
    const moment = { shown: BEATS.loans(t), cut: BEATS.cut(t), moved: BEATS.move(t), said: BEATS.average(t) };
    return {
      grains: drawGrains(places, t, palette),
      shapes: [
        ...drawGlow(places, t, palette),
        ...drawBigNumber("firms", number, BEATS.number(t), palette, String(count)),
        ...drawLoans(loans, moment, layoutContext, palette),
      ],
    };
  },
});
