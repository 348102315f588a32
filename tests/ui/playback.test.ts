import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseVoice } from "../../src/browser/ui/listen/choose-voice.ts";
import {
  advance,
  createPlayback,
  hasFailed,
  type Playback,
  type PlaybackEvent,
} from "../../src/browser/ui/listen/playback.ts";

/** Steps of nine lines. */
const STEPS = [0, 0, 1, 1, 1, 2, 2, 2, 2];

const playing = (line: number): Playback => ({ ...createPlayback(line, 1, STEPS.length), status: "playing" });

function after(
  now: Playback,
  ...types: readonly ("ended" | "interrupted" | "failed" | "stalled" | "lost")[]
): Playback {
  return types.reduce((last, type) => advance(last, { type, turn: last.turn }, STEPS), now);
}

describe("playback", () => {
  test("begins paused at the kept line, within the lines that there are", () => {
    expect(createPlayback(4, 1.5, 9)).toMatchObject({ status: "paused", line: 4, rate: 1.5 });
    expect(createPlayback(99, 1, 9).line).toBe(8);
  });

  test("goes on line by line, ends, and begins anew", () => {
    const last = after(playing(7), "ended");
    expect(last).toMatchObject({ status: "playing", line: 8 });
    const end = after(last, "ended");
    expect(end).toMatchObject({ status: "ended", line: 8 });
    expect(advance(end, { type: "play" }, STEPS)).toMatchObject({ status: "playing", line: 0 });
  });

  test("takes an event of an earlier utterance for nothing", () => {
    const now = playing(3);
    const next = after(now, "ended");
    for (const type of ["ended", "interrupted", "failed", "stalled", "lost"] as const)
      expect(advance(next, { type, turn: now.turn }, STEPS)).toBe(next);
  });

  test("pauses and says the same line again", () => {
    const paused = advance(playing(3), { type: "pause" }, STEPS);
    expect(paused).toMatchObject({ status: "paused", line: 3 });
    expect(advance(paused, { type: "play" }, STEPS)).toMatchObject({ status: "playing", line: 3 });
  });

  test.each([
    [3, 1, 5],
    [3, -1, 2],
    [2, -1, 0],
    [1, -1, 0],
    [0, -1, 0],
    [6, 1, 6],
  ] as const)("from line %i a step by %i leads to line %i", (line, by, to) => {
    expect(advance(playing(line), { type: "skip", by }, STEPS)).toMatchObject({ status: "playing", line: to });
  });

  test("says a refused line once more, then gives the voice up until it is asked again", () => {
    const twice = after(playing(3), "failed", "failed");
    expect(after(playing(3), "failed")).toMatchObject({ status: "playing", line: 3 });
    expect(twice).toMatchObject({ status: "paused", line: 3 });
    expect(hasFailed(twice)).toBe(true);
    expect(hasFailed(advance(twice, { type: "play" }, STEPS))).toBe(false);
  });

  test("goes on after an end that never comes, but not three times in a row", () => {
    expect(after(playing(2), "stalled")).toMatchObject({ status: "playing", line: 3 });
    expect(after(playing(2), "stalled", "stalled", "ended", "stalled")).toMatchObject({ status: "playing", line: 6 });
    const given = after(playing(2), "stalled", "stalled", "stalled");
    expect(given).toMatchObject({ status: "paused", line: 4 });
    expect(hasFailed(given)).toBe(true);
  });

  test("pauses where the voice is taken away", () => {
    const taken = after(playing(3), "interrupted");
    expect(taken).toMatchObject({ status: "paused", line: 3 });
    expect(hasFailed(taken)).toBe(false);
  });

  test("far in the only line of a step goes back to its beginning", () => {
    expect(advance(playing(2), { type: "skip", by: -1, far: true }, STEPS)).toMatchObject({ line: 2, anew: true });
    expect(advance(playing(2), { type: "skip", by: -1 }, STEPS)).toMatchObject({ line: 0, anew: true });
  });

  test("moves to a line, and goes on if it played", () => {
    expect(advance(playing(2), { type: "move", line: 6 }, STEPS)).toMatchObject({ status: "playing", line: 6 });
    const end = after(playing(8), "ended");
    expect(advance(end, { type: "move", line: 6 }, STEPS)).toMatchObject({ status: "paused", line: 6 });
  });

  test("begins a line anew where it was led to it, and goes on with it after a pause, a line or a change of speed", () => {
    const moved = advance(playing(2), { type: "skip", by: 1 }, STEPS);
    const later = (now: Playback, ...events: readonly PlaybackEvent[]): boolean =>
      events.reduce((last, event) => advance(last, event, STEPS), now).anew;
    expect(moved.anew).toBe(true);
    expect(later(moved, { type: "pause" }, { type: "play" })).toBe(false);
    expect(later(moved, { type: "rate", rate: 2 })).toBe(false);
    expect(later({ ...moved, status: "paused" }, { type: "rate", rate: 2 }, { type: "play" })).toBe(true);
    expect(after(moved, "ended").anew).toBe(false);
    expect(later(after(playing(8), "ended"), { type: "play" })).toBe(true);
  });

  test("stops at once where a recording does not come, and goes on from there when it is asked", () => {
    const lost = after(playing(3), "lost");
    expect(lost).toMatchObject({ status: "paused", line: 3, anew: false });
    expect(hasFailed(lost)).toBe(true);
    expect(hasFailed(advance(lost, { type: "play" }, STEPS))).toBe(false);
  });

  test("stays within its lines, and every change has its own turn, whatever happens", () => {
    const anything: fc.Arbitrary<(turn: number) => PlaybackEvent> = fc.oneof(
      fc.constantFrom("play", "pause").map((type) => () => ({ type })),
      fc.constantFrom(1, -1).map((by) => () => ({ type: "skip", by }) as const),
      fc.nat(8).map((line) => () => ({ type: "move", line }) as const),
      fc.constantFrom(0.75, 1, 2).map((rate) => () => ({ type: "rate", rate }) as const),
      fc
        .tuple(fc.constantFrom("ended", "interrupted", "failed", "stalled", "lost"), fc.constantFrom(0, 0, 0, 1))
        .map(([type, late]) => (turn: number) => ({ type, turn: turn - late })),
    );
    fc.assert(
      fc.property(fc.nat(8), fc.array(anything, { maxLength: 40 }), (line, events) => {
        let now = createPlayback(line, 1, STEPS.length);
        for (const event of events) {
          const next = advance(now, event(now.turn), STEPS);
          if (next !== now) expect(next.turn).toBe(now.turn + 1);
          expect(next.line).toBeGreaterThanOrEqual(0);
          expect(next.line).toBeLessThan(STEPS.length);
          if (hasFailed(next)) expect(next.status).toBe("paused");
          now = next;
        }
      }),
    );
  });
});

describe("the voice", () => {
  const voice = (lang: string, localService = true, byDefault = false) => ({ lang, localService, default: byDefault });
  const chosen = (...voices: readonly ReturnType<typeof voice>[]) => chooseVoice(voices)?.lang;

  test("speaks Mandarin", () => {
    expect(chosen(voice("en-US"), voice("zh-HK"), voice("yue"), voice("zh-yue"), voice("ja-JP"))).toBeUndefined();
    expect(
      ["zh-CN", "zh_CN", "cmn", "cmn-Hans-CN", "zh", "zh-TW"].filter((lang) => chosen(voice(lang)) !== lang),
    ).toEqual([]);
  });

  test("is the mainland's before another, the device's before a remote one, the default before the rest", () => {
    expect(chosen(voice("zh-TW"), voice("zh-CN", false))).toBe("zh-CN");
    const [remote, local] = [voice("zh-CN", false), voice("zh-Hans")];
    expect(chooseVoice([remote, local])).toBe(local);
    const [first, usual] = [voice("zh-CN"), voice("zh-CN", true, true)];
    expect(chooseVoice([first, usual])).toBe(usual);
  });
});
