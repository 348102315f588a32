import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import subsetFont from "subset-font";
import { face, type Face } from "./sfnt.ts";

const SOURCE = "@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-900-normal.woff2";
const CACHE = join("node_modules", ".cache", "anyuan");

/**
 * Layout tables go: the pictures measure their text as the sum of advance widths, so nothing may kern or trim it.
 * The tables of vertical writing go with them.
 */
const DROPPED = ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx"];

/** Changes when the way of subsetting changes, so that an old cache cannot answer for new code. */
const RECIPE = "1";

/**
 * The heavy Song face (Noto Serif SC, weight 900) with exactly the characters of `text`, as woff2.
 * The same set of characters gives the same bytes. Throws an Error that names the characters the face lacks.
 */
export async function songSubset(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const characters = characterSet(text);
  const source = await songSource();
  const key = createHash("sha256").update(RECIPE).update(characters).update(source).digest("hex").slice(0, 32);
  const path = join(CACHE, `song-${key}.woff2`);
  const known = await readFile(path).catch(() => undefined);
  if (known !== undefined) return new Uint8Array(known);

  const plain = await subsetFont(source, characters, {
    targetFormat: "truetype",
    dropTables: DROPPED,
    noHinting: true,
  });
  const missing = lacking(face(plain), characters);
  if (missing.length > 0) throw new Error(missingWording(missing));
  const subset = new Uint8Array(await subsetFont(plain, characters, { targetFormat: "woff2" }));
  await mkdir(CACHE, { recursive: true });
  // Written beside and moved, so that a build running at the same time never reads half a file.
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, subset);
  await rename(draft, path);
  return subset;
}

/** The characters of `text` that the Song face lacks, each once, sorted; empty when all are there. */
export async function missingGlyphs(text: string): Promise<readonly string[]> {
  return lacking(await songFace(text), characterSet(text));
}

/** The Song face cut to `text`, opened for its metrics and widths. */
export async function songFace(text: string): Promise<Face> {
  return face(await subsetFont(await songSource(), characterSet(text), { targetFormat: "truetype" }));
}

/** Each character once, by code point; line breaks and other controls have no glyph and are left out. */
export function characterSet(text: string): string {
  const printed = Array.from(text).filter((character) => !/\p{C}/u.test(character));
  return [...new Set(printed)].sort((a, b) => codePoint(a) - codePoint(b)).join("");
}

function lacking({ glyph }: Face, characters: string): readonly string[] {
  return Array.from(characters).filter((character) => glyph(codePoint(character)) === 0);
}

function missingWording(missing: readonly string[]): string {
  const named = missing.map(
    (character) => `「${character}」 U+${codePoint(character).toString(16).toUpperCase().padStart(4, "0")}`,
  );
  return (
    `the Song face has no glyph for ${named.join(", ")}: ` +
    "choose another character, or set the text that holds it in the sans face"
  );
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}

async function songSource(): Promise<Buffer> {
  return readFile(createRequire(import.meta.url).resolve(SOURCE));
}
