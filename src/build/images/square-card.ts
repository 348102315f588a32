import { clamp } from "../../core/lib/math.ts";
import { squareCardFile } from "../../core/model/files.ts";
import type { Box, Drawing, BasePalette, Shape, Size } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Chapter, Story } from "../../core/model/story.ts";
import { REST_AT } from "../../core/model/timing.ts";
import { paragraphMarks } from "../../core/picture/marks.ts";
import { textBox } from "../../core/picture/text.ts";
import { createPainter } from "../../core/picture/painter.ts";
import { sliderOf } from "../../core/picture/slider.ts";
import { drawEmblem, emblemAt } from "./emblem.ts";
import { chapterSeal } from "./parts.ts";
import { shareTargets, shareTargetTitle } from "./share-targets.ts";
import type { ImageSpec } from "./step-image.ts";

/**
 * Square for small thumbnails, as in WeChat and QQ. `side` in device pixels; `least` is the smallest side of the view,
 * CSS pixels, `below` that of a view with an emblem.
 */
export const SQUARE_CARD = { side: 600, least: 190, below: 300 } as const;

const STAGE: Size = { width: 390, height: 390 };

/** Smallest text that can be read when the square is 120 px wide, as a share of its side. */
const LEGIBLE = 0.12;

/** Share of a square's height that an emblem takes. */
const EMBLEM = 0.42;

/** Room that a slider's handle takes above its track, px: on a square there is nothing to slide. */
const HANDLE = 30;

/** Leaves out words too small to be read, and all of them beside an emblem. */
function legible({ grains, shapes }: Drawing, smallest: number): Drawing {
  return {
    grains,
    shapes: shapes.filter(({ key, ...shape }) =>
      shape.kind === "text" ? shape.size >= smallest : !key.startsWith("frame:"),
    ),
  };
}

/**
 * Square view of the stage around the visible grains and the words that stay, with a margin of a tenth, all in the part
 * below `head`, a share of its height. It ends above `bottom`, px.
 */
function viewOf({ grains, shapes }: Drawing, head: number, bottom: number): Box {
  const seen = grains.filter(({ opacity }) => opacity > 0.3);
  const boxes = [
    ...seen.map(({ x, y }) => ({ x, y, width: 0, height: 0 })),
    ...shapes.flatMap((shape) => (shape.kind === "text" ? [textBox(shape)] : [])),
  ];
  const [left, right] = [Math.min(...boxes.map(({ x }) => x)), Math.max(...boxes.map(({ x, width }) => x + width))];
  const [top, end] = [Math.min(...boxes.map(({ y }) => y)), Math.max(...boxes.map(({ y, height }) => y + height))];
  const room = 1.25 * Math.max(right - left, (end - top) / (1 - head));
  const side = clamp(room, head === 0 ? SQUARE_CARD.least : SQUARE_CARD.below, bottom);
  const from = (middle: number, share: number, most: number): number =>
    Math.round(clamp(middle - side * share, 0, most - side));
  const x = from((left + right) / 2, 0.5, STAGE.width);
  const middle = from((top + end) / 2, (1 + head) / 2, bottom);
  // A picture below an emblem may begin above its grains, with a rope or a roof.
  const y = head === 0 ? middle : Math.min(middle, Math.floor(head * (STAGE.height - side)));
  return { x, y, width: side, height: side };
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

function seal({ numeral }: Chapter, { x, y, width }: Box, colours: BasePalette): readonly Shape[] {
  return chapterSeal(numeral, [x + width * 0.755, y + width * 0.755], width * 0.2, colours);
}

export function squareCards(story: Illustrated<Story>): readonly ImageSpec[] {
  const alone = createPainter(story, { titled: false });
  const below = createPainter(story, { reserved: EMBLEM * STAGE.height });
  return shareTargets(story).map((place) => {
    const { step, index, chapter, whole } = place;
    const emblem = emblemAt(story, place);
    const paint = emblem === null ? alone : below;
    const picture = paint({ step: index, progress: REST_AT }, STAGE, "day");
    const colours = story.config.paletteAt(picture.elevation, "day");
    const drawing = legible(picture, emblem === null && !whole ? LEGIBLE * STAGE.width : Infinity);
    const slider = sliderOf(story, index);
    const bottom = slider === null ? STAGE.height : slider.trackAt(STAGE).y - HANDLE;
    // Labels that are left out name marks that stay: with an emblem these all remain in view.
    const labelled = emblem === null ? drawing : legible(picture, 0);
    const view = viewOf(labelled, emblem === null ? 0 : EMBLEM, bottom);
    const mark = chapter === null ? name(story.title, colours) : whole ? seal(chapter, view, colours) : [];
    const pad = view.width * 0.07;
    const set =
      emblem === null
        ? []
        : drawEmblem(
            "emblem",
            emblem,
            {
              left: view.x + pad,
              bottom: view.y + view.width * (EMBLEM - 0.05),
              width: view.width - 2 * pad,
              height: view.width * (EMBLEM - 0.12),
            },
            colours,
          );
    return {
      file: squareCardFile(place),
      formats: ["png"],
      title: shareTargetTitle(place, story),
      description: step.alt,
      size: { width: view.width, height: view.height },
      view,
      pixels: SQUARE_CARD.side,
      ground: colours.background,
      drawing: { ...drawing, shapes: [...drawing.shapes, ...mark, ...set] },
    };
  });
}
