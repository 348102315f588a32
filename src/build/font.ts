import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import subsetFont from "subset-font";
import { kept } from "./cache.ts";
import { face, type Face } from "./sfnt.ts";

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
export async function songSubset(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const characters = characterSet(text);
  const source = await bytesOf(SONG);
  const { bytes } = await kept({ kind: "song", ending: "woff2", from: [RECIPE, characters, source] }, async () =>
    subsetFont(await plain("Song", source, characters), characters, { targetFormat: "woff2" }),
  );
  return bytes;
}

/** The heavy Song face with the characters of `text` as a TrueType font. Throws an Error that names the characters it lacks. */
export async function songOutlines(text: string): Promise<Uint8Array> {
  const characters = characterSet(text);
  const source = await bytesOf(SONG);
  const { bytes } = await kept({ kind: "song", ending: "ttf", from: [RECIPE, characters, source] }, () =>
    plain("Song", source, characters),
  );
  return bytes;
}

/** The sans face (Noto Sans SC, weight 400), for programs that paint text from font files. */
export interface Sans {
  /** A TrueType file with the characters asked for. */
  readonly path: string;
  /** The whole face, as a part of what a painted text is made from: a glyph does not depend on which others are in the file. */
  readonly source: Uint8Array;
}

/** The sans face with the characters of `text`. Throws an Error that names the characters it lacks. */
export async function sansFile(text: string): Promise<Sans> {
  const characters = characterSet(text);
  const source = await bytesOf(SANS);
  const { path } = await kept({ kind: "sans", ending: "ttf", from: [RECIPE, characters, source] }, () =>
    plain("sans", source, characters),
  );
  return { path, source };
}

/** The face as TrueType, cut to its characters. */
async function plain(name: string, source: Buffer, characters: string): Promise<Buffer> {
  const cut = await subsetFont(source, characters, { targetFormat: "truetype", dropTables: DROPPED, noHinting: true });
  const missing = lacking(face(cut), characters);
  if (missing.length > 0) throw new Error(missingWording(name, missing));
  return cut;
}

/** Each character once, by code point; line breaks and other controls have no glyph and are left out. */
export function characterSet(text: string): string {
  const printed = Array.from(text).filter((character) => !/\p{C}/u.test(character));
  return [...new Set(printed)].sort((a, b) => codePoint(a) - codePoint(b)).join("");
}

function lacking({ glyph }: Face, characters: string): readonly string[] {
  return Array.from(characters).filter((character) => glyph(codePoint(character)) === 0);
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
