import { mixRgb } from "../../lib/color.ts";
import { clamp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Box, Grain, Point, Scene, SceneContext, Shape } from "../../model/picture.ts";
import { GRAIN_COUNT, GROUP_SIZE, mapGrains } from "../../picture/grains.ts";
import { pathMark, textMark, typeSize } from "../../picture/old-marks.ts";
import { textWidth } from "../../picture/text.ts";
import { tag, tagHeight, tagPath, tagWidth } from "../props/tag.ts";

const TILE_SHARE = 0.88;

/** Returns the path data of `count` square tiles in rows of `across` from the top left, and of their shaded edges. */
export function tiles(
  count: number,
  across: number,
  { x: left, y: top }: Point,
  pitch: number,
): readonly [whole: string, dark: string] {
  const side = pitch * TILE_SHARE;
  const corners = Array.from({ length: count }, (_, tile) => [
    left + (tile % across) * pitch,
    top + Math.floor(tile / across) * pitch,
  ]);
  const lip = side * 0.06;
  return [
    corners.map(([x = 0, y = 0]) => `M${x} ${y}L${x + side} ${y}L${x + side} ${y + side}L${x} ${y + side}Z`).join(""),
    corners
      .map(
        ([x = 0, y = 0]) =>
          `M${x + side - lip} ${y + lip * 2}L${x + side - lip} ${y + side - lip}L${x + lip * 2} ${y + side - lip}`,
      )
      .join(""),
  ];
}

const SETS = [
  { id: "relief", named: ["relief-one", "relief-two", "relief-three", "relief-four"], open: false },
  { id: "support", named: ["support-one", "support-two", "support-three"], open: true },
] as const;

/** Tiles per row: nine, so that a set counted in tens does not form full rows. */
const ACROSS = 9;

type Spot = readonly [x: number, y: number];

interface Plan {
  readonly type: number;
  readonly numeral: number;
  readonly beside: boolean;
  readonly pitch: number;
  readonly left: number;
  /** Number of tags in a row, and distance between two rows, px. */
  readonly abreast: number;
  readonly hang: number;
  readonly tops: readonly number[];
}

/**
 * Lays out two blocks of numeral, tiles and tags. Of the two places for the numerals it takes the one that leaves
 * larger tiles.
 */
function plan(box: Box, counts: readonly number[], longest: number, type: number): Plan {
  const rows = counts.map((count) => Math.ceil(count / ACROSS));
  const all = rows.reduce((sum, n) => sum + n, 0);
  const hang = tagHeight(type) * 1.22;
  const options = [false, true].map((beside): Plan => {
    const numeral = beside
      ? clamp(Math.min(box.height * 0.19, box.width * 0.12), 28, 90)
      : clamp(Math.min(box.height * 0.13, box.width * 0.17), 24, 120);
    const left = beside ? numeral * 1.18 + type * 2 : 0;
    const width = box.width - left;
    const abreast = width >= 4 * longest + type * 3 && box.height < box.width * 0.8 ? 4 : 2;
    const tags = (4 / abreast) * hang + type * 1.5;
    const head = beside ? 0 : numeral * 0.98;
    const free = box.height - type * 2.1 - 2 * (head + tags);
    const pitch = Math.min(width / (ACROSS - 0.12), free / all);
    const spare = (free - pitch * all) / counts.length;
    const tops = rows.map(
      (_, k) => box.y + head + rows.slice(0, k).reduce((sum, n) => sum + n * pitch + head + tags + spare, 0),
    );
    return { type, numeral, beside, pitch, left: box.x + left, abreast, hang, tops };
  });
  return options.reduce((best, next) => (next.pitch > best.pitch ? next : best));
}

function heading(
  { t, fact, palette, label, box }: SceneContext,
  { type, numeral, beside, tops }: Plan,
  k: number,
  from: number,
): readonly Shape[] {
  const id = SETS[k]?.id ?? "relief";
  const { value, unit, status } = fact(id);
  const opacity = linearStep(t, from, from + 0.12);
  const base = (tops[k] ?? 0) + numeral * (beside ? 0.76 : -0.16);
  const after = box.x + textWidth(String(value), numeral, "song");
  const song = type * 1.2;
  const name = after + textWidth(unit, type) + type * 0.7;
  const small = Math.max(11, type * 0.9);
  const under = base + numeral * 0.15 + song * 0.92;
  const [nameAt, statusAt]: readonly [Spot, Spot] = beside
    ? [
        [box.x, under],
        [box.x, under + small * 1.35],
      ]
    : [
        [name, base],
        [name + textWidth(label(id), song) + type * 0.6, base],
      ];
  return [
    textMark(`measures:${id}:value`, String(value), [box.x - 2, base], numeral, palette.textRed, {
      face: "song",
      role: "value",
      opacity,
    }),
    textMark(`measures:${id}:unit`, unit, [after, base], type, palette.ink, { role: "unit", opacity }),
    textMark(`measures:${id}:name`, label(id), nameAt, song, palette.ink, { face: "song", opacity }),
    textMark(`measures:${id}:status`, status, statusAt, small, palette.muted, { role: "note", opacity }),
  ];
}

/**
 * Returns the seat of a grain in the second set, from the left. The first `middle` grains sit between two halves of the
 * rest, because those leave by the sides in the next picture.
 */
function seatIn(rank: number, middle: number, all: number): number {
  const half = Math.floor((all - middle) / 2);
  return rank < middle ? rank + half : rank < middle + half ? rank - middle : rank;
}

