import type { Driven } from "../drive/drive.ts";
import { type Reading, readingOf } from "../drive/reading.ts";
import { READING_KEY } from "../page/reading.ts";
import type { Position } from "../picture/model.ts";
import type { Store } from "./storage.ts";
import { treeOf } from "./tree.ts";

/** The reader before the story: how it is read, and where. */
export interface Readings {
  readonly reading: () => Reading;
  readonly at: () => Position;
  /** Takes the reader to a position, in whatever reading. */
  readonly go: (at: Position) => void;
  /** Changes the reading and keeps the place. */
  readonly choose: (next: Reading) => void;
}

interface Parts {
  /** Carries the reading for the style sheets. */
  readonly ground: HTMLElement;
  readonly after: HTMLElement;
}

/** Three readings of one story. `opened` opens the card of a position, before the page is measured. */
export function readings(
  { ground, after }: Parts,
  driven: Driven,
  view: Window,
  device: Store,
  opened: (at: Position) => void,
): Readings {
  let reading = readingOf(ground.dataset["mode"]);

  function go(at: Position): void {
    if (reading === "cards") opened(at);
    driven.place(at, reading);
  }

  /** What follows the story has no steps: there the place is the thing on the screen. */
  function seen(): Element | null {
    const found = treeOf(after).elementFromPoint(view.innerWidth / 2, view.innerHeight / 3);
    return after.contains(found) ? found : null;
  }

  return {
    reading: () => reading,
    at: driven.at,
    go,
    choose(next) {
      if (next === reading) return;
      const at = driven.at();
      const thing = seen();
      const before = thing?.getBoundingClientRect().top ?? 0;
      reading = next;
      ground.dataset["mode"] = next;
      ground.classList.toggle("live", next !== "article");
      device.set(READING_KEY, next);
      go(at);
      if (thing !== null) view.scrollBy({ top: thing.getBoundingClientRect().top - before, behavior: "instant" });
      else if (next === "cards") view.scrollTo({ top: 0, behavior: "instant" });
    },
  };
}
