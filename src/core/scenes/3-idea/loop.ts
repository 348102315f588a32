import { range, sum } from "d3-array";
import { mixRgb, type Rgb } from "../../lib/color.ts";
import { smoothstep } from "../../lib/math.ts";
import type { Box, Grain, LayoutContext, Palette, Point, Shape } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { GRAIN_COUNT, idleColor, jitteredRadius, mapGrains } from "../../picture/grains.ts";
import { boxCenter } from "../../picture/header.ts";
import { paragraphMarks, pathMark, textMark } from "../../picture/marks.ts";
import { ellipsePath, polygon, segments } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { breakLines } from "../../picture/text.ts";

const PHRASES = ["one", "two", "three", "four"];

const EACH = 1 / (PHRASES.length + 0.4);

/** A phrase is read, and its grains light up, when it stands at the top: the first one from the start. */
const BEATS = {
  read: stagger(EACH, -0.2 * EACH, 0.15 * EACH),
  light: stagger(EACH, -0.2 * EACH, 0.1 * EACH),
  turn: stagger(EACH, 0.45 * EACH, EACH, smoothstep),
  centre: beat(0.86, 1),
};

// In mean radii of the loop. THICK is half the distance between the band's outer rows.
const THICK = 0.056;
const GRAIN = 0.027;
const EDGE = THICK + GRAIN * 1.5;
const LETTER = 0.188;
const INSIDE = EDGE + LETTER * 0.68;
const RAYS = 96;

const FILLED = 0.92;

const ROWS = 3;
/** Place of the first grain, counted from the first phrase: the groups lie on the left, above and on the right. */
const FIRST = (5 / 8) * GRAIN_COUNT;

interface Oval extends Point {
  readonly rx: number;
  readonly ry: number;
}

function fitOval(box: Box): { readonly oval: Oval; readonly unit: number } {
  const [x, y] = boxCenter(box);
  const [width, height] = [Math.min(box.width, box.height * 1.75), Math.min(box.height, box.width * 1.2)];
  const unit = (width + height) / 4 / (1 + EDGE);
  return { oval: { x, y, rx: width / 2 - unit * EDGE, ry: height / 2 - unit * EDGE }, unit };
}

/**
 * Returns the point at `s` 0–1 clockwise from the oval's top, offset by `out` px. Spacing by length is even to about a
 * hundredth.
 */
function pointOnOval({ x, y, rx, ry }: Oval, s: number, out = 0): Point {
  const even = 2 * Math.PI * s;
  const t = even - ((rx - ry) / (rx + ry) / 2) * Math.sin(2 * even);
  const [nx, ny] = [ry * Math.sin(t), -rx * Math.cos(t)];
  const far = out / Math.hypot(nx, ny);
  return { x: x + rx * Math.sin(t) + far * nx, y: y - ry * Math.cos(t) + far * ny };
}

function inset(oval: Oval, by: number): Oval {
  return { ...oval, rx: oval.rx - by, ry: oval.ry - by };
}

function layout({ box, label }: LayoutContext) {
  const { oval, unit } = fitOval(box);
  const letter = unit * LETTER;
  const line = inset(oval, unit * INSIDE);
  const rim = inset(line, letter * 0.7);
  const hub = inset(line, letter * 1.1);
  return {
    oval,
    unit,
    letter,
    line,
    rim,
    centre: breakLines(label("centre"), 1, 3),
    centreSize: Math.min(unit * 0.23, hub.rx * 0.37, (rim.ry - unit * 0.12) * 0.72),
  };
}

type Layout = ReturnType<typeof layout>;

