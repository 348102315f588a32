import { mixRgb, type Rgb } from "../../lib/color.ts";
import { clamp, lerp, smoothstep } from "../../lib/math.ts";
import type { Box, Grain, LayoutContext, Palette, Point, Shape, TextMark } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { GRAIN_COUNT, jitteredRadius } from "../../picture/grains.ts";
import { boxCenter } from "../../picture/header.ts";
import { paragraphMarks, pathMark, textMark } from "../../picture/marks.ts";
import { defineScene } from "../../picture/scene.ts";
import { fitFontSize, textBox } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { chord, drawLoupe, LENS_RIM, type Loupe, loupePlaces, refractedLines, type Span } from "./two-lenses-loupe.ts";

/** Final distance of a lens from the middle, in radii, and the share of it from which the lenses start. */
const APART = 0.5;
const START = 0.12;
/** Magnification of a lens, and of the word while one lens lies on the other. */
const POWER = 1.4;
const WORD_POWER = 1.36;
const RULES = 9;
const GLOSS = 2;
const LEADING = 1.25;

const BEATS = {
  slide: beat(0, 0.92, smoothstep),
  read: stagger(0.2, 0.46, 0.66),
};

type Reading = "literal" | "economic";

/** The largest two equal lenses for a box: the second lies at `aside` from the middle, the first opposite. */
type Pair = Pick<Loupe, "r" | "angle" | "length"> & { readonly aside: Point };

