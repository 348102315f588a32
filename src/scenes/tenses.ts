import { engraved } from "../motifs/engraving.ts";
import { lettering, letters } from "../motifs/lettering.ts";
import { blend, heavy, span } from "../picture/ease.ts";
import { eachGrain, GROUP_SIZE } from "../picture/grains.ts";
import type { Box, Grain, Scene, Shape } from "../picture/model.ts";
import { textWidth } from "../picture/text.ts";

/** The four tenses and how many things stand in each. */
const TENSES = [
  ["formed", 6],
  ["moving", 8],
  ["goal", 6],
  ["problem", 3],
] as const;
type Tense = (typeof TENSES)[number][0];
/** Grains to a thing: one for its mark, the others strung under its label, as many for each. */
const STRUNG = 9;

const keysOf = (tense: Tense, count: number): readonly string[] =>
  Array.from({ length: count }, (_, k) => `${tense}-${"abcdefgh".charAt(k)}`);

/** Room of an item's mark before its label, and between two items on one line, em. */
const MARK = 1.2;
const BETWEEN = 0.8;

interface Spot {
  readonly key: string;
  readonly x: number;
  readonly y: number;
}
interface Column {
  readonly tense: Tense;
  readonly x: number;
  readonly y: number;
  /** The rule of the heading: from, to and height, px. */
  readonly rule: readonly [from: number, to: number, y: number];
  readonly spots: readonly Spot[];
}

type Word = (key: string) => string;

/** Four columns side by side, each as wide as its longest label. */
function columns(box: Box, type: number, word: Word): readonly Column[] {
  const widths = TENSES.map(
    ([tense, count]) =>
      MARK * type + Math.max(...[tense, ...keysOf(tense, count)].map((key) => textWidth(word(key), type))),
  );
  const gap = (box.width - widths.reduce((sum, w) => sum + w, 0)) / (TENSES.length - 0.4);
  const lead = Math.min((box.height - type * 3) / 8, type * 3.2);
  const top = box.y + (box.height - lead * 8 - type * 3) * 0.35;
  let x = box.x;
  return TENSES.map(([tense, count], c) => {
    const left = x;
    const width = widths[c] ?? 0;
    x += width + gap;
    const y = top + type * 1.3;
    return {
      tense,
      x: left,
      y,
      rule: [left, left + width, y + type],
      spots: keysOf(tense, count).map((key, k) => ({ key, x: left, y: y + type * 1.2 + lead * (k + 0.68) })),
    };
  });
}

/** Four bands one below the other, labels running on like words in a line. */
function bands(box: Box, type: number, word: Word): readonly Column[] {
  const flowed = TENSES.map(([tense, count]) => {
    let line = 1;
    let x = 0;
    const spots = keysOf(tense, count).map((key) => {
      const width = MARK * type + textWidth(word(key), type);
      if (x > 0 && x + width > box.width) {
        line += 1;
        x = 0;
      }
      const spot = { key, x: box.x + x, line };
      x += width + BETWEEN * type;
      return spot;
    });
    return { tense, spots, lines: line + 1 };
  });
  const lines = flowed.reduce((sum, band) => sum + band.lines, 0) + 0.35 * (TENSES.length - 1);
  const lead = Math.min(box.height / lines, type * 2.7);
  let y = box.y + (box.height - lead * lines) * 0.3 + lead * 0.72;
  return flowed.map(({ tense, spots, lines: own }) => {
    const head = y;
    y += lead * (own + 0.35);
    return {
      tense,
      x: box.x,
      y: head,
      rule: [box.x + textWidth(word(tense), type * 1.1) + type * 0.8, box.x + box.width, head - type * 0.36],
      spots: spots.map((spot) => ({ key: spot.key, x: spot.x, y: head + lead * spot.line })),
    };
  });
}

/** The grain that is the `k`-th from the left when groups stream side by side. */
const fromLeft = (k: number): number => (k % 3) * GROUP_SIZE + Math.floor(k / 3);

