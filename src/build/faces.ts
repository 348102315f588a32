import type { Plate } from "../publish/plate.ts";
import type { Outlines } from "../publish/standalone.ts";
import { type Sans, sansFile } from "./font.ts";
import { outlinesOf } from "./outlines.ts";

/** Both faces, cut to what plates set in them. */
export type Faces = readonly [outlines: Outlines, sans: Sans];

/** Every character that the plates set in a face, and a space: a face cut to nothing is none. */
function characters(plates: readonly Plate[], face: "song" | "sans"): string {
  const texts = plates
    .flatMap(({ drawing }) => drawing.shapes)
    .flatMap((shape) => (shape.kind === "text" && shape.face === face ? [shape.text] : []));
  return [...texts, " "].join("");
}

/** The faces with what the plates set in them. */
export function faces(plates: readonly Plate[]): Promise<Faces> {
  return Promise.all([outlinesOf(characters(plates, "song")), sansFile(characters(plates, "sans"))]);
}
