import { expect, test } from "vitest";
import type { Size, TextMark, TextRole } from "../../src/core/model/picture.ts";
import { REST_AT } from "../../src/core/model/timing.ts";
import { createPainter, type PainterOptions } from "../../src/core/picture/painter.ts";
import { realStory } from "./real-story.ts";

const story = realStory();
const PHONE: Size = { width: 390, height: 558 };

/** Texts of a role in each picture of the story. */
function textsOf(role: TextRole, size: Size, options: PainterOptions = {}): readonly (readonly string[])[] {
  const paint = createPainter(story, options);
  return story.steps.map((_, step) =>
    paint({ step, progress: REST_AT }, size, "day")
      .shapes.filter((shape): shape is TextMark => shape.kind === "text" && shape.role === role)
      .map(({ text }) => text),
  );
}

test("a badge speaks in full in the first step of its kind, and is the kind's name in the others", () => {
  const { kinds } = story.config;
  const first = story.steps.findIndex(({ kind, chapter }) => kind === "schematic" && chapter !== null);
  const wanted = story.steps.map(({ kind }, step) => [step === first ? kinds[kind].badge : kinds[kind].name]);
  expect(textsOf("badge", PHONE)).toEqual(wanted);
  expect(kinds.schematic.badge).not.toBe(kinds.schematic.name);
});

test("every badge of pictures that stand alone speaks in full", () => {
  const wanted = story.steps.map(({ kind }) => [story.config.kinds[kind].badge]);
  expect(textsOf("badge", PHONE, { alone: true })).toEqual(wanted);
});

test("a stage has its title unless the page sets it beside", () => {
  const titles = textsOf("title", PHONE).map((lines) => lines.join(""));
  expect(titles.filter((title) => title === "")).toHaveLength(1);
  expect(textsOf("title", { width: 850, height: 900, untitled: true }).flat()).toEqual([]);
});
