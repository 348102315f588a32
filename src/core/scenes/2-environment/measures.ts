import { max, range, sum } from "d3-array";
import { mixRgb } from "../../lib/color.ts";
import { clamp, lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Box, Grain, LayoutContext, Palette, Point, Shape } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { GRAIN_COUNT, mapGrains } from "../../picture/grains.ts";
import { pathMark, textMark } from "../../picture/marks.ts";
import { pathData, segments, traceLines } from "../../picture/path.ts";
import { scaleLinear } from "../../picture/scale.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { tag, tagHeight, tagPath, tagWidth } from "../props/tag.ts";

/** The two sets of measures with the kinds of help named of each; the list of an open set goes on. */
const SETS = [
  { id: "relief", named: ["relief-one", "relief-two", "relief-three", "relief-four"], open: false },
  { id: "support", named: ["support-one", "support-two", "support-three"], open: true },
] as const;

/** Tiles per row: nine, so that a set counted in tens does not form full rows. */
const ACROSS = 9;
const TILE = 0.88;
const FIELD = 0.86;
const TAG_PITCH = 1.22;
/** Share of its set's time in which a tile lights up. */
const GLOW = 0.21;

const BEATS = {
  heading: stagger(0.42, 0.02, 0.14),
  light: stagger(0.42, 0.04, 0.42),
  hang: stagger(0.42, 0.24, 0.42),
  goOn: beat(0.66, 0.84),
  sum: beat(0.85, 1),
};

interface PlacedText extends Point {
  readonly text: string;
  readonly size: number;
}

interface Blocks {
  readonly beside: boolean;
  readonly numeral: number;
  readonly left: number;
  readonly pitch: number;
  readonly tagsPerRow: number;
  readonly tops: readonly number[];
}

/** Shares out a box among sets of `rows` rows of tiles each, with the numerals above the tiles or beside them. */
function shareOut(box: Box, rows: readonly number[], widestTag: number, type: number, beside: boolean): Blocks {
  const numeral = beside
    ? clamp(Math.min(box.height * 0.19, box.width * 0.12), 28, 90)
    : clamp(Math.min(box.height * 0.13, box.width * 0.17), 24, 120);
  const left = beside ? numeral * 1.18 + type * 2 : 0;
  const width = box.width - left;
  const tagsPerRow = width >= 4 * widestTag + type * 3 && box.height < box.width * 0.8 ? 4 : 2;
  const tags = (4 / tagsPerRow) * TAG_PITCH * tagHeight(type) + type * 1.5;
  const head = beside ? 0 : numeral * 0.98;
  const free = box.height - type * 2.1 - rows.length * (head + tags);
  const pitch = Math.min(width / (ACROSS - 1 + TILE), free / sum(rows));
  const gap = head + tags + (free - pitch * sum(rows)) / rows.length;
  const tops = rows.map((_, k) => box.y + head + sum(rows.slice(0, k)) * pitch + k * gap);
  return { beside, numeral, left: box.x + left, pitch, tagsPerRow, tops };
}

/** Size of tags and units. On the narrowest phones tags end well before the progress nav, whose stops may be large. */
function tagType({ box, size, label }: Pick<LayoutContext, "box" | "size" | "label">): number {
  const em = max(SETS.flatMap(({ named }) => named.map((key) => tagWidth(label(key), 1)))) ?? 1;
  return Math.max(11, Math.min(typeSize(size, "small"), (0.8 * box.width) / 2 / em));
}

