import { LEG } from "../formations/ding.ts";
import { labelSize, stand, type Stand } from "../formations/stand.ts";
import { braid, KNOT_DEPTH, rootX } from "../motifs/braid.ts";
import { earth } from "../motifs/earth.ts";
import { vessel } from "../motifs/vessel.ts";
import { clamp, heavy, span } from "../picture/ease.ts";
import type { Palette, Scene, Shape } from "../picture/model.ts";
import { textWidth } from "../picture/text.ts";
import { standing, standingWheels, wheelTraces } from "./standing.ts";

/** A seal that says 「目标」, dashed, between the ears above the third part's rim. */
export function goalSeal(on: Stand, text: string, colours: Palette, presence: number): readonly Shape[] {
  const size = clamp(on.unit * 0.13, Math.min(on.type, 12), on.type * 1.25);
  const [width, height] = [textWidth(text, size) + size * 0.9, size * 1.62];
  const y = on.ground - on.unit * 1.79 - height - on.unit * 0.07;
  return [
    {
      kind: "rect",
      key: "ding:seal",
      opacity: presence,
      x: on.cx - width / 2,
      y,
      width,
      height,
      fill: null,
      stroke: colours.textRural,
      strokeWidth: 1.2,
      radius: 2,
      dash: "4 3",
    },
    {
      kind: "text",
      key: "ding:goal",
      opacity: presence,
      x: on.cx,
      y: y + height / 2 + size * 0.36,
      text,
      size,
      face: "sans",
      anchor: "middle",
      fill: colours.textRural,
      role: "label",
    },
  ];
}

/** Names under the legs, the third one under the knot of its strands, with a plate that lets the middle strand pass behind it. */
function legNames(
  on: Stand,
  names: readonly [string, string, string],
  colours: Palette,
  third: number,
): readonly Shape[] {
  const size = on.type;
  const fills = [colours.textIndustry, colours.textRural, colours.textServices];
  const plate = textWidth(names[1], size) + size * 0.5;
  const low = on.ground + size * (KNOT_DEPTH + 1.45);
  return [
    {
      kind: "rect",
      key: "ding:plate",
      layer: "back",
      opacity: third,
      x: on.cx - plate / 2,
      y: low - size * 1.05,
      width: plate,
      height: size * 1.35,
      fill: colours.ground,
      stroke: null,
      strokeWidth: 0,
    },
    ...names.map((text, k): Shape => ({
      kind: "text",
      key: `ding:name:${k}`,
      opacity: k === 1 ? third : 1,
      x: on.cx + (k - 1) * Math.max(on.unit * LEG, textWidth(text, size) / 2 + on.unit * 0.12),
      y: k === 1 ? low : on.ground + size * 1.55,
      text,
      size,
      face: "song",
      anchor: "middle",
      fill: fills[k] ?? colours.ink,
      role: "label",
    })),
  ];
}

/** What the third leg is plaited of, written under the mine where each strand has its root, a cross between. */
function rootNames(on: Stand, names: readonly string[], colours: Palette, presence: number): readonly Shape[] {
  const size = on.type;
  const y = on.mine.y + on.mine.height + size * 1.45;
  const fills = [colours.textEmber, colours.textRural, colours.textRural];
  const arm = size * 0.26;
  return names.flatMap((text, k): readonly Shape[] => {
    const x = rootX(on, k);
    const name: Shape = {
      kind: "text",
      key: `ding:root:${k}`,
      opacity: presence,
      x,
      y,
      text,
      size,
      face: "sans",
      anchor: "middle",
      fill: fills[k] ?? colours.ink,
      role: "label",
    };
    if (k === 0) return [name];
    const [cx, cy] = [(rootX(on, k - 1) + x) / 2, y - size * 0.36];
    return [
      name,
      {
        kind: "path",
        key: `ding:plus:${k}`,
        opacity: presence,
        d: `M${cx - arm} ${cy}L${cx + arm} ${cy}M${cx} ${cy - arm}L${cx} ${cy + arm}`,
        fill: null,
        stroke: colours.muted,
        width: 1.3,
      },
    ];
  });
}

/** Two wheels become two legs; out of the worked mine, plaited of three strands, the third part grows, and stays an outline. */
export const ding: Scene = {
  words: ["industry", "services", "rural", "strand-one", "strand-two", "strand-three", "goal"],
  ground: () => 0.97,
  draw(at) {
    const { act, size, box, palette, word } = at;
    const on = stand(box, labelSize(size), true);
    const growth = { cast: span(act, 0.12, 0.72), grown: span(act, 0.1, 0.96) };
    const third = span(act, 0.62, 0.92);
    const names = [word("industry"), word("rural"), word("services")] as const;
    return {
      grains: standing(on, palette, growth),
      shapes: [
        ...earth(on, palette),
        ...wheelTraces(on, palette, span(act, 0.3, 0.6)),
        ...standingWheels(on, palette, 1 - span(act, 0.12, 0.42)),
        ...braid(on, palette, heavy(span(act, 0.02, 0.5))),
        ...vessel(on, palette, { cast: span(act, 0.5, 0.78), third, fret: span(act, 0.7, 0.95) }),
        ...legNames(on, names, palette, third),
        ...rootNames(on, [word("strand-one"), word("strand-two"), word("strand-three")], palette, span(act, 0.05, 0.3)),
        ...goalSeal(on, word("goal"), palette, span(act, 0.85, 1)),
      ],
    };
  },
};
