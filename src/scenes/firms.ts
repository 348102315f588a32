import { engraved } from "../motifs/engraving.ts";
import { letters } from "../motifs/lettering.ts";
import { mixRgb } from "../picture/colour.ts";
import { blend, heavy, span } from "../picture/ease.ts";
import { eachGrain } from "../picture/grains.ts";
import type { Grain, Scene } from "../picture/model.ts";
import { discIn, firmsPlan, loudFigure } from "./firms-plan.ts";
import { idle } from "./idle.ts";

/** All stand in one block; one equal grain for each firm is lit, shell by shell, while the figure counts them, and the others walk off round the sides to the foot, hollow. */
export const firms: Scene = {
  words: ["unit", "others", "each"],
  facts: ["firms"],
  ground: () => 0.9,
  draw(at) {
    const { act, box, palette, word, fact } = at;
    const plan = firmsPlan(at);
    const { n, type, aside: away, field } = plan;
    const packed = discIn(n, field);
    const [cx, cy] = [field.x + field.width / 2, field.y + field.height / 2];
    const radius = Math.min(field.width, field.height) / 2;
    const lefts = packed.about.filter(({ x }) => x < cx).length;
    const lit = (index: number) => {
      const from = 0.12 + (0.72 * (packed.places[index]?.shell ?? 0)) / packed.shells;
      return span(act, from, from + 0.12);
    };
    const grains = eachGrain((index): Grain => {
      const rank = index - n;
      const place = packed.places[index];
      if (place !== undefined) {
        const here = heavy(lit(index));
        return {
          x: place.x,
          y: place.y,
          r: packed.r * blend(0.82, 1, here),
          fill: mixRgb(idle(palette), palette.ember, here),
          opacity: 1,
          hollow: 1 - span(here, 0.3, 0.8),
        };
      }
      const [from, to] = [packed.about[rank] ?? field, away.places[rank] ?? field];
      const left = from.x < cx;
      const turn = left ? (lefts - 1 - rank) / lefts : (rank - lefts) / (packed.about.length - lefts);
      const gone = span(act, 0.04 + 0.4 * turn, 0.46 + 0.4 * turn);
      // Whoever stands above the middle first steps out beyond the disc; then down, and along the foot.
      const clear = cx + (left ? -1 : 1) * Math.min(radius + packed.r, field.width / 2);
      const lane = from.y < cy ? clear : from.x;
      return {
        x: blend(blend(from.x, lane, heavy(span(gone, 0, 0.3))), to.x, heavy(span(gone, 0.55, 1))),
        y: blend(from.y, to.y, heavy(span(gone, 0.18, 0.8))),
        r: blend(packed.r * 0.82, away.r, gone),
        fill: idle(palette),
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
        engraved("firms:foot", `M${box.x} ${foot}L${box.x + box.width} ${foot}`, palette.muted, 1),
        ...loudFigure(plan, palette, {
          key: "firms",
          text: `${value ?? ""}${word("unit")}`,
          shown: String(count),
          opacity: span(act, 0.02, 0.14),
          under: [word("each"), ...(plan.side ? [status, period] : [`${status} · ${period}`])],
        }),
        letters("firms:others", word("others"), [box.x, away.note], type, palette.muted, {
          role: "note",
          opacity: span(act, 0.3, 0.5),
        }),
      ],
    };
  },
};
