import { linearStep } from "../../../src/core/lib/math.ts";
import type { Shape } from "../../../src/core/model/picture.ts";
import { mapGrains } from "../../../src/core/picture/grains.ts";
import { pathMark, textMark, typeSize } from "../../../src/core/picture/old-marks.ts";
import { drawNumeral, numeralSize } from "../../../src/core/picture/numeral.ts";
import { groupOf } from "./groups.ts";
import type { HarbourScene } from "./palette.ts";

const BARS = ["day", "night"];
const ROWS = 8;

/** Two bars to scale, one grain for each ship: while the reader scrolls they fill from the left. */
export const ships: HarbourScene = {
  labels: [...BARS, "note"],
  facts: BARS.map((name) => `${name}-ships`),
  elevation: () => 0.3,
  draw({ t, box, size, palette, fact, label }) {
    const type = typeSize(size, 13, 20);
    const facts = BARS.map((name) => fact(`${name}-ships`));
    const counts = facts.map(({ value }) => value ?? 0);
    const columns = Math.ceil(Math.max(...counts) / ROWS);
    const room = (box.height - 2 * type) / BARS.length;
    const pitch = Math.min(box.width / columns, (room - 4 * type) / ROWS);
    const figure = numeralSize(facts[0]?.text ?? "", box.width / 2, type * 2.6);
    const top = (bar: number): number => box.y + bar * room + figure * 1.3;
    const shapes = BARS.flatMap((name, bar): readonly Shape[] => [
      textMark(`ships:${name}`, label(name), [box.x, top(bar) - type * 0.6], type, palette.ink),
      ...drawNumeral(
        `ships:${name}:value`,
        facts[bar]?.text ?? "",
        [box.x + type * (label(name).length + 1), top(bar) - type * 0.6],
        figure,
        { loud: palette.textRed, quiet: palette.ink },
        linearStep(t, 0.3 + 0.4 * bar, 0.5 + 0.4 * bar),
      ),
      pathMark(`ships:${name}:zero`, `M${box.x} ${top(bar)}L${box.x} ${top(bar) + ROWS * pitch}`, palette.muted, 1.2),
    ]);
    const note = textMark("ships:note", label("note"), [box.x, box.y + box.height - 4], type, palette.muted);
    const grains = mapGrains((index) => {
      const [first = 0, second = 0] = counts;
      const bar = index < first ? 0 : 1;
      const own = bar === 0 ? index : index - first;
      const column = Math.floor(own / ROWS);
      const filled = linearStep(t * columns * 1.1, column, column + 2);
      return {
        x: box.x + (column + 0.5) * pitch,
        y: top(bar) + ((own % ROWS) + 0.5) * pitch,
        r: pitch * 0.4,
        fill: palette[groupOf(index)],
        opacity: index < first + second ? 1 : 0,
        hollow: 1 - filled,
      };
    });
    return { grains, shapes: [...shapes, note] };
  },
};
