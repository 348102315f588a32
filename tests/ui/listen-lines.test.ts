import { describe, expect, test } from "vitest";
import {
  chapterBefore,
  type ChapterRecording,
  chooseLines,
  type Line,
  lineAt,
  type SpokenLine,
} from "../../src/browser/ui/listen/lines.ts";

/** Chapters of the steps: a cover, two steps, one, two. */
const CHAPTERS = [null, "a", "a", "b", "c", "c"];

const spoken: readonly SpokenLine[] = CHAPTERS.flatMap((_, step) =>
  ["title", "text"].map((spokenWords) => ({ step, part: "text" as const, spoken: spokenWords, printed: [] })),
);

const A: ChapterRecording = { file: "a.mp3", first: 1, last: 2, times: [2, 42.5] };
const C: ChapterRecording = { file: "c.mp3", first: 4, last: 5, times: [] };

/** A line a word: the step, and from when to when its file plays. */
const seen = (lines: readonly Line[]): readonly string[] =>
  lines.map((line) => ("file" in line ? `${line.step} ${line.file} ${line.from}-${line.to}` : String(line.step)));

describe("the lines", () => {
  test("of a chapter with a recording are its steps by their times, or without times the whole file", () => {
    const recorded = ["1 a.mp3 2-42.5", "2 a.mp3 42.5-Infinity"];
    expect(seen(chooseLines(spoken, [A, C]))).toEqual(["0", "0", ...recorded, "3", "3", "4 c.mp3 0-Infinity"]);
  });

  test("without a voice are the recordings alone, and without both none", () => {
    expect(seen(chooseLines([], [C]))).toEqual(["4 c.mp3 0-Infinity"]);
    expect(chooseLines([], [])).toEqual([]);
  });

  test("begin at a step, within a recording of many steps, or at the next one that is heard", () => {
    const lines = chooseLines(spoken, [A, C]);
    expect(CHAPTERS.map((_, step) => lineAt(lines, step))).toEqual([0, 2, 3, 4, 6, 6]);
    expect(CHAPTERS.map((_, step) => lineAt(chooseLines([], [A]), step))).toEqual([0, 0, 1, 0, 0, 0]);
  });

  test("lead to the chapter before", () => {
    const lines = chooseLines(spoken, [A, C]);
    expect([6, 4, 2, 0].map((at) => chapterBefore(lines, at, CHAPTERS))).toEqual([4, 2, 0, 0]);
    expect(chapterBefore(chooseLines([], [C]), 0, CHAPTERS)).toBe(0);
  });
});
