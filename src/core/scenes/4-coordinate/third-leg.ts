import { clamp, lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Box, Palette, Scene, Shape } from "../../model/picture.ts";
import { textMark } from "../../picture/old-marks.ts";
import { textWidth } from "../../picture/text.ts";
import { braid, rootX } from "../props/braid.ts";
import { minedEarth } from "../props/earth.ts";
import { HEIGHTS, LEG_OFFSET } from "../props/vessel/geometry.ts";
import { vesselGrains, wheelsBehind, wheelTraces } from "../props/vessel/grains.ts";
import { layoutVesselStage, vesselLabelSize, type VesselStage } from "../props/vessel/stage.ts";
import { drawVessel } from "../props/vessel/vessel.ts";

/** Draws a dashed seal with 「目标」 between the ears, above the third part's rim, and the part's name over it if given. */
export function goalSeal(
  on: VesselStage,
  text: string,
  colours: Palette,
  presence: number,
  name?: { readonly text: string; readonly size: number },
): readonly Shape[] {
  const size = clamp(on.unit * 0.1, Math.min(on.type, 12), on.type * 1.1);
  const [width, height] = [textWidth(text, size) + size, size * 1.5];
  const y = on.ground - on.unit * (HEIGHTS.rim + 0.06) - height;
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
    textMark("ding:goal", text, [on.cx, y + height / 2 + size * 0.36], size, colours.textRural, {
      anchor: "middle",
      opacity: presence,
    }),
  ];
  return name === undefined
    ? seal
    : [
        ...seal,
        textMark("ding:name:1", name.text, [on.cx, y - name.size * 0.42], name.size, colours.textRural, {
          anchor: "middle",
          face: "song",
          opacity: presence,
        }),
      ];
}

/**
 * Returns the type size of the legs' names, px, and the room beside the vessel. The room is 0 where a name does not fit
 * there.
 */
function naming(on: VesselStage, box: Box, longest: string): { readonly size: number; readonly room: number } {
  const room = box.width / 2 - on.unit * 1.1;
  const large = Math.min(on.type * 1.5, room / textWidth(longest, 1));
  return large > on.type * 1.2 ? { size: large, room } : { size: on.type * 1.15, room: 0 };
}

/** Draws the names under the two cast legs. They move aside and up as the vessel is cast, if there is room. */
function legNames(
  on: VesselStage,
  names: readonly string[],
  colours: Palette,
  box: Box,
  act: number,
): readonly Shape[] {
  const longest = names[1] ?? "";
  const { size, room } = naming(on, box, longest);
  const [out, up] =
    room === 0 ? [0, 0] : [smoothstep(linearStep(act, 0.36, 0.56)), smoothstep(linearStep(act, 0.52, 0.74))];
  const under = Math.max(on.unit * LEG_OFFSET, textWidth(longest, size) / 2 + on.type * 1.4);
  const away = lerp(under, (box.width - room) / 2, out);
  const y = on.ground + lerp(size * 1.35, size * 0.36 - on.unit * HEIGHTS.widest, up);
  const fills = [colours.textIndustry, colours.textServices];
  return names.map((text, k) =>
    textMark(`ding:name:${k * 2}`, text, [on.cx + (2 * k - 1) * away, y], size, fills[k] ?? colours.ink, {
      anchor: "middle",
      face: "song",
    }),
  );
}

function rootNames(on: VesselStage, names: readonly string[], colours: Palette, presence: number): readonly Shape[] {
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
        strokeWidth: 1.3,
      },
    ];
  });
}

/**
 * Two wheels become two legs. The third part grows from the worked mine, plaited of three strands, and stays an
 * outline.
 */
export const thirdLeg: Scene = {
  labels: ["industry", "services", "rural", "strand-one", "strand-two", "strand-three", "goal"],
  elevation: () => 0.97,
  draw(at) {
    const { t, size, box, palette, label } = at;
    const on = layoutVesselStage(box, vesselLabelSize(size), true);
    const growth = { cast: linearStep(t, 0.12, 0.72), grown: linearStep(t, 0.1, 0.96) };
    const third = linearStep(t, 0.62, 0.92);
    const { size: named } = naming(on, box, label("services"));
    return {
      grains: vesselGrains(on, palette, growth),
      shapes: [
        ...minedEarth(on, palette),
        ...wheelTraces(on, palette, linearStep(t, 0.3, 0.5) * (1 - linearStep(t, 0.6, 0.9))),
        ...wheelsBehind(on, palette, 1 - linearStep(t, 0.12, 0.42)),
        ...braid(on, palette, smoothstep(linearStep(t, 0.02, 0.5))),
        ...drawVessel(on, palette, { cast: linearStep(t, 0.44, 0.74), third, fret: linearStep(t, 0.68, 0.92) }),
        ...legNames(on, [label("industry"), label("services")], palette, box, t),
        ...rootNames(
          on,
          [label("strand-one"), label("strand-two"), label("strand-three")],
          palette,
          linearStep(t, 0.05, 0.3),
        ),
        ...goalSeal(on, label("goal"), palette, linearStep(t, 0.85, 1), { text: label("rural"), size: named }),
      ],
    };
  },
};
