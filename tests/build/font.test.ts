import subsetFont from "subset-font";
import { expect, test } from "vitest";
import { characterSet, missingGlyphs, songFace, songSubset } from "../../src/build/font.ts";
import { face } from "../../src/build/sfnt.ts";

const TEXT = "安源转身\n3.3%,安源";

test("a set of characters has each once, sorted, without line breaks", () => {
  expect(characterSet("b\na\tb😀")).toBe("ab😀");
});

test("the subset holds exactly the characters of the text", async () => {
  const { glyph } = face(await subsetFont(Buffer.from(await songSubset(TEXT)), TEXT, { targetFormat: "truetype" }));
  const held = Array.from({ length: 0x10000 }, (_, point) => point).filter((point) => glyph(point) !== 0);
  expect(String.fromCodePoint(...held)).toBe(characterSet(TEXT));
});

test("order and repetition do not change the bytes", async () => {
  const [one, other] = await Promise.all([songSubset(TEXT), songSubset([...TEXT].reverse().join("") + "源源")]);
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
});

test("a character the face lacks is named", async () => {
  expect(await missingGlyphs("安①源")).toEqual(["①"]);
  await expect(songSubset("安①源")).rejects.toThrow("「①」 U+2460");
});

test("a Chinese character is one em wide, a digit narrower", async () => {
  const { metrics, glyph, advance } = await songFace("安3");
  const [wide, digit] = ["安", "3"].map(
    (character) => advance(glyph(character.codePointAt(0) ?? 0)) / metrics.unitsPerEm,
  );
  expect(wide).toBe(1);
  expect(digit).toBeCloseTo(0.612, 3);
});
