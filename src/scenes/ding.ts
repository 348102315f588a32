import { AT, LEG } from "../formations/ding.ts";
import { labelSize, stand, type Stand } from "../formations/stand.ts";
import { braid, rootX } from "../motifs/braid.ts";
import { minedEarth } from "../motifs/earth.ts";
import { letters } from "../motifs/lettering.ts";
import { vessel } from "../motifs/vessel.ts";
import { clamp, heavy, span } from "../picture/ease.ts";
import type { Palette, Scene, Shape } from "../picture/model.ts";
import { textWidth } from "../picture/text.ts";
import { standing, standingWheels, wheelTraces } from "./standing.ts";

/** A seal that says 「目标」, dashed, between the ears above the third part's rim; over it the part's name, if it is given. */
export function goalSeal(on: Stand, text: string, colours: Palette, presence: number, name?: string): readonly Shape[] {
  const size = clamp(on.unit * 0.1, Math.min(on.type, 12), on.type * 1.1);
  const [width, height] = [textWidth(text, size) + size, size * 1.5];
  const y = on.ground - on.unit * (AT.rim + 0.06) - height;
  const seal: readonly Shape[] = [
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
    letters("ding:goal", text, [on.cx, y + height / 2 + size * 0.36], size, colours.textRural, {
      anchor: "middle",
      opacity: presence,
    }),
  ];
  const large = on.type * 1.15;
  return name === undefined
    ? seal
    : [
        ...seal,
        letters("ding:name:1", name, [on.cx, y - large * 0.42], large, colours.textRural, {
          anchor: "middle",
          face: "song",
          opacity: presence,
        }),
      ];
}

/** Names of the two legs that stand, under them. */
function legNames(on: Stand, names: readonly string[], colours: Palette): readonly Shape[] {
  const size = on.type * 1.15;
  const fills = [colours.textIndustry, colours.textServices];
  const under = Math.max(on.unit * LEG, textWidth(names[1] ?? "", size) / 2 + on.type * 1.4);
  return names.map((text, k) => {
    const x = on.cx + (2 * k - 1) * under;
    return letters(`ding:name:${k * 2}`, text, [x, on.ground + size * 1.35], size, fills[k] ?? colours.ink, {
      anchor: "middle",
      face: "song",
    });
  });
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
    return {
      grains: standing(on, palette, growth),
      shapes: [
        ...minedEarth(on, palette),
        ...wheelTraces(on, palette, span(act, 0.3, 0.5) * (1 - span(act, 0.6, 0.9))),
        ...standingWheels(on, palette, 1 - span(act, 0.12, 0.42)),
        ...braid(on, palette, heavy(span(act, 0.02, 0.5))),
        ...vessel(on, palette, { cast: span(act, 0.44, 0.74), third, fret: span(act, 0.68, 0.92) }),
        ...legNames(on, [word("industry"), word("services")], palette),
        ...rootNames(on, [word("strand-one"), word("strand-two"), word("strand-three")], palette, span(act, 0.05, 0.3)),
        ...goalSeal(on, word("goal"), palette, span(act, 0.85, 1), word("rural")),
      ],
    };
  },
};
