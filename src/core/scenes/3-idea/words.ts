import { clamp, lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Grain, Scene, Shape } from "../../model/picture.ts";
import { GRAIN_COUNT, mapGrains } from "../../picture/grains.ts";
import { pathMark, textMark, typeSize } from "../../picture/old-marks.ts";
import { drawNumeral, numeralSize, numeralWidth } from "../../picture/numeral.ts";
import { textWidth } from "../../picture/text.ts";
import { crowdMark, factoryMark, gridRows, MARK_SIZE } from "./words-marks.ts";

/** Widths of the interview's four parts, as shares. Those with neither word are narrow. */
const SHARES = [0.12, 0.38, 0.38, 0.12];
const PARTS = ["part-one", "part-two", "part-three", "part-four"];
const WORDS = ["firms", "people"];
const ACROSS = 3;
const WIDE = 0.66;

/**
 * One mark per occurrence of each word: firms are light blocks that rise in their column, people are dark rounds that
 * come down in theirs.
 */
export const words: Scene = {
  labels: [...WORDS, ...PARTS],
  facts: ["count-firms", "count-people"],
  elevation: () => 0.92,
  draw({ t, box, size, palette, label, fact }) {
    const type = typeSize(size, 12.5, 18);
    const counts = WORDS.map((key) => fact(`count-${key}`));
    const times = counts.map(({ value }) => value ?? 0);
    const marks = times.reduce((sum, n) => sum + n, 0);
    const each = Math.floor(GRAIN_COUNT / Math.max(1, marks));
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
      pathMark(
        "words:columns",
        edges
          .slice(1, -1)
          .map((x) => `M${x} ${top}L${x} ${foot}`)
          .join(""),
        palette.line,
        1,
      ),
      pathMark("words:foot", `M${box.x} ${foot}L${box.x + box.width} ${foot}`, palette.ink, 1.4),
      ...PARTS.map((part, k) => {
        const half = textWidth(label(part), type) / 2;
        return textMark(
          `words:${part}`,
          label(part),
          [clamp(middle(k), box.x + half, box.x + box.width - half), foot + type * 1.35],
          type,
          k === 1 || k === 2 ? palette.ink : palette.muted,
          { anchor: "middle", role: "axis" },
        );
      }),
    ];
    const spots = times.flatMap((n, w) => {
      const up = w === 0;
      const { places, r } = (up ? factoryMark : crowdMark)(each);
      const high = Math.ceil(n / ACROSS);
      const way = foot - top - high * mark;
      // Column by column, each from its foot: the order in which the rings of the neighbouring pictures have them.
      const middles = [...gridRows(n, ACROSS)]
        .sort((a, b) => a.x - b.x || b.y - a.y)
        .map(({ x, y }) => {
          const late = (up ? 0 : 0.34) + 0.1 * y;
          const gone = smoothstep(linearStep(t, late, late + 0.34));
          const end = up ? top + y * mark : foot - y * mark;
          return { x: middle(w + 1) + x * mark * WIDE, y: lerp(up ? end + way : end - way, end, gone) };
        });
      const [a, b, em] = [MARK_SIZE.x * mark, MARK_SIZE.y * mark, MARK_SIZE.x * 1.06 * mark];
      const [name, text] = [label(WORDS[w] ?? ""), counts[w]?.text ?? ""];
      const said = up ? linearStep(t, 0.5, 0.66) : linearStep(t, 0.84, 1);
      shapes.push(
        pathMark(
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
            textMark(
              `words:mark:${w}:${m}:${k}`,
              letter,
              [x, y + em * (1.06 * (k - (name.length - 1) / 2) + 0.37)],
              em,
              up ? palette.ink : palette.background,
              { face: "song", anchor: "middle" },
            ),
          ),
        ),
        ...drawNumeral(
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
    const grains = mapGrains((index): Grain => {
      // Grains left over lie under the first ones of their kind.
      const { up, ...spot } = spots[index % Math.max(1, spots.length)] ?? { x: 0, y: 0, r: 0, up: true };
      return { ...spot, fill: up ? palette.ember : palette.ink, opacity: 1, hollow: 0 };
    });
    return { grains, shapes };
  },
};
