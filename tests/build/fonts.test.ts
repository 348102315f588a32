import { Blob, Buffer as Run, Face, Feature, Font, shape } from "harfbuzzjs";
import subsetFont from "subset-font";
import { expect, test } from "vitest";
import { headingFontTtf, subsetHeadingFont, uniqueCharacters } from "../../src/build/vite/fonts.ts";
import { squeezeShifts, textWidth } from "../../src/core/picture/text.ts";

const TEXT = "安源转身\n3.3%,安源";

test("a set of characters has each once, sorted, without line breaks", () => {
  expect(uniqueCharacters("b\na\tb😀")).toBe("ab😀");
});

test("the subset holds exactly the characters of the text", async () => {
  const file = await subsetFont(Buffer.from(await subsetHeadingFont(TEXT)), TEXT, { targetFormat: "truetype" });
  const held = [...new Face(new Blob(file)).collectUnicodes()];
  expect(String.fromCodePoint(...held)).toBe(uniqueCharacters(TEXT));
});

test("the page's face squeezes two adjacent marks as a picture does", async () => {
  const text = "“双轮”、“两翼”，到“形成”：";
  const file = await subsetFont(Buffer.from(await subsetHeadingFont(text)), text, { targetFormat: "truetype" });
  const font = new Font(new Face(new Blob(file)));
  const lengthOf = (features: Feature[]): number => {
    const run = new Run();
    run.addText(text);
    run.guessSegmentProperties();
    shape(font, run, features);
    return run.getGlyphPositions().reduce((sum, { xAdvance }) => sum + xAdvance, 0) / font.face.upem;
  };
  expect(lengthOf([])).toBe(text.length);
  const squeezed = squeezeShifts(text).reduce((sum, shift) => sum + shift, 0);
  expect(lengthOf([new Feature("chws", 1)])).toBeCloseTo(text.length + squeezed, 2);
});

test("a character that the Song face lacks is named", async () => {
  await expect(subsetHeadingFont("安①源")).rejects.toThrow("the Song face has no glyph for 「①」 U+2460");
});

test("pictures take no character of the Song face for narrower than it is, by a hundredth of an em at most", async () => {
  const characters = Array.from("0123456789.,%+-安源");
  const font = new Font(new Face(new Blob(await headingFontTtf(characters.join("")))));
  const widths = characters.map((character) => ({
    character,
    width: font.glyphHAdvance(font.nominalGlyph(character.codePointAt(0) ?? 0) ?? 0) / font.face.upem,
    taken: textWidth(character, 1, "song"),
  }));
  expect(widths.filter(({ width, taken }) => taken < width - 0.01 || taken > width + 0.2)).toEqual([]);
});
