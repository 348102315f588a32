import { describe, expect, test } from "vitest";
import { filmReel, type Reel, sampleFrames } from "../../src/build/film/reel.ts";
import { FILM_SCREEN } from "../../src/core/model/size.ts";
import { COVERED } from "../../src/build/film/screen.ts";
import type { Shape, TextMark } from "../../src/core/model/picture.ts";
import { textBox } from "../../src/core/picture/text.ts";
import { realStory } from "../pictures/real-story.ts";

const HOME = "https://example.org/anyuan/";
const story = realStory();
const reels = story.films.map((film) => [film.id, filmReel(story, film, HOME)] as const);

/**
 * The numbers of the shaft's ruler reach this far under the buttons, CSS pixels: the shaft has one place in all
 * pictures.
 */
const RULER = 5;

function textsOf(shapes: readonly Shape[]): readonly TextMark[] {
  return shapes.filter((shape) => shape.kind === "text").filter(({ opacity }) => opacity > 0.05);
}

describe.each(reels)("the frames of the film %s", (_, reel: Reel) => {
  const frames = [...sampleFrames(reel)];

  test("have no word where platforms put their own", () => {
    const covered = frames.flatMap(({ drawing }, index) =>
      textsOf(drawing.shapes).flatMap((text) => {
        const { y, height } = textBox(text);
        const inside = y >= COVERED.top && y + height <= FILM_SCREEN.height - COVERED.bottom;
        return inside ? [] : [`${index}: ${text.key} ${text.text} ${Math.round(y)}–${Math.round(y + height)}`];
      }),
    );
    expect(covered).toEqual([]);
  });

  test("have no word under the buttons at the right, in the lower half", () => {
    const buttons = { left: FILM_SCREEN.width - COVERED.right, top: FILM_SCREEN.height / 2 };
    const covered = frames.flatMap(({ drawing }, index) =>
      textsOf(drawing.shapes).flatMap((text) => {
        const { x, y, width, height } = textBox(text);
        const right = x + width - (text.key.startsWith("shaft:") ? RULER : 0);
        return right <= buttons.left + 1 || y + height <= buttons.top ? [] : [`${index}: ${text.key} ${text.text}`];
      }),
    );
    expect(covered).toEqual([]);
  });

  test("have no word beyond the sides", () => {
    const beyond = frames.flatMap(({ drawing }, index) =>
      textsOf(drawing.shapes).flatMap((text) => {
        const { x, width } = textBox(text);
        return x >= -1 && x + width <= FILM_SCREEN.width + 1 ? [] : [`${index}: ${text.key} ${text.text}`];
      }),
    );
    expect(beyond).toEqual([]);
  });
});
