import { grid } from "../formations/disc.ts";
import type { Place } from "../formations/strip.ts";
import { letters } from "../motifs/lettering.ts";
import { mixRgb } from "../picture/colour.ts";
import { blend, heavy, span } from "../picture/ease.ts";
import { eachGrain, GRAINS } from "../picture/grains.ts";
import type { Grain, Scene } from "../picture/model.ts";
import { discIn, firmsPlan, loudFigure } from "./firms-plan.ts";
import { idle } from "./idle.ts";

/** One equal grain for each firm, lit shell by shell into a packed disc while the figure counts them; the others go to the foot, hollow. */
export const firms: Scene = {
  words: ["unit", "others", "each"],
  facts: ["firms"],
  ground: () => 0.9,
  draw(at) {
    const { act, palette, word, fact } = at;
    const plan = firmsPlan(at);
    const { n, type, aside: away, field } = plan;
    const packed = discIn(n, field);
    const [cx, cy] = [field.x + field.width / 2, field.y + field.height / 2];
    const far = (p: Place) => Math.hypot(p.x - cx, p.y - cy);
    const spread = [...grid(GRAINS, field)].sort((a, b) => far(a) - far(b));
    const leaving = spread.slice(n).sort((a, b) => a.x - b.x);
    const lit = (index: number) => {
      const from = 0.1 + (0.6 * (packed.places[index]?.shell ?? 0)) / packed.shells;
      return span(act, from, from + 0.28);
    };
    const grains = eachGrain((index): Grain => {
      if (index >= n) {
        const rank = index - n;
        const [from, to] = [leaving[rank] ?? field, away.places[rank] ?? field];
        const start = (0.25 * rank) / (GRAINS - n);
        const gone = span(act, start, start + 0.4);
        // Down first and then along the foot, so that none passes through what is written.
        return {
          x: blend(from.x, to.x, heavy(span(gone, 0.4, 1))),
          y: blend(from.y, to.y, heavy(span(gone, 0, 0.7))),
          r: blend(packed.r * 0.8, away.r, gone),
          fill: idle(palette),
          opacity: 1,
          hollow: 1,
        };
      }
      const [from, to] = [spread[index] ?? field, packed.places[index] ?? field];
      const here = heavy(lit(index));
      return {
        x: blend(from.x, to.x, here),
        y: blend(from.y, to.y, here),
        r: packed.r,
        fill: mixRgb(idle(palette), palette.ember, here),
        opacity: 1,
        hollow: 1 - span(here, 0.6, 1),
      };
    });
    const count = Array.from({ length: n }, (_, index) => lit(index)).filter((k) => k > 0.85).length;
    const { period, status, value } = fact("firms");
    return {
      grains,
      shapes: [
        ...loudFigure(plan, palette, {
          key: "firms",
          text: `${value ?? ""}${word("unit")}`,
          shown: String(count),
          under: [word("each"), ...(plan.side ? [status, period] : [`${status} · ${period}`])],
        }),
        letters("firms:others", word("others"), [at.box.x, away.note], type, palette.muted, {
          role: "note",
          opacity: span(act, 0.3, 0.5),
        }),
      ],
    };
  },
};
