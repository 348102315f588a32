import sharp from "sharp";
import { expect, test } from "vitest";
import { longImageParts, PANEL } from "../../src/build/images/long-image.ts";
import { toStandaloneSvg } from "../../src/build/images/standalone-svg.ts";
import { stackImages } from "../../src/build/vite/render-images.ts";
import { textBox } from "../../src/core/picture/text.ts";
import { realStory } from "../pictures/real-story.ts";

const story = realStory();
const made = longImageParts(story);

test("the long picture has every step once, in reading order", () => {
  const ids = made.flatMap(({ panels }) => panels.map(({ file }) => file.replace("long/", "")));
  expect(ids).toEqual(story.steps.map(({ id }) => id));
});

test("its words stay inside their panel, and its last panels say where it comes from", () => {
  for (const { panels } of made) {
    for (const { file, size, drawing } of panels) {
      for (const shape of drawing.shapes) {
        if (shape.kind !== "text") continue;
        const box = textBox(shape);
        expect(box.x + box.width, `${file} ${shape.text}`).toBeLessThan(PANEL.width - 4);
        expect(box.y + box.height, `${file} ${shape.text}`).toBeLessThan(size.height - 4);
      }
    }
    const last = panels.at(-1)?.drawing.shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : []));
    expect(last?.join("")).toContain(story.byline);
  }
});

test("each of its files is as wide as a phone, as high as its panels, and no higher than phones take", async () => {
  const files = await stackImages(made, toStandaloneSvg);
  expect([...files.keys()]).toEqual(made.map(({ file }) => `${file}.png`));
  for (const { file, panels } of made) {
    const bytes = files.get(`${file}.png`) ?? new Uint8Array();
    const { width, height } = await sharp(Buffer.from(bytes)).metadata();
    const sum = panels.reduce((all, { size }) => all + size.height, 0);
    expect(width, file).toBe(PANEL.pixels);
    expect(Math.abs(height - sum * (PANEL.pixels / PANEL.width)), file).toBeLessThanOrEqual(panels.length);
    expect(height, file).toBeLessThanOrEqual(8000);
    expect(bytes.length, file).toBeLessThan(1_000_000);
  }
});
