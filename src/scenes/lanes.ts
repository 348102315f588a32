import { line } from "d3-shape";
import { letters, lettering } from "../motifs/lettering.ts";
import { tag, tagHeight, tagWidth } from "../motifs/tag.ts";
import { mixRgb } from "../picture/colour.ts";
import { blend, clamp, heavy, span } from "../picture/ease.ts";
import { eachGrain, GRAINS } from "../picture/grains.ts";
import type { Grain, Scene, Shape } from "../picture/model.ts";
import { grainRadius, sized } from "./grain.ts";

const NUMBERS = ["one", "two", "three", "four", "five"] as const;
const HAVES = ["have-one", "have-two", "have-three", "have-four", "have-five", "have-six"] as const;
const PER_LANE = GRAINS / NUMBERS.length;
const PER_HAVE = PER_LANE / HAVES.length;

/** Five equal lanes in the order of the words, none above another in rank; the last one's grains hang down as six strands. */
export const lanes: Scene = {
  words: [...NUMBERS, ...NUMBERS.map((n) => `tool-${n}`), ...HAVES],
  ground: () => 0.86,
  draw({ act, box, palette, size, word }) {
    const type = lettering(size, 15, 25);
    const small = lettering(size, 12, 17);
    const fan = clamp(box.height * 0.24, small * 4, small * 9);
    const pitch = (box.height - fan - small * 1.2) / NUMBERS.length;
    const foot = box.y + box.height - small * 1.5;
    const step = box.width / PER_LANE;
    const r = Math.min(grainRadius(size) * 0.95, step * 0.42, pitch * 0.085);
    const rail = (k: number): number => box.y + (k + 1) * pitch - r * 1.4 - 3;
    const above = r * 1.9 + Math.max(1, (pitch - tagHeight(small) - r * 4) * 0.3);
    const unfolded = span(act, 0.62, 1);
    const middle = box.x + box.width / 2;
    const deep = foot - small * 0.9 - rail(NUMBERS.length - 1);
    /** A strand from its root on the last rail, at `down` 0–1 of its length. */
    const strand = (have: number, down: number): readonly [x: number, y: number] => {
      const end = box.x + (box.width * (have + 0.5)) / HAVES.length;
      return [middle + (end - middle) * blend(0.42, 1, heavy(down)), rail(NUMBERS.length - 1) + deep * down];
    };
    const shapes: Shape[] = NUMBERS.flatMap((n, k): readonly Shape[] => {
      const y = rail(k);
      const said = span(act, 0.06 + 0.1 * k, 0.16 + 0.1 * k);
      const tool = word(`tool-${n}`);
      return [
        {
          kind: "rect",
          key: `lanes:bed:${k}`,
          layer: "back",
          opacity: 0.55,
          x: box.x - 6,
          y: y + r + 3 - pitch * 0.93,
          width: box.width + 12,
          height: pitch * 0.93,
          fill: mixRgb(palette.ground, palette.layer, 0.7),
          stroke: null,
          strokeWidth: 0,
        },
        {
          kind: "line",
          key: `lanes:rail:${k}`,
          layer: "back",
          opacity: 0.9,
          x1: box.x - 6,
          y1: y + r + 3,
          x2: box.x + box.width + 6,
          y2: y + r + 3,
          stroke: palette.line,
          width: 1,
        },
        letters(
          `lanes:field:${k}`,
          word(n),
          [box.x, y - above - tagHeight(small) / 2 + type * 0.36],
          type,
          palette.ink,
          { face: "song" },
        ),
        ...tag(
          `lanes:tool:${k}`,
          tool,
          [box.x + box.width - tagWidth(tool, small), y - above - tagHeight(small)],
          small,
          palette,
          said,
        ),
      ];
    });
    const thread = line<number>().digits(1);
    HAVES.forEach((have, k) => {
      thread.x((down) => strand(k, down)[0]).y((down) => strand(k, down)[1]);
      shapes.push(
        {
          kind: "path",
          key: `lanes:strand:${k}`,
          layer: "back",
          opacity: unfolded,
          d: thread([0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 1]) ?? "",
          fill: null,
          stroke: palette.line,
          width: 1,
        },
        letters(`lanes:${have}`, word(have), [strand(k, 1)[0], foot + small * 0.8], small, palette.ink, {
          anchor: "middle",
          opacity: span(unfolded, 0.4 + 0.08 * k, 0.6 + 0.08 * k),
        }),
      );
    });
    const grains = eachGrain((index): Grain => {
      const k = Math.floor(index / PER_LANE);
      const rank = index % PER_LANE;
      const run = heavy(span(act, 0.1 * k, 0.3 + 0.1 * k));
      const along = (rank + 0.5) * step;
      let x = box.x + along * blend(0.3, 1, run);
      let y = rail(k) - (rank % 2) * r * 0.7;
      if (k === NUMBERS.length - 1) {
        const have = Math.floor(rank / PER_HAVE);
        const hung = strand(have, ((rank % PER_HAVE) + 0.2) / (PER_HAVE - 0.4));
        const t = heavy(clamp(unfolded * 1.5 - 0.5 * (have / HAVES.length)));
        x = blend(x, hung[0], t);
        y = blend(y, hung[1], t);
      }
      return { x, y, r: sized(index, r), fill: palette.ember, opacity: 1, hollow: 0 };
    });
    return { grains, shapes };
  },
};