function drawDial({ unit, rim }: Layout, { ink, muted }: Palette): readonly Shape[] {
  const { x } = rim;
  const rays = range(RAYS).map((k) => {
    const s = (k + 0.5) / RAYS;
    return [pointOnOval(rim, s), pointOnOval(rim, s, -unit * (k % 2 === 0 ? 0.1 : 0.05))] as const;
  });
  const tip = rim.y - rim.ry + unit * 0.02;
  const pointer = [
    { x, y: tip },
    { x: x + unit * 0.05, y: tip + unit * 0.1 },
    { x: x - unit * 0.05, y: tip + unit * 0.1 },
  ];
  return [
    pathMark({ key: "loop:rim", d: ellipsePath(rim, rim.rx, rim.ry), stroke: ink, strokeWidth: 1.2, layer: "back" }),
    pathMark({ key: "loop:rays", d: segments(rays), stroke: muted, strokeWidth: 0.9, layer: "back" }),
    pathMark({ key: "loop:pointer", d: polygon(pointer), fill: ink, stroke: ink, layer: "back" }),
  ];
}

function drawCentre({ oval, centre, centreSize }: Layout, fill: Rgb, opacity: number): readonly Shape[] {
  const leading = centreSize * 1.16;
  return paragraphMarks({
    key: "loop:centre",
    lines: centre,
    leading,
    x: oval.x,
    y: oval.y - (leading * (centre.length - 1)) / 2,
    baseline: "middle",
    size: centreSize,
    fill,
    face: "song",
    anchor: "middle",
    opacity,
  });
}

interface Phrase {
  readonly id: string;
  readonly index: number;
  readonly text: string;
}

function drawPhrase(
  { line, letter }: Layout,
  { id, index, text: words }: Phrase,
  turn: number,
  fill: Rgb,
): readonly Shape[] {
  const letters = [...words];
  return letters.map((text, j) => {
    const along = (j + 0.5) / letters.length - 0.5;
    const { x, y } = pointOnOval(line, (index + FILLED * along) / PHRASES.length - turn);
    return textMark({
      key: `loop:${id}:${j}`,
      text,
      x,
      y,
      baseline: "middle",
      size: letter,
      fill,
      face: "song",
      anchor: "middle",
    });
  });
}

/** Draws the band: grains of the people's phrases are ember, of 我 ink. They are hollow until their phrase is read. */
function drawGrains({ oval, unit }: Layout, t: number, turn: number, palette: Palette): readonly Grain[] {
  const idle = idleColor(palette);
  return mapGrains((index): Grain => {
    const slot = (index + FIRST) % GRAIN_COUNT;
    const phrase = (PHRASES.length * (slot + 0.5)) / GRAIN_COUNT;
    const lit = BEATS.light(t, phrase);
    const row = (slot % ROWS) - (ROWS - 1) / 2;
    const { x, y } = pointOnOval(oval, (phrase - 0.5) / PHRASES.length - turn, unit * THICK * row);
    return {
      x,
      y,
      r: unit * jitteredRadius(index, GRAIN),
      fill: mixRgb(idle, Math.floor(phrase) % 2 === 0 ? palette.ember : palette.ink, lit),
      opacity: 1,
      hollow: 1 - lit,
    };
  });
}

/**
 * A wheel of words within a band of three rows turns once. Each phrase is read at the top; the centre's words come
 * last.
 */
export const loop = defineScene({
  labels: [...PHRASES, "centre"],
  elevation: () => 0.92,
  beats: BEATS,
  layout,
  draw(places, { t, palette, label }) {
    const turn = sum(PHRASES, (_, k) => BEATS.turn(t, k)) / PHRASES.length;
    const unread = mixRgb(palette.background, palette.muted, 0.6);
    return {
      grains: drawGrains(places, t, turn, palette),
      shapes: [
        ...drawDial(places, palette),
        ...drawCentre(places, palette.ink, BEATS.centre(t)),
        ...PHRASES.flatMap((id, index) => {
          const fill = mixRgb(unread, palette.ink, BEATS.read(t, index));
          return drawPhrase(places, { id, index, text: label(id) }, turn, fill);
        }),
      ],
    };
  },
});
