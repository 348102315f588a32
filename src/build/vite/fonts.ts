import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Blob, Face, Font } from "harfbuzzjs";
import subsetFont from "subset-font";
import type { GlyphOutlines } from "../images/standalone-svg.ts";
import type { ImageSpec } from "../images/step-image.ts";
import { cached } from "./cache.ts";
import { contentHash } from "./hash.ts";

const SONG = "@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-900-normal.woff2";
const SANS = "@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2";

/**
 * Layout tables go: the pictures measure their text as the sum of advance widths, so nothing may kern or trim it.
 * The tables of vertical writing go with them.
 */
const DROPPED = ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx"];

/** Changes when the way of subsetting changes, so that an old cache cannot answer for new code. */
const RECIPE = "2";

/**
 * The heavy Song face (Noto Serif SC, weight 900) with exactly the characters of `text`, as woff2.
 * The same set of characters gives the same bytes. Throws an Error that names the characters the face lacks.
 */
export async function subsetHeadingFont(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const characters = uniqueCharacters(text);
  const source = await bytesOf(SONG);
  const { bytes } = await cached({ kind: "song", ending: "woff2", from: [RECIPE, characters, source] }, async () =>
    subsetFont(await plain("Song", source, characters), characters, { targetFormat: "woff2" }),
  );
  return bytes;
}

/** The heavy Song face with the characters of `text` as a TrueType font. Throws an Error that names the characters it lacks. */
export async function headingFontTtf(text: string): Promise<Uint8Array> {
  const characters = uniqueCharacters(text);
  const source = await bytesOf(SONG);
  const { bytes } = await cached({ kind: "song", ending: "ttf", from: [RECIPE, characters, source] }, () =>
    plain("Song", source, characters),
  );
  return bytes;
}

/** The sans face (Noto Sans SC, weight 400), for programs that paint text from font files. */
export interface SansFont {
  /** A TrueType file with the characters asked for. */
  readonly path: string;
  /** The whole face, as a part of what a painted text is made from: a glyph does not depend on which others are in the file. */
  readonly source: Uint8Array;
}

/** The sans face with the characters of `text`. Throws an Error that names the characters it lacks. */
export async function sansFont(text: string): Promise<SansFont> {
  const characters = uniqueCharacters(text);
  const source = await bytesOf(SANS);
  const { path } = await cached({ kind: "sans", ending: "ttf", from: [RECIPE, characters, source] }, () =>
    plain("sans", source, characters),
  );
  return { path, source };
}

/** The face as TrueType, cut to its characters. */
async function plain(name: string, source: Buffer, characters: string): Promise<Buffer> {
  const cut = await subsetFont(source, characters, { targetFormat: "truetype", dropTables: DROPPED, noHinting: true });
  const missing = missingCharacters(cut, characters);
  if (missing.length > 0) throw new Error(missingWording(name, missing));
  return cut;
}

/** Each character once, by code point; line breaks and other controls have no glyph and are left out. */
export function uniqueCharacters(text: string): string {
  const printed = Array.from(text).filter((character) => !/\p{C}/u.test(character));
  return [...new Set(printed)].sort((a, b) => codePoint(a) - codePoint(b)).join("");
}

/** Opens a font file that is not compressed (TrueType or CFF outlines). */
function openFont(bytes: Uint8Array): Font {
  return new Font(new Face(new Blob(bytes)));
}

/** Characters of `text`, in order, for which a TrueType file has no glyph. */
export function missingCharacters(bytes: Uint8Array, text: string): readonly string[] {
  const font = openFont(bytes);
  return Array.from(text).filter((character) => font.nominalGlyph(codePoint(character)) === undefined);
}

function missingWording(name: string, missing: readonly string[]): string {
  const named = missing.map(
    (character) => `「${character}」 U+${codePoint(character).toString(16).toUpperCase().padStart(4, "0")}`,
  );
  return (
    `the ${name} face has no glyph for ${named.join(", ")}: ` +
    `choose another character${name === "Song" ? ", or set the text that holds it in the sans face" : ""}`
  );
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}

async function bytesOf(file: string): Promise<Buffer> {
  return readFile(createRequire(import.meta.url).resolve(file));
}

/** The Song face's outlines of every character of `text`. Throws an Error that names the characters the face lacks. */
export async function glyphOutlines(text: string): Promise<GlyphOutlines> {
  const font = openFont(await headingFontTtf(text));
  return {
    unitsPerEm: font.face.upem,
    glyphs: (run) =>
      Array.from(run, (character) => {
        const glyph = font.nominalGlyph(codePoint(character));
        if (glyph === undefined) throw new RangeError(`no outline for ${character}`);
        return { d: font.glyphToPath(glyph), advance: font.glyphHAdvance(glyph) };
      }),
  };
}

/** Both faces, cut to what plates set in them. */
export type ImageFonts = readonly [outlines: GlyphOutlines, sans: SansFont];

/** Every character that the plates set in a face, and a space: a face cut to nothing is none. */
function characters(plates: readonly ImageSpec[], face: "song" | "sans"): string {
  const texts = plates
    .flatMap(({ drawing }) => drawing.shapes)
    .flatMap((shape) => (shape.kind === "text" && shape.face === face ? [shape.text] : []));
  return [...texts, " "].join("");
}

/** The faces with what the plates set in them. */
export function imageFonts(plates: readonly ImageSpec[]): Promise<ImageFonts> {
  return Promise.all([glyphOutlines(characters(plates, "song")), sansFont(characters(plates, "sans"))]);
}

/** Writes the style rule of the font that is at `url`. */
export function writeSongRule(url: string): string {
  return `@font-face{font-family:"Anyuan Song";font-weight:900;font-display:swap;src:url(${url}) format("woff2")}`;
}

/** The font file of a page and the rule that names it, `url` relative to the page. */
export async function headingFontFile(
  text: string,
): Promise<{ readonly file: string; readonly bytes: Uint8Array; readonly rule: (url: string) => string }> {
  const bytes = await subsetHeadingFont(text);
  const file = `assets/song-${contentHash(bytes)}.woff2`;
  return { file, bytes, rule: writeSongRule };
}
