import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Blob, Face, Font } from "harfbuzzjs";
import subsetFont from "subset-font";
import { songFamily } from "../../core/model/names.ts";
import type { GlyphOutlines } from "../images/standalone-svg.ts";
import type { ImageSpec } from "../images/step-image.ts";
import { cached, contentHash } from "./cache.ts";

const SONG = "@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-900-normal.woff2";
const SANS = "@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2";

/** Tables left out: vertical metrics, and what no text of ours needs. */
const DROPPED = ["GSUB", "GDEF", "BASE", "VORG", "vhea", "vmtx"];

/** Features of the page's face that set adjacent full-width marks closer. Chrome reads `halt`, the others `chws`. */
const SQUEEZING = ["chws", "halt"];

/** Cache version: change it with the subsetting code. */
const RECIPE = "3";

export async function subsetHeadingFont(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const characters = uniqueCharacters(text);
  const source = await bytesOf(SONG);
  const { bytes } = await cached({ kind: "song", ending: "woff2", from: [RECIPE, characters, source] }, async () =>
    subsetFont(await plain("Song", source, characters, SQUEEZING), characters, { targetFormat: "woff2" }),
  );
  return bytes;
}

export async function headingFontTtf(text: string): Promise<Uint8Array> {
  const characters = uniqueCharacters(text);
  const source = await bytesOf(SONG);
  const { bytes } = await cached({ kind: "song", ending: "ttf", from: [RECIPE, characters, source] }, () =>
    plain("Song", source, characters),
  );
  return bytes;
}

export interface SansFont {
  readonly path: string;
  /** Bytes of the whole font, for cache keys: a glyph does not depend on the others in the subset. */
  readonly source: Uint8Array;
}

export async function sansFont(text: string): Promise<SansFont> {
  const characters = uniqueCharacters(text);
  const source = await bytesOf(SANS);
  const { path } = await cached({ kind: "sans", ending: "ttf", from: [RECIPE, characters, source] }, () =>
    plain("sans", source, characters),
  );
  return { path, source };
}

/**
 * Leaves kerning out unless features are named: pictures in files measure text as the sum of advances. Throws an Error
 * that lists the characters without a glyph.
 */
async function plain(
  name: string,
  source: Buffer,
  characters: string,
  keepFeatures: readonly string[] = [],
): Promise<Buffer> {
  const dropTables = keepFeatures.length === 0 ? [...DROPPED, "GPOS"] : DROPPED;
  const cut = await subsetFont(source, characters, {
    targetFormat: "truetype",
    dropTables,
    keepFeatures,
    noHinting: true,
  });
  const missing = missingCharacters(cut, characters);
  if (missing.length > 0) throw new Error(missingWording(name, missing));
  return cut;
}

export function uniqueCharacters(text: string): string {
  const printed = Array.from(text).filter((character) => !/\p{C}/u.test(character));
  return [...new Set(printed)].sort((a, b) => codePoint(a) - codePoint(b)).join("");
}

function openFont(bytes: Uint8Array): Font {
  return new Font(new Face(new Blob(bytes)));
}

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

export type ImageFonts = readonly [outlines: GlyphOutlines, sans: SansFont];

/** Collects the texts set in a face. The space keeps the subset from being empty, which is no valid font. */
function collectCharacters(images: readonly ImageSpec[], face: "song" | "sans"): string {
  const texts = images
    .flatMap(({ drawing }) => drawing.shapes)
    .flatMap((shape) => (shape.kind === "text" && shape.face === face ? [shape.text] : []));
  return [...texts, " "].join("");
}

export function imageFonts(images: readonly ImageSpec[]): Promise<ImageFonts> {
  return Promise.all([glyphOutlines(collectCharacters(images, "song")), sansFont(collectCharacters(images, "sans"))]);
}

export function writeSongRule(name: string, url: string): string {
  return `@font-face{font-family:"${songFamily(name)}";font-weight:900;font-feature-settings:"chws";font-display:swap;src:url(${url}) format("woff2")}`;
}

export async function headingFontFile(
  name: string,
  text: string,
): Promise<{ readonly file: string; readonly bytes: Uint8Array; readonly rule: (url: string) => string }> {
  const bytes = await subsetHeadingFont(text);
  const file = `assets/song-${contentHash(bytes)}.woff2`;
  return { file, bytes, rule: (url) => writeSongRule(name, url) };
}
