import { max } from "d3-array";
import { mixRgb, type Rgb } from "../../lib/color.ts";
import { lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { DataPoint, Grain, LayoutContext, Palette, Shape } from "../../model/picture.ts";
import { type Beat, beat } from "../../picture/beats.ts";
import { mapGrains } from "../../picture/grains.ts";
import { paragraphMarks, pathMark, ruleMark, textMark } from "../../picture/marks.ts";
import { onPaper } from "../../picture/palette.ts";
import { defineScene } from "../../picture/scene.ts";
import { breakLines, textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { GRAINS, INK, WORD_GRAINS, wordPath } from "./xingcheng-word.ts";

const BEATS = {
  "ink:done": beat(0.04, 0.44, smoothstep),
  "say:done": beat(0.38, 0.5),
  "ink:hastened": beat(0.44, 0.66, smoothstep),
  "say:hastened": beat(0.62, 0.74),
  "say:to-come": beat(0.8, 0.94),
};

interface Writing {
  readonly id: "done" | "hastened" | "to-come";
  readonly fact: string;
  /** Share of the word that fills with ink; none for a goal. */
  readonly full: number;
  readonly ink: Beat | null;
  readonly say: Beat;
}

const WRITINGS: readonly Writing[] = [
  { id: "done", fact: "two-wheels", full: 1, ink: BEATS["ink:done"], say: BEATS["say:done"] },
  { id: "hastened", fact: "closed-chain", full: 0.5, ink: BEATS["ink:hastened"], say: BEATS["say:hastened"] },
  { id: "to-come", fact: "third-leg", full: 0, ink: null, say: BEATS["say:to-come"] },
];

const LEADING = 1.4;
/** Widths of the column beside the words, in em of its quotes: a narrow one makes large words and long quotes. */
const COLUMNS = [7.2, 8.2, 9.4, 11];
/** Length of a part's name, em. */
const PART = 4;
const HEIGHT = INK.foot - INK.top;
const WIDTH = INK.right - INK.left;

/** Sets the parts of a quote on as few lines as they fit, or breaks them if one is too wide. */
function layQuote(text: string, size: number, width: number): readonly string[] {
  const parts = text.split("|");
  if (parts.some((part) => textWidth(part, size) > width)) return breakLines(parts.join(""), size, width);
  return parts.reduce<readonly string[]>((lines, part) => {
    const last = lines.at(-1);
    return last !== undefined && textWidth(last + part, size) <= width
      ? [...lines.slice(0, -1), last + part]
      : [...lines, part];
  }, []);
}

function layout({ box, size, label }: LayoutContext) {
  const [note, quote] = [typeSize(size, "note"), typeSize(size, "small")];
  const foot = box.y + box.height - 2;
  const row = (foot - note * 1.5 - box.y) / WRITINGS.length;
  const gap = quote;

  function lay(columnEm: number) {
    const em = Math.min((row * 0.86) / HEIGHT, (box.width - gap - columnEm * quote) / WIDTH);
    const width = box.width - WIDTH * em - gap;
    const quotes = WRITINGS.map(({ id }) => layQuote(label(`${id}-quote`), quote, width));
    const lines = max(quotes, ({ length }) => length) ?? 0;
    const said = lines * quote * LEADING;
    const high = Math.min(em * 0.4, width * 0.42);
    const beside = 2 * high + (PART + 0.5) * note <= width;
    const under = beside ? 0 : note * 1.05 + high * 0.15;
    const tense = Math.min(high, Math.max(11, row * 0.95 - said - under));
    return { em, width, quotes, tense, beside, under, fits: tense >= quote * 2 };
  }

  const [first, ...others] = COLUMNS;
  const { em, width, quotes, tense, beside, under } = others.reduce(
    (found, one) => (found.fits ? found : lay(one)),
    lay(first ?? 0),
  );
  const ink = HEIGHT * em;
  return {
    note: { text: label("note"), x: box.x, y: foot, size: note },
    rules: [1, 2].map((k) => ({ x1: box.x, x2: box.x + box.width, y: box.y + k * row })),
    em,
    tense,
    beside,
    quote,
    rows: WRITINGS.map((writing, k) => {
      const top = box.y + k * row + (row - ink) * 0.5;
      const at = { x: box.x - INK.left * em, y: top - INK.top * em };
      const lines = quotes[k] ?? [];
      const block = tense + under + lines.length * quote * LEADING;
      const over = (block - ink) / 2;
      const saying = { x: box.x + WIDTH * em + gap, width, top: top - over, foot: top + ink + over };
      return { writing, at, saying, lines, outline: wordPath(at, em) };
    }),
  };
}

type Layout = ReturnType<typeof layout>;
type Row = Layout["rows"][number];

/** Height of the ink's surface in a word, em from the word's top. */
function inkLevel({ full, ink }: Writing, t: number): number {
  return lerp(INK.foot, INK.top, full * (ink?.(t) ?? 0));
}

function hueOf({ full }: Writing, palette: Palette): Rgb {
  return full === 0 ? palette.textRural : palette.ink;
}

function glowOf(palette: Palette): Rgb {
  return onPaper(palette)
    ? mixRgb(palette.ember, palette.background, 0.3)
    : mixRgb(palette.ember, palette.background, 0.42);
}

function drawWord({ em }: Layout, { writing, at, outline }: Row, t: number, palette: Palette): readonly Shape[] {
  const { id, full } = writing;
  const level = inkLevel(writing, t);
  const stroke = hueOf(writing, palette);
  const key = `xingcheng:${id}`;
  const filled = pathMark({ key: `${key}:ink`, d: wordPath(at, em, level), fill: palette.ink, layer: "back" });
  return [
    ...(full === 0 || level === INK.foot ? [] : [filled]),
    pathMark({
      key: `${key}:outline`,
      d: outline,
      stroke,
      strokeWidth: Math.max(1, em * 0.011),
      dash: full === 0 ? `${(em * 0.036).toFixed(1)} ${(em * 0.028).toFixed(1)}` : undefined,
      layer: "back",
    }),
  ];
}

function drawSaying(places: Layout, row: Row, t: number, palette: Palette, label: LayoutContext["label"]) {
  const { tense, quote, note, beside } = places;
  const { writing, saying, lines } = row;
  const key = `xingcheng:${writing.id}`;
  const base = saying.top + tense * 0.88;
  const part = label(`${writing.id}-part`);
  return [
    textMark({
      key: `${key}:tense`,
      text: label(writing.id),
      x: saying.x,
      y: base,
      size: tense,
      face: "song",
      fill: writing.full === 0 ? palette.textRural : writing.full === 1 ? palette.ink : palette.textEmber,
      opacity: writing.say(t),
    }),
    textMark({
      key: `${key}:part`,
      text: part,
      x: saying.x + (beside ? textWidth(label(writing.id), tense) + note.size * 0.5 : 0),
      y: beside ? base : base + tense * 0.15 + note.size * 0.95,
      size: note.size,
      fill: palette.muted,
      role: "note",
    }),
    ...paragraphMarks({
      key: `${key}:quote`,
      lines,
      x: saying.x,
      y: saying.foot - (lines.length - 1) * quote * LEADING - quote * 0.1,
      leading: quote * LEADING,
      size: quote,
      fill: palette.ink,
    }),
  ] satisfies readonly Shape[];
}

function drawGrains({ em, rows }: Layout, t: number, palette: Palette): readonly Grain[] {
  const glow = glowOf(palette);
  return mapGrains((index): Grain => {
    const row = rows[Math.floor(index / WORD_GRAINS)];
    const { x, y, r } = GRAINS[index % WORD_GRAINS] ?? { x: 0, y: 0, r: 0 };
    if (row === undefined) return { x, y, r: 0, fill: glow, opacity: 0, hollow: 0 };
    const { at, writing } = row;
    const covered = linearStep(inkLevel(writing, t), y + 1.6 * r, y - 1.6 * r);
    return {
      x: at.x + x * em,
      y: at.y + y * em,
      r: r * em,
      fill: writing.full === 0 ? palette.rural : mixRgb(palette.textEmber, glow, covered),
      opacity: 1,
      hollow: 1 - covered,
    };
  });
}

function readPoints(at: LayoutContext): readonly DataPoint[] {
  const { em, rows } = layout(at);
  return rows.map(({ writing: { id, fact }, at: { x, y } }) => ({
    box: { x: x + INK.left * em, y: y + INK.top * em, width: WIDTH * em, height: HEIGHT * em },
    text: `${at.label(`${id}-part`)}，${at.label(id)}：${at.label(`${id}-quote`).replaceAll("|", "")}`,
    fact,
  }));
}

/**
 * One word written three times with as many grains: ink rises through the first, stops half way in the second and never
 * comes to the third. How far it rises is no measure.
 */
export const xingcheng = defineScene({
  labels: [...WRITINGS.flatMap(({ id }) => [id, `${id}-part`, `${id}-quote`]), "note"],
  facts: [...WRITINGS.map(({ fact }) => fact), "count-form"],
  elevation: () => 0.98,
  beats: BEATS,
  layout,
  points: readPoints,
  draw: (places, { t, palette, label }) => ({
    grains: drawGrains(places, t, palette),
    shapes: [
      ...places.rows.flatMap((row) => [
        ...drawWord(places, row, t, palette),
        ...drawSaying(places, row, t, palette, label),
      ]),
      ...places.rules.map(({ y, ...ends }, k) =>
        ruleMark({ key: `xingcheng:rule:${k}`, ...ends, y1: y, y2: y, stroke: palette.line, layer: "back" }),
      ),
      textMark({ key: "xingcheng:note", ...places.note, fill: palette.muted, role: "note" }),
    ],
  }),
});
