import { linearStep, smoothstep } from "../../lib/math.ts";
import type { Grain, Scene } from "../../model/picture.ts";
import { idleColor, mapGrains } from "../../picture/grains.ts";
import { triangularPile } from "../../picture/layouts/hex-disc.ts";
import { pathMark, textMark } from "../../picture/old-marks.ts";
import { drawNumeral, numeralSize, numeralWidth } from "../../picture/numeral.ts";
import { breakLines, textWidth } from "../../picture/text.ts";
import { balance, castWeight, layoutBalance } from "./average-balance.ts";
import { drawBigNumber, firmsLayout, sortFirmPlaces } from "./firms-layout.ts";

/** Angle at which the beam starts, the loans' end down, radians. */
const LEAN = 0.17;

/**
 * One weight for the loans against a pile of equal grains for the firms. The level beam is all that an average says.
 */
export const average: Scene = {
  labels: ["loans", "firms", "average", "note"],
  facts: ["loans", "firms", "average"],
  elevation: () => 0.9,
  draw(at) {
    const { t, box, palette, label, fact } = at;
    const plan = firmsLayout(at);
    const { n, type, aside: away, field } = plan;
    const loans = fact("loans");
    const level = smoothstep(linearStep(t, 0.05, 0.55));
    const stand = { ...field, height: away.note - field.y - type * 0.2 };
    const tilt = LEAN * (1 - level);
    const half = layoutBalance(stand, 0, 0).half;
    // A weight that is too small for its number has it under the pan; a label longer than a pan's width is broken.
    const borne = numeralWidth(loans.text, 20) < half * 1.15;
    const name = type * 1.1;
    const said = textWidth(label("firms"), name) > half * 2.15 ? label("firms").split(/(?<=，)/u) : [label("firms")];
    const on = layoutBalance(stand, name * (borne ? 0.9 : 1.2) + name * 1.3 * said.length, tilt);
    const [left, right] = on.floors;
    const pile = triangularPile(n, right, half * 1.86);
    const places = sortFirmPlaces(pile.places);
    const [wide, tall] = [half * 1.62, Math.min(half * 1.05, on.cord * 0.6)];
    const figure = borne
      ? numeralSize(loans.text, half * 1.15, tall * 0.5, 20)
      : numeralSize(loans.text, half * 2.1, type * 1.7, 12);
    const tone = borne ? palette.background : palette.ink;
    const pans = half * 0.2 + name * 1.1;
    const settled = linearStep(t, 0.5, 0.7);
    const grains = mapGrains((index): Grain => {
      const aside = away.places[index - n];
      if (aside !== undefined) return { ...aside, r: away.r, fill: idleColor(palette), opacity: 1, hollow: 1 };
      const { x, y } = places[index] ?? right;
      return { x, y, r: pile.r, fill: palette.ember, opacity: 1, hollow: 0 };
    });
    const foot = box.y + box.height + 2;
    const reach = half * 2.13;
    return {
      grains,
      shapes: [
        pathMark("firms:foot", `M${box.x} ${foot}L${box.x + box.width} ${foot}`, palette.muted, 1),
        pathMark(
          "average:level",
          `M${on.pivot.x - reach} ${on.pivot.y}L${on.pivot.x + reach} ${on.pivot.y}`,
          palette.red,
          1.2,
          { dash: "7 4", opacity: settled },
        ),
        ...balance("average", on, palette),
        pathMark("average:weight", castWeight(left, wide, tall), palette.ink, 1, { fill: palette.ink }),
        textMark(
          "average:loans",
          label("loans"),
          [left.x, left.y - tall * (borne ? 0.66 : 0.35)],
          type,
          palette.background,
          {
            anchor: "middle",
          },
        ),
        ...drawNumeral(
          "average:loans",
          loans.text,
          [left.x - numeralWidth(loans.text, figure) / 2, left.y + (borne ? -tall * 0.2 : pans + figure * 0.3)],
          figure,
          { loud: tone, quiet: tone },
        ),
        ...said.map((text, k) =>
          textMark(`average:firms:${k}`, text, [right.x, right.y + pans + name * 1.25 * k], name, palette.ink, {
            anchor: "middle",
            opacity: linearStep(t, 0.3, 0.5),
          }),
        ),
        ...drawBigNumber(plan, palette, {
          key: "average",
          text: fact("average").text,
          opacity: linearStep(t, 0.55, 0.8),
          under: plan.side
            ? [...breakLines(label("average").replace(" · ", "|"), type, plan.words.width), label("note"), loans.period]
            : [label("average"), `${label("note")}，${loans.period}`],
        }),
      ],
    };
  },
};
