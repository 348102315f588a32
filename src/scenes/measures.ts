import { letters, lettering } from "../motifs/lettering.ts";
import { tag, tagHeight, tagPath, tagWidth } from "../motifs/tag.ts";
import { mixRgb } from "../picture/colour.ts";
import { clamp, heavy, span } from "../picture/ease.ts";
import { eachGrain, GRAINS } from "../picture/grains.ts";
import type { Grain, Moment, Scene, Shape } from "../picture/model.ts";
import { textWidth } from "../picture/text.ts";

const SETS = [
  { id: "relief", named: ["relief-one", "relief-two", "relief-three", "relief-four"], open: false },
  { id: "support", named: ["support-one", "support-two", "support-three"], open: true },
] as const;

interface Tiled {
  readonly count: number;
  readonly columns: number;
  readonly x: number;
  readonly y: number;
  /** From tile to tile, px. */
  readonly pitch: number;
}

/** Top left of a tile, px. */
function tileAt({ columns, x, y, pitch }: Tiled, tile: number): readonly [x: number, y: number] {
  return [x + (tile % columns) * pitch, y + Math.floor(tile / columns) * pitch];
}

/** Name, status and count of a set: the numeral loud, what it counts beside it. */
function heading(
  { act, fact, palette, size, word }: Moment,
  id: string,
  x: number,
  base: number,
  numeral: number,
  from: number,
): readonly Shape[] {
  const type = lettering(size, 13, 20);
  const { value, unit, status } = fact(id);
  const shown = span(act, from, from + 0.12);
  const after = x + textWidth(String(value), numeral) + 3;
  const name = after + textWidth(unit, type) + type * 0.6;
  return [
    letters(`measures:${id}:value`, String(value), [x, base], numeral, palette.textRed, {
      face: "song",
      role: "value",
      opacity: shown,
    }),
    letters(`measures:${id}:unit`, unit, [after, base], type, palette.ink, { role: "unit", opacity: shown }),
    letters(`measures:${id}:name`, word(id), [name, base], type * 1.15, palette.ink, { face: "song", opacity: shown }),
    letters(
      `measures:${id}:status`,
      status,
      [name + textWidth(word(id), type * 1.15) + type * 0.6, base],
      Math.max(11, type * 0.86),
      palette.muted,
      { role: "note", opacity: shown },
    ),
  ];
}

