import { toHex } from "../lib/color.ts";
import type { TextMark } from "../model/picture.ts";
import { type CanvasContext, type Plane, placeOrigin } from "./canvas-context.ts";
import { roundFinely, roundLength, setPunctuation } from "./svg-attributes.ts";

/** The families of the two faces, as in CSS. */
export type Faces = Readonly<Record<TextMark["face"], string>>;

/** Weights of the faces, as the page's style sheet has them. */
const WEIGHTS = { song: 900, sans: 400 } as const satisfies Record<TextMark["face"], number>;

const ALIGNMENT = { start: "left", middle: "center", end: "right" } as const;

interface Run {
  readonly text: string;
  /** Shift of the run against the end of the one before, px. */
  readonly shift: number;
}

/** Parts a text before each character that is shifted. */
function partAtShifts(text: string, shifts: readonly number[]): readonly Run[] {
  const runs: { text: string; shift: number }[] = [];
  Array.from(text).forEach((character, index) => {
    const shift = shifts[index] ?? 0;
    const run = runs.at(-1);
    if (run === undefined || shift !== 0) runs.push({ text: character, shift });
    else run.text += character;
  });
  return runs;
}

function fillRuns({ context }: Plane, runs: readonly Run[], anchor: TextMark["anchor"], x: number, y: number): void {
  const widths = runs.map(({ text }) => context.measureText(text).width);
  const whole = runs.reduce((sum, { shift }, index) => sum + shift + (widths[index] ?? 0), 0);
  let at = x - (anchor === "start" ? 0 : anchor === "middle" ? whole / 2 : whole);
  context.textAlign = "left";
  runs.forEach(({ text, shift }, index) => {
    at += shift;
    context.fillText(text, at, y);
    at += widths[index] ?? 0;
  });
}

/** Sets what all texts share. */
export function prepareTexts(context: CanvasContext): void {
  context.textBaseline = "alphabetic";
  context.lang = "zh-CN";
}

export function drawText(plane: Plane, mark: TextMark, faces: Faces): void {
  const { context } = plane;
  const { text, face, anchor } = mark;
  const [x, y] = [roundLength(mark.x), roundLength(mark.y)];
  const set = face === "song" ? setPunctuation(mark) : { x, shifts: [] };
  const angle = roundLength(mark.rotate ?? 0);
  // A turned text turns about its own point, so that is its origin.
  const [originX, originY] = angle === 0 ? [0, 0] : [x, y];
  if (angle !== 0) placeOrigin(plane, x, y, (angle * Math.PI) / 180);
  context.font = `${WEIGHTS[face]} ${roundLength(mark.size)}px ${faces[face]}`;
  context.fillStyle = toHex(mark.fill);
  context.globalAlpha = roundFinely(mark.opacity);
  if (set.shifts.some((shift) => shift !== 0))
    fillRuns(plane, partAtShifts(text, set.shifts), anchor, set.x - originX, y - originY);
  else {
    context.textAlign = ALIGNMENT[anchor];
    context.fillText(text, set.x - originX, y - originY);
  }
  if (angle !== 0) placeOrigin(plane);
}
