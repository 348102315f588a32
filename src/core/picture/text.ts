import type { Box, Point, TextMark } from "../model/picture.ts";
import { UNITS } from "../model/strings.ts";

/** Advance widths in em, rounded up to the wider of the two faces. */
const HALF: ReadonlyMap<string, number> = new Map(
  Object.entries({
    " ": 0.3,
    ".": 0.34,
    ",": 0.34,
    ":": 0.34,
    "%": 0.98,
    "+": 0.64,
    "-": 0.42,
    "÷": 0.68,
    "×": 0.64,
    "=": 0.64,
    "·": 1,
    "›": 0.5,
    "/": 0.46,
    "(": 0.4,
    ")": 0.4,
  }),
);

/** Digits have the Song face's width, the wider one except for 1; 0.72 covers Latin capitals. */
function advance(character: string, face: TextMark["face"]): number {
  const known = HALF.get(character);
  if (known !== undefined) return known;
  if (character === "1") return face === "song" ? 0.465 : 0.56;
  if (character >= "0" && character <= "9") return 0.615;
  return character.charCodeAt(0) < 0x2000 ? 0.72 : 1;
}

/** Full-width marks with a blank right half, and with a blank left half. */
const CLOSING = "、。，．：；）」』”’》〉";
const OPENING = "（「『“‘《〈";
const BLANK = 0.5;

/**
 * Shift of each character before it is set, em: of two adjacent full-width marks one loses its blank half. The Song
 * face and the images' sans face have no kerning tables, so no renderer does this for them.
 */
export function squeezeShifts(text: string): readonly number[] {
  const characters = Array.from(text);
  return characters.map((character, index) => {
    const before = characters[index - 1] ?? "";
    if (before === "") return 0;
    const afterClosing = CLOSING.includes(before) && (CLOSING + OPENING).includes(character);
    return afterClosing || (OPENING.includes(before) && OPENING.includes(character)) ? -BLANK : 0;
  });
}

/** Shift of a whole line, em: an opening mark hangs its blank half before the start, a closing one after the end. */
export function hangingShift(text: string, anchor: TextMark["anchor"]): number {
  const first = text.slice(0, 1);
  const last = text.slice(-1);
  const start = first !== "" && OPENING.includes(first) ? BLANK : 0;
  const end = last !== "" && CLOSING.includes(last) ? BLANK : 0;
  return anchor === "start" ? 0 - start : anchor === "middle" ? (end - start) / 2 : end;
}

/**
 * Estimates the width from a table: a pure function cannot measure a font. An upper bound for both faces unless `face`
 * is `song`, whose 1 is narrower and whose punctuation is squeezed.
 */
export function textWidth(text: string, size: number, face: TextMark["face"] = "sans"): number {
  let em = 0;
  for (const character of text) em += advance(character, face);
  if (face === "song") for (const shift of [...squeezeShifts(text), hangingShift(text, "start")]) em += shift;
  return em * size;
}

const NOT_FIRST = "、。,，.．:：;；!！?？)）」』”’》〉…—%";
/** A date, a number or span with its unit, a Latin word, or a single character. */
const PIECE = new RegExp(`\\d{4}-[\\d-]+|\\d[\\d.]*(?:—\\d+)?[${UNITS}]*|[A-Za-z0-9.%]+|.`, "gsu");

const NOT_LAST = "「『“‘《〈(（";

/** Splits a text at every place where a line may end, whatever its words are: numbers keep their units and marks. */
export function splitPieces(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const piece of text.match(PIECE) ?? []) {
    const before = pieces.at(-1) ?? "";
    const joined = before !== "" && (NOT_FIRST.includes(piece) || NOT_LAST.includes(before.slice(-1)));
    if (joined) pieces.splice(-1, 1, before + piece);
    else pieces.push(piece);
  }
  return pieces;
}

/**
 * Breaks `text` into lines of at most `width` px, and at every 「|」. Keeps numbers with their units, and closing marks
 * with their text, which may make a line longer. Leaves no single character on the last line.
 */
export function breakLines(
  text: string,
  size: number,
  width: number,
  face: TextMark["face"] = "sans",
): readonly string[] {
  return text.split("|").flatMap((part) => breakPart(part, width, (line) => textWidth(line, size, face)));
}

function breakPart(text: string, width: number, measure: (line: string) => number): readonly string[] {
  const pieces = text.match(PIECE) ?? [];
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    const closes = NOT_FIRST.includes(piece);
    if (line !== "" && !closes && measure(line + piece) > width) {
      const last = line.slice(-1);
      const carried = NOT_LAST.includes(last) && line.length > 1;
      lines.push(carried ? line.slice(0, -1) : line);
      line = carried ? last + piece : piece;
    } else line += piece;
  }
  const above = lines.at(-1) ?? "";
  const last = above.slice(-1);
  const body = [...line].filter((character) => !NOT_FIRST.includes(character));
  if (body.length !== 1 || above.length < 4 || /[\w.%]/.test(last) || NOT_FIRST.includes(last))
    return line === "" ? lines : [...lines, line];
  return [...lines.slice(0, -1), above.slice(0, -1), last + line];
}

export function fitFontSize(
  text: string,
  width: number,
  largest: number,
  smallest: number,
  face: TextMark["face"] = "sans",
): number {
  const em = textWidth(text, 1, face);
  return Math.max(smallest, Math.min(largest, em === 0 ? largest : width / em));
}

/**
 * Returns the corners after rotation, clockwise from the first line's start, from the CJK faces' ascent (0.88 em) to
 * their descent (0.14 em); `inset` draws them in, px.
 */
export function textCorners(text: TextMark, inset: Point = { x: 0, y: 0 }): readonly Point[] {
  const width = textWidth(text.text, text.size, text.face);
  const start = text.anchor === "start" ? 0 : text.anchor === "middle" ? -width / 2 : -width;
  const [left, right] = [start + inset.x, start + width - inset.x];
  const [top, bottom] = [-0.88 * text.size + inset.y, 0.14 * text.size - inset.y];
  const turn = ((text.rotate ?? 0) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const corners = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ] as const;
  return corners.map(([x, y]) => ({ x: text.x + x * cos - y * sin, y: text.y + x * sin + y * cos }));
}

/** Returns the upright box around the corners. */
export function textBox(text: TextMark): Box {
  const corners = textCorners(text);
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
