import { expect, test } from "vitest";
import { realStory } from "../pictures/real-story.ts";
import { findStale, judgeGoldens, refuseDifferences } from "./files.ts";
import { drawPictures, namePictures, PICTURES } from "./pictures.ts";

const story = realStory();
const draw = drawPictures(story);
const steps = story.steps.map(({ id }, index) => ({ id, index }));

test.each(steps)("draws $id as its goldens have it: at rest, in its entry and in its action", ({ index }) => {
  const made = draw(index);
  expect(made.size).toBe(10);
  refuseDifferences(judgeGoldens(PICTURES, made));
});

test("keeps no golden without a picture", () => {
  refuseDifferences(findStale(PICTURES, namePictures(story)));
});