function layout({ box, size, fact, label }: LayoutContext) {
  const type = tagType({ box, size, label });
  const widestTag = max(SETS.flatMap(({ named }) => named.map((key) => tagWidth(label(key), type)))) ?? 0;
  const counts = SETS.map(({ id }) => fact(id).value ?? 0);
  const rows = counts.map((count) => Math.ceil(count / ACROSS));
  const [above, beside] = [shareOut(box, rows, widestTag, type, false), shareOut(box, rows, widestTag, type, true)];
  const blocks = beside.pitch > above.pitch ? beside : above;
  const { left, pitch, tagsPerRow, tops } = blocks;

  const perTile = Math.floor(GRAIN_COUNT / sum(counts));
  const rest = GRAIN_COUNT - perTile * sum(counts);
  const right = box.x + box.width;
  const column = scaleLinear([0, tagsPerRow], [left, right]);
  const height = tagHeight(type);

  const sets = SETS.map(({ id, named, open }, index) => {
    const count = counts[index] ?? 0;
    const top = tops[index] ?? box.y;
    const string = top + (rows[index] ?? 0) * pitch + type * 0.35;
    const tagAt = (n: number): Point => ({
      x: column(n % tagsPerRow),
      y: string + type * 0.5 + Math.floor(n / tagsPerRow) * TAG_PITCH * height,
    });
    const lastTag = tagAt(named.length - (open ? 0 : 1));
    const threads = range(tagsPerRow).map((k) => {
      const x = column(k) + height * 0.34;
      return [
        { x, y: string },
        { x, y: lastTag.y + height / 2 },
      ] as const;
    });
    return {
      id,
      index,
      tiles: range(count).map((k): Point => ({
        x: left + (k % ACROSS) * pitch,
        y: top + Math.floor(k / ACROSS) * pitch,
      })),
      heading: layHeading(blocks, top, { box, size, fact, label }, id),
      strings: [
        [
          { x: left, y: string },
          { x: right, y: string },
        ] as const,
        ...threads,
      ],
      tags: named.map((key, n) => ({ key, text: label(key), ...tagAt(n) })),
      openTag: open ? { ...lastTag, width: type * 5.4, height } : null,
    };
  });
  return {
    type,
    pitch,
    perTile,
    sets,
    rest: sets.flatMap(({ openTag }): readonly Point[] => {
      if (openTag === null) return [];
      const x = scaleLinear([0, rest], [openTag.x + type * 1.3, openTag.x + openTag.width - type * 0.3]);
      return range(rest).map((k) => ({ x: x(k + 0.5), y: openTag.y + height / 2 }));
    }),
    sum: { text: label("sum"), x: box.x, y: box.y + box.height - 3, size: type },
  };
}

type Layout = ReturnType<typeof layout>;
type TileSet = Layout["sets"][number];

function layHeading(
  { beside, numeral }: Blocks,
  top: number,
  { box, size, fact, label }: LayoutContext,
  id: string,
): Readonly<Record<"value" | "unit" | "name" | "status", PlacedText>> {
  const { x } = box;
  const [type, note, nameSize] = [tagType({ box, size, label }), typeSize(size, "note"), typeSize(size, "name")];
  const { value, unit, status } = fact(id);
  const [figure, name] = [String(value), label(id)];
  const y = top + numeral * (beside ? 0.76 : -0.16);
  const after = x + textWidth(figure, numeral, "song");
  const below = y + numeral * 0.15 + nameSize * 0.92;
  const nameAt = beside ? { x, y: below } : { x: after + textWidth(unit, type) + type * 0.7, y };
  const statusAt = beside ? { x, y: below + note * 1.35 } : { x: nameAt.x + textWidth(name, nameSize) + type * 0.6, y };
  return {
    value: { text: figure, x: x - 2, y, size: numeral },
    unit: { text: unit, x: after, y, size: type },
    name: { text: name, ...nameAt, size: nameSize },
    status: { text: status, ...statusAt, size: note },
  };
}

function drawTiles({ pitch }: Layout, { id, tiles }: TileSet, palette: Palette): readonly Shape[] {
  const side = pitch * TILE;
  const lip = side * 0.06;
  const outlines = pathData((path) => {
    for (const { x, y } of tiles) {
      traceLines(path, [
        { x, y },
        { x: x + side, y },
        { x: x + side, y: y + side },
        { x, y: y + side },
      ]);
      path.closePath();
    }
  });
  const edges = pathData((path) => {
    for (const { x, y } of tiles)
      traceLines(path, [
        { x: x + side - lip, y: y + lip * 2 },
        { x: x + side - lip, y: y + side - lip },
        { x: x + lip * 2, y: y + side - lip },
      ]);
  });
  return [
    pathMark({
      key: `measures:${id}:tiles`,
      layer: "back",
      d: outlines,
      fill: mixRgb(palette.background, palette.layer, 0.75),
      stroke: palette.ink,
      strokeWidth: Math.max(1, pitch * 0.022),
    }),
    pathMark({
      key: `measures:${id}:edges`,
      layer: "back",
      d: edges,
      stroke: palette.ink,
      strokeWidth: Math.max(1, pitch * 0.035),
      opacity: 0.35,
    }),
  ];
}

