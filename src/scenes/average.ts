import { letters } from "../motifs/lettering.ts";
import { numeral, numeralWidth } from "../motifs/numeral.ts";
import { blend, heavy, span } from "../picture/ease.ts";
import { eachGrain } from "../picture/grains.ts";
import type { Grain, Scene } from "../picture/model.ts";
import { textWidth } from "../picture/text.ts";
import { discIn, firmsPlan, loudFigure } from "./firms-plan.ts";
import { idle } from "./idle.ts";

/** A fraction whose denominator is the firms themselves: the loans over a thin line, the packed grains under it. */
export const average: Scene = {
  words: ["loans", "firms", "average", "note"],
  facts: ["loans", "firms", "average"],
  ground: () => 0.9,
  draw(at) {
    const { act, palette, word, fact } = at;
    const plan = firmsPlan(at);
    const { n, type, aside: away, field } = plan;
    const loans = fact("loans");
    const figure = Math.min(field.height * 0.17, field.width * 0.16);
    const head = figure * 1.28;
    const drawn = heavy(span(act, 0.22, 0.55));
    const before = discIn(n, field);
    const after = discIn(n, { ...field, y: field.y + head + type * 0.5, height: field.height - head - type * 0.5 });
    const cx = field.x + field.width / 2;
    const line = field.y + head;
    const half = Math.min(field.width / 2 - type * 1.9, Math.max(after.r * 16, field.width * 0.3));
    const name = word("loans");
    const numerator = textWidth(name, type) + type * 0.4 + numeralWidth(loans.text, figure);
    const left = cx - numerator / 2;
    const colours = { loud: palette.ink, quiet: palette.ink };
    const said = span(act, 0.34, 0.5);
    const grains = eachGrain((index): Grain => {
      const aside = away.places[index - n];
      if (aside !== undefined) return { ...aside, r: away.r, fill: idle(palette), opacity: 1, hollow: 1 };
      const [from, to] = [before.places[index] ?? field, after.places[index] ?? field];
      const k = heavy(span(act, 0, 0.4));
      return {
        x: blend(from.x, to.x, k),
        y: blend(from.y, to.y, k),
        r: blend(before.r, after.r, k),
        fill: palette.ember,
        opacity: 1,
        hollow: 0,
      };
    });
    return {
      grains,
      shapes: [
        {
          kind: "line",
          key: "average:line",
          opacity: 1,
          x1: cx - half,
          y1: line,
          x2: blend(cx - half, cx + half, drawn),
          y2: line,
          stroke: palette.ink,
          width: 1.4,
        },
        letters("average:loans", name, [left, line - figure * 0.28], type, palette.muted, { opacity: said }),
        ...numeral(
          "average:loans",
          loans.text,
          [left + textWidth(name, type) + type * 0.4, line - figure * 0.28],
          figure,
          colours,
          said,
        ),
        letters("average:firms", word("firms"), [cx, away.note], type, palette.muted, {
          anchor: "middle",
          opacity: span(act, 0.35, 0.55),
        }),
        ...loudFigure(plan, palette, {
          key: "average",
          text: fact("average").text,
          opacity: span(act, 0.6, 0.85),
          under: [
            word("average"),
            ...(plan.side ? [word("note"), loans.period] : [`${word("note")}，${loans.period}`]),
          ],
        }),
        letters("average:equals", "=", [cx - half - type * 1.3, line + type * 0.4], type * 1.3, palette.ink, {
          anchor: "middle",
          opacity: span(act, 0.45, 0.6),
        }),
      ],
    };
  },
};
