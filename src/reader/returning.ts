import type { Position } from "../picture/model.ts";
import type { LeanStory } from "../story/lean.ts";
import type { Surroundings } from "./env.ts";
import { positionOfCard } from "./paging.ts";
import { arrive, leftAt, PLACE_KEY, placeFrom, placeText, positionAt } from "./place.ts";
import type { Readings } from "./readings.ts";
import { remember } from "./remember.ts";
import { resumption } from "./resumption.ts";

export interface Returning {
  /** Opens the page. `address` opens the card that the page's address names; null when it names none. */
  readonly begin: (address: (() => void) | null) => void;
  /** To be called when the reader has moved otherwise than by scrolling. */
  readonly moved: () => void;
  readonly stop: () => void;
}

interface Parts {
  readonly offer: HTMLElement;
  readonly steps: readonly HTMLElement[];
  /** Numeral of a chapter. */
  readonly numeral: (chapter: string) => string;
  /** Hears where the reader is now, as a text to find it again by. */
  readonly kept: (at: Position, text: string) => void;
}

/** A page that opens where its reader left it, or offers to; it keeps the place on this device alone. */
export function returning(story: LeanStory, parts: Parts, reader: Readings, env: Surroundings): Returning {
  const { view, device, tab, address: here } = env;
  const ids = story.steps.map((step) => step.id);
  const kept = remember(view, () => {
    const at = reader.at();
    const text = placeText({ step: ids[at.step] ?? "", progress: at.progress, time: env.now() });
    tab.set(PLACE_KEY, text);
    device.set(PLACE_KEY, text);
    parts.kept(at, text);
  });
  let withdraw = (): void => undefined;

  function name({ step }: Position): string {
    const found = story.steps[step];
    return found === undefined ? "" : `${parts.numeral(found.chapter ?? "")} · ${found.title}`;
  }

  /** Whether a position stands for all that is below the story, where a browser that comes back by itself knows the place better. */
  function below(at: Position): boolean {
    return reader.reading() !== "cards" && at.progress === 1 && at.step === ids.length - 1;
  }

  function begin(address: (() => void) | null): void {
    const found = arrive({
      again: env.again,
      addressed: address !== null || (!env.again && view.scrollY > 0),
      tab: leftAt(placeFrom(here.text()), placeFrom(tab.get(PLACE_KEY)), env.reloaded),
      device: placeFrom(device.get(PLACE_KEY)),
      now: env.now(),
    });
    const at = positionAt(found?.place ?? null, ids);
    if (found?.offered === false && at !== null) {
      // What the browser remembers may be older, and it may go there later.
      if (!below(at)) here.restores(false);
      if (!below(at) || !below(reader.at())) reader.go(at);
      // A page opened in the middle of the story has scrolled to its step, which is all that is left of it now.
      if (reader.reading() === "cards" && at.progress < 1) view.scrollTo({ top: 0, behavior: "instant" });
      kept.moved();
    } else {
      // The browser itself goes to an address where the page is scrolled.
      if (reader.reading() === "article") reader.go(reader.at());
      else if (reader.reading() === "cards")
        if (address === null) reader.go(positionOfCard(0, ids.length));
        else address();
      // What the address says within the page is said by an address of its own. Who scrolled before the script came has moved, too.
      if (address !== null || view.scrollY > 0) kept.moved();
      // Who left at the story's end has read it.
      if (at !== null && at.step > 0 && at.step < ids.length - 1)
        withdraw = resumption(parts.offer, name(at), view, (on) => {
          const to = on ? at : positionOfCard(0, ids.length);
          reader.go(to);
          parts.steps[to.step]?.focus({ preventScroll: true });
          kept.moved();
        });
    }
  }

  return {
    begin,
    moved() {
      withdraw();
      kept.moved();
    },
    stop() {
      withdraw();
      kept.stop();
    },
  };
}