/** What is and what is hoped: everything met so far settles under the tense the speaker used. One mark is one thing; as many grains are strung under each. */
export const tenses: Scene = {
  words: TENSES.flatMap(([tense, count]) => [tense, ...keysOf(tense, count)]),
  ground: () => 1,
  draw({ act, size, box, palette, word }) {
    const wide = 37 * 12 <= box.width;
    const type = wide
      ? Math.max(12, Math.min(lettering(size, 13, 21), box.width / 37, box.height / 19))
      : lettering(size, 13, 18);
    const laid = wide ? columns(box, type, word) : bands(box, type, word);
    const r = type * 0.34;
    const bead = type * (wide ? 0.6 : 0.36);
    const drop = type * (wide ? 0.72 : 0.44);
    const places = new Map<number, Grain>();
    const shapes: Shape[] = [];
    let thing = 0;
    for (const {
      tense,
      x,
      y,
      rule: [from, to, ruleY],
      spots,
    } of laid) {
      const bad = tense === "problem";
      const fill = bad ? palette.textRed : palette.textEmber;
      shapes.push(
        letters(`tenses:${tense}`, word(tense), [x, y], type * 1.1, bad ? palette.textRed : palette.ink, {
          face: "song",
        }),
        engraved(`tenses:rule:${tense}`, `M${from} ${ruleY}L${to} ${ruleY}`, palette.muted, 0.9),
      );
      spots.forEach((spot, k) => {
        // The lowest settles first, so that nothing falls across a label already read.
        const turn = 0.026 * (thing + spots.length - 1 - 2 * k);
        const fallen = heavy(span(act, turn, turn + 0.32));
        const mark = {
          x: blend(blend(from, to, (k + 0.5) / spots.length), spot.x + r * 1.2, fallen),
          y: blend(ruleY, spot.y - type * 0.36, fallen),
        };
        const hollow = tense === "goal" ? 1 : tense === "moving" ? 0.5 : 0;
        for (let n = 0; n <= STRUNG; n++) {
          const strung = {
            x: blend(mark.x, spot.x + MARK * type + bead * (n - 0.5), fallen),
            y: blend(ruleY, spot.y + drop, fallen),
            r: bead * 0.3,
            fill,
            opacity: wide ? 0.85 : 0.7,
            hollow,
          };
          places.set(
            fromLeft(thing * (STRUNG + 1) + n),
            n === 0 ? { ...mark, r: bad ? r * 0.5 : r, fill, opacity: 1, hollow: Math.ceil(hollow) } : strung,
          );
        }
        if (tense === "moving")
          shapes.push(
            engraved(
              `tenses:half:${spot.key}`,
              `M${mark.x} ${mark.y - r}A${r} ${r} 0 0 0 ${mark.x} ${mark.y + r}Z`,
              null,
              0,
              { fill, layer: "front" },
            ),
          );
        if (bad)
          shapes.push(
            engraved(
              `tenses:diamond:${spot.key}`,
              `M${mark.x} ${mark.y - r * 1.3}L${mark.x + r * 1.3} ${mark.y}L${mark.x} ${mark.y + r * 1.3}L${mark.x - r * 1.3} ${mark.y}Z`,
              fill,
              1.2,
            ),
          );
        shapes.push(
          letters(`tenses:item:${spot.key}`, word(spot.key), [spot.x + MARK * type, spot.y], type, palette.ink, {
            opacity: span(fallen, 0.6, 1),
          }),
        );
        thing += 1;
      });
    }
    const last = places.get(fromLeft((STRUNG + 1) * thing - 1));
    const spare: Grain = { ...(last ?? { x: box.x, y: box.y, r: 1, fill: palette.muted, hollow: 0 }), opacity: 0 };
    return { grains: eachGrain((index) => places.get(index) ?? spare), shapes };
  },
};
