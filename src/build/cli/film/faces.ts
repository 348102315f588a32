import { readFile } from "node:fs/promises";
import type { FilmFrame } from "../../../core/model/film-page.ts";
import type { TextMark } from "../../../core/model/picture.ts";
import { sansFont, subsetHeadingFont } from "../../vite/fonts.ts";

/** The bytes of the two faces, with the glyphs of a film's words. */
export type FilmFaces = Readonly<Record<TextMark["face"], Buffer>>;

/** A counting number shows every digit; a frame between those given may have another. */
const DIGITS = "0123456789.,% ";

function textOf(frames: Iterable<FilmFrame>): Readonly<Record<TextMark["face"], string>> {
  const texts = { song: new Set(DIGITS), sans: new Set(DIGITS) };
  for (const { drawing } of frames)
    for (const shape of drawing.shapes)
      if (shape.kind === "text") for (const character of shape.text) texts[shape.face].add(character);
  return { song: [...texts.song].join(""), sans: [...texts.sans].join("") };
}

/** Throws an Error that lists the characters without a glyph. */
export async function filmFaces(frames: Iterable<FilmFrame>): Promise<FilmFaces> {
  const { song, sans } = textOf(frames);
  const { path } = await sansFont(sans);
  return { song: Buffer.from(await subsetHeadingFont(song)), sans: await readFile(path) };
}
