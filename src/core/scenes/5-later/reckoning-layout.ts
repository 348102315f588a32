import { range } from "d3-array";
import { clamp } from "../../lib/math.ts";
import type { Box, LayoutContext, Point } from "../../model/picture.ts";
import { GRAIN_COUNT } from "../../picture/grains.ts";
import { breakLines, fitFontSize, textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";

/** Goals of the interview in its order, each with the fact that quotes it and the record that was found. */
export const GOALS = [
  { key: "third", fact: "third-leg", found: "never" },
  { key: "model", fact: "model-zone", found: "none" },
  { key: "win", fact: "win-win", found: "none" },
  { key: "fusion", fact: "fusion", found: "none" },
  { key: "village", fact: "village-town", found: "none" },
  { key: "valleys", fact: "valleys-soon", found: "none" },
] as const;

/** Grains round the plate of a goal. */
export const EACH = GRAIN_COUNT / GOALS.length;

/** Parts of a row: from its rail to the plate, the plate, and from the rail to the foot of a hook. */
const [HANG, PLATE, HOOK] = [0.14, 0.74, 0.66];

/** Sizes of the words that were found, in a row's height. */
const FOUND = 0.27;

/** Spreads the grains of a plate over its edge, from the top left corner clockwise, one on each corner. */
function edgePlaces({ x, y, width, height }: Box): { readonly places: readonly Point[]; readonly pitch: number } {
  const half = EACH / 2;
  const down = clamp(Math.round((half * height) / (width + height)), 1, half - 1);
  const across = half - down;
  const [dx, dy] = [width / across, height / down];
  const [right, foot] = [x + width, y + height];
  const places = [
    ...range(across).map((k) => ({ x: x + k * dx, y })),
    ...range(down).map((k) => ({ x: right, y: y + k * dy })),
    ...range(across).map((k) => ({ x: right - k * dx, y: foot })),
    ...range(down).map((k) => ({ x, y: foot - k * dy })),
  ];
  return { places, pitch: Math.min(dx, dy) };
}

interface Found {
  readonly lines: readonly string[];
  readonly size: number;
}

function fitFound(words: string, width: number, largest: number): Found {
  const whole = words.replaceAll("|", "");
  const lines = textWidth(whole, largest) <= width ? [whole] : words.split("|");
  const size = Math.min(...lines.map((line) => fitFontSize(line, width, largest, 11)));
  return { lines: lines.flatMap((line) => breakLines(line, size, width)), size };
}

/** Lays a board of six rows: on the left a plate on each hook, on the right the hook alone. */
export function layoutReckoning({ size, box, label }: LayoutContext) {
  const note = typeSize(size, "note");
  const head = typeSize(size, "name");
  const lines = (key: string): readonly string[] => breakLines(label(key), note, box.width);
  const foot = [...lines("remark"), ...lines("source")];
  const leading = note * 1.4;
  const top = box.y + note * 1.7;
  const rule = top + head * 1.75;
  const rowHeight = (box.y + box.height - leading * foot.length - note * 0.3 - rule) / GOALS.length;
  const middle = box.x + box.width * 0.54;
  const pad = clamp(box.width * 0.03, 8, 28);
  const rows = GOALS.map((_, k) => rule + k * rowHeight);
  const inset = clamp(rowHeight * 0.06, 2, 7);
  const width = middle - pad - box.x - 2 * inset;
  const plates = rows.map((y) => ({
    x: box.x + inset,
    y: y + rowHeight * HANG + 2,
    width,
    height: rowHeight * PLATE,
  }));
  const edges = plates.map(edgePlaces);
  const r = Math.min(6.4, rowHeight * 0.055, ...edges.map(({ pitch }) => pitch * 0.4));
  const name = Math.min(
    typeSize(size, "display") * 1.5,
    Math.max(11, (rowHeight * PLATE - 2 * r) * 0.6),
    ...GOALS.map(({ key }) => fitFontSize(label(key), width - 4 * r - 6, 99, 11)),
  );
  const hook = { x: middle + pad + rowHeight * 0.3, length: rowHeight * HOOK };
  const words = { x: hook.x + rowHeight * 0.3 + pad * 0.4, right: box.x + box.width };
  const largest = clamp(rowHeight * FOUND, 11, note * 1.2);
  return {
    box,
    note,
    leading,
    foot,
    top,
    head,
    rule,
    rows,
    rowHeight,
    middle,
    right: middle + pad,
    plates,
    hang: rowHeight * HANG,
    edges: edges.flatMap(({ places }) => places),
    r,
    name,
    hook,
    words: words.x,
    found: GOALS.map((goal) => fitFound(label(goal.found), words.right - words.x, largest)),
  };
}

export type ReckoningLayout = ReturnType<typeof layoutReckoning>;
