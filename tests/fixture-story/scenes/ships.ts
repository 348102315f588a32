import { linearStep } from "../../../src/core/lib/math.ts";
import { mapGrains } from "../../../src/core/picture/grains.ts";
import { textMark, typeSize } from "../../../src/core/picture/old-marks.ts";
import { drawNumeral, numeralSize } from "../../../src/core/picture/numeral.ts";
import { groupOf, rankInGroup } from "./groups.ts";
import type { HarbourScene } from "./palette.ts";

const ROWS = 8;

/** Two bars to scale, a grain for each ship. They fill from the left as the reader scrolls. */
export const ships: HarbourScene = {
  labels: ["day", "night", "note"],
  facts: ["day-ships", "night-ships"],
  elevation: () => 0.3,
  draw({ t, box, size, palette, fact, label }) {
    const facts = { day: fact("day-ships"), night: fact("night-ships") };
    const type = typeSize(size, 13, 20);
    const columns = Math.ceil((facts.day.value ?? 0) / ROWS);
    const room = box.height / 2 - type;
    const pitch = Math.min(box.width / columns, (room - 4 * type) / ROWS);
    const figure = numeralSize(facts.day.text, box.width / 2, type * 2.6);
    const tops = { day: box.y + figure * 1.3, night: box.y + room + figure * 1.3 };
    const grains = mapGrains((index) => {
      const [bar, rank] = [groupOf(index), rankInGroup(index)];
      const [column, row] = [Math.floor(rank / ROWS), rank % ROWS];
      const [x, y] = [box.x + (column + 0.5) * pitch, tops[bar] + (row + 0.5) * pitch];
      const hollow = 1 - linearStep(t * columns * 1.1, column, column + 2);
      return { x, y, r: pitch * 0.4, fill: palette[bar], opacity: rank < (facts[bar].value ?? 0) ? 1 : 0, hollow };
    });
    const inks = { loud: palette.textRed, quiet: palette.ink };
    const words = (["day", "night"] as const).flatMap((bar, k) => {
      const [y, shown] = [tops[bar] - 0.6 * type, linearStep(t, 0.3 + 0.4 * k, 0.5 + 0.4 * k)];
      const x = box.x + (label(bar).length + 1) * type;
      const numeral = drawNumeral(`ships:${bar}:value`, facts[bar].text, [x, y], figure, inks, shown);
      return [textMark(`ships:${bar}`, label(bar), [box.x, y], type, palette.ink), ...numeral];
    });
    const note = textMark("ships:note", label("note"), [box.x, box.y + box.height - 4], type, palette.muted);
    return { grains, shapes: [...words, note] };
  },
};
