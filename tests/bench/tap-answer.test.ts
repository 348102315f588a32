import { expect, test } from "vitest";
import { answerTime } from "./tap-answer.ts";

const entry = (start: number, duration: number, interaction = 1) => ({ start, duration, interaction });

test("a tap is answered when its slowest event is", () => {
  expect(answerTime([entry(100, 24), entry(108, 40), entry(101, 32)], 90)).toBe(40);
});

test("an earlier tap, and events that are no interaction, do not count", () => {
  expect(answerTime([entry(50, 200), entry(100, 24), entry(101, 400, 0)], 90)).toBe(24);
});

test("a tap without an entry was answered within the threshold", () => {
  expect(answerTime([], 0)).toBe(16);
});
