import { FRAME, gatheringMark, rowsOf, worksMark } from "../formations/tally.ts";
import { engraved } from "../motifs/engraving.ts";
import { letters, lettering } from "../motifs/lettering.ts";
import { numeral, numeralSize, numeralWidth } from "../motifs/numeral.ts";
import { blend, clamp, heavy, span } from "../picture/ease.ts";
import { eachGrain, GRAINS } from "../picture/grains.ts";
import type { Grain, Scene, Shape } from "../picture/model.ts";
import { textWidth } from "../picture/text.ts";

/** The interview's four parts as columns; those in which neither word is found are kept narrow. */
const SHARES = [0.12, 0.38, 0.38, 0.12];
const PARTS = ["part-one", "part-two", "part-three", "part-four"];
const WORDS = ["firms", "people"];
const ACROSS = 3;
/** Width a mark takes, in units of its height. */
const WIDE = 0.66;

/** The words themselves, once for each occurrence: firms are light blocks and rise in their column, people are dark rounds and come down in theirs. */
export const words: Scene = {
  words: [...WORDS, ...PARTS],
  facts: ["count-firms", "count-people"],
  ground: () => 0.92,
  draw({ act, box, size, palette, word, fact }) {
    const type = lettering(size, 12.5, 18);
    const counts = WORDS.map((key) => fact(`count-${key}`));
    const times = counts.map(({ value }) => value ?? 0);
    const marks = times.reduce((sum, n) => sum + n, 0);
    const each = Math.floor(GRAINS / Math.max(1, marks));
    const top = box.y + 2;
    const foot = box.y + box.height - type * 1.9;
    const edges = SHARES.reduce<readonly number[]>(
      (all, share) => [...all, (all.at(-1) ?? box.x) + share * box.width],
      [box.x],
    );
    const middle = (part: number): number => ((edges[part] ?? 0) + (edges[part + 1] ?? 0)) / 2;
    const column = (SHARES[1] ?? 0.3) * box.width;
    const rows = Math.ceil(Math.max(...times) / ACROSS);
    const mark = Math.min((column * 0.94) / (ACROSS * WIDE), ((foot - top) * 0.68) / rows);
    const figure = Math.min(
      ...counts.map(({ text }) => numeralSize(text, column * 0.84, 210)),
      (foot - top - rows * mark) * 0.94,
    );
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
      ...PARTS.map((part, k) => {
        const half = textWidth(word(part), type) / 2;
        return letters(
          `words:${part}`,
          word(part),
          [clamp(middle(k), box.x + half, box.x + box.width - half), foot + type * 1.35],
          type,
          k === 1 || k === 2 ? palette.ink : palette.muted,
          { anchor: "middle", role: "axis" },
        );
      }),
    ];
    const spots = times.flatMap((n, w) => {
      const up = w === 0;
      const { places, r } = (up ? worksMark : gatheringMark)(each);
      const high = Math.ceil(n / ACROSS);
      const way = foot - top - high * mark;
      // In order of columns, each from its foot: so they come from the ring before and go to the ring after.
      const middles = [...rowsOf(n, ACROSS)]
        .sort((a, b) => a.x - b.x || b.y - a.y)
        .map(({ x, y }) => {
          const late = (up ? 0 : 0.34) + 0.1 * y;
          const gone = heavy(span(act, late, late + 0.34));
          const end = up ? top + y * mark : foot - y * mark;
          return { x: middle(w + 1) + x * mark * WIDE, y: blend(up ? end + way : end - way, end, gone) };
        });
      const [a, b, em] = [FRAME.x * mark, FRAME.y * mark, FRAME.x * 1.06 * mark];
      const [name, text] = [word(WORDS[w] ?? ""), counts[w]?.text ?? ""];
      const said = up ? span(act, 0.5, 0.66) : span(act, 0.84, 1);
      shapes.push(
        engraved(
          `words:marks:${w}`,
          middles
            .map(({ x, y }) =>
              up
                ? `M${x - a} ${y - b}L${x + a} ${y - b}L${x + a} ${y + b}L${x - a} ${y + b}Z`
                : `M${x - a} ${y + a - b}A${a} ${a} 0 0 1 ${x + a} ${y + a - b}L${x + a} ${y + b - a}A${a} ${a} 0 0 1 ${x - a} ${y + b - a}Z`,
            )
            .join(""),
          up ? palette.ember : palette.ink,
          1.2,
          { fill: up ? palette.layer : palette.ink },
        ),
        ...middles.flatMap(({ x, y }, m) =>
          [...name].map((letter, k) =>
            letters(
              `words:mark:${w}:${m}:${k}`,
              letter,
              [x, y + em * (1.06 * (k - (name.length - 1) / 2) + 0.37)],
              em,
              up ? palette.ink : palette.ground,
              { face: "song", anchor: "middle" },
            ),
          ),
        ),
        ...numeral(
          `words:count:${w}`,
          text,
          [
            middle(w + 1) - numeralWidth(text, figure) / 2,
            up ? top + high * mark + figure * 0.9 : foot - high * mark - figure * 0.16,
          ],
          figure,
          { loud: palette.textRed, quiet: palette.ink },
          said,
        ),
      );
      return middles.flatMap(({ x, y }) =>
        places.map((place) => ({ x: x + place.x * mark, y: y + place.y * mark, r: r * mark, up })),
      );
    });
    const grains = eachGrain((index): Grain => {
      // What is left over lies under the first of its kind.
      const { up, ...spot } = spots[index % Math.max(1, spots.length)] ?? { x: 0, y: 0, r: 0, up: true };
      return { ...spot, fill: up ? palette.ember : palette.ink, opacity: 1, hollow: 0 };
    });
    return { grains, shapes };
  },
};
