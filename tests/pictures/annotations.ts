import { scaleLinear } from "d3-scale";
import { range } from "d3-array";
import type { Rgb } from "../../src/core/lib/color.ts";
import type { Box, Scene, Shape, Size } from "../../src/core/model/picture.ts";
import { rectMark, ruleMark, textMark } from "../../src/core/picture/marks.ts";

/** Seen on every background of the story, and none of its colours. */
const MAGENTA: Rgb = [225, 0, 160];
const BLACK: Rgb = [0, 0, 0];
const GREY: Rgb = [150, 150, 150];

interface NamedBox {
  readonly name: string;
  readonly box: Box;
}

function toBox(value: object): Box | null {
  if (!("x" in value && "y" in value && "width" in value && "height" in value)) return null;
  const { x, y, width, height } = value;
  const whole =
    typeof x === "number" && typeof y === "number" && typeof width === "number" && typeof height === "number";
  return whole ? { x, y, width, height } : null;
}

/** Finds the boxes in a layout, however deep in its records and arrays, each named by its path: `bars.0.box`. */
export function findBoxes(layout: object): readonly NamedBox[] {
  const visited = new Set<object>();
  const find = (value: unknown, path: readonly string[]): readonly NamedBox[] => {
    if (typeof value !== "object" || value === null || visited.has(value)) return [];
    visited.add(value);
    const box = toBox(value);
    const inner = Object.entries(value).flatMap(([key, part]) => find(part, [...path, key]));
    return box === null ? inner : [{ name: path.join("."), box }, ...inner];
  };
  return find(layout, []);
}

/** Draws the outline and the name of every box in a layout. */
export function drawBoxes(layout: object): readonly Shape[] {
  return findBoxes(layout).flatMap(({ name, box }) => [
    rectMark({ ...box, key: `box:${name}`, stroke: MAGENTA, dash: "3 2" }),
    textMark({ key: `name:${name}`, text: name, x: box.x + 2, y: box.y + 10, size: 10, fill: MAGENTA }),
  ]);
}

type Beats = NonNullable<Scene["beats"]>;

const [ROW, HEAD, NAMES] = [14, 16, 84];

export function beatChartSize(beats: Beats): Size {
  return { width: 520, height: HEAD + ROW * Object.keys(beats).length + 4 };
}

/** Draws a bar for each beat over the action, hollow if it runs back, and a line at each of the moments `ts`. */
export function drawBeats(beats: Beats, ts: readonly number[]): readonly Shape[] {
  const { width, height } = beatChartSize(beats);
  const x = scaleLinear([0, 1], [NAMES, width - 16]);
  const bars = Object.entries(beats).flatMap(([name, { from, to, each = 0 }], row) => {
    const [start, end] = [Math.min(from, to), Math.max(from, to)];
    const y = HEAD + ROW * row;
    return [
      textMark({
        key: `beat:${name}:name`,
        text: name,
        x: 4,
        y: y + ROW / 2,
        baseline: "middle",
        size: 11,
        fill: BLACK,
      }),
      rectMark({
        key: `beat:${name}:bar`,
        x: x(start),
        y: y + 3,
        width: x(end) - x(start),
        height: ROW - 6,
        fill: from <= to ? GREY : null,
        stroke: GREY,
      }),
      ...laterStarts(start, end, each).map((at, k) =>
        ruleMark({ key: `beat:${name}:${k + 1}`, x1: x(at), x2: x(at), y1: y + 1, y2: y + ROW - 1, stroke: BLACK }),
      ),
    ];
  });
  const moments = [...new Set(ts)].flatMap((t) => [
    ruleMark({ key: `t:${t}`, x1: x(t), x2: x(t), y1: HEAD - 3, y2: height, stroke: MAGENTA }),
    textMark({
      key: `t:${t}:name`,
      text: String(Math.round(t * 100) / 100),
      x: x(t),
      y: HEAD - 5,
      size: 10,
      anchor: "middle",
      fill: MAGENTA,
    }),
  ]);
  return [...bars, ...moments];
}

/** Moments at which a stagger's later items start, as many as fit into the action: a beat does not know its items. */
function laterStarts(start: number, end: number, each: number): readonly number[] {
  if (each === 0) return [];
  const room = each > 0 ? 1 - end : start;
  return range(1, Math.floor(room / Math.abs(each) + 1e-9) + 1).map((k) => start + each * k);
}
