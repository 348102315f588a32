import { beat, stagger } from "../../../src/core/picture/beats.ts";
import { mapGrains } from "../../../src/core/picture/grains.ts";
import { textMark } from "../../../src/core/picture/marks.ts";
import { drawNumeral, numeralSize } from "../../../src/core/picture/numeral.ts";
import { defineScene } from "../../../src/core/picture/scene.ts";
import { typeSize } from "../../../src/core/picture/type-scale.ts";
import { groupOf, rankInGroup } from "./groups.ts";
import type { HarbourScene } from "./palette.ts";

const ROWS = 8;
const BEATS = { fill: beat(0, 0.9), number: stagger(0.4, 0.3, 0.5) };

/** Two bars to scale, a grain for each ship. They fill from the left as the reader scrolls. */
export const ships: HarbourScene = defineScene({
  labels: ["day", "night", "note"],
  facts: ["day-ships", "night-ships"],
  elevation: () => 0.3,
  beats: BEATS,
  layout({ box, size, fact }) {
    const facts = { day: fact("day-ships"), night: fact("night-ships") };
    const type = typeSize(size, "label");
    const columns = Math.ceil((facts.day.value ?? 0) / ROWS);
    const room = box.height / 2 - type;
    const pitch = Math.min(box.width / columns, (room - 4 * type) / ROWS);
    const figure = numeralSize(facts.day.text, box.width / 2, type * 2.6);
    const tops = { day: box.y + figure * 1.3, night: box.y + room + figure * 1.3 };
    return { facts, type, columns, pitch, figure, tops, left: box.x, foot: box.y + box.height - 4 };
  },
  draw({ facts, type, columns, pitch, figure, tops, left, foot }, { t, palette, label }) {
    const grains = mapGrains((index) => {
      const [bar, rank] = [groupOf(index), rankInGroup(index)];
      const [column, row] = [Math.floor(rank / ROWS), rank % ROWS];
      const [x, y] = [left + (column + 0.5) * pitch, tops[bar] + (row + 0.5) * pitch];
      const hollow = BEATS.fill(t) * columns > column ? 0 : 1;
      return { x, y, r: pitch * 0.4, fill: palette[bar], opacity: rank < (facts[bar].value ?? 0) ? 1 : 0, hollow };
    });
    const inks = { loud: palette.textRed, quiet: palette.ink };
    const words = (["day", "night"] as const).flatMap((bar, k) => {
      const [x, y] = [left + (label(bar).length + 1) * type, tops[bar] - 0.6 * type];
      const name = textMark({ key: `ships:${bar}`, text: label(bar), x: left, y, size: type, fill: palette.ink });
      return [name, ...drawNumeral(`ships:${bar}:value`, facts[bar].text, [x, y], figure, inks, BEATS.number(t, k))];
    });
    const note = { key: "ships:note", text: label("note"), x: left, y: foot, size: type, fill: palette.muted };
    return { grains, shapes: [...words, textMark(note)] };
  },
});
