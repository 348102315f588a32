import type { Guide } from "./guide.ts";
import { isRecorded, type Line, printedOf } from "./lines.ts";

/** Largest distance, in steps, at which readers still count as being where they were put. */
const NEAR = 0.03;

/** Room above and below a spoken line, px. */
const ROOM = 8;

export interface Follower {
  /** Moves the story to a line, of whose step a share is over, unless its reader has gone elsewhere. */
  readonly follow: (line: Line, share: number) => void;
  /** Brings the reader back with the next line, wherever they are. */
  readonly recall: () => void;
}

type Box = Pick<Element, "getBoundingClientRect">;

interface Reading {
  readonly view: Pick<Window, "scrollBy">;
  readonly guide: Guide;
  readonly steps: readonly Pick<Element, "scrollIntoView">[];
  readonly stage: Box;
  /** Reports a move that is no scroll. */
  readonly moved: () => void;
}

/** `bar` covers the foot of the window. */
export function createFollower({ view, guide, steps, stage, moved }: Reading, bar: Box): Follower {
  /** Number of the place to which the reader was led, and the line; null while they were not. */
  let led: { readonly place: number; readonly line: Line } | null = null;

  /** Scrolls a printed line that stands above or below the free part of the window into it. */
  function reveal(printed: readonly Range[]): void {
    const box = printed.map((range) => range.getBoundingClientRect()).find(({ height }) => height > 1);
    if (box === undefined) return;
    const { left, right, bottom } = stage.getBoundingClientRect();
    const under = guide.mode() !== "article" && box.left < right && box.right > left;
    const top = (under ? Math.max(0, bottom) : 0) + ROOM;
    const foot = bar.getBoundingClientRect().top - ROOM;
    const by = box.bottom > foot ? Math.min(box.bottom - foot, box.top - top) : Math.min(0, box.top - top);
    if (Math.abs(by) > 1) view.scrollBy({ top: by, behavior: "instant" });
  }

  /** In a recording without times the reader turns to the steps of the chapter. */
  function stays(): boolean {
    if (led === null || Math.abs(guide.place() - led.place) < NEAR) return true;
    const seen = guide.step();
    return isRecorded(led.line) && led.line.whole && led.line.step <= seen && seen <= led.line.last;
  }

  return {
    follow(line, share) {
      if (!stays()) return;
      if (guide.mode() === "article") steps[line.step]?.scrollIntoView({ block: "nearest", behavior: "instant" });
      else guide.go(line.step, share);
      reveal(printedOf(line));
      led = { place: guide.place(), line };
      moved();
    },
    recall() {
      led = null;
    },
  };
}
