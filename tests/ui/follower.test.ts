import { describe, expect, test } from "vitest";
import { createFollower, type Follower } from "../../src/browser/ui/listen/follower.ts";
import type { Line } from "../../src/browser/ui/listen/lines.ts";

interface Reader {
  /** Steps to which the reader was led, in order. */
  readonly led: readonly number[];
  readonly scrollTo: (place: number) => void;
  readonly follower: Follower;
}

/** A reader in a story of steps that are one long, led without printed lines. */
function createReader(): Reader {
  const box = { getBoundingClientRect: (): never => expect.unreachable("no line is printed") };
  const led: number[] = [];
  let place = 0;
  const guide = {
    mode: () => "scroll" as const,
    step: () => Math.floor(place),
    place: () => place,
    go(step: number, share: number) {
      led.push(step);
      place = step + share / 2;
    },
  };
  const reading = { view: { scrollBy: () => undefined }, guide, steps: [], stage: box, moved: () => undefined };
  return {
    led,
    scrollTo(to) {
      place = to;
    },
    follower: createFollower(reading, box),
  };
}

const FILE = { file: "a.mp3", from: 0, to: Infinity };
const TIMED: Line = { ...FILE, step: 1, last: 1, whole: false };
const WHOLE: Line = { ...FILE, step: 1, last: 3, whole: true };
const NEXT: Line = { ...FILE, step: 4, last: 4, whole: false };

describe("a reader", () => {
  test("is led from line to line", () => {
    const { follower, led } = createReader();
    follower.follow(TIMED, 0);
    follower.follow(TIMED, 0.5);
    follower.follow(NEXT, 0);
    expect(led).toEqual([1, 1, 4]);
  });

  test("who scrolls elsewhere is left there until they are called back", () => {
    const { follower, led, scrollTo } = createReader();
    follower.follow(TIMED, 0);
    scrollTo(2);
    follower.follow(NEXT, 0);
    expect(led).toEqual([1]);
    follower.recall();
    follower.follow(NEXT, 0);
    expect(led).toEqual([1, 4]);
  });

  test("turns to the steps of a chapter that is played as a whole, and is led on after it", () => {
    const { follower, led, scrollTo } = createReader();
    follower.follow(WHOLE, 1);
    scrollTo(3.4);
    follower.follow(NEXT, 0);
    expect(led).toEqual([1, 4]);
  });

  test("who leaves such a chapter is left there", () => {
    const { follower, led, scrollTo } = createReader();
    follower.follow(WHOLE, 1);
    scrollTo(0.2);
    follower.follow(NEXT, 0);
    expect(led).toEqual([1]);
  });
});
