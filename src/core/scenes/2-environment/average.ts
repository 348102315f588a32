import { lerp, smoothstep } from "../../lib/math.ts";
import type { Grain, LayoutContext, Palette, Point, Shape } from "../../model/picture.ts";
import { beat } from "../../picture/beats.ts";
import { idleColor } from "../../picture/grains.ts";
import { triangularPile } from "../../picture/layouts/hex-disc.ts";
import { pathMark, textMark } from "../../picture/marks.ts";
import { drawNumeral, numeralSize, numeralWidth } from "../../picture/numeral.ts";
import { polyline } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { drawBalance, layBalance, panHalfWidth, tiltBalance, type Tilted, weightPath } from "./average-balance.ts";
import { drawBigNumber, drawGround, layBigNumber, layFirmsStage } from "./firms-layout.ts";

/** Angle at which the beam starts, the loans' end down, radians. */
const LEAN = 0.17;

const ON_WEIGHT = 20;

const BEATS = {
  level: beat(0.05, 0.55, smoothstep),
  firms: beat(0.3, 0.5),
  settled: beat(0.5, 0.7),
  average: beat(0.55, 0.8),
};

function layout(at: LayoutContext) {
  const { size, label, fact } = at;
  const stage = layFirmsStage(at);
  const { n, type, field, note, sideBySide } = stage;
  const name = typeSize(size, "small");
  const loans = fact("loans");

  const stand = { ...field, height: note.y - field.y - type * 0.2 };
  const half = panHalfWidth(stand);
  // A weight that is too small for its number has it under the pan; a label longer than a pan's width is broken.
  const onWeight = numeralWidth(loans.text, ON_WEIGHT) < half * 1.15;
  const firms = label("firms");
  const firmsLines = textWidth(firms, name) > half * 2.15 ? firms.split(/(?<=，)/u) : [firms];
  const balance = layBalance(stand, name * (onWeight ? 0.9 : 1.2) + name * 1.3 * firmsLines.length);

  const weight = { width: half * 1.62, height: Math.min(half * 1.05, balance.cord * 0.6) };
  const underPan = half * 0.2 + name * 1.1;
  const figureSize = onWeight
    ? numeralSize(loans.text, half * 1.15, weight.height * 0.5, ON_WEIGHT)
    : numeralSize(loans.text, half * 2.1, type * 1.7, 12);
  const notes = sideBySide
    ? [label("average").replace(" · ", "|"), label("note"), loans.period]
    : [label("average"), `${label("note")}，${loans.period}`];
  return {
    stage,
    balance,
    pile: triangularPile(n, { x: 0, y: 0 }, half * 1.86),
    weight,
    loans: {
      name: { text: label("loans"), dy: -weight.height * (onWeight ? 0.66 : 0.35), size: type },
      figure: {
        text: loans.text,
        dx: -numeralWidth(loans.text, figureSize) / 2,
        dy: onWeight ? -weight.height * 0.2 : underPan + figureSize * 0.3,
        size: figureSize,
        onWeight,
      },
    },
    firms: firmsLines.map((text, k) => ({ text, dy: underPan + name * 1.25 * k, size: name })),
    number: layBigNumber(stage, fact("average").text, notes),
  };
}

type Layout = ReturnType<typeof layout>;

function drawGrains({ stage, pile }: Layout, { floors: [, floor] }: Tilted, palette: Palette): readonly Grain[] {
  const idle = idleColor(palette);
  const { places, r } = stage.others;
  return [
    ...pile.places.map(({ x, y }): Grain => ({
      x: floor.x + x,
      y: floor.y + y,
      r: pile.r,
      fill: palette.ember,
      opacity: 1,
      hollow: 0,
    })),
    ...places.map(({ x, y }): Grain => ({ x, y, r, fill: idle, opacity: 1, hollow: 1 })),
  ];
}

function drawLevel({ balance: { pivot, half } }: Layout, opacity: number, { red }: Palette): Shape {
  const reach = half * 2.13;
  const ends = [
    { x: pivot.x - reach, y: pivot.y },
    { x: pivot.x + reach, y: pivot.y },
  ];
  return pathMark({
    key: "average:level",
    layer: "back",
    d: polyline(ends),
    stroke: red,
    strokeWidth: 1.2,
    dash: "7 4",
    opacity,
  });
}

function drawLoans({ weight, loans }: Layout, { x, y }: Point, { ink, background }: Palette): readonly Shape[] {
  const { name, figure } = loans;
  const color = figure.onWeight ? background : ink;
  return [
    pathMark({
      key: "average:weight",
      layer: "back",
      d: weightPath({ x, y }, weight.width, weight.height),
      stroke: ink,
      fill: ink,
    }),
    textMark({
      key: "average:loans",
      text: name.text,
      x,
      y: y + name.dy,
      size: name.size,
      fill: background,
      anchor: "middle",
    }),
    ...drawNumeral("average:loans", figure.text, [x + figure.dx, y + figure.dy], figure.size, {
      loud: color,
      quiet: color,
    }),
  ];
}

/** One weight for the loans against a pile of equal grains for the firms; the level beam is all an average says. */
export const average = defineScene({
  labels: ["loans", "firms", "average", "note"],
  facts: ["loans", "firms", "average"],
  elevation: () => 0.9,
  beats: BEATS,
  layout,
  draw(places, { t, palette }) {
    const { stage, balance, firms, number } = places;
    const tilted = tiltBalance(balance, lerp(LEAN, 0, BEATS.level(t)));
    const [left, right] = tilted.floors;
    return {
      grains: drawGrains(places, tilted, palette),
      shapes: [
        drawGround(stage, palette),
        drawLevel(places, BEATS.settled(t), palette),
        ...drawBalance("average", balance, tilted, palette),
        ...drawLoans(places, left, palette),
        ...firms.map(({ text, dy, size }, k) =>
          textMark({
            key: `average:firms:${k}`,
            text,
            x: right.x,
            y: right.y + dy,
            size,
            fill: palette.ink,
            anchor: "middle",
            opacity: BEATS.firms(t),
          }),
        ),
        ...drawBigNumber("average", number, BEATS.average(t), palette),
      ],
    };
  },
});
