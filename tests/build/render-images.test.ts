import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { expect, test } from "vitest";
import { SANS_FONTS, toStandaloneSvg } from "../../src/build/images/standalone-svg.ts";
import { STEP_IMAGE, stepImages } from "../../src/build/images/step-image.ts";
import { glyphOutlines, type SansFont, sansFont } from "../../src/build/vite/fonts.ts";
import { rasterize } from "../../src/build/vite/render-images.ts";
import { realStory } from "../pictures/real-story.ts";

const sheet = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" font-family="${SANS_FONTS}">${content}</svg>`;

/** A sheet painted anew: a comment makes a text that no cache knows. */
async function painted(content: string, sans: SansFont): Promise<Uint8Array> {
  const { bytes, fresh, path } = await rasterize(`${sheet(content)}<!--${randomUUID()}-->`, 40, sans);
  await rm(path, { force: true });
  expect(fresh).toBe(true);
  return bytes;
}

test("a painted picture has the width asked for, and the same bytes each time", async () => {
  const sans = await sansFont("安");
  const dot = '<circle cx="7" cy="5" r="3"/>';
  const [one, other, without] = await Promise.all([painted(dot, sans), painted(dot, sans), painted("", sans)]);
  const view = new DataView(one.buffer);
  expect([view.getUint32(16), view.getUint32(20)]).toEqual([40, 20]);
  expect(one).toEqual(other);
  expect(one).not.toEqual(without);
});

test("texts are painted in the sans face, whichever other characters its file holds", async () => {
  const [narrow, wide] = await Promise.all([sansFont("安"), sansFont("安源转身")]);
  const text = '<text y="9" font-size="9">安</text>';
  const [blank, one, other] = await Promise.all([painted("", narrow), painted(text, narrow), painted(text, wide)]);
  expect(one).not.toEqual(blank);
  expect(one).toEqual(other);
});

test("a character that the sans face lacks is named", async () => {
  await expect(sansFont("安가")).rejects.toThrow("the sans face has no glyph for");
});

test("every step has an image by day and by night, with title, background and source, and no text left in the Song face", async () => {
  const story = realStory();
  const made = stepImages(story);
  expect(new Set(made.map(({ file }) => file)).size).toBe(story.steps.length * 2);
  const texts = made.flatMap(({ drawing }) =>
    drawing.shapes.flatMap((shape) => (shape.kind === "text" ? [shape] : [])),
  );
  const outlines = await glyphOutlines(texts.flatMap(({ face, text }) => (face === "song" ? [text] : [])).join(""));
  for (const plate of made) {
    const svg = toStandaloneSvg(plate, outlines, "png");
    expect(svg).toContain(`<title>${plate.title}</title>`);
    expect(plate.drawing.shapes.some(({ key }) => key === "foot:source:0")).toBe(true);
    expect(svg).not.toMatch(/class="|data-/);
    for (const shape of plate.drawing.shapes) {
      if (shape.kind !== "text") continue;
      expect(shape.y, shape.text).toBeLessThan(STEP_IMAGE.height - 8);
    }
  }
});
