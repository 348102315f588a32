import { labelSize, mineBend, stand } from "../formations/stand.ts";
import { strip } from "../formations/strip.ts";
import { braid } from "../motifs/braid.ts";
import { earth } from "../motifs/earth.ts";
import { headframe, shaft } from "../motifs/headframe.ts";
import { vessel } from "../motifs/vessel.ts";
import { mixRgb } from "../picture/colour.ts";
import { blend, heavy, span } from "../picture/ease.ts";
import { eachGrain, firstOf } from "../picture/grains.ts";
import { mixGrains } from "../picture/mix.ts";
import type { Box, Palette, Scene, Shape, Size } from "../picture/model.ts";
import { goalSeal } from "./ding.ts";
import { sized } from "./grain.ts";
import { standing, standingWheels } from "./standing.ts";

/** Where on the way mine, wheels and vessel stand, and where each of the three words is reached: shares of the act. */
const STATIONS = [0, 0.44, 0.88] as const;
const WORDS = [0.44, 0.66, 0.88] as const;

/** The track under the picture, px: the knob stands at x1 + act · (x2 − x1). The page lays its range input over it. */
export function handleTrack(size: Size, box: Box): { readonly x1: number; readonly x2: number; readonly y: number } {
  const type = labelSize(size);
  return { x1: box.x + 14, x2: box.x + box.width - 14, y: box.y + box.height - type * 1.5 - 12 };
}

function track(
  size: Size,
  box: Box,
  act: number,
  names: readonly string[],
  words: readonly string[],
  colours: Palette,
): readonly Shape[] {
  const { x1, x2, y } = handleTrack(size, box);
  const type = labelSize(size);
  const x = (k: number) => blend(x1, x2, k);
  const knob = 10;
  const ring = (cx: number, r: number) =>
    `M${cx - r} ${y}A${r} ${r} 0 1 1 ${cx + r} ${y}A${r} ${r} 0 1 1 ${cx - r} ${y}`;
  const anchors = ["start", "middle", "middle"] as const;
  return [
    {
      kind: "line",
      key: "closing:track",
      opacity: 1,
      x1,
      y1: y,
      x2: x(STATIONS[2]),
      y2: y,
      stroke: colours.muted,
      width: 2,
    },
    {
      kind: "line",
      key: "closing:open",
      opacity: 1,
      x1: x(STATIONS[2]),
      y1: y,
      x2,
      y2: y,
      stroke: colours.muted,
      width: 2,
      dash: "3 4",
    },
    {
      kind: "line",
      key: "closing:way",
      opacity: 1,
      x1,
      y1: y,
      x2: x(Math.min(act, STATIONS[2])),
      y2: y,
      stroke: colours.ink,
      width: 3,
    },
    ...STATIONS.map((at, k): Shape => ({
      kind: "path",
      key: `closing:station:${k}`,
      opacity: 1,
      d: ring(x(at), 6),
      fill: colours.ground,
      stroke: k === 2 ? colours.textRural : colours.ink,
      width: 2,
      ...(k === 2 ? { dash: "3 2.5" } : {}),
    })),
    ...names.map((text, k): Shape => ({
      kind: "text",
      key: `closing:name:${k}`,
      opacity: 1,
      x: k === 0 ? box.x : x(STATIONS[k] ?? 0),
      y: y + 12 + type * 1.05,
      text,
      size: type,
      face: "sans",
      anchor: anchors[k] ?? "middle",
      fill: k === 2 ? colours.textRural : colours.ink,
      role: "label",
    })),
    ...words.map((text, k): Shape => ({
      kind: "text",
      key: `closing:word:${k}`,
      opacity: span(act, (WORDS[k] ?? 1) - 0.08, WORDS[k] ?? 1),
      x: x(WORDS[k] ?? 1),
      y: y - knob - type * 0.45,
      text,
      size: type * 1.7,
      face: "song",
      anchor: "middle",
      fill: colours.ink,
      role: "label",
    })),
    {
      kind: "path",
      key: "closing:knob",
      opacity: 1,
      d: ring(x(act), knob),
      fill: colours.red,
      stroke: colours.ground,
      width: 2,
    },
    {
      kind: "path",
      key: "closing:knob:pin",
      opacity: 1,
      d: ring(x(act), 3),
      fill: colours.ground,
      stroke: null,
      width: 0,
    },
  ];
}

/** The whole story once more as a function of one handle: the seam, the two wheels, the vessel whose third leg stays an outline. */
export const closing: Scene = {
  words: ["mine", "two", "three", "goal", "steady", "forward", "bright"],
  ground: () => 1,
  draw({ act, size, box, palette, word }) {
    const type = labelSize(size);
    const foot = box.y + box.height - handleTrack(size, box).y + 10 + type * 2.1;
    const on = stand({ ...box, height: box.height - foot }, type, false);
    const beds = strip(
      on.mine.x + type * 0.4,
      on.mine.width - type * 0.8,
      on.mine.height,
      (x) => on.mine.y + mineBend(on, (x - on.mine.x) / on.mine.width),
    );
    // What becomes the left wheel lies on the left, so that the two streams do not cross.
    const cast = firstOf("rural");
    const seam = [...beds.slice(0, cast).sort((a, b) => a.x - b.x), ...beds.slice(cast)];
    const lifted = span(act, 0.05, 0.38);
    const third = span(act, 0.7, 0.88);
    const after = standing(on, palette, {
      cast: span(act, 0.5, 0.82),
      grown: span(act, 0.44, 0.92),
      beds: seam.slice(cast),
    });
    const r = Math.min(on.mine.height / 13, on.mine.width / 95);
    const before = eachGrain((index) => ({
      x: seam[index]?.x ?? 0,
      y: seam[index]?.y ?? 0,
      r: sized(index, r),
      fill: mixRgb(palette.ember, palette.ink, (index % 5) * 0.12),
      opacity: 1,
      hollow: 0,
    }));
    const grains = lifted < 1 ? mixGrains(before, after, lifted) : after;
    const tower = Math.min(0.74 * (on.ground - box.y), on.mine.width * 0.56);
    const shaftX = on.cx + tower * 0.6;
    const stays = 1 - span(act, 0.06, 0.3);
    return {
      grains,
      shapes: [
        ...headframe(shaftX, on.ground + 1, tower, palette, stays),
        {
          kind: "rect",
          key: "closing:soil",
          layer: "back",
          opacity: 1,
          x: on.cx - on.mine.width / 2,
          y: on.ground,
          width: on.mine.width,
          height: tower * 0.16,
          fill: palette.ground,
          stroke: null,
          strokeWidth: 0,
        },
        ...earth(on, palette, seam.slice(0, cast)),
        ...shaft(
          shaftX,
          on.ground,
          on.mine.y + mineBend(on, (shaftX - on.mine.x) / on.mine.width),
          tower * 0.45,
          1 - span(act, 0, 0.2),
          palette,
          stays,
        ),
        ...standingWheels(on, palette, span(act, 0.26, 0.4) * (1 - span(act, 0.5, 0.64))),
        ...braid(on, palette, heavy(span(act, 0.46, 0.68))),
        ...vessel(on, palette, { cast: span(act, 0.66, 0.82), third, fret: span(act, 0.74, 0.88) }),
        ...goalSeal(on, word("goal"), palette, span(act, 0.86, 0.94)),
        ...track(
          size,
          box,
          act,
          [word("mine"), word("two"), `${word("three")}(${word("goal")})`],
          [word("steady"), word("forward"), word("bright")],
          palette,
        ),
      ],
    };
  },
};
