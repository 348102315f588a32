import { clamp } from "../../core/lib/math.ts";
import { squareCardFile } from "../../core/model/files.ts";
import type { Box, Drawing, BasePalette, Shape, Size } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import { REST_AT } from "../../core/model/timing.ts";
import { paragraphMarks } from "../../core/picture/marks.ts";
import { createPainter } from "../../core/picture/painter.ts";
import { chapterSeal } from "./parts.ts";
import { shareTargets, shareTargetTitle } from "./share-targets.ts";
import type { ImageSpec } from "./step-image.ts";

/**
 * Square for small thumbnails, as in WeChat and QQ. `side` in device pixels; `least` is the smallest side of the view,
 * CSS pixels.
 */
export const SQUARE_CARD = { side: 600, least: 190 } as const;

const STAGE: Size = { width: 390, height: 390 };

function wordless({ grains, shapes }: Drawing): Drawing {
  return { grains, shapes: shapes.filter(({ kind, key }) => kind !== "text" && !key.startsWith("frame:")) };
}

/** Square view of the stage around the visible grains, with a margin of a tenth. */
function subject({ grains }: Drawing): Box {
  const seen = grains.filter(({ opacity }) => opacity > 0.3);
  const xs = seen.map(({ x }) => x);
  const ys = seen.map(({ y }) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const side = clamp(1.25 * Math.max(right - left, bottom - top), SQUARE_CARD.least, STAGE.width);
  const from = (middle: number): number => Math.round(clamp(middle - side / 2, 0, STAGE.width - side));
  return { x: from((left + right) / 2), y: from((top + bottom) / 2), width: side, height: side };
}

function name(title: string, { ink }: BasePalette): readonly Shape[] {
  const half = Math.ceil(title.length / 2);
  const size = 92;
  return paragraphMarks({
    key: "name",
    lines: [title.slice(0, half), title.slice(half)],
    x: 22,
    y: 26 + size * 0.88,
    leading: size * 1.08,
    size,
    face: "song",
    fill: ink,
    role: "title",
  });
}

export function squareCards(story: Illustrated<Story>): readonly ImageSpec[] {
  const paint = createPainter(story, { titled: false });
  return shareTargets(story).map((place) => {
    const { step, index, chapter, whole } = place;
    const picture = paint({ step: index, progress: REST_AT }, STAGE, "day");
    const colours = story.config.paletteAt(picture.elevation, "day");
    const drawing = wordless(picture);
    const view = subject(drawing);
    const side = view.width * 0.24;
    const corner = [view.x + view.width * 0.72, view.y + view.width * 0.72] as const;
    const mark =
      chapter === null ? name(story.title, colours) : whole ? chapterSeal(chapter.numeral, corner, side, colours) : [];
    return {
      file: squareCardFile(place),
      formats: ["png"],
      title: shareTargetTitle(place, story),
      description: step.alt,
      size: { width: view.width, height: view.height },
      view,
      pixels: SQUARE_CARD.side,
      ground: colours.background,
      drawing: { ...drawing, shapes: [...drawing.shapes, ...mark] },
    };
  });
}
