import { engraved } from "../../../src/motifs/engraving.ts";
import { letters, lettering } from "../../../src/motifs/lettering.ts";
import { numeral, numeralSize } from "../../../src/motifs/numeral.ts";
import { span } from "../../../src/picture/ease.ts";
import { eachGrain } from "../../../src/picture/grains.ts";
import type { Scene, Shape } from "../../../src/picture/model.ts";

const BARS = ["day", "night"];
const ROWS = 8;

/** Two bars to scale, one grain for each ship: while the reader scrolls they fill from the left. */
export const ships: Scene = {
  words: [...BARS, "note"],
  facts: BARS.map((name) => `${name}-ships`),
  ground: () => 0.3,
  draw({ act, box, size, palette, fact, word }) {
    const type = lettering(size, 13, 20);
    const facts = BARS.map((name) => fact(`${name}-ships`));
    const counts = facts.map(({ value }) => value ?? 0);
    const columns = Math.ceil(Math.max(...counts) / ROWS);
    const room = (box.height - 2 * type) / BARS.length;
    const pitch = Math.min(box.width / columns, (room - 4 * type) / ROWS);
    const figure = numeralSize(facts[0]?.text ?? "", box.width / 2, type * 2.6);
    const top = (bar: number): number => box.y + bar * room + figure * 1.3;
    const shapes = BARS.flatMap((name, bar): readonly Shape[] => [
      letters(`ships:${name}`, word(name), [box.x, top(bar) - type * 0.6], type, palette.ink),
      ...numeral(
        `ships:${name}:value`,
        facts[bar]?.text ?? "",
        [box.x + type * (word(name).length + 1), top(bar) - type * 0.6],
        figure,
        { loud: palette.textRed, quiet: palette.ink },
        span(act, 0.3 + 0.4 * bar, 0.5 + 0.4 * bar),
      ),
      engraved(`ships:${name}:zero`, `M${box.x} ${top(bar)}L${box.x} ${top(bar) + ROWS * pitch}`, palette.muted, 1.2),
    ]);
    const note = letters("ships:note", word("note"), [box.x, box.y + box.height - 4], type, palette.muted);
    const grains = eachGrain((index) => {
      const [first = 0, second = 0] = counts;
      const bar = index < first ? 0 : 1;
      const own = bar === 0 ? index : index - first;
      const column = Math.floor(own / ROWS);
      const filled = span(act * columns * 1.1, column, column + 2);
      return {
        x: box.x + (column + 0.5) * pitch,
        y: top(bar) + ((own % ROWS) + 0.5) * pitch,
        r: pitch * 0.4,
        fill: bar === 0 ? palette.industry : palette.ember,
        opacity: index < first + second ? 1 : 0,
        hollow: 1 - filled,
      };
    });
    return { grains, shapes: [...shapes, note] };
  },
};
