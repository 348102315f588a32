import { line } from "d3-shape";
import { clamp, lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Box, Grain, Scene, Shape } from "../../model/picture.ts";
import { GRAIN_COUNT, jitteredRadius, mapGrains } from "../../picture/grains.ts";
import { pathMark, textMark, typeSize } from "../../picture/old-marks.ts";
import { fitFontSize, textWidth } from "../../picture/text.ts";
import { type Tub, tub, tubHeap, tubSide } from "./five-things-tub.ts";

const NUMBERS = ["one", "two", "three", "four", "five"] as const;
const HAVES = ["have-one", "have-two", "have-three", "have-four", "have-five", "have-six"] as const;
const LAST = NUMBERS.length - 1;
const PER_LANE = GRAIN_COUNT / NUMBERS.length;
const KNOTS = Array.from({ length: 14 }, (_, k) => k / 13);
const PER_HAVE = PER_LANE / HAVES.length;

function track({ x, width }: Box, y: number, thick: number): string {
  const pitch = thick * 3.4;
  const count = Math.floor(width / pitch);
  const first = x + (width - (count - 1) * pitch) / 2;
  const sleepers = Array.from({ length: count }, (_, k) => {
    const at = first + k * pitch;
    return `M${at - thick} ${y + thick * 0.9}L${at + thick} ${y + thick * 0.9}`;
  });
  return `M${x} ${y}L${x + width} ${y}${sleepers.join("")}`;
}

/**
 * Five equal tubs on five rails stop level with each other, since none ranks above another. The last one's load runs
 * out into six strands.
 */
export const fiveThings: Scene = {
  labels: [...NUMBERS, ...NUMBERS.map((n) => `tool-${n}`), ...HAVES],
  elevation: () => 0.86,
  draw({ t, box, palette, size, label }) {
    const tools = NUMBERS.map((n) => label(`tool-${n}`));
    const type = typeSize(size, 16, 28);
    const have = fitFontSize(label("have-one"), (box.width / HAVES.length) * 0.9, typeSize(size, 17, 30), 11);
    const fan = clamp(box.height * 0.21, have * 2.8, have * 6.5);
    const pitch = (box.height - fan - have * 1.2) / NUMBERS.length;
    const foot = box.y + box.height - have * 0.3;
    const rail = (k: number): number => box.y + (k + 1) * pitch - Math.max(4, pitch * 0.07);
    const height = Math.max(pitch * 0.55, Math.min(24, pitch * 0.64));
    const longest = Math.max(...tools.map((tool) => textWidth(tool, 1)));
    const width = Math.min(box.width * 0.54, height * 10, box.width - textWidth(label("one"), type) - type * 1.2);
    const painted = Math.min((width - height * 0.5) / longest, Math.max(12, height * 0.44), typeSize(size, 14, 24));
    const way = box.width - width - height * 0.12;
    const unfolded = linearStep(t, 0.6, 1);
    const tubs = NUMBERS.map((_, k): Tub & { readonly gone: number } => {
      const gone = way * (1 - smoothstep(linearStep(t, 0.07 * k, 0.28 + 0.07 * k)));
      return { x: box.x + way - gone, rail: rail(k), width, height, gone: way - gone };
    });
    const shapes: Shape[] = tubs.flatMap((at, k): readonly Shape[] => {
      const { x, y } = tubSide(at);
      return [
        pathMark(`lanes:rail:${k}`, track(box, at.rail + 1, Math.max(2, pitch * 0.035)), palette.muted, 1.2),
        ...tub(`lanes:tub:${k}`, at, at.gone, palette),
        textMark(`lanes:field:${k}`, label(NUMBERS[k] ?? "one"), [box.x, at.rail - height * 0.42], type, palette.ink, {
          face: "song",
          opacity: linearStep(t, 0.16 + 0.07 * k, 0.28 + 0.07 * k),
        }),
        textMark(`lanes:tool:${k}`, tools[k] ?? "", [x, y + painted * 0.42], painted, palette.ink, {
          anchor: "middle",
          opacity: linearStep(t, 0.24 + 0.07 * k, 0.34 + 0.07 * k),
        }),
      ];
    });
    const heaps = tubs.map((at) => tubHeap(at, Math.min(pitch * 0.36, pitch - height - 3)));
    const mouth = rail(LAST) + 4;
    const deep = foot - have * 1.4 - mouth;
    const strand = (k: number, down: number): readonly [x: number, y: number] => {
      const end = box.x + (box.width * (k + 0.5)) / HAVES.length;
      const root = box.x + way + width * (0.1 + (0.8 * (k + 0.5)) / HAVES.length);
      return [lerp(root, end, smoothstep(down)), mouth + deep * down];
    };
    const thread = line<number>().digits(1);
    HAVES.forEach((name, k) => {
      thread.x((down) => strand(k, down)[0]).y((down) => strand(k, down)[1]);
      const d = thread(KNOTS) ?? "";
      shapes.push(
        pathMark(`lanes:strand:${k}`, d, palette.line, 1, { opacity: unfolded }),
        textMark(`lanes:${name}`, label(name), [strand(k, 1)[0], foot], have, palette.ink, {
          face: "song",
          anchor: "middle",
          opacity: linearStep(unfolded, 0.4 + 0.08 * k, 0.6 + 0.08 * k),
        }),
      );
    });
    const grains = mapGrains((index): Grain => {
      const k = Math.floor(index / PER_LANE);
      const rank = index % PER_LANE;
      const { places, r } = heaps[k] ?? { places: [], r: 1 };
      let { x, y } = places[rank] ?? { x: 0, y: 0 };
      if (k === LAST) {
        const down = Math.floor(rank / PER_HAVE);
        const start = 0.4 * (down / HAVES.length);
        const fallen = smoothstep(linearStep(unfolded, start, start + 0.26));
        const hung = strand(
          down,
          smoothstep(linearStep(unfolded, start + 0.1, start + 0.6)) * (((rank % PER_HAVE) + 0.7) / (PER_HAVE + 0.4)),
        );
        x = lerp(x, hung[0], fallen);
        y = lerp(y, hung[1], fallen);
      }
      return { x, y, r: jitteredRadius(index, r), fill: palette.ember, opacity: 1, hollow: 0 };
    });
    return { grains, shapes };
  },
};
