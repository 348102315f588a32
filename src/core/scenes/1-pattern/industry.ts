import { max } from "d3-array";
import { mixRgb } from "../../lib/color.ts";
import { easeOutQuad, linearStep, smoothstep } from "../../lib/math.ts";
import type { LayoutContext, Palette, Shape } from "../../model/picture.ts";
import { stagger } from "../../picture/beats.ts";
import { pathMark, ruleMark, textMark } from "../../picture/marks.ts";
import { polyline } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { breakLines, textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { drawBanner } from "../props/banner.ts";
import { glow } from "../props/sky.ts";
import { strata } from "../props/strata.ts";
import { rimGrains, rowGrains, wheelLand, withSeamBelow } from "../props/wheel-pair.ts";
import { castSpoke, wheel } from "../props/wheel.ts";

/** Angle of the two spokes with names above the horizontal, radians: two of the wheel's eight. */
const RISE = Math.PI / 4;

/** The link from the second spoke to its goal is dashed, since the interview does not spell it out. */
const SIDES = [
  { side: -1, angle: Math.PI + RISE, name: "one", banner: "flag-one", dash: undefined },
  { side: 1, angle: -RISE, name: "two", banner: "flag-two", dash: "2 3" },
] as const;

/** Distance of the banners from the wheel's axis, in its radii, where the stage has room for it. */
const APART = 1.75;
const LEADING = 1.25;
const LETTER = { most: 1.8, share: 0.19 } as const;

const BEATS = {
  grow: stagger(0.2, 0, 0.2, smoothstep),
  name: stagger(0.2, 0.15, 0.28),
  raise: stagger(0.16, 0.5, 0.74, easeOutQuad),
};

function layout({ size, box, label }: LayoutContext) {
  const type = typeSize(size, "label");
  const widest = (lines: readonly string[]): number => max(lines, (line) => textWidth(line, type)) ?? 0;
  const named = SIDES.map((side) => ({ ...side, lines: breakLines(label(side.name), type, box.width) }));
  const column = widest(named.flatMap(({ lines }) => lines));
  const { land, hub } = wheelLand(size, box, box.width / 2 - column - type * 1.1, type * 0.5 + 4);
  const { centre, radius } = hub;
  const apart = Math.min(radius * APART, (box.width - column) / 2);
  const row = centre.y - radius * Math.sin(RISE);
  const link = { from: row + type * 0.5, to: row + type * 2 };
  const height = land.horizon - link.to;
  const letter = Math.min(type * LETTER.most, height * LETTER.share);
  const sides = named.map(({ side, ...rest }, index) => {
    const x = centre.x + side * apart;
    const lead = [
      { x: centre.x + side * radius * 1.02 * Math.cos(RISE), y: row },
      { x: x - side * (widest(rest.lines) / 2 + 4), y: row - type * 0.6 },
    ];
    return { ...rest, index, x, lead };
  });
  return { type, display: typeSize(size, "display"), land, hub, row, link, height, letter, sides };
}

type Layout = ReturnType<typeof layout>;
type Side = Layout["sides"][number];

function drawSpoke({ type, hub, row }: Layout, side: Side, t: number, palette: Palette): readonly Shape[] {
  const { index, angle, x, lines, lead } = side;
  const grown = BEATS.grow(t, index);
  const opacity = BEATS.name(t, index);
  return [
    pathMark({
      key: `industry:spoke:${index}`,
      layer: "back",
      opacity: linearStep(grown, 0, 0.1),
      d: castSpoke(hub.centre, hub.radius, angle, grown),
      fill: palette.industry,
      stroke: palette.background,
      strokeWidth: 0.8,
    }),
    pathMark({
      key: `industry:lead:${index}`,
      opacity,
      d: polyline(lead),
      stroke: palette.industry,
      strokeWidth: 1.3,
    }),
    ...lines.map((text, line) =>
      textMark({
        key: `industry:name:${index}:${line}`,
        text,
        x,
        y: row - type * 1.2 + line * type * LEADING,
        size: type,
        anchor: "middle",
        fill: palette.ink,
        opacity,
      }),
    ),
  ];
}

function drawGoal(
  { type, land, link, height, letter }: Layout,
  { index, x, banner, dash }: Side,
  label: (key: string) => string,
  raised: number,
  palette: Palette,
): readonly Shape[] {
  return [
    ruleMark({
      key: `industry:link:${index}`,
      opacity: linearStep(raised, 0.6, 1),
      x1: x,
      y1: link.from + 1,
      x2: x,
      y2: link.to,
      stroke: palette.industry,
      strokeWidth: 1.3,
      dash,
    }),
    ...drawBanner({
      key: `industry:flag:${index}`,
      name: label(banner),
      foot: { x, y: land.horizon },
      height,
      type: letter,
      palette,
      raised,
    }),
    textMark({
      key: `industry:goal:${index}`,
      text: label("goal"),
      x,
      y: land.horizon + type * 2,
      size: type,
      anchor: "middle",
      fill: palette.muted,
      role: "note",
      opacity: linearStep(raised, 0.8, 1),
    }),
  ];
}

/** The industry wheel grows two equal spokes; beside it stand two outlined banners, the goals. */
export const industry = defineScene({
  labels: ["wheel", ...SIDES.map(({ name }) => name), ...SIDES.map(({ banner }) => banner), "goal"],
  elevation: () => 0.28,
  beats: BEATS,
  layout,
  draw(places, at) {
    const { t, size, palette, label } = at;
    const { type, land, hub } = places;
    const ground = land.horizon;
    return {
      grains: withSeamBelow(at, land, {
        industry: rimGrains("industry", hub, 0, palette),
        services: rowGrains("services", size, ground, mixRgb(palette.background, palette.services, 0.55)),
      }),
      shapes: [
        glow(ground, size, palette.ember, 0.3),
        ...strata(land, size, palette),
        ...wheel({ key: "wheel:industry", ...hub, turn: 0, colour: palette.industry, ground: palette.background }),
        textMark({
          key: "wheel:industry:name",
          text: label("wheel"),
          x: hub.centre.x,
          y: ground + type * 2.3,
          size: places.display,
          face: "song",
          anchor: "middle",
          fill: palette.textIndustry,
        }),
        ...places.sides.flatMap((side) => [
          ...drawSpoke(places, side, t, palette),
          ...drawGoal(places, side, label, BEATS.raise(t, side.index), palette),
        ]),
      ],
    };
  },
});
