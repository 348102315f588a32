import { describe, expect, test } from "vitest";
import {
  type ArrivalContext,
  decideOnArrival,
  latestPosition,
  parsePosition,
  serializePosition,
  toPosition,
} from "../../src/browser/ui/resume/saved-position.ts";

const NOW = 1_700_000_000_000;
const MINUTE = 60_000;
const left = (minutes: number, step = "bridge") => ({ step, progress: 0.4, time: NOW - minutes * MINUTE });
const fresh: ArrivalContext = { again: false, addressed: false, tab: null, device: null, now: NOW };

describe("a place", () => {
  test("comes back from its text as it was", () => {
    const place = { step: "third-leg", progress: 0.123456789012345, time: NOW };
    expect(parsePosition(serializePosition(place))).toEqual(place);
  });
  test.each([null, "", "bridge", "bridge 0.4", "bridge 2 5", "bridge NaN 5", "bridge 0.4 soon", '{"step":"bridge"}'])(
    "is none in %j",
    (text) => {
      expect(parsePosition(text)).toBeNull();
    },
  );
  test("has no position when its step is gone", () => {
    expect(toPosition(left(1), ["cover", "bridge"])).toEqual({ step: 1, progress: 0.4 });
    expect(toPosition(left(1), ["cover"])).toBeNull();
    expect(toPosition(null, ["cover"])).toBeNull();
  });
});

describe("the latest position", () => {
  const [earlier, later] = [left(2, "ring"), left(1)];
  test("is the only one, if there is one", () => {
    expect(latestPosition(null, null, true)).toBeNull();
    expect(latestPosition(earlier, null, true)).toBe(earlier);
    expect(latestPosition(null, earlier, false)).toBe(earlier);
  });
  test("is the later of both after a reload", () => {
    expect(latestPosition(earlier, later, true)).toBe(later);
    expect(latestPosition(later, earlier, true)).toBe(later);
  });
  test("is that of the history entry after going back to it", () => {
    expect(latestPosition(earlier, later, false)).toBe(earlier);
  });
});

describe("a page opens", () => {
  test.each<readonly [what: string, arrival: Partial<ArrivalContext>, outcome: ReturnType<typeof decideOnArrival>]>([
    ["as for anyone on a first visit", {}, null],
    ["at the tab's place on a reload", { again: true, tab: left(5) }, { place: left(5), offered: false }],
    ["there even hours later", { again: true, tab: left(600) }, { place: left(600), offered: false }],
    [
      "at the tab's place, not at what another tab kept",
      { again: true, tab: left(5), device: left(1, "ring") },
      { place: left(5), offered: false },
    ],
    [
      "at the place and not the address on a reload",
      { again: true, addressed: true, tab: left(5) },
      { place: left(5), offered: false },
    ],
    ["at its address on a fresh load", { addressed: true, device: left(1) }, null],
    ["where a chat interrupted", { device: left(29) }, { place: left(29), offered: false }],
    ["with an offer after a longer absence", { device: left(31) }, { place: left(31), offered: true }],
    ["with an offer when the clock went back", { device: left(-90) }, { place: left(-90), offered: true }],
    [
      "with an offer when the browser brings back a tab it had forgotten",
      { again: true, device: left(90) },
      { place: left(90), offered: true },
    ],
  ])("%s", (_, arrival, outcome) => {
    expect(decideOnArrival({ ...fresh, ...arrival })).toEqual(outcome);
  });
});
