import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { pictures } from "../../src/build/pictures.ts";
import { textBox, overlaps } from "../../src/picture/text.ts";
import { CARD, cards } from "../../src/publish/card.ts";
import { codeFile, codes } from "../../src/publish/code.ts";
import { EMBLEM, emblems } from "../../src/publish/emblem.ts";
import { type SharedPlace, sharedPlaces } from "../../src/publish/place.ts";
import { FACT_CARD, factCards, figureFacts } from "../../src/publish/fact-card.ts";
import { POSTER, posters } from "../../src/publish/poster.ts";
import { qr } from "../../src/publish/qr.ts";
import { quotable } from "../../src/publish/quotable.ts";
import { standalone } from "../../src/publish/standalone.ts";
import { realStory } from "../pictures/real-story.ts";

const wasm = readFileSync(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm"));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });

const story = realStory();
const link = ({ id, chapter }: SharedPlace): string => `https://news.example.org/anyuan/${chapter?.id ?? ""}/${id}/`;
const hung = [...posters(story, link), ...factCards(story, link)];

describe("places that can be shared", () => {
  test("are the beginning, every chapter and every step, each once", () => {
    const ids = sharedPlaces(story).map(({ id }) => id);
    const steps = story.steps.map(({ id }) => id);
    expect([...ids].sort()).toEqual([...steps, ...story.chapters.map(({ id }) => id)].sort());
  });

  test("have each a card, a square and a poster of the size asked for, none like another, all light", async () => {
    const plates = [...cards(story), ...emblems(story), ...posters(story, link)];
    const files = await pictures({ plates, standalone }, () => undefined);
    expect(files.size).toBe(3 * sharedPlaces(story).length);
    expect(new Set([...files.values()].map((file) => Buffer.from(file).toString("base64"))).size).toBe(files.size);
    for (const [name, file] of files) {
      const { width, height, format } = await sharp(Buffer.from(file)).metadata();
      const size = name.startsWith("posters/")
        ? [POSTER.pixels, 1920]
        : name.endsWith("-square.png")
          ? [EMBLEM.side, EMBLEM.side]
          : [CARD.pixels, 630];
      expect([width, height, format], name).toEqual([...size, "png"]);
      expect(file.length, name).toBeLessThan(name.startsWith("posters/") ? 500_000 : 300_000);
    }
  });
});

describe("a poster and a figure's card", () => {
  test.each(hung.map((plate) => [plate.file, plate] as const))("%s leads to its place", async (file, plate) => {
    const fact = story.facts.find(({ id }) => file === `facts/${id}`);
    const place =
      sharedPlaces(story).find(({ id, whole, step }) =>
        fact === undefined ? `posters/${id}` === file : !whole && step.facts.includes(fact.id),
      ) ?? sharedPlaces(story)[0];
    const files = await pictures({ plates: [plate], standalone }, () => undefined);
    const png = Buffer.from(files.get(`${plate.file}.png`) ?? "");
    const codes = await readBarcodes(png, { formats: ["QRCode"] });
    expect(codes.map(({ text }) => text)).toEqual(place === undefined ? [] : [link(place)]);
  });

  test.each(hung.map((plate) => [plate.file, plate] as const))("%s has its words clear of each other", (_, plate) => {
    const quiet = plate.drawing.shapes.find(({ key }) => key === "qr:quiet");
    const words = plate.drawing.shapes.flatMap((shape) =>
      shape.kind === "text" && /^(?:sentence|print|poster|seal|name|fact|stamp|said|by)[:-]?/.test(shape.key)
        ? [shape]
        : [],
    );
    const boxes = words.map((text) => ({ text: text.text, box: textBox(text) }));
    for (const [index, one] of boxes.entries()) {
      expect(one.box.x, one.text).toBeGreaterThan(8);
      expect(one.box.x + one.box.width, one.text).toBeLessThan(POSTER.width - 1);
      expect(one.box.y + one.box.height, one.text).toBeLessThan(plate.size.height - 8);
      if (quiet?.kind === "rect") expect(overlaps(one.box, quiet), one.text).toBe(false);
      for (const other of boxes.slice(index + 1))
        expect(overlaps(one.box, other.box), `${one.text} | ${other.text}`).toBe(false);
    }
  });

  test("without an address bears no code, and there is none alone", () => {
    expect(codes(story, () => null)).toEqual([]);
    for (const { drawing } of posters(story, () => null))
      expect(drawing.shapes.filter(({ key }) => key.startsWith("qr:"))).toEqual([]);
  });
});

test("a code alone leads to its place, and is small", async () => {
  const files = await pictures({ plates: codes(story, link), standalone }, () => undefined);
  expect(files.size).toBe(sharedPlaces(story).length);
  for (const place of sharedPlaces(story)) {
    const file = files.get(`${codeFile(place)}.png`) ?? "";
    const read = await readBarcodes(Buffer.from(file), { formats: ["QRCode"] });
    expect(read.map(({ text }) => text)).toEqual([link(place)]);
    expect(file.length, place.id).toBeLessThan(3000);
  }
});

test("every figure that the story prints has a card of the size asked for", async () => {
  const plates = factCards(story, link);
  expect(plates.map(({ file }) => file)).toEqual(figureFacts(story).map(({ id }) => `facts/${id}`));
  for (const [name, file] of await pictures({ plates, standalone }, () => undefined)) {
    const { width, height } = await sharp(Buffer.from(file)).metadata();
    expect([width, height], name).toEqual([FACT_CARD.pixels, 1440]);
  }
});

test("a card keeps its words in its band and clear of each other", () => {
  for (const { file, drawing } of cards(story)) {
    const boxes = drawing.shapes.flatMap((shape) =>
      shape.kind === "text" && shape.key.startsWith("band:") ? [textBox(shape)] : [],
    );
    for (const [index, box] of boxes.entries()) {
      expect(box.x, file).toBeGreaterThan(523);
      expect(box.x + box.width, file).toBeLessThan(CARD.width - 6);
      for (const other of boxes.slice(index + 1)) expect(overlaps(box, other), file).toBe(false);
    }
  }
});

describe("what a step says by itself", () => {
  const [cover] = story.steps;
  const saying = (quotable: string, ...sentences: readonly string[]) => {
    if (cover === undefined) throw new Error("a story without steps");
    const text = [{ type: "paragraph" as const, children: [{ type: "text" as const, text: sentences.join("") }] }];
    return { ...cover, quotable, text };
  };

  test("is the editors' own sentence where they wrote one", () => {
    expect(quotable(saying("写好的一句。", "正文。"))).toBe("写好的一句。");
  });

  test("is the first two sentences, or the first alone where both would be too long", () => {
    expect(quotable(saying("", "一句。", "两句？", "三句。"))).toBe("一句。两句？");
    expect(quotable(saying("", "一句。", `${"长".repeat(62)}。`))).toBe("一句。");
  });

  test("keeps a closing quotation mark", () => {
    expect(quotable(saying("", "他说：“一句。”", "两句。"))).toBe("他说：“一句。”两句。");
  });
});

test("a code for a link too long for its square is refused", () => {
  expect(() => qr(`https://example.org/${"a".repeat(1500)}`, 112, [200, 200])).toThrow("too long");
});
