import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { emblemAt, emblemOf } from "../../src/build/images/emblem.ts";
import { FACT_CARD, factCards, factsWithCard } from "../../src/build/images/fact-card.ts";
import { LINK_CARD, linkCards } from "../../src/build/images/link-card.ts";
import { POSTER, posters } from "../../src/build/images/poster.ts";
import { pullQuote } from "../../src/build/images/pull-quote.ts";
import { drawQr, qrImages } from "../../src/build/images/qr.ts";
import { type ShareTarget, shareSentence, shareTargets } from "../../src/build/images/share-targets.ts";
import { SQUARE_CARD, squareCards } from "../../src/build/images/square-card.ts";
import { toStandaloneSvg } from "../../src/build/images/standalone-svg.ts";
import type { ImageSpec } from "../../src/build/images/step-image.ts";
import { renderImages } from "../../src/build/vite/render-images.ts";
import { qrFile } from "../../src/core/model/files.ts";
import { textBox } from "../../src/core/picture/text.ts";
import { overlaps } from "../pictures/overlaps.ts";
import { realStory } from "../pictures/real-story.ts";
import { WIDE } from "../wide.ts";

const wasm = readFileSync(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm"));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });

const story = realStory();
const link = ({ id, chapter }: ShareTarget): string => `https://news.example.org/anyuan/${chapter?.id ?? ""}/${id}/`;
const hung = [...posters(story, link), ...factCards(story, link)];

/** What is painted: all in a wide run, else the first and one in `every`. Whatever can be judged undrawn is judged of all. */
function sample<T>(all: readonly T[], every: number): readonly T[] {
  return WIDE ? all : all.filter((_, index) => index % every === 0);
}

/** The size that a plate is painted in, device pixels. */
function paintedSize({ pixels: width, size }: ImageSpec): readonly [number, number] {
  return [width, Math.round((width * size.height) / size.width)];
}

async function painted(plates: readonly ImageSpec[]): Promise<ReadonlyMap<string, Buffer>> {
  const files = await renderImages({ images: plates, standalone: toStandaloneSvg }, () => undefined);
  return new Map([...files].map(([name, file]) => [name, Buffer.from(file)]));
}

async function readCode(png: Buffer | undefined): Promise<readonly string[]> {
  const found = await readBarcodes(png ?? Buffer.of(), { formats: ["QRCode"] });
  return found.map(({ text }) => text);
}

/** The code of a plate cut out of it, with its white margin. */
function codeOf(plate: ImageSpec): ImageSpec {
  const shapes = plate.drawing.shapes.filter(({ key }) => key.startsWith("qr:"));
  const quiet = shapes.find((shape) => shape.kind === "rect");
  if (quiet === undefined) throw new Error(`no code on ${plate.file}`);
  const { x, y, width, height } = quiet;
  const view = { x, y, width, height };
  return { ...plate, formats: ["png"], size: view, view, pixels: 2 * width, drawing: { grains: [], shapes } };
}

describe("places that can be shared", () => {
  const kinds = [
    { kind: "a card", plates: linkCards(story), size: [LINK_CARD.pixels, 630], bytes: 300_000 },
    { kind: "a square", plates: squareCards(story), size: [SQUARE_CARD.side, SQUARE_CARD.side], bytes: 300_000 },
    { kind: "a poster", plates: posters(story, link), size: [POSTER.pixels, 1920], bytes: 500_000 },
  ];

  test("are the beginning, every chapter and every step, each once", () => {
    const ids = shareTargets(story).map(({ id }) => id);
    const steps = story.steps.map(({ id }) => id);
    expect([...ids].sort()).toEqual([...steps, ...story.chapters.map(({ id }) => id)].sort());
  });

  test.each(kinds)("have each $kind of the size asked for, none like another", ({ plates, size }) => {
    expect(plates).toHaveLength(shareTargets(story).length);
    expect(plates.filter((plate) => paintedSize(plate).join() !== size.join()).map(({ file }) => file)).toEqual([]);
    expect(new Set(plates.map(({ drawing }) => JSON.stringify(drawing))).size).toBe(plates.length);
  });

  test.each(kinds)("have $kind that is painted in its size, and light", async ({ plates, size, bytes }) => {
    const files = await painted(sample(plates, 4));
    expect(files.size).toBe(sample(plates, 4).length);
    for (const [name, file] of files) {
      const { width, height, format } = await sharp(file).metadata();
      expect([width, height, format], name).toEqual([...size, "png"]);
      expect(file.length, name).toBeLessThan(bytes);
    }
  });
});

describe("a poster and a figure's card", () => {
  let codesOf: ReadonlyMap<string, Buffer> = new Map();
  beforeAll(async () => {
    codesOf = await painted(hung.map(codeOf));
  });

  /** The link of the place that a poster or a figure's card belongs to. */
  function linkOf(file: string): string | undefined {
    const fact = story.facts.find(({ id }) => file === `facts/${id}`);
    const place =
      shareTargets(story).find(({ id, whole, step }) =>
        fact === undefined ? `posters/${id}` === file : !whole && step.facts.includes(fact.id),
      ) ?? shareTargets(story)[0];
    return place && link(place);
  }

  test.each(hung.map(({ file }) => file))("%s leads to its place", async (file) => {
    expect(await readCode(codesOf.get(`${file}.png`))).toEqual([linkOf(file)]);
  });

  test("can be read as it hangs", async () => {
    for (const [name, file] of await painted(sample(hung, 8)))
      expect(await readCode(file), name).toEqual([linkOf(name.replace(".png", ""))]);
  });

  test.each(hung.map((plate) => [plate.file, plate] as const))("%s has its words clear of each other", (_, plate) => {
    const quiet = plate.drawing.shapes.find(({ key }) => key === "qr:quiet");
    const words = plate.drawing.shapes.flatMap((shape) =>
      shape.kind === "text" && /^(?:sentence|print|poster|seal|name|fact|stamp|said|by)[:-]?/.test(shape.key)
        ? [shape]
        : [],
    );
    const boxes = words.map((text) => ({ text: text.text, box: textBox(text) }));
    expect(quiet?.kind).toBe("rect");
    expect(boxes.length).toBeGreaterThan(3);
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
    expect(qrImages(story, () => null)).toEqual([]);
    for (const { drawing } of posters(story, () => null))
      expect(drawing.shapes.filter(({ key }) => key.startsWith("qr:"))).toEqual([]);
  });
});

test("a code alone leads to its place, and is small", async () => {
  const files = await painted(qrImages(story, link));
  expect(files.size).toBe(shareTargets(story).length);
  for (const place of shareTargets(story)) {
    const file = files.get(`${qrFile(place)}.png`);
    expect(await readCode(file)).toEqual([link(place)]);
    expect(file?.length, place.id).toBeLessThan(3000);
  }
});

test("every figure that the story prints has a card of the size asked for", async () => {
  const plates = factCards(story, link);
  expect(plates.map(({ file }) => file)).toEqual(factsWithCard(story).map(({ id }) => `facts/${id}`));
  for (const plate of plates) expect(paintedSize(plate), plate.file).toEqual([FACT_CARD.pixels, 1440]);
  for (const [name, file] of await painted(sample(plates, 12))) {
    const { width, height } = await sharp(file).metadata();
    expect([width, height], name).toEqual([FACT_CARD.pixels, 1440]);
  }
});

describe("a square", () => {
  test("has only words that can be read when it is 120 px wide", () => {
    for (const { file, size, drawing } of squareCards(story))
      for (const shape of drawing.shapes)
        if (shape.kind === "text" && shape.role !== "badge")
          expect((120 * shape.size) / size.width, `${file} ${shape.text}`).toBeGreaterThan(9);
  });

  test("of a data picture carries its one number, above the picture", () => {
    const squares = new Map(squareCards(story).map((plate) => [plate.file, plate]));
    for (const step of story.steps) {
      const emblem = emblemOf(story, step);
      const plate = squares.get(`cards/${step.id}-square`);
      const words = plate?.drawing.shapes.flatMap((shape) => (shape.kind === "text" ? [shape] : [])) ?? [];
      if (emblem === null) continue;
      expect(words.map(({ text }) => text).join(""), step.id).toBe(emblem.text);
      for (const box of words.map(textBox)) {
        const { x, y, width } = plate?.view ?? box;
        expect(box.x, step.id).toBeGreaterThanOrEqual(x);
        expect(box.x + box.width, step.id).toBeLessThan(x + width);
        expect(box.y + box.height, step.id).toBeLessThan(y + 0.45 * width);
      }
    }
  });
});

describe("a number or word", () => {
  const emblems = shareTargets(story).map((place) => [place.id, emblemAt(story, place)] as const);

  test("stands for every place but the start page and the pictures that are a word themselves", () => {
    const without = emblems.flatMap(([id, emblem]) => (emblem === null ? [id] : []));
    expect(without).toEqual(["cover", "hearts", "narrowing", "three-periods", "xingcheng"]);
  });

  test("is large on the link card, the number larger than all else", () => {
    const cards = new Map(linkCards(story).map((plate) => [plate.file, plate]));
    for (const [id, emblem] of emblems) {
      const texts = cards.get(`cards/${id}`)?.drawing.shapes.flatMap((shape) => (shape.kind === "text" ? [shape] : []));
      const set = texts?.filter(({ key }) => key.startsWith("band:emblem")) ?? [];
      expect(set.map(({ text }) => text).join(""), id).toBe(emblem?.text ?? "");
      const largest = Math.max(...(texts ?? []).filter(({ key }) => key.startsWith("band:")).map(({ size }) => size));
      if (emblem !== null) expect(Math.max(...set.map(({ size }) => size)), id).toBe(largest);
    }
  });

  test("of a chapter is its own, else that of its picture", () => {
    const place = shareTargets(story).find(({ id }) => id === "environment");
    if (place === undefined || place.chapter === null) throw new Error("no such chapter");
    const own = emblemAt(story, place);
    expect(own?.text).toBe("157家");
    expect(own?.name).toContain("企业");
    expect(emblemAt(story, { ...place, chapter: { ...place.chapter, emblem: "" } })?.text).toBe("加速");
  });
});

test("the start page's card has a band of paper: on a dark screen it is no black patch", () => {
  const card = linkCards(story).find(({ file }) => file === "cards/cover");
  const band = card?.drawing.shapes.find(({ key }) => key === "band");
  const fill = band?.kind === "rect" ? band.fill : null;
  expect(Math.min(...(fill ?? [0]))).toBeGreaterThan(220);
});

test("a square leaves the handle of a slider out, whole", () => {
  const square = squareCards(story).find(({ file }) => file === "cards/closing-square");
  const track = square?.drawing.shapes.find(({ key }) => key === "closing:track");
  const view = square?.view;
  if (track?.kind !== "line" || view === undefined) throw new Error("no track");
  expect(view.y + view.height).toBeLessThan(track.y1 - 20);
});

test("a poster's picture keeps its words apart beside a code", () => {
  // The turned words of the wheels have boxes that overlap, and no ink that does.
  for (const { file, drawing } of posters(story, link).filter((plate) => plate.file !== "posters/spokes")) {
    const texts = drawing.shapes.flatMap((shape) => (shape.kind === "text" && shape.opacity > 0.3 ? [shape] : []));
    texts.forEach((one, index) => {
      for (const other of texts.slice(index + 1))
        expect(overlaps(textBox(one), textBox(other), 2), `${file}: ${one.text} | ${other.text}`).toBe(false);
    });
  }
});

test("a poster names publishers alone where the full sources would take its picture's room", () => {
  const last = (address: typeof link | (() => null)): string =>
    posters(story, address)
      .filter(({ file }) => file === "posters/growth-context")
      .flatMap(({ drawing }) => drawing.shapes)
      .flatMap((shape) => (shape.kind === "text" && shape.key.startsWith("print:") ? [shape.text] : []))
      .join("");
  expect(last(link)).toContain("来源：国家统计局、");
  expect(last(link)).not.toContain("公报");
  expect(last(() => null)).toContain("公报");
});

describe("the emblem of a step", () => {
  const step = story.steps.find(({ id }) => id === "firms");
  if (step === undefined) throw new Error("no step firms");
  const firms = { ...step, emblem: null, title: "157家企业" };

  test("is the number in a data picture's title, else the first that the scene draws", () => {
    expect(emblemOf(story, firms)?.text).toBe("157家");
    expect(emblemOf(story, firms)?.name).toContain("企业");
    expect(emblemOf(story, { ...firms, title: "贷款" })?.text).toBe("157家");
  });

  test("keeps the status of an estimate", () => {
    const growth = story.steps.find(({ id }) => id === "growth");
    expect(growth && emblemOf(story, growth)?.text).toBe("预计3%左右");
  });

  test("is the editors' own, or none where they leave it empty or the picture is a schematic", () => {
    expect(emblemOf(story, { ...firms, emblem: "贷款" })).toEqual({ text: "贷款", name: "" });
    expect(emblemOf(story, { ...firms, emblem: "" })).toBeNull();
    expect(emblemOf(story, { ...firms, kind: "schematic" })).toBeNull();
  });
});

describe("a sentence worth sending", () => {
  const [start, chapter, step] = ["cover", "pattern", "wings"].map((id) =>
    shareTargets(story).find((place) => place.id === id),
  );
  if (start === undefined || chapter === undefined || step === undefined) throw new Error("no such places");

  test("is the editors' for a chapter, the deck for the story, and the pull quote for a step", () => {
    expect(shareSentence(chapter, story)).toBe(chapter.chapter?.share);
    expect(shareSentence(start, { ...story, share: "" })).toBe(story.deck);
    expect(shareSentence(start, { ...story, share: "一句。" })).toBe("一句。");
    expect(shareSentence(step, story)).toBe(pullQuote(step.step));
  });

  test("stands on the chapter's poster, and in its link card where that has no number", () => {
    const said = (plates: readonly ImageSpec[], file: string): string =>
      plates
        .filter((plate) => plate.file === file)
        .flatMap(({ drawing }) => drawing.shapes)
        .flatMap((shape) => (shape.kind === "text" && /sentence/.test(shape.key) ? [shape.text] : []))
        .join("");
    expect(said(posters(story, link), "posters/pattern")).toBe(chapter.chapter?.share);
    expect(said(linkCards(story), "cards/pattern")).toBe("");
    const bare = {
      ...story,
      chapters: story.chapters.map((one) => ({ ...one, emblem: "" })),
      steps: story.steps.map((one) => ({ ...one, emblem: "" })),
    };
    expect(said(linkCards(bare), "cards/pattern")).toBe(chapter.chapter?.share);
  });
});

test("a poster carries the address of the story, and its sources in a size that can be read", () => {
  for (const { file, drawing } of posters(story, link)) {
    const texts = drawing.shapes.flatMap((shape) => (shape.kind === "text" ? [shape] : []));
    expect(texts.find(({ key }) => key === "poster:address")?.text, file).toMatch(/^news\.example\.org\/anyuan/);
    for (const { key, size } of texts) if (key.startsWith("print:")) expect(size, file).toBeGreaterThanOrEqual(10.5);
  }
});

test("a card keeps its words in its band and clear of each other", () => {
  for (const { file, drawing } of linkCards(story)) {
    const boxes = drawing.shapes.flatMap((shape) =>
      shape.kind === "text" && shape.key.startsWith("band:") ? [textBox(shape)] : [],
    );
    expect(boxes.length, file).toBeGreaterThan(1);
    for (const [index, box] of boxes.entries()) {
      expect(box.x, file).toBeGreaterThan(523);
      expect(box.x + box.width, file).toBeLessThan(LINK_CARD.width - 6);
      for (const other of boxes.slice(index + 1)) expect(overlaps(box, other), file).toBe(false);
    }
  }
});

describe("the pull quote of a step", () => {
  const [cover] = story.steps;
  const saying = (quote: string, ...sentences: readonly string[]) => {
    if (cover === undefined) throw new Error("a story without steps");
    const text = [{ type: "paragraph" as const, children: [{ type: "text" as const, text: sentences.join("") }] }];
    return { ...cover, pullQuote: quote, text };
  };

  test("is the editors' own sentence where they wrote one", () => {
    expect(pullQuote(saying("写好的一句。", "正文。"))).toBe("写好的一句。");
  });

  test("is the first two sentences, or the first alone where both would be too long", () => {
    expect(pullQuote(saying("", "一句。", "两句？", "三句。"))).toBe("一句。两句？");
    expect(pullQuote(saying("", "一句。", `${"长".repeat(62)}。`))).toBe("一句。");
  });

  test("keeps a closing quotation mark", () => {
    expect(pullQuote(saying("", "他说：“一句。”", "两句。"))).toBe("他说：“一句。”两句。");
  });
});

test("a code for a link too long for its square is refused", () => {
  expect(() => drawQr(`https://example.org/${"a".repeat(1500)}`, 112, [200, 200])).toThrow("too long");
});
