import { mixRgb } from "../../lib/color.ts";
import { easeOutQuad, linearStep, smoothstep } from "../../lib/math.ts";
import type { Point, Scene, SceneContext, Shape } from "../../model/picture.ts";
import { labelMark, labelSize } from "../../picture/label.ts";
import { breakLines, textWidth } from "../../picture/text.ts";
import { glow } from "../props/sky.ts";
import { strata } from "../props/strata.ts";
import { rimGrains, rowGrains, wheelLand, withSeamBelow } from "../props/wheel-pair.ts";
import { castSpoke, wheel } from "../props/wheel.ts";

/** Angle of the two spokes with names above the horizontal, radians: two of the wheel's eight. */
const RISE = Math.PI / 4;
const SIDES = [-1, 1] as const;

/** Draws a banner on its pole, `raised` 0–1. Its cloth is a dashed outline, because it names a goal. */
function banner(
  key: string,
  at: SceneContext,
  foot: Point,
  height: number,
  name: string,
  raised: number,
): readonly Shape[] {
  const { palette } = at;
  const letters = [...name];
  const type = Math.min(labelSize(at.size) * 1.8, height * 0.2);
  const [width, drop] = [type * 1.8, height * 0.86];
  const top = foot.y - height * raised;
  const cloth = top + height * 0.05;
  const [left, right] = [foot.x - width / 2, foot.x + width / 2];
  const step = type * 1.22;
  const first = cloth + (drop - width * 0.25 - step * (letters.length - 1)) / 2 + type * 0.36;
  return [
    {
      kind: "path",
      key: `${key}:pole`,
      opacity: raised,
      d: `M${left} ${foot.y}L${left} ${top}M${left - type * 0.2} ${cloth}L${right + type * 0.2} ${cloth}`,
      fill: null,
      stroke: palette.ink,
      strokeWidth: 1.7,
    },
    {
      kind: "path",
      key: `${key}:cloth`,
      opacity: raised,
      fill: null,
      stroke: palette.textIndustry,
      strokeWidth: 1.4,
      dash: "5 4",
      d: `M${left} ${cloth + drop}L${foot.x} ${cloth + drop - width * 0.3}L${right} ${cloth + drop}L${right} ${cloth}`,
    },
    ...letters.map((text, k) =>
      labelMark({
        key: `${key}:${k}`,
        text,
        x: foot.x,
        y: first + k * step,
        size: type,
        face: "song",
        fill: palette.textIndustry,
        opacity: linearStep(raised, 0.7, 1),
      }),
    ),
  ];
}

/**
 * The industry wheel grows two equal spokes; beside it stand two outlined banners, the goals. The link to the second is
 * dashed, since the interview does not spell it out.
 */
export const industry: Scene = {
  labels: ["wheel", "one", "two", "flag-one", "flag-two", "goal"],
  elevation: () => 0.28,
  draw(at) {
    const { t, size, box, palette, label } = at;
    const type = labelSize(size);
    const names = [label("one"), label("two")].map((name) => breakLines(name, type, box.width));
    const column = Math.max(...names.flat().map((line) => textWidth(line, type)));
    const { land, hub } = wheelLand(size, box, box.width / 2 - column - type * 1.1, type * 0.5 + 4);
    const { radius } = hub;
    const ground = land.horizon;
    const { x: middle, y: level } = hub.centre;
    const row = level - radius * Math.sin(RISE);
    const sides = SIDES.flatMap((side, k): readonly Shape[] => {
      const angle = side < 0 ? Math.PI + RISE : -RISE;
      const x =
        side < 0
          ? Math.max(box.x + column / 2, middle - radius * 1.75)
          : Math.min(box.x + box.width - column / 2, middle + radius * 1.75);
      const lines = names[k] ?? [];
      const grown = smoothstep(linearStep(t, 0.2 * k, 0.2 + 0.2 * k));
      const shown = linearStep(t, 0.15 + 0.2 * k, 0.28 + 0.2 * k);
      const raised = easeOutQuad(linearStep(t, 0.5 + 0.16 * k, 0.74 + 0.16 * k));
      const under = row + type * 0.5;
      const top = under + type * 1.5;
      const edge = x - side * (Math.max(...lines.map((line) => textWidth(line, type))) / 2 + 4);
      return [
        {
          kind: "path",
          key: `industry:spoke:${k}`,
          layer: "back",
          opacity: linearStep(grown, 0, 0.1),
          d: castSpoke(hub.centre, radius, angle, grown),
          fill: palette.industry,
          stroke: palette.background,
          strokeWidth: 0.8,
        },
        {
          kind: "path",
          key: `industry:lead:${k}`,
          opacity: shown,
          d: `M${middle + side * radius * 1.02 * Math.cos(RISE)} ${row}L${edge} ${row - type * 0.6}`,
          fill: null,
          stroke: palette.industry,
          strokeWidth: 1.3,
        },
        ...lines.map((text, line) =>
          labelMark({
            key: `industry:name:${k}:${line}`,
            text,
            x,
            y: row - type * 1.2 + line * type * 1.25,
            size: type,
            fill: palette.ink,
            opacity: shown,
          }),
        ),
        {
          kind: "line",
          key: `industry:link:${k}`,
          opacity: linearStep(raised, 0.6, 1),
          x1: x,
          y1: under + 1,
          x2: x,
          y2: top,
          stroke: palette.industry,
          strokeWidth: 1.3,
          ...(k === 1 ? { dash: "2 3" } : {}),
        },
        ...banner(
          `industry:flag:${k}`,
          at,
          { x, y: ground },
          ground - top,
          label(k === 0 ? "flag-one" : "flag-two"),
          raised,
        ),
        labelMark({
          key: `industry:goal:${k}`,
          text: label("goal"),
          x,
          y: ground + type * 2,
          size: type,
          fill: palette.muted,
          role: "note",
          opacity: linearStep(raised, 0.8, 1),
        }),
      ];
    });
    const look = { key: "wheel:industry", ...hub, turn: 0, colour: palette.industry, ground: palette.background };
    return {
      grains: withSeamBelow(at, land, {
        industry: rimGrains("industry", hub, 0, palette),
        services: rowGrains(
          "services",
          size.width * 0.015,
          size.width * 0.97,
          ground,
          mixRgb(palette.background, palette.services, 0.55),
        ),
      }),
      shapes: [
        glow(ground, size, palette.ember, 0.3),
        ...strata(land, size, palette),
        ...wheel(look),
        labelMark({
          key: "wheel:industry:name",
          text: label("wheel"),
          x: middle,
          y: ground + type * 2.3,
          size: type * 1.2,
          face: "song",
          fill: palette.textIndustry,
        }),
        ...sides,
      ],
    };
  },
};
