import subsetFont from "subset-font";
import { expect, test } from "vitest";
import { characterSet, songOutlines, songSubset } from "../../src/build/font.ts";
import { face } from "../../src/build/sfnt.ts";
import { textWidth } from "../../src/picture/text.ts";

const TEXT = "安源转身\n3.3%,安源";

test("a set of characters has each once, sorted, without line breaks", () => {
  expect(characterSet("b\na\tb😀")).toBe("ab😀");
});

test("the subset holds exactly the characters of the text", async () => {
  const { glyph } = face(await subsetFont(Buffer.from(await songSubset(TEXT)), TEXT, { targetFormat: "truetype" }));
  const held = Array.from({ length: 0x10000 }, (_, point) => point).filter((point) => glyph(point) !== 0);
  expect(String.fromCodePoint(...held)).toBe(characterSet(TEXT));
});

test("a character that the Song face lacks is named", async () => {
  await expect(songSubset("安①源")).rejects.toThrow("the Song face has no glyph for 「①」 U+2460");
});

test("pictures take no character of the Song face for narrower than it is, by a hundredth of an em at most", async () => {
  const characters = Array.from("0123456789.,%+-安源");
  const { metrics, glyph, advance } = face(await songOutlines(characters.join("")));
  const widths = characters.map((character) => ({
    character,
    width: advance(glyph(character.codePointAt(0) ?? 0)) / metrics.unitsPerEm,
    taken: textWidth(character, 1, "song"),
  }));
  expect(widths.filter(({ width, taken }) => taken < width - 0.01 || taken > width + 0.2)).toEqual([]);
});
