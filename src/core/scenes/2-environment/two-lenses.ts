import { mixRgb } from "../../lib/color.ts";
import { clamp, lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Box, Grain, Point, Scene, Shape, TextMark } from "../../model/picture.ts";
import { GRAIN_COUNT, jitteredRadius, mapGrains } from "../../picture/grains.ts";
import { boxCenter } from "../../picture/header.ts";
import { pathMark, textMark, typeSize } from "../../picture/old-marks.ts";
import { fitFontSize, textBox } from "../../picture/text.ts";
import { LENS_RIM, type Loupe, loupe, loupePlaces, refractedLines } from "./two-lenses-loupe.ts";

const HALF = GRAIN_COUNT / 2;

/** Final distance of a lens from the middle, in radii, and its magnification. */
const APART = 0.5;
const POWER = 1.4;

/**
 * Returns the largest two equal lenses for a box: radius, offset of the second from the middle, and its handle's angle
 * and length.
 */
function pairIn({ width, height }: Box): Pick<Loupe, "r" | "angle" | "length"> & { readonly aside: Point } {
  const [w, h] = [width / 2, height / 2];
  // Each touches two sides of the box: (w − r)² + (h − r)² = (APART r)². In a long box the shorter side alone decides.
  const a = 2 - APART ** 2;
  const root = (w + h) ** 2 - a * (w ** 2 + h ** 2);
  const r = Math.min(root > 0 ? (w + h - Math.sqrt(root)) / a : w + h, Math.min(w, h) * 0.93) / (1 + LENS_RIM / 2);
  const turn = Math.atan2(h - r, w - r);
  const aside = { x: APART * r * Math.cos(turn), y: APART * r * Math.sin(turn) };
  // Towards the free corner, but clear of the other lens.
  const angle = Math.max(Math.atan2(-h - aside.y, w - aside.x), turn - Math.PI + 1.3);
  const room = Math.min((w - aside.x) / Math.cos(angle), h / -Math.sin(angle));
  return { r, aside, angle, length: clamp(room - r * 1.13, r * 0.2, r * 0.62) };
}

/**
 * Two equal lenses slide apart over one word: each shows a reading of its own, and the word stands where they overlap.
 */