function layPair({ width, height }: Box): Pair {
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

/** Fits the word into the overlap of the lenses, on two lines if that makes it clearly larger. */
function layWord(word: string, { r, aside }: Pair): { readonly lines: readonly string[]; readonly size: number } {
  const inside = r * (1 - LENS_RIM);
  const fit = (text: string, dy: number) =>
    fitFontSize(text, 1.92 * (Math.sqrt(Math.max(0, inside ** 2 - (dy + aside.y) ** 2)) - aside.x), 96, 13);
  const broken = word.split(/(?<=”)/u);
  const [whole, part] = [fit(word, 0), fit(broken[0] ?? word, r * 0.2)];
  const breaks = broken.length > 1 && part > whole * 1.1;
  return breaks ? { lines: broken, size: part } : { lines: [word], size: whole };
}

function layout({ box, size, label }: LayoutContext) {
  const [x, y] = boxCenter(box);
  const pair = layPair(box);
  const reading = (id: Reading) => ({ id, name: label(id), gloss: label(`${id}-gloss`) });
  return {
    box,
    centre: { x, y },
    type: typeSize(size, "small"),
    pair,
    word: layWord(label("name"), pair),
    readings: { literal: reading("literal"), economic: reading("economic") },
  };
}

type Layout = ReturnType<typeof layout>;

function placeLenses({ centre, pair: { r, aside, angle, length } }: Layout, share: number): readonly [Loupe, Loupe] {
  const [dx, dy] = [aside.x * share, aside.y * share];
  return [
    { x: centre.x - dx, y: centre.y - dy, r, angle: angle + Math.PI, length },
    { x: centre.x + dx, y: centre.y + dy, r, angle, length },
  ];
}

function drawWord(
  { centre, word: { lines, size: resting } }: Layout,
  slid: number,
  palette: Palette,
): readonly TextMark[] {
  const size = resting * lerp(WORD_POWER, 1, slid);
  const leading = size * 1.2;
  return paragraphMarks({
    key: "lenses:word",
    lines,
    leading,
    x: centre.x,
    y: centre.y - (leading * (lines.length - 1)) / 2,
    baseline: "middle",
    size,
    fill: palette.textRed,
    face: "song",
    anchor: "middle",
  });
}

/** Returns the room at a height inside one lens and beside the other. */
function roomAt(own: Loupe, other: Loupe, y: number): Span {
  const [left, right] = chord(own, y, own.r * (1 - LENS_RIM));
  const [from, to] = chord(other, y, other.r * (1 + LENS_RIM));
  if (from === to) return [left, right];
  return own.x < other.x ? [left, Math.min(right, from)] : [Math.max(left, to), right];
}

function drawReading(
  { centre, type, pair }: Layout,
  { id, name, gloss }: Layout["readings"][Reading],
  own: Loupe,
  other: Loupe,
  opacity: number,
  { muted, ink }: Palette,
): readonly TextMark[] {
  const y = own.y + Math.sign(own.y - centre.y) * pair.aside.y * 1.1;
  const roomFor = (height: number): Span => {
    const [above, below] = [roomAt(own, other, y - height / 2), roomAt(own, other, y + height / 2)];
    return [Math.max(above[0], below[0]), Math.min(above[1], below[1])];
  };
  const fit = (text: string, [from, to]: Span) => fitFontSize(text, (to - from) * 0.84, type * GLOSS, 12);
  const low = roomFor(type * 4);
  // A large lens is high enough for two lines of larger type.
  const folded = fit(gloss, low) < type * (own.r > 180 ? 1.9 : 1.2);
  const half = Math.ceil(gloss.length / 2);
  const lines = folded ? [gloss.slice(0, half), gloss.slice(half)] : [gloss];
  const room = folded ? roomFor(type * 4.7) : low;
  const size = fit(lines[0] ?? gloss, room);
  const x = (room[0] + room[1]) / 2;
  const top = y - (type * 1.5 + size * LEADING * lines.length) / 2;
  const shared = { x, anchor: "middle", opacity } as const;
  return [
    textMark({
      ...shared,
      key: `lenses:${id}:name`,
      text: name,
      y: top + type,
      size: fitFontSize(name, room[1] - room[0], type, 11),
      fill: muted,
    }),
    ...lines.map((text, k) =>
      textMark({
        ...shared,
        key: `lenses:${id}:gloss:${k}`,
        text,
        y: top + type * 1.5 + size * (0.92 + LEADING * k),
        size,
        fill: ink,
        face: "song",
      }),
    ),
  ];
}

function drawLenses(
  { box, pair }: Layout,
  lenses: readonly [Loupe, Loupe],
  texts: readonly TextMark[],
  palette: Palette,
): readonly Shape[] {
  const clear = texts
    .filter(({ opacity }) => opacity > 0)
    .map((text): Box => {
      const { x, y, width, height } = textBox(text);
      return { x: x - 5, y, width: width + 10, height };
    });
  const { beside, under, both } = refractedLines(box, pair.r / RULES, lenses, POWER, clear);
  const { line, muted, ember } = palette;
  return [
    pathMark({ key: "lenses:sheet", layer: "back", d: beside, stroke: line, strokeWidth: 0.8, opacity: 0.55 }),
    ...drawLoupe("lenses:0", lenses[0], ember, palette),
    ...drawLoupe("lenses:1", lenses[1], muted, palette),
    pathMark({ key: "lenses:sheet:under", layer: "back", d: under, stroke: muted, opacity: 0.3 }),
    pathMark({ key: "lenses:sheet:both", layer: "back", d: both, stroke: muted, strokeWidth: 1.4, opacity: 0.4 }),
  ];
}

function drawGrains([first, second]: readonly [Loupe, Loupe], palette: Palette): readonly Grain[] {
  const half = GRAIN_COUNT / 2;
  const onLens = (lens: Loupe, from: number, fill: Rgb) =>
    loupePlaces(lens, half).map(({ x, y, r }, k): Grain => ({
      x,
      y,
      r: jitteredRadius(from + k, r),
      fill,
      opacity: 1,
      hollow: 0,
    }));
  const dark = mixRgb(palette.background, palette.ink, 0.78);
  return [...onLens(first, 0, palette.ember), ...onLens(second, half, dark)];
}

/**
 * Two equal lenses slide apart over one word: each shows a reading of its own, and the word stands where they overlap.
 */
export const twoLenses = defineScene({
  labels: ["name", "literal", "literal-gloss", "economic", "economic-gloss"],
  elevation: () => 0.88,
  beats: BEATS,
  layout,
  draw(places, { t, palette }) {
    const slid = lerp(START, 1, BEATS.slide(t));
    const [first, second] = placeLenses(places, slid);
    const { literal, economic } = places.readings;
    const texts = [
      ...drawWord(places, slid, palette),
      ...drawReading(places, literal, first, second, BEATS.read(t, 0), palette),
      ...drawReading(places, economic, second, first, BEATS.read(t, 1), palette),
    ];
    return {
      grains: drawGrains([first, second], palette),
      shapes: [...drawLenses(places, [first, second], texts, palette), ...texts],
    };
  },
});