/**
 * One tile per measure, each of as many grains. The kinds of help that were named hang below on a string, tied to no
 * tile, and the grains left over are the open end of the list.
 */
export const measures: Scene = {
  labels: ["relief", "support", ...SETS.flatMap(({ named }) => named), "sum"],
  facts: SETS.map(({ id }) => id),
  elevation: () => 0.88,
  draw(at) {
    const { t, box, fact, palette, size, label } = at;
    const type = typeSize(size, 12, 21);
    const counts = SETS.map(({ id }) => fact(id).value ?? 0);
    const total = counts.reduce((sum, n) => sum + n, 0);
    const perTile = Math.floor(GRAIN_COUNT / total);
    const side = Math.ceil(Math.sqrt(perTile));
    const longest = Math.max(...SETS.flatMap(({ named }) => named.map((key) => tagWidth(label(key), type))));
    const laid = plan(box, counts, longest, type);
    const { pitch, left, tops, abreast, hang } = laid;
    const height = tagHeight(type);
    const tones = [palette.ember, palette.textEmber];
    const dots: (readonly [number, number])[] = [];
    const shapes = SETS.flatMap(({ id, named, open }, k): readonly Shape[] => {
      const top = tops[k] ?? 0;
      const from = 0.02 + 0.42 * k;
      const [whole, dark] = tiles(counts[k] ?? 0, ACROSS, { x: left, y: top }, pitch);
      const string = top + Math.ceil((counts[k] ?? 0) / ACROSS) * pitch + type * 0.35;
      const hung = linearStep(t, from + 0.22, from + 0.4);
      const width = box.x + box.width - left;
      const cell = (n: number): readonly [number, number] => [
        left + ((n % abreast) * width) / abreast,
        string + type * 0.5 + Math.floor(n / abreast) * hang,
      ];
      const hole = height * 0.34;
      const last = Math.floor((named.length - (open ? 0 : 1)) / abreast);
      const threads = Array.from({ length: abreast }, (_, column) => {
        const [x] = cell(column);
        return `M${x + hole} ${string}L${x + hole} ${cell(last * abreast)[1] + height / 2}`;
      });
      const [openX, openY] = cell(named.length);
      const openWidth = type * 5.4;
      const rest = open ? GRAIN_COUNT - perTile * total : 0;
      for (let n = 0; n < rest; n++)
        dots.push([openX + type * 1.3 + ((openWidth - type * 1.6) * (n + 0.5)) / rest, openY + height / 2]);
      return [
        pathMark(`measures:${id}:tiles`, whole, palette.ink, Math.max(1, pitch * 0.022), {
          fill: mixRgb(palette.background, palette.layer, 0.75),
        }),
        pathMark(`measures:${id}:edges`, dark, palette.ink, Math.max(1, pitch * 0.035), { opacity: 0.35 }),
        ...heading(at, laid, k, from),
        pathMark(
          `measures:${id}:string`,
          `M${left} ${string}L${left + width} ${string}${threads.join("")}`,
          palette.muted,
          1.1,
          { opacity: hung },
        ),
        ...named.flatMap((key, n) =>
          tag(`measures:${key}`, label(key), cell(n), type, palette, linearStep(hung, 0.2 * n, 0.2 * n + 0.4)),
        ),
        ...(open
          ? [
              pathMark("measures:open", tagPath(openX, openY, openWidth, height, true), palette.muted, 1, {
                fill: palette.background,
                opacity: hung,
              }),
            ]
          : []),
      ];
    });
    shapes.push(
      textMark("measures:sum", label("sum"), [box.x, box.y + box.height - 3], type, palette.ink, {
        role: "note",
        opacity: linearStep(t, 0.85, 1),
      }),
    );
    const inner = pitch * TILE_SHARE * 0.86;
    const cell = inner / side;
    const margin = (pitch * TILE_SHARE - inner) / 2;
    const first = perTile * (counts[0] ?? 0);
    const columns = counts.map((count) =>
      Array.from({ length: count }, (_, own) => own).sort((a, b) => (a % ACROSS) - (b % ACROSS) || a - b),
    );
    const grains = mapGrains((index): Grain => {
      const tile = Math.floor(index / perTile);
      if (tile >= total) {
        const [x, y] = dots[index - perTile * total] ?? [box.x, box.y];
        const opacity = 0.3 + 0.7 * linearStep(t, 0.66, 0.84);
        return { x, y, r: Math.min(cell * 0.42, type * 0.18), fill: palette.muted, opacity, hollow: 0 };
      }
      const k = index < first ? 0 : 1;
      const seat = k === 0 ? index : seatIn(index - first, GROUP_SIZE * 2 - first, perTile * total - first);
      const own = columns[k]?.[Math.floor(seat / perTile)] ?? 0;
      const n = seat % perTile;
      const late = 0.04 + 0.42 * k + (0.3 * own) / (counts[k] ?? 1);
      const lit = smoothstep(linearStep(t, late, late + 0.08));
      return {
        x: left + (own % ACROSS) * pitch + margin + ((n % side) + 0.5) * cell,
        y: (tops[k] ?? 0) + Math.floor(own / ACROSS) * pitch + margin + (Math.floor(n / side) + 0.5) * cell,
        r: cell * (0.28 + 0.14 * lit),
        fill: mixRgb(mixRgb(palette.background, palette.muted, 0.6), tones[k] ?? palette.ember, lit),
        opacity: 1,
        hollow: 0,
      };
    });
    return { grains, shapes };
  },
};
