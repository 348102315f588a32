import { mixRgb } from "../../lib/color.ts";
import { lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Grain, Scene } from "../../model/picture.ts";
import { idleColor, mapGrains } from "../../picture/grains.ts";
import { pathMark, textMark } from "../../picture/old-marks.ts";
import { drawBigNumber, firmsLayout, fitDisc } from "./firms-layout.ts";

/**
 * The grains form one block. One grain per firm is lit, shell by shell, as the number counts them; the others move
 * round the sides to the foot, hollow.
 */
export const firms: Scene = {
  labels: ["unit", "others", "each"],
  facts: ["firms"],
  elevation: () => 0.9,
  draw(at) {
    const { t, box, palette, label, fact } = at;
    const plan = firmsLayout(at);
    const { n, type, aside: away, field } = plan;
    const packed = fitDisc(n, field);
    const [cx, cy] = [field.x + field.width / 2, field.y + field.height / 2];
    const radius = Math.min(field.width, field.height) / 2;
    const lefts = packed.about.filter(({ x }) => x < cx).length;
    const lit = (index: number) => {
      const from = 0.12 + (0.72 * (packed.places[index]?.shell ?? 0)) / packed.shells;
      return linearStep(t, from, from + 0.12);
    };
    const grains = mapGrains((index): Grain => {
      const rank = index - n;
      const place = packed.places[index];
      if (place !== undefined) {
        const here = smoothstep(lit(index));
        return {
          x: place.x,
          y: place.y,
          r: packed.r * lerp(0.82, 1, here),
          fill: mixRgb(idleColor(palette), palette.ember, here),
          opacity: 1,
          hollow: 1 - linearStep(here, 0.3, 0.8),
        };
      }
      const [from, to] = [packed.about[rank] ?? field, away.places[rank] ?? field];
      const left = from.x < cx;
      const turn = left ? (lefts - 1 - rank) / lefts : (rank - lefts) / (packed.about.length - lefts);
      const gone = linearStep(t, 0.04 + 0.4 * turn, 0.46 + 0.4 * turn);
      // A grain above the middle first moves out past the disc, then down and along the foot.
      const clear = cx + (left ? -1 : 1) * Math.min(radius + packed.r, field.width / 2);
      const lane = from.y < cy ? clear : from.x;
      return {
        x: lerp(lerp(from.x, lane, smoothstep(linearStep(gone, 0, 0.3))), to.x, smoothstep(linearStep(gone, 0.55, 1))),
        y: lerp(from.y, to.y, smoothstep(linearStep(gone, 0.18, 0.8))),
        r: lerp(packed.r * 0.82, away.r, gone),
        fill: idleColor(palette),
        opacity: 1,
        hollow: 1,
      };
    });
    const count = Array.from({ length: n }, (_, index) => lit(index)).filter((k) => k > 0.5).length;
    const { period, status, value } = fact("firms");
    const foot = box.y + box.height + 2;
    return {
      grains,
      shapes: [
        pathMark("firms:foot", `M${box.x} ${foot}L${box.x + box.width} ${foot}`, palette.muted, 1),
        ...drawBigNumber(plan, palette, {
          key: "firms",
          text: `${value ?? ""}${label("unit")}`,
          shown: String(count),
          opacity: linearStep(t, 0.02, 0.14),
          under: [label("each"), ...(plan.side ? [status, period] : [`${status} · ${period}`])],
        }),
        textMark("firms:others", label("others"), [box.x, away.note], type, palette.muted, {
          role: "note",
          opacity: linearStep(t, 0.3, 0.5),
        }),
      ],
    };
  },
};