/** As many equal tiles as there are measures, each of as many grains; what kinds of help were named hangs beside on a string, pinned to no tile. The grains left over are the open end. */
export const measures: Scene = {
  words: ["relief", "support", ...SETS.flatMap(({ named }) => named), "sum"],
  facts: SETS.map(({ id }) => id),
  ground: () => 0.88,
  draw(at) {
    const { act, box, fact, palette, size, word } = at;
    const type = lettering(size, 12, 18);
    const counts = SETS.map(({ id }) => fact(id).value ?? 0);
    const total = counts.reduce((sum, n) => sum + n, 0);
    const perTile = Math.floor(GRAINS / total);
    const side = Math.ceil(Math.sqrt(perTile));
    const longest = Math.max(...SETS.flatMap(({ named }) => named.map((key) => tagWidth(word(key), type))));
    const room = box.width - longest - type * 2.4;
    const numeral = clamp(Math.min(box.height * 0.13, box.width * 0.135), 24, 104);
    const sumHeight = type * 2;
    const fits = [
      [4, 6],
      [4, 9],
    ].map((columns) => {
      const rows = counts.map((count, k) => Math.ceil(count / (columns[k] ?? 6)));
      const pitch = Math.min(
        room / (columns[1] ?? 6),
        (box.height - sumHeight - numeral * 2.7) / rows.reduce((sum, n) => sum + n, 0),
      );
      return { columns, rows, pitch };
    });
    const { columns, rows, pitch } = fits.reduce((best, next) => (next.pitch > best.pitch * 0.85 ? next : best));
    const spare = (box.height - sumHeight - numeral * 2.36 - pitch * rows.reduce((sum, n) => sum + n, 0)) / 2;
    const blocks = rows.map((n) => numeral * 1.18 + n * pitch + spare);
    const tops = blocks.map((_, k) => box.y + blocks.slice(0, k).reduce((sum, n) => sum + n, 0));
    const cell = (pitch * 0.84) / side;
    const stringX = Math.min(
      box.x + box.width - longest,
      box.x + Math.max((columns[1] ?? 9) * pitch, numeral * 1.4 + type * 12) + type * 1.6,
    );
    const sets = counts.map((count, k): Tiled => ({
      count,
      columns: columns[k] ?? 6,
      x: box.x,
      y: (tops[k] ?? 0) + numeral * 1.16,
      pitch,
    }));
    const shapes: Shape[] = [];
    const dots: (readonly [number, number])[] = [];
    SETS.forEach(({ id, named, open }, k) => {
      const top = tops[k] ?? 0;
      const block = blocks[k] ?? 0;
      const from = 0.02 + 0.42 * k;
      shapes.push(...heading(at, id, box.x - 2, top + numeral * 0.86, numeral, from));
      const height = tagHeight(type);
      const lines = named.length + (open ? 1 : 0);
      const start = top + numeral * 0.1 + (open ? 0 : height * 0.3);
      const step = Math.min(height * 1.45, (block - numeral * 0.2 - height) / Math.max(1, lines - 0.4));
      const hung = span(act, from + 0.22, from + 0.4);
      shapes.push({
        kind: "line",
        key: `measures:${id}:string`,
        layer: "back",
        opacity: hung,
        x1: stringX + height * 0.34,
        y1: start - height * 0.3,
        x2: stringX + height * 0.34,
        y2: start + (lines - 1) * step + height / 2,
        stroke: palette.muted,
        width: 1.1,
      });
      named.forEach((key, n) =>
        shapes.push(
          ...tag(
            `measures:${key}`,
            word(key),
            [stringX, start + n * step],
            type,
            palette,
            span(hung, 0.2 * n, 0.2 * n + 0.4),
          ),
        ),
      );
      if (open) {
        const y = start + named.length * step;
        const width = type * 4.6;
        shapes.push({
          kind: "path",
          key: "measures:open",
          layer: "back",
          opacity: hung,
          d: tagPath(stringX, y, width, height, true),
          fill: null,
          stroke: palette.muted,
          width: 1,
        });
        const left = GRAINS - perTile * total;
        for (let n = 0; n < left; n++)
          dots.push([stringX + type * 1.15 + ((width - type * 1.3) * (n + 0.5)) / left, y + height / 2]);
      }
    });
    shapes.push(
      letters("measures:sum", word("sum"), [box.x, box.y + box.height - 3], type, palette.muted, {
        role: "note",
        opacity: span(act, 0.85, 1),
      }),
    );

    const grains = eachGrain((index): Grain => {
      const tile = Math.floor(index / perTile);
      if (tile >= total) {
        const [x, y] = dots[index - perTile * total] ?? [box.x, box.y];
        return {
          x,
          y,
          r: Math.min(cell * 0.42, type * 0.17),
          fill: palette.muted,
          opacity: 0.3 + 0.7 * span(act, 0.66, 0.84),
          hollow: 0,
        };
      }
      const k = tile < (counts[0] ?? 0) ? 0 : 1;
      const own = tile - (k === 0 ? 0 : (counts[0] ?? 0));
      const set = sets[k];
      const [x, y] = set === undefined ? [box.x, box.y] : tileAt(set, own);
      const n = index % perTile;
      const lit = heavy(
        span(act, 0.04 + 0.42 * k + (0.3 * own) / (counts[k] ?? 1), 0.12 + 0.42 * k + (0.3 * own) / (counts[k] ?? 1)),
      );
      return {
        x: x + ((n % side) + 0.5) * cell,
        y: y + (Math.floor(n / side) + 0.5) * cell,
        r: cell * (0.3 + 0.12 * lit),
        fill: mixRgb(mixRgb(palette.ground, palette.muted, 0.6), k === 0 ? palette.ember : palette.ink, lit),
        opacity: 1,
        hollow: 0,
      };
    });
    return { grains, shapes };
  },
};
