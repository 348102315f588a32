import type { Film } from "../../core/model/film.ts";
import type { BasePalette, Shape, Size } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Step, Story } from "../../core/model/story.ts";
import { drawBadge } from "../../core/picture/header.ts";
import { paragraphMarks } from "../../core/picture/marks.ts";
import { createPainter } from "../../core/picture/painter.ts";
import { badgeOf } from "../../core/picture/step-scene.ts";
import { textWidth } from "../../core/picture/text.ts";
import { drawEndCard } from "./end-card.ts";
import { FILM_SCREEN } from "../../core/model/size.ts";
import { COVERED, type FilmAddress, type Frame } from "./screen.ts";
import { momentAt } from "./timeline.ts";

/** Pictures leave the whole right edge free: their upper part has room enough without it. */
const SIZE: Size = { width: FILM_SCREEN.width, height: FILM_SCREEN.height, navMargin: COVERED.right };
const PAD = 18;
const BADGE = { top: COVERED.top + 2, height: 22 } as const;
const CAPTION = { size: 30, leading: 1.24, top: BADGE.top + BADGE.height } as const;

/** Top of the room for pictures, below two lines of a caption. */
const PICTURE_TOP = CAPTION.top + 2 * CAPTION.size * CAPTION.leading + 10;

/** Returns the story that a film tells: its steps are the shots, each with the picture of its step. */
export function storyOfFilm(story: Illustrated<Story>, film: Film): Illustrated<Story> {
  const steps = film.shots.map(({ step }) => {
    const found = story.steps.find(({ id }) => id === step);
    if (found === undefined) throw new RangeError(`unknown step: ${step}`);
    return found;
  });
  return { ...story, steps };
}

/** Returns the painter of a film's frames by their time, s. */
export function createFramePainter(
  story: Illustrated<Story>,
  film: Film,
  address: FilmAddress | null,
): (time: number) => Frame {
  const told = storyOfFilm(story, film);
  const paint = createPainter(told, { reserved: PICTURE_TOP, reservedBelow: COVERED.bottom + 3 });
  const card = drawEndCard(story, film, address);
  return (time) => {
    const { at, caption, captionShown, endShown } = momentAt(film, time);
    if (endShown === 1) return card;
    const { grains, shapes, elevation } = paint(at, SIZE, "day");
    const colours = story.config.paletteAt(elevation, "day");
    const words = [...drawKind(told, told.steps[at.step], colours), ...drawCaption(caption, captionShown, colours)];
    const end = fadedIn(card.drawing.shapes, endShown);
    return { drawing: { grains, shapes: [...shapes, ...words, ...end] }, background: colours.background };
  };
}

/** Covers the last picture first, and then shows the words: two texts never shine through each other. */
function fadedIn(shapes: readonly Shape[], shown: number): readonly Shape[] {
  if (shown === 0) return [];
  const ground = Math.min(1, 2 * shown);
  const words = Math.max(0, 2 * shown - 1);
  return shapes.map((shape, index) => ({ ...shape, opacity: shape.opacity * (index === 0 ? ground : words) }));
}

function drawKind(told: Illustrated<Story>, step: Step | undefined, colours: BasePalette): readonly Shape[] {
  if (step === undefined) return [];
  return drawBadge(step.kind, badgeOf(told, step, false), { x: PAD, y: BADGE.top }, SIZE, colours);
}

function drawCaption(text: string, opacity: number, { ink }: BasePalette): readonly Shape[] {
  const room = FILM_SCREEN.width - 2 * PAD;
  const lines = text.split("|");
  const widest = Math.max(...lines.map((line) => textWidth(line, 1, "song")));
  const size = Math.min(CAPTION.size, room / widest);
  return paragraphMarks({
    key: "caption",
    lines,
    x: PAD,
    y: CAPTION.top + CAPTION.size * 0.92,
    leading: CAPTION.size * CAPTION.leading,
    size,
    face: "song",
    fill: ink,
    role: "title",
    opacity,
  });
}