export const twoLenses: Scene = {
  labels: ["name", "literal", "literal-gloss", "economic", "economic-gloss"],
  elevation: () => 0.88,
  draw({ t, box, palette, size, label }) {
    const [cx, cy] = boxCenter(box);
    const { r, aside, angle, length } = pairIn(box);
    const slid = lerp(0.12, 1, smoothstep(clamp(t / 0.92)));
    const type = typeSize(size, 13, 19);
    const lensAt = (side: number): Loupe => ({
      x: cx + side * aside.x * slid,
      y: cy + side * aside.y * slid,
      r,
      angle: side > 0 ? angle : angle + Math.PI,
      length,
    });
    const pair = [lensAt(-1), lensAt(1)] as const;
    const shared = (off: number) => Math.sqrt(Math.max(0, (r * (1 - LENS_RIM)) ** 2 - (off + aside.y) ** 2)) - aside.x;
    const name = label("name");
    const split = name.split(/(?<=”)/u);
    const [one, two] = [
      fitFontSize(name, 1.92 * shared(0), 96, 13),
      fitFontSize(split[0] ?? name, 1.92 * shared(r * 0.2), 96, 13),
    ];
    const parts = two > one * 1.1 ? split : [name];
    const nameSize = (parts.length > 1 ? two : one) * lerp(1.36, 1, slid);
    const said: TextMark[] = parts.map((text, n) =>
      textMark(
        `lenses:word:${n}`,
        text,
        [cx, cy + nameSize * (0.36 + 1.2 * (n - (parts.length - 1) / 2))],
        nameSize,
        palette.textRed,
        { anchor: "middle", face: "song" },
      ),
    );
    pair.forEach((own, k) => {
      const reading = k === 0 ? "literal" : "economic";
      const other = pair[1 - k] ?? own;
      const side = k === 0 ? -1 : 1;
      const y = own.y + side * aside.y * 1.1;
      const half = (at: number, lens: Loupe, radius: number) =>
        Math.sqrt(Math.max(0, radius ** 2 - (at - lens.y) ** 2));
      const room = (tall: number): readonly [from: number, to: number] => {
        const edges = [y - tall / 2, y + tall / 2].map((at): readonly [number, number] => {
          const [seen, hidden] = [half(at, own, r * (1 - LENS_RIM)), half(at, other, r * (1 + LENS_RIM))];
          const [left, right] = [own.x - seen, own.x + seen];
          if (hidden === 0) return [left, right];
          return side < 0 ? [left, Math.min(right, other.x - hidden)] : [Math.max(left, other.x + hidden), right];
        });
        return [Math.max(...edges.map(([at]) => at)), Math.min(...edges.map(([, at]) => at))];
      };
      const gloss = label(`${reading}-gloss`);
      const cut = Math.ceil(gloss.length / 2);
      const sizeIn = ([from, to]: readonly [number, number], text: string) =>
        fitFontSize(text, (to - from) * 0.84, type * 2, 12);
      const [flat, high] = [room(type * 4), room(type * 4.7)];
      // A large lens is high enough for two lines of larger type.
      const folded = sizeIn(flat, gloss) < type * (r > 180 ? 1.9 : 1.2);
      const lines = folded ? [gloss.slice(0, cut), gloss.slice(cut)] : [gloss];
      const [from, to] = folded ? high : flat;
      const glossSize = sizeIn([from, to], lines[0] ?? gloss);
      const middle = (from + to) / 2;
      const top = y - (type * 1.5 + glossSize * 1.25 * lines.length) / 2;
      const opacity = linearStep(t, 0.46 + 0.2 * k, 0.66 + 0.2 * k);
      said.push(
        textMark(
          `lenses:${reading}:name`,
          label(reading),
          [middle, top + type],
          fitFontSize(label(reading), to - from, type, 11),
          palette.muted,
          {
            anchor: "middle",
            opacity,
          },
        ),
        ...lines.map((text, n) =>
          textMark(
            `lenses:${reading}:gloss:${n}`,
            text,
            [middle, top + type * 1.5 + glossSize * (0.92 + 1.25 * n)],
            glossSize,
            palette.ink,
            { anchor: "middle", face: "song", opacity },
          ),
        ),
      );
    });
    const clear = said
      .filter(({ opacity }) => opacity > 0)
      .map((text): Box => {
        const { x, y, width, height } = textBox(text);
        return { x: x - 5, y, width: width + 10, height };
      });
    const [beside, under, both] = refractedLines(box, r / 9, pair, POWER, clear);
    const dark = mixRgb(palette.background, palette.ink, 0.78);
    const shapes: Shape[] = [
      pathMark("lenses:sheet", beside, palette.line, 0.8, { opacity: 0.55 }),
      ...pair.flatMap((lens, k) => loupe(`lenses:${k}`, lens, k === 0 ? palette.ember : palette.muted, palette)),
      pathMark("lenses:sheet:under", under, palette.muted, 1, { opacity: 0.3 }),
      pathMark("lenses:sheet:both", both, palette.muted, 1.4, { opacity: 0.4 }),
      ...said,
    ];
    // The handles' grains lie in the middle of the order, because the next picture makes one sheet of both.
    const places = [...loupePlaces(pair[0], HALF), ...[...loupePlaces(pair[1], HALF)].reverse()];
    return {
      grains: mapGrains((index): Grain => {
        const { x, y, r: bead } = places[index] ?? { x: cx, y: cy, r: 0 };
        return {
          x,
          y,
          r: jitteredRadius(index, bead),
          fill: index < HALF ? palette.ember : dark,
          opacity: 1,
          hollow: 0,
        };
      }),
      shapes,
    };
  },
};
