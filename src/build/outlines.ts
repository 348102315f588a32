import { Blob, Face, Font } from "harfbuzzjs";
import type { Outlines } from "../publish/standalone.ts";
import { songOutlines } from "./font.ts";

/** The Song face's outlines of every character of `text`. Throws an Error that names the characters the face lacks. */
export async function outlinesOf(text: string): Promise<Outlines> {
  const face = new Face(new Blob(await songOutlines(text)));
  const font = new Font(face);
  return {
    unitsPerEm: face.upem,
    glyphs: (run) =>
      Array.from(run, (character) => {
        const glyph = font.nominalGlyph(character.codePointAt(0) ?? 0);
        if (glyph === undefined) throw new RangeError(`no outline for ${character}`);
        return { d: font.glyphToPath(glyph), advance: font.glyphHAdvance(glyph) };
      }),
  };
}
