import { expect, test } from "vitest";
import { realStory } from "../pictures/real-story.ts";
import { findStale, judgeGoldens, refuseDifferences } from "./files.ts";
import { SPEECH, writeSpeech } from "./speech.ts";

const made = writeSpeech(realStory());
const lines = [...made.values()].flatMap((text) => text.split("\n").filter((line) => line !== "" && line[0] !== "#"));

test("says the whole story as its golden has it", () => {
  refuseDifferences([...judgeGoldens(SPEECH, made), ...findStale(SPEECH, made.keys())]);
});

test("leaves no sign to a voice that it may spell or leave out, and no utterance too long for one breath", () => {
  expect(lines.length).toBeGreaterThan(200);
  for (const line of lines) {
    expect(line).toMatch(/^[\p{Script=Han}A-Z\d.\s\uFF0C\u3001。\uFF1A\uFF1F\uFF01]+$/u);
    expect(line.length, line).toBeLessThanOrEqual(60);
  }
});
