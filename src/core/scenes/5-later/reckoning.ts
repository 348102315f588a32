import { mixRgb } from "../../lib/color.ts";
import type { DataPoint, Grain, Palette, SceneContext, Shape } from "../../model/picture.ts";
import { beat } from "../../picture/beats.ts";
import { mapGrains } from "../../picture/grains.ts";
import { paragraphMarks, pathMark, rectMark, ruleMark, textMark } from "../../picture/marks.ts";
import { type Path, pathData } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { GOALS, layoutReckoning, type ReckoningLayout } from "./reckoning-layout.ts";

const BEATS = { shown: beat(0, 0.2) };

/** Draws a hook that hangs from a rail at (x, y), its point on the left. */
function traceHook(path: Path, x: number, y: number, length: number): void {
  const r = length * 0.26;
  const turn = y + length - r;
  path.moveTo(x, y);
  path.lineTo(x, turn);
  path.arc(x - r, turn, r, 0, Math.PI);
  path.lineTo(x - 2 * r, turn - r * 0.5);
}

/** Draws the rails, the plates on their hooks, and on the right hooks that nothing hangs from. */
function drawBoard(places: ReckoningLayout, palette: Palette): readonly Shape[] {
  const { box, rule, rows, rowHeight, middle, plates, hang, hook } = places;
  const bottom = rule + rowHeight * GOALS.length;
  const thick = Math.max(1.6, hook.length * 0.075);
  const steel = mixRgb(palette.background, palette.ink, 0.78);
  return [
    ...rows.slice(1).map((y, k) =>
      ruleMark({
        key: `reckoning:row:${k}`,
        layer: "back",
        x1: box.x,
        x2: box.x + box.width,
        y1: y,
        y2: y,
        stroke: palette.line,
        strokeWidth: 1.4,
      }),
    ),
    pathMark({
      key: "reckoning:hangers",
      layer: "back",
      d: pathData((path) => {
        plates.forEach(({ x, width }, k) => {
          const [at, y] = [x + width / 2, rows[k] ?? 0];
          path.moveTo(at, y);
          path.lineTo(at, y + hang + 3);
        });
      }),
      stroke: steel,
      strokeWidth: thick,
    }),
    ...plates.map((plate, k) =>
      rectMark({
        ...plate,
        key: `reckoning:plate:${k}`,
        layer: "back",
        fill: palette.ember,
        strokeWidth: 0,
        opacity: 0.13,
      }),
    ),
    pathMark({
      key: "reckoning:hooks",
      layer: "back",
      d: pathData((path) => rows.forEach((y) => traceHook(path, hook.x, y, hook.length))),
      stroke: steel,
      strokeWidth: thick,
    }),
    ruleMark({
      key: "reckoning:end",
      layer: "back",
      x1: box.x,
      x2: box.x + box.width,
      y1: bottom,
      y2: bottom,
      stroke: palette.muted,
      strokeWidth: 1.2,
    }),
    rectMark({
      key: "reckoning:rule",
      layer: "back",
      x: box.x,
      y: rule - 2,
      width: box.width,
      height: 4,
      fill: palette.ink,
      strokeWidth: 0,
    }),
    rectMark({
      key: "reckoning:middle",
      layer: "back",
      x: middle - 1.2,
      y: places.top + places.head * 0.2,
      width: 2.4,
      height: bottom - places.top - places.head * 0.2,
      fill: palette.ink,
      strokeWidth: 0,
    }),
  ];
}

function drawWords(places: ReckoningLayout, { t, palette, label }: SceneContext): readonly Shape[] {
  const { box, note, leading, foot, top, head, rule, rows, rowHeight, name, found, words, right, plates } = places;
  const heading = { y: top + head * 1.15, size: head, face: "song" } as const;
  return [
    textMark({
      key: "reckoning:scope",
      text: label("scope"),
      x: box.x,
      y: box.y + note,
      size: note,
      fill: palette.muted,
      role: "note",
    }),
    textMark({ ...heading, key: "reckoning:said", text: label("said"), x: box.x, fill: palette.ink }),
    textMark({ ...heading, key: "reckoning:now", text: label("now"), x: right, fill: palette.textRed }),
    ...plates.flatMap(({ x, y, width, height }, k): readonly Shape[] => {
      const goal = GOALS[k];
      return goal === undefined
        ? []
        : [
            textMark({
              key: `reckoning:goal:${goal.key}`,
              text: label(goal.key),
              x: x + width / 2,
              y: y + height / 2,
              baseline: "middle",
              anchor: "middle",
              size: name,
              face: "song",
              fill: palette.ink,
            }),
          ];
    }),
    ...found.flatMap(({ lines, size }, k) =>
      paragraphMarks({
        key: `reckoning:found:${k}`,
        lines,
        x: words,
        y: (rows[k] ?? 0) + rowHeight / 2 - ((lines.length - 1) * size * 1.1) / 2,
        leading: size * 1.1,
        baseline: "middle",
        size,
        fill: palette.muted,
        opacity: BEATS.shown(t),
      }),
    ),
    ...paragraphMarks({
      key: "reckoning:foot",
      lines: foot,
      x: box.x,
      y: rule + rowHeight * GOALS.length + leading,
      leading,
      size: note,
      fill: palette.muted,
      role: "note",
    }),
  ];
}

function drawGrains({ edges, r }: ReckoningLayout, { ember }: Palette): readonly Grain[] {
  return mapGrains((index): Grain => {
    const place = edges[index];
    if (place === undefined) throw new RangeError(`no place for grain ${index}`);
    return { x: place.x, y: place.y, r, fill: ember, opacity: 1, hollow: 1 };
  });
}

/** Six goals as they were said hang on the left, each on a plate; on the right an empty hook each, and our search. */
export const reckoning = defineScene({
  labels: [...GOALS.map(({ key }) => key), "none", "never", "said", "now", "remark", "scope", "source"],
  elevation: () => 0.1,
  beats: BEATS,
  layout: layoutReckoning,
  points: (at): readonly DataPoint[] => {
    const { box, rows, rowHeight } = layoutReckoning(at);
    return GOALS.map(({ key, fact, found }, k) => ({
      box: { x: box.x, y: rows[k] ?? 0, width: box.width, height: rowHeight },
      text: `${at.label(key)}：${at.label(found).replaceAll("|", "")}`,
      fact,
    }));
  },
  draw: (places, at) => ({
    grains: drawGrains(places, at.palette),
    shapes: [...drawBoard(places, at.palette), ...drawWords(places, at)],
  }),
});
