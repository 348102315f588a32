import { COVER_SHAPES, type CoverShape, filmCoverFile } from "../../core/model/files.ts";
import type { Film } from "../../core/model/film.ts";
import type { BasePalette, Box, Picture, Shape, Size } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import { REST_AT } from "../../core/model/timing.ts";
import { paragraphMarks, rectMark, textMark } from "../../core/picture/marks.ts";
import { createPainter } from "../../core/picture/painter.ts";
import { textWidth } from "../../core/picture/text.ts";
import type { ImageSpec } from "../images/step-image.ts";

/** Room for the words, and the part of the cover that the picture has, CSS pixels; `pixels` are the device's. */
interface Layout {
  readonly size: Size;
  readonly pixels: number;
  readonly stage: Size;
  /** Height kept free at the top of the stage. */
  readonly reserved: number;
  readonly words: Box;
  readonly largest: number;
}

const PAD = 18;
const FOOT = 34;

/** An upright cover has its words above the picture, a broad one beside it. */
const LAYOUTS: Readonly<Record<CoverShape, Layout>> = {
  "3x4": upright({ width: 360, height: 480 }, 144, 1080),
  "16x9": broad({ width: 800, height: 450 }, 400, 1920),
  "4x3": broad({ width: 640, height: 480 }, 360, 1440),
};

function upright(size: Size, head: number, pixels: number): Layout {
  const words = { x: PAD, y: 4, width: size.width - 2 * PAD, height: head };
  return { size, pixels, stage: { ...size, navMargin: 0 }, reserved: head, words, largest: 52 };
}

function broad(size: Size, width: number, pixels: number): Layout {
  const words = { x: width + PAD, y: 0, width: size.width - width - 2 * PAD, height: size.height - FOOT };
  return { size, pixels, stage: { width, height: size.height, navMargin: 0 }, reserved: 24, words, largest: 76 };
}

/** Draws a film's covers: its picture at rest with the few words that have to be read in a feed. */
export function filmCovers(story: Illustrated<Story>, film: Film): readonly ImageSpec[] {
  const index = story.steps.findIndex(({ id }) => id === film.cover.step);
  const step = story.steps[index];
  if (step === undefined) throw new RangeError(`unknown step: ${film.cover.step}`);
  return COVER_SHAPES.map((shape) => {
    const layout = LAYOUTS[shape];
    const paint = createPainter(story, { reserved: layout.reserved, reservedBelow: FOOT });
    const picture = paint({ step: index, progress: REST_AT }, layout.stage, "day");
    const colours = story.config.paletteAt(picture.elevation, "day");
    return {
      file: filmCoverFile(film, shape),
      formats: ["png"],
      title: film.cover.text.replaceAll("|", ""),
      description: step.alt,
      size: { width: layout.size.width, height: layout.size.height },
      pixels: layout.pixels,
      ground: colours.background,
      drawing: { grains: picture.grains, shapes: [...picture.shapes, ...drawWords(story, film, layout, picture)] },
    };
  });
}

function drawWords(story: Illustrated<Story>, film: Film, layout: Layout, { elevation }: Picture): readonly Shape[] {
  const { size, words, stage } = layout;
  const beside = words.x > stage.width;
  // Beside the picture stands a band of the seam's colour, as on link cards.
  const colours = story.config.paletteAt(beside ? 0 : elevation, "day");
  const band = rectMark({
    key: "cover:band",
    x: stage.width,
    y: 0,
    width: size.width - stage.width,
    height: size.height,
    fill: colours.background,
  });
  return [
    ...(beside ? [band] : []),
    ...drawText(film.cover.text, layout, colours),
    textMark({
      key: "cover:name",
      text: story.title,
      x: words.x,
      y: size.height - 14,
      size: beside ? 20 : 15,
      face: "song",
      fill: colours.textEmber,
      role: "note",
    }),
  ];
}

/** Sets the words as large as their room lets them be. */
function drawText(text: string, { words, largest }: Layout, { ink }: BasePalette): readonly Shape[] {
  const lines = text.split("|");
  const widest = Math.max(...lines.map((line) => textWidth(line, 1, "song")));
  const size = Math.min(largest, words.width / widest);
  const leading = size * 1.24;
  const top = words.y + (words.height - leading * lines.length) / 2;
  return paragraphMarks({
    key: "cover:text",
    lines,
    x: words.x,
    y: top + size * 0.98,
    leading,
    size,
    face: "song",
    fill: ink,
    role: "title",
  });
}
