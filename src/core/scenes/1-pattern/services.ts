import { mixRgb } from "../../lib/color.ts";
import { linearStep, smoothstep } from "../../lib/math.ts";
import type { Box, Scene, Shape, TextMark } from "../../model/picture.ts";
import { labelMark, labelSize } from "../../picture/label.ts";
import { pathMark } from "../../picture/old-marks.ts";
import { textWidth } from "../../picture/text.ts";
import { glow } from "../props/sky.ts";
import { strata } from "../props/strata.ts";
import { rimGrains, rowGrains, wheelLand, withSeamBelow } from "../props/wheel-pair.ts";
import { castSpoke, wheel } from "../props/wheel.ts";

const NAMES = ["one", "two", "three", "four", "open"] as const;
/** Spokes that carry the names, in eighths of a turn from the top; the lower three stay plain. */
const EIGHTHS = [0, 1, 2, -2, -1];

function paving({ x, width }: Box, ground: number, height: number): string {
  const top = ground + height * 1.1;
  const count = Math.round(width / (height * 2.6));
  const step = width / count;
  const joints = Array.from({ length: 2 * count + 1 }, (_, k) => {
    const row = k % 2;
    return `M${x + (k * step) / 2} ${top + row * height}L${x + (k * step) / 2} ${top + (row + 1) * height}`;
  });
  return `${[0, 1, 2].map((row) => `M${x} ${top + row * height}L${x + width} ${top + row * height}`).join("")}${joints.join("")}`;
}

/** Returns the roofs of a street: the same three houses repeated, `high` px, so that none stands out. */
function street({ x, width }: Box, ground: number, high: number): string {
  const count = Math.max(2, Math.round(width / (high * 3.1)));
  const step = width / count;
  return Array.from({ length: count }, (_, k) => {
    const at = (along: number, up: number): string => `${x + (k + along) * step} ${ground - up * high}`;
    const windows = [0.1, 0.17, 0.48, 0.54, 0.6, 0.83, 0.9].map(
      (along, w) => `M${at(along, w < 2 ? 0.35 : w < 5 ? 0.72 : 0.3)}L${at(along, w < 2 ? 0.48 : w < 5 ? 0.86 : 0.44)}`,
    );
    return `M${at(0.02, 0)}L${at(0.02, 0.6)}L${at(0.14, 0.86)}L${at(0.26, 0.6)}L${at(0.26, 0)}M${at(0.4, 0)}L${at(0.4, 1)}L${at(0.68, 1)}L${at(0.68, 0)}M${at(0.37, 1)}L${at(0.71, 1)}M${at(0.76, 0)}L${at(0.76, 0.55)}L${at(0.72, 0.55)}L${at(0.86, 0.78)}L${at(1, 0.55)}L${at(0.96, 0.55)}L${at(0.96, 0)}${windows.join("")}`;
  }).join("");
}

/**
 * The services wheel on the ground of the inner city. Four equal spokes grow in turn, then a dashed fifth, because the
 * list is open.
 */
export const services: Scene = {
  labels: ["wheel", ...NAMES, "place"],
  elevation: () => 0.36,
  draw(at) {
    const { t, size, box, palette, label } = at;
    const type = labelSize(size);
    const side = Math.max(...NAMES.slice(1).map((name) => textWidth(label(name), type)));
    const { land, hub } = wheelLand(size, box, (box.width - 2 * side - 2.2 * type) / 2, type * 2.2);
    const { radius } = hub;
    const ground = land.horizon;
    const { x, y } = hub.centre;
    const spokes = NAMES.flatMap((name, k): readonly Shape[] => {
      const angle = ((EIGHTHS[k] ?? 0) - 2) * (Math.PI / 4);
      const grown = smoothstep(linearStep(t, 0.17 * k, 0.17 * k + 0.2));
      const open = name === "open";
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      const anchor: TextMark["anchor"] = k === 0 ? "middle" : cos > 0 ? "start" : "end";
      const reach = type * 0.7;
      const [px, py] =
        k === 0
          ? [x, y - radius - reach]
          : [x + cos * radius * 1.02 + Math.sign(cos) * reach, y + sin * radius * 1.02 + sin * reach * 0.3];
      const shown = linearStep(t, 0.17 * k + 0.12, 0.17 * k + 0.26);
      return [
        {
          kind: "path",
          key: `services:spoke:${k}`,
          layer: "back",
          opacity: grown > 0 ? 1 : 0,
          d: castSpoke(hub.centre, radius, angle, grown),
          fill: open ? palette.background : palette.services,
          stroke: open ? palette.services : palette.background,
          strokeWidth: open ? 1.8 : 0.8,
          ...(open ? { dash: "4 3" } : {}),
        },
        {
          kind: "line",
          key: `services:lead:${k}`,
          opacity: shown,
          x1: x + cos * radius * 1.03,
          y1: y + sin * radius * 1.03,
          x2: px - (k === 0 ? 0 : Math.sign(cos) * 4),
          y2: py,
          stroke: palette.services,
          strokeWidth: 1.2,
          ...(open ? { dash: "2 3" } : {}),
        },
        labelMark({
          key: `services:name:${k}`,
          text: label(name),
          x: px,
          y: k === 0 ? py - 3 : py + type * 0.36,
          size: type,
          anchor,
          fill: palette.ink,
          opacity: shown,
        }),
      ];
    });
    const wide: Box = { ...box, x: 0, width: size.width };
    const setts = paving(wide, ground, type * 0.54);
    const look = { key: "wheel:services", ...hub, turn: 0, colour: palette.services, ground: palette.background };
    return {
      grains: withSeamBelow(at, land, {
        industry: rowGrains(
          "industry",
          size.width * 0.015,
          size.width * 0.97,
          ground,
          mixRgb(palette.background, palette.industry, 0.6),
        ),
        services: rimGrains("services", hub, 0, palette),
      }),
      shapes: [
        glow(land.horizon, size, palette.ember, 0.3),
        ...strata(land, size, palette),
        pathMark("services:street", street(wide, ground, radius * 0.36), palette.muted, 1, {
          opacity: 0.55 * linearStep(t, 0, 0.15),
        }),
        {
          kind: "path",
          key: "services:ground",
          layer: "back",
          opacity: linearStep(t, 0, 0.15),
          d: setts,
          fill: null,
          stroke: palette.line,
          strokeWidth: 1,
        },
        ...wheel(look),
        labelMark({
          key: "wheel:services:name",
          text: label("wheel"),
          x,
          y: ground + type * 2.85,
          size: type * 1.2,
          face: "song",
          fill: palette.textServices,
        }),
        labelMark({
          key: "services:place",
          text: label("place"),
          x: box.x,
          y: ground + type * 2.8,
          size: type,
          anchor: "start",
          fill: palette.muted,
          opacity: linearStep(t, 0, 0.15),
        }),
        ...spokes,
      ],
    };
  },
};
