import { gatheringMark, rowsOf, worksMark } from "../formations/tally.ts";
import { engraved } from "../motifs/engraving.ts";
import { letters, lettering } from "../motifs/lettering.ts";
import { numeral, numeralSize, numeralWidth } from "../motifs/numeral.ts";
import { mixRgb } from "../picture/colour.ts";
import { blend, heavy, span } from "../picture/ease.ts";
import { eachGrain, GRAINS } from "../picture/grains.ts";
import type { Grain, Scene, Shape } from "../picture/model.ts";
import { textWidth } from "../picture/text.ts";
import { idle } from "./idle.ts";

/** The interview's four parts as columns; those in which neither word is found are kept narrow. */
const SHARES = [0.17, 0.33, 0.33, 0.17];
const PARTS = ["part-one", "part-two", "part-three", "part-four"];

/** One mark of equal size for each occurrence: the firms' are blocks and rise in their column, the people's are gatherings and come down in theirs. */
export const words: Scene = {
  words: ["firms", "people", ...PARTS],
  facts: ["count-firms", "count-people"],
  ground: () => 0.92,
  draw({ act, box, size, palette, word, fact }) {
    const type = lettering(size, 12, 17);
    const head = type * 1.5;
    const counts = [fact("count-firms"), fact("count-people")].map(({ value }) => value ?? 0);
    const marks = counts.reduce((sum, n) => sum + n, 0);
    const each = Math.floor(GRAINS / Math.max(1, marks));
    const top = box.y + 2;
    const foot = box.y + box.height - type * 1.9;
    const edges = SHARES.reduce<readonly number[]>(
      (all, share) => [...all, (all.at(-1) ?? box.x) + share * box.width],
      [box.x],
    );
    const column = (SHARES[1] ?? 0.3) * box.width;
    const figure = Math.min(
      ...["count-firms", "count-people"].map((id) => numeralSize(fact(id).text, column * 0.8, 80)),
      (foot - top) * 0.2,
    );
    const block = head + figure;
    const most = Math.max(...counts);
    // As many in a row as lets the marks be largest; the same for both words.
    const sizes = [2, 3, 4].map((n) =>
      Math.min((column * 0.94) / n, (foot - top - block - type) / Math.ceil(most / n)),
    );
    const mark = Math.max(...sizes);
    const across = 2 + sizes.indexOf(mark);
    const shapes: Shape[] = [
      engraved(
        "words:columns",
        edges
          .slice(1, -1)
          .map((x) => `M${x} ${top}L${x} ${foot}`)
          .join(""),
        palette.line,
        1,
      ),
      engraved("words:foot", `M${box.x} ${foot}L${box.x + box.width} ${foot}`, palette.ink, 1.4),
      ...PARTS.map((part, k) =>
        letters(
          `words:${part}`,
          word(part),
          [((edges[k] ?? 0) + (edges[k + 1] ?? 0)) / 2, foot + type * 1.35],
          type,
          k === 1 || k === 2 ? palette.ink : palette.muted,
          { anchor: "middle", role: "axis" },
        ),
      ),
    ];
    const spots = counts.flatMap((n, k) => {
      const up = k === 0;
      const cx = ((edges[k + 1] ?? 0) + (edges[k + 2] ?? 0)) / 2;
      const tall = Math.ceil(n / across) * mark;
      const way = foot - top - tall;
      const shape = up ? worksMark(each) : gatheringMark(each);
      const name = word(up ? "firms" : "people");
      const count = fact(up ? "count-firms" : "count-people").text;
      const nameSize = Math.min(type * 1.5, figure * 0.5);
      const line = textWidth(name, nameSize) + type * 0.5 + numeralWidth(count, figure);
      const oneLine = line < column;
      const base = up ? top + tall + block : foot - tall - type * 0.9;
      const left = oneLine ? cx - line / 2 : cx - numeralWidth(count, figure) / 2;
      const said = span(act, up ? 0.45 : 0.75, up ? 0.65 : 0.95);
      shapes.push(
        letters(`words:name:${k}`, name, oneLine ? [left, base] : [cx, base - figure * 0.92], nameSize, palette.ink, {
          face: "song",
          anchor: oneLine ? "start" : "middle",
          opacity: said,
        }),
        ...numeral(
          `words:count:${k}`,
          count,
          [oneLine ? left + textWidth(name, nameSize) + type * 0.5 : left, base],
          figure,
          { loud: palette.textRed, quiet: palette.ink },
          said,
        ),
      );
      return rowsOf(n, across).flatMap(({ x, y }, m) => {
        const late = up ? 0.02 + (0.3 * m) / n : 0.36 + (0.3 * (n - 1 - m)) / n;
        const gone = heavy(span(act, late, late + 0.32));
        const end = up ? top + y * mark : foot - tall + y * mark;
        const start = up ? end + way : end - way;
        return shape.places.map((place) => ({
          x: cx + (x + place.x) * mark,
          y: blend(start, end, gone) + place.y * mark,
          r: shape.r * mark,
          up,
        }));
      });
    });
    // What is left over lies in the two columns where neither word is found.
    const zero = (index: number) => ((edges[index % 2 === 0 ? 0 : 3] ?? 0) + (edges[index % 2 === 0 ? 1 : 4] ?? 0)) / 2;
    const people = mixRgb(palette.ground, palette.ink, 0.8);
    const grains = eachGrain((index): Grain => {
      const spot = spots[index];
      if (spot === undefined)
        return { x: zero(index), y: foot - mark * 0.5, r: mark * 0.1, fill: idle(palette), opacity: 1, hollow: 1 };
      return { x: spot.x, y: spot.y, r: spot.r, fill: spot.up ? palette.ember : people, opacity: 1, hollow: 0 };
    });
    return { grains, shapes };
  },
};
