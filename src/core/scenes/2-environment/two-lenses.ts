import { range } from "d3-array";
import { mixRgb, type Rgb } from "../../lib/color.ts";
import { clamp, lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Box, Grain, LayoutContext, Palette, Point, Shape } from "../../model/picture.ts";
import { stagger } from "../../picture/beats.ts";
import { GRAIN_COUNT, mapGrains } from "../../picture/grains.ts";
import { textMark } from "../../picture/marks.ts";
import { defineScene } from "../../picture/scene.ts";
import { fitFontSize, textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { drawLoupe, LENS_RIM, type Loupe } from "./two-lenses-loupe.ts";

const READINGS = ["literal", "economic"] as const;
const PER_PAGE = GRAIN_COUNT / READINGS.length;

/** Magnification, and the pitch of the print under a lens, in radii. Characters nearly touch. */
const POWER = 2.1;
const PITCH = { x: 0.197, y: 0.215 } as const;
const CHARACTER = 0.185;
const PER_ROW = 4;
/** A page is wider than its lens by this factor. */
const PAGE = 1.22;
/** The way of a lens to its words, in radii. */
const WAY = 0.95;

const BEATS = {
  slide: stagger(0.24, 0.06, 0.62, smoothstep),
  name: stagger(0.24, 0.5, 0.68),
  prize: stagger(0, 0.9, 1),
};

interface Character extends Point {
  readonly text: string;
}

/** The lenses lie across the box with captions in its free corners, or side by side on a low stage, over captions. */
function placeLenses(box: Box, caption: number) {
  const rim = 1 + LENS_RIM / 2;
  const [w, h] = [box.width, box.height];
  // Across the box each lens touches two of its sides and the other lens: (w − 2r)² + (h − 2r)² = (2r)².
  const root = (w + h) ** 2 - (w ** 2 + h ** 2);
  const out = Math.min((w + h - Math.sqrt(root)) / 2, w / 2.5) / 1.02;
  if (h - 2 * out > 0.38 * out + caption) {
    const places = [
      { x: box.x + out, y: box.y + out },
      { x: box.x + w - out, y: box.y + h - out },
    ];
    return { r: out / rim, across: true, places };
  }
  const half = Math.min(w / 4.15, (h - caption * 1.8) / 2);
  const y = box.y + (h - caption * 1.8) / 2;
  const apart = Math.min(w / 4, half * 1.25);
  const places = [-1, 1].map((side) => ({ x: box.x + w / 2 + side * apart, y }));
  return { r: half / rim, across: false, places };
}

/** Lays the grains of one page out as lines of print about its middle, around the words and the caption. */
function layPage(middle: Point, other: Point, r: number, box: Box, taken: readonly Box[]): readonly Point[] {
  const cells = range(-12, 12).flatMap((column) =>
    range(-10, 10).map((row) => ({ column, row, x: (column + 0.5) * PITCH.x * r, y: (row + 0.5) * PITCH.y * r })),
  );
  const isFree = ({ column, row, x, y }: (typeof cells)[number]): boolean => {
    const at = { x: middle.x + x, y: middle.y + y };
    const edge = r * 0.06;
    const inBox =
      at.x > box.x + edge && at.x < box.x + box.width - edge && at.y > box.y + edge && at.y < box.y + box.height - edge;
    const word = Math.abs(column + 0.5) < PER_ROW / 2 && Math.abs(row + 0.5) < 1;
    const own = Math.hypot(x, y) < Math.hypot(at.x - other.x, at.y - other.y) - edge;
    return inBox && own && !word && !taken.some((one) => isInside(at, one, edge * 1.6));
  };
  const weight = ({ x, y }: Point): number => Math.max(Math.abs(x) / PAGE, Math.abs(y));
  const spots = cells.filter(isFree).sort((a, b) => weight(a) - weight(b) || a.y - b.y || a.x - b.x);
  // On a very small stage the last grains share a place with the first.
  return range(PER_PAGE).map((k) => {
    const { x, y } = spots[k % spots.length] ?? { x: 0, y: 0 };
    return { x: middle.x + x, y: middle.y + y };
  });
}

function isInside({ x, y }: Point, box: Box, air: number): boolean {
  return x > box.x - air && x < box.x + box.width + air && y > box.y - air && y < box.y + box.height + air;
}

function layout({ box, size, label }: LayoutContext) {
  const type = typeSize(size, "display");
  const note = typeSize(size, "note");
  const prize = { text: label("prize"), size: fitFontSize(label("prize"), box.width, note, 11) };
  const room = { ...box, height: box.height - note * 2 };
  const { r, across, places } = placeLenses(room, type);
  const right = room.x + room.width;
  const captioned = READINGS.map((id, index) => {
    const middle = places[index] ?? { x: 0, y: 0 };
    const side = index === 0 ? 1 : -1;
    const name = label(id);
    const width = textWidth(name, type);
    // At the end of its lens's handle, clear of the other lens, or under its lens.
    const tip = r * (HANDLE_END * Math.sin(HANDLE.down)) + type;
    const other = places[1 - index] ?? middle;
    const aside = Math.abs(other.x - (index === 0 ? room.x : right)) - width - type * 0.5;
    const rim = r * (1 + LENS_RIM);
    const clear = Math.sqrt(Math.max(0, rim ** 2 - aside ** 2)) + type * 0.7;
    const level = side * (other.y - middle.y);
    const down = aside > rim || Math.abs(level - tip) >= clear ? tip : Math.max(tip, level + clear);
    const caption = across
      ? { x: index === 0 ? room.x : right - width, y: middle.y + side * down }
      : { x: middle.x - width / 2, y: middle.y + r * (1 + LENS_RIM) + type * 1.05 };
    const taken = { x: caption.x, y: caption.y - type * 0.6, width, height: type * 1.2 };
    const words = [...label(`${id}-gloss`)].map((text, k): Character => ({
      text,
      x: middle.x + ((k % PER_ROW) - (PER_ROW - 1) / 2) * PITCH.x * r,
      y: middle.y + (Math.floor(k / PER_ROW) - 0.5) * PITCH.y * r,
    }));
    return { id, index, side, middle, name, caption, words, taken };
  });
  const taken = captioned.map((reading) => reading.taken);
  const readings = captioned.map((reading) => {
    const other = places[1 - reading.index] ?? reading.middle;
    return { ...reading, print: layPage(reading.middle, other, r, room, taken) };
  });
  return { box, type, r, across, readings, prize };
}

type Layout = ReturnType<typeof layout>;
type Reading = Layout["readings"][number];

/** End of a handle from the middle of its lens, in radii. */
const HANDLE_END = 1.36 + LENS_RIM;

/** Angle of a handle from the right, clockwise: to a free corner, or down and outwards. */
const HANDLE = { down: 2.3, up: 2.3 - Math.PI, out: Math.PI - 2.3 } as const;

function placeLens({ r, across }: Layout, { middle, side }: Reading, slid: number): Loupe {
  const way = (1 - slid) * WAY * r * side;
  const angle = side > 0 ? HANDLE.down : across ? HANDLE.up : HANDLE.out;
  return { x: middle.x + way, y: middle.y + (across ? way * 0.5 : 0), r, angle, length: r * 0.36 };
}

/**
 * Returns the image of a point through a lens: inside it distances grow by POWER, and points whose image would lie
 * outside crowd on the rim, so that nothing leaps as the lens moves.
 */
function refract(point: Point, { x, y, r }: Loupe): Point & { readonly power: number; readonly seen: number } {
  const [dx, dy] = [point.x - x, point.y - y];
  const distance = Math.hypot(dx, dy);
  const image = distance < r / POWER ? POWER * distance : Math.max(r, distance);
  const factor = distance === 0 ? 1 : image / distance;
  return {
    x: x + dx * factor,
    y: y + dy * factor,
    power: lerp(POWER, 1, linearStep(distance, r / POWER, r)),
    seen: distance < r / POWER ? 1 : distance > r ? 1 : 0,
  };
}

/** A character shows under the glass or beside it, never across the rim. */
function drawWords({ r }: Layout, reading: Reading, lens: Loupe, palette: Palette): readonly Shape[] {
  const size = r * CHARACTER;
  return reading.words.map((word, k) => {
    const { x, y, power, seen } = refract(word, lens);
    const far = Math.hypot(x - lens.x, y - lens.y);
    const half = size * power * 0.5;
    const clear = far < r ? linearStep(r - far, half * 0.7, half * 1.1) : linearStep(far - r, half, half * 1.6);
    return textMark({
      key: `lenses:${reading.id}:${k}`,
      text: word.text,
      x,
      y,
      baseline: "middle",
      anchor: "middle",
      size: size * power,
      face: "song",
      fill: far < r ? palette.textRed : palette.ink,
      opacity: seen * clear,
    });
  });
}

function pageGrains({ r }: Layout, reading: Reading, lens: Loupe, rim: Rgb, palette: Palette): readonly Grain[] {
  const print = mixRgb(palette.background, palette.ink, 0.42);
  return reading.print.map((place): Grain => {
    const { x, y, power } = refract(place, lens);
    const far = Math.hypot(x - lens.x, y - lens.y);
    const onRim = clamp(1 - Math.abs(far - r) / (r * 0.05));
    return {
      x,
      y,
      r: lerp(r * 0.03 * (power > 1.9 ? 1.9 : 1), r * 0.034, onRim),
      fill: mixRgb(print, rim, onRim),
      opacity: lerp(0.85, 1, onRim),
      hollow: 0,
    };
  });
}

/**
 * Two equal lenses slide over two pages of print, each over the words of one reading: the same characters, enlarged.
 * Grains are the other print; where the glass would hide them, they crowd on its rim.
 */
export const twoLenses = defineScene({
  labels: [...READINGS, ...READINGS.map((id) => `${id}-gloss`), "prize"],
  elevation: () => 0.85,
  beats: BEATS,
  layout,
  draw(places, { t, palette }) {
    const { box, type, readings, prize } = places;
    const rims = [palette.ember, mixRgb(palette.background, palette.ink, 0.78)];
    const lenses = readings.map((reading) => placeLens(places, reading, BEATS.slide(t, reading.index)));
    const drawn = readings.map((reading, k) => ({
      reading,
      lens: lenses[k] ?? { x: 0, y: 0, r: 0, angle: 0, length: 0 },
      rim: rims[k] ?? palette.ink,
    }));
    const grains = drawn.flatMap(({ reading, lens, rim }) => pageGrains(places, reading, lens, rim, palette));
    return {
      grains: mapGrains((index) => grains[index]).filter((grain) => grain !== undefined),
      shapes: [
        ...drawn.flatMap(({ reading, lens, rim }) => drawLoupe(`lenses:${reading.index}`, lens, rim, palette)),
        ...drawn.flatMap(({ reading, lens }) => drawWords(places, reading, lens, palette)),
        ...readings.map(({ id, index, name, caption }) =>
          textMark({
            key: `lenses:${id}:name`,
            text: name,
            ...caption,
            baseline: "middle",
            size: type,
            fill: palette.ink,
            opacity: BEATS.name(t, index),
          }),
        ),
        textMark({
          key: "lenses:prize",
          text: prize.text,
          x: box.x,
          y: box.y + box.height - 3,
          size: prize.size,
          fill: palette.muted,
          role: "note",
          opacity: BEATS.prize(t, 0),
        }),
      ],
    };
  },
});
