import { clamp } from "../../lib/math.ts";
import type { DataPoint, Grain, LayoutContext, Palette, Point, SceneContext, Shape } from "../../model/picture.ts";
import { beat } from "../../picture/beats.ts";
import { GRAIN_COUNT, mapGrains } from "../../picture/grains.ts";
import { paragraphMarks, pathMark, rectMark, ruleMark, textMark } from "../../picture/marks.ts";
import { pathData } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { breakLines, fitFontSize, textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";

/** Goals of the interview in its order, each with the fact that quotes it and the record that was found. */
const GOALS = [
  { key: "third", fact: "third-leg", found: "never" },
  { key: "model", fact: "model-zone", found: "none" },
  { key: "win", fact: "win-win", found: "none" },
  { key: "fusion", fact: "fusion", found: "none" },
  { key: "village", fact: "village-town", found: "none" },
  { key: "valleys", fact: "valleys-soon", found: "none" },
] as const;
const EACH = GRAIN_COUNT / GOALS.length;

const BEATS = { shown: beat(0, 0.2) };

function layout({ size, box, label }: LayoutContext) {
  const note = typeSize(size, "note");
  const head = typeSize(size, "name");
  const lines = (key: string): readonly string[] => breakLines(label(key), note, box.width);
  const foot = [...lines("remark"), ...lines("source")];
  const leading = note * 1.4;
  const top = box.y + note * 1.7;
  const rule = top + head * 1.75;
  const rowHeight = (box.y + box.height - leading * foot.length - note * 0.3 - rule) / GOALS.length;
  const middle = box.x + box.width * (box.width > box.height * 1.3 ? 0.5 : 0.56);
  const pad = clamp(box.width * 0.025, 6, 24);
  const left = middle - pad - box.x;
  const lanes = rowHeight > 40 ? 2 : 1;
  const pitch = Math.min(left / (EACH / lanes), rowHeight * (lanes > 1 ? 0.14 : 0.2));
  const name = Math.min(
    typeSize(size, "display") * 1.1,
    Math.max(11, rowHeight * 0.4),
    ...GOALS.map(({ key }) => fitFontSize(label(key), left, 99, 11)),
  );
  const right = { x: middle + pad, width: box.x + box.width - middle - pad };
  const found = Math.min(typeSize(size, "name"), rowHeight * 0.42);
  const hook = clamp(rowHeight * 0.34, 8, 26);
  return {
    box,
    note,
    leading,
    foot,
    top,
    head,
    rule,
    rowHeight,
    middle,
    lanes,
    pitch,
    name,
    right,
    found,
    hook,
    words: { x: right.x + hook * 1.1, width: right.width - hook * 1.1 },
    rows: GOALS.map((_, k) => rule + k * rowHeight),
  };
}

type Layout = ReturnType<typeof layout>;

/** Draws the empty hook on which a record would hang. */
function hookPath({ x, y }: Point, r: number): string {
  return pathData((path) => {
    path.moveTo(x, y - r);
    path.lineTo(x, y - r * 0.1);
    path.bezierCurveTo(x - r * 0.62, y, x - r * 0.6, y + r * 0.9, x, y + r * 0.9);
    path.bezierCurveTo(x + r * 0.42, y + r * 0.9, x + r * 0.5, y + r * 0.55, x + r * 0.46, y + r * 0.3);
  });
}

function drawFrame(places: Layout, palette: Palette): readonly Shape[] {
  const { box, rule, rows, rowHeight, middle, top, head } = places;
  const bottom = rule + rowHeight * GOALS.length;
  const across = { x1: box.x, x2: box.x + box.width } as const;
  return [
    ...rows
      .slice(1)
      .map((y, k) =>
        ruleMark({ key: `reckoning:row:${k}`, layer: "back", ...across, y1: y, y2: y, stroke: palette.line }),
      ),
    ruleMark({
      key: "reckoning:end",
      layer: "back",
      ...across,
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
      y: top + head * 0.2,
      width: 2.4,
      height: bottom - top - head * 0.2,
      fill: palette.ink,
      strokeWidth: 0,
    }),
  ];
}

function drawWords(places: Layout, { t, palette, label }: SceneContext): readonly Shape[] {
  const { box, note, leading, foot, top, head, rule, rowHeight, name, found, words, right, rows, hook, lanes, pitch } =
    places;
  const opacity = BEATS.shown(t);
  const heading = { y: top + head * 1.15, size: head, face: "song" } as const;
  const grains = lanes * pitch + name * 0.3;
  const finds = GOALS.flatMap(({ key, found: record }, k) => {
    const whole = label(record).replace("|", "");
    const oneLine = textWidth(whole, found) <= words.width;
    const parts = oneLine ? [whole] : label(record).split("|");
    const largest = parts.length > 1 ? Math.min(found, rowHeight * 0.36) : found;
    const size = Math.min(...parts.map((part) => fitFontSize(part, words.width, largest, 11)));
    const lines = parts.flatMap((part) => breakLines(part, size, words.width));
    const y = (rows[k] ?? 0) + rowHeight / 2;
    return [
      pathMark({
        key: `reckoning:hook:${key}`,
        layer: "back",
        d: hookPath({ x: right.x + hook * 0.36, y }, hook * 0.5),
        stroke: palette.muted,
        strokeWidth: Math.max(1.4, hook * 0.1),
      }),
      ...paragraphMarks({
        key: `reckoning:found:${key}`,
        lines,
        x: words.x,
        y: y - ((lines.length - 1) * size * 1.14) / 2,
        leading: size * 1.14,
        baseline: "middle",
        size,
        fill: palette.muted,
        opacity,
      }),
    ];
  });
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
    textMark({ ...heading, key: "reckoning:now", text: label("now"), x: right.x, fill: palette.textRed }),
    ...GOALS.map(({ key }, k) =>
      textMark({
        key: `reckoning:goal:${key}`,
        text: label(key),
        x: box.x,
        y: (rows[k] ?? 0) + (rowHeight - grains - name) / 2 + name * 0.5,
        baseline: "middle",
        size: name,
        face: "song",
        fill: palette.ink,
      }),
    ),
    ...finds,
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

function drawGrains({ box, rows, rowHeight, name, lanes, pitch }: Layout, palette: Palette): readonly Grain[] {
  const grains = lanes * pitch + name * 0.3;
  return mapGrains((index): Grain => {
    const [goal, rank] = [Math.floor(index / EACH), index % EACH];
    const foot = (rows[goal] ?? 0) + (rowHeight - grains - name) / 2 + name + name * 0.3;
    return {
      x: box.x + (Math.floor(rank / lanes) + 0.5) * pitch,
      y: foot + ((rank % lanes) + 0.5) * pitch,
      r: pitch * 0.4,
      fill: palette.ember,
      opacity: 1,
      hollow: 1,
    };
  });
}

/** Six goals on the left as they were said; on the right an empty hook each, and what our search found. */
export const reckoning = defineScene({
  labels: [...GOALS.map(({ key }) => key), "none", "never", "said", "now", "remark", "scope", "source"],
  elevation: () => 0.1,
  beats: BEATS,
  layout,
  points: (at): readonly DataPoint[] => {
    const { box, rows, rowHeight } = layout(at);
    return GOALS.map(({ key, fact, found }, k) => ({
      box: { x: box.x, y: rows[k] ?? 0, width: box.width, height: rowHeight },
      text: `${at.label(key)}：${at.label(found).replace("|", "")}`,
      fact,
    }));
  },
  draw: (places, at) => ({
    grains: drawGrains(places, at.palette),
    shapes: [...drawFrame(places, at.palette), ...drawWords(places, at)],
  }),
});