function drawHeading({ id, heading }: TileSet, opacity: number, palette: Palette): readonly Shape[] {
  const { value, unit, name, status } = heading;
  const { ink, muted, textRed } = palette;
  return [
    textMark({ key: `measures:${id}:value`, ...value, fill: textRed, face: "song", role: "value", opacity }),
    textMark({ key: `measures:${id}:unit`, ...unit, fill: ink, role: "unit", opacity }),
    textMark({ key: `measures:${id}:name`, ...name, fill: ink, face: "song", opacity }),
    textMark({ key: `measures:${id}:status`, ...status, fill: muted, role: "note", opacity }),
  ];
}

function drawTags(
  { type }: Layout,
  { id, strings, tags, openTag }: TileSet,
  hung: number,
  palette: Palette,
): readonly Shape[] {
  return [
    pathMark({
      key: `measures:${id}:string`,
      layer: "back",
      d: segments(strings),
      stroke: palette.muted,
      strokeWidth: 1.1,
      opacity: hung,
    }),
    ...tags.flatMap(({ key, text, x, y }, n) =>
      tag(`measures:${key}`, text, [x, y], type, palette, linearStep(hung, 0.2 * n, 0.2 * n + 0.4)),
    ),
    ...(openTag === null
      ? []
      : [
          pathMark({
            key: "measures:open",
            layer: "back",
            d: tagPath(openTag.x, openTag.y, openTag.width, openTag.height, true),
            fill: palette.background,
            stroke: palette.muted,
            opacity: hung,
          }),
        ]),
  ];
}

function drawGrains({ type, pitch, perTile, sets, rest }: Layout, t: number, palette: Palette): readonly Grain[] {
  const unlit = mixRgb(palette.background, palette.muted, 0.6);
  const tone = { relief: palette.ember, support: palette.textEmber };
  const perRow = Math.ceil(Math.sqrt(perTile));
  const cell = (pitch * TILE * FIELD) / perRow;
  const margin = (pitch * TILE * (1 - FIELD)) / 2;
  const tiles = sets.flatMap(({ id, index, tiles: corners }) =>
    corners.map(({ x, y }, own) => {
      const turn = lerp(0, 1 - GLOW, own / corners.length);
      const lit = smoothstep(linearStep(BEATS.light(t, index), turn, turn + GLOW));
      return { x: x + margin, y: y + margin, r: cell * (0.28 + 0.14 * lit), fill: mixRgb(unlit, tone[id], lit) };
    }),
  );
  const dot = Math.min(cell * 0.42, type * 0.18);
  const presence = lerp(0.3, 1, BEATS.goOn(t));
  return mapGrains((index): Grain => {
    const tile = tiles[Math.floor(index / perTile)];
    if (tile === undefined) {
      const { x, y } = rest[index - perTile * tiles.length] ?? { x: 0, y: 0 };
      return { x, y, r: dot, fill: palette.muted, opacity: presence, hollow: 0 };
    }
    const n = index % perTile;
    return {
      x: tile.x + ((n % perRow) + 0.5) * cell,
      y: tile.y + (Math.floor(n / perRow) + 0.5) * cell,
      r: tile.r,
      fill: tile.fill,
      opacity: 1,
      hollow: 0,
    };
  });
}

/**
 * One tile per measure, each of as many grains. The kinds of help that were named hang below on a string, tied to no
 * tile, and the grains left over are the open end of the list.
 */
export const measures = defineScene({
  labels: ["relief", "support", ...SETS.flatMap(({ named }) => named), "sum"],
  facts: SETS.map(({ id }) => id),
  elevation: () => 0.88,
  beats: BEATS,
  layout,
  draw: (places, { t, palette }) => ({
    grains: drawGrains(places, t, palette),
    shapes: [
      ...places.sets.flatMap((set) => [
        ...drawTiles(places, set, palette),
        ...drawHeading(set, BEATS.heading(t, set.index), palette),
        ...drawTags(places, set, BEATS.hang(t, set.index), palette),
      ]),
      textMark({ key: "measures:sum", ...places.sum, fill: palette.ink, role: "note", opacity: BEATS.sum(t) }),
    ],
  }),
});
