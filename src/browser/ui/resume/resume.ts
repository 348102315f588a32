import type { Position } from "../../../core/model/picture.ts";
import type { SceneStory } from "../../../core/model/story.ts";
import type { PageEnvironment } from "../environment.ts";
import { positionOfCard } from "../modes/cards.ts";
import type { ModeController } from "../modes/mode-controller.ts";
import { saveOnMove } from "./save-on-move.ts";
import {
  decideOnArrival,
  latestPosition,
  parsePosition,
  POSITION_KEY,
  serializePosition,
  toPosition,
} from "./saved-position.ts";

/** Offers to go on where the reader left off. Taken back when the reader has decided or simply reads on; returns how to take it back. */
export function showResumePrompt(
  offer: HTMLElement,
  where: string,
  view: Window,
  go: (on: boolean) => void,
): () => void {
  const name = offer.querySelector("b");
  const [on, anew] = offer.querySelectorAll("button");
  if (name) name.textContent = where;

  function withdraw(): void {
    offer.hidden = true;
    view.removeEventListener("scroll", passed);
  }

  function passed(): void {
    if (view.scrollY > view.innerHeight / 2) withdraw();
  }

  function decide({ currentTarget }: Event): void {
    withdraw();
    go(currentTarget === on);
  }

  for (const button of [on, anew]) button?.addEventListener("click", decide);
  view.addEventListener("scroll", passed, { passive: true });
  offer.hidden = false;
  return withdraw;
}

export interface Resume {
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
export function createResume(story: SceneStory, parts: Parts, reader: ModeController, env: PageEnvironment): Resume {
  const { view, device, tab, address: here } = env;
  const ids = story.steps.map((step) => step.id);
  const kept = saveOnMove(view, () => {
    const at = reader.at();
    const text = serializePosition({ step: ids[at.step] ?? "", progress: at.progress, time: env.now() });
    tab.set(POSITION_KEY, text);
    device.set(POSITION_KEY, text);
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
    const found = decideOnArrival({
      again: env.isReturning,
      addressed: address !== null || (!env.isReturning && view.scrollY > 0),
      tab: latestPosition(parsePosition(here.savedText()), parsePosition(tab.get(POSITION_KEY)), env.isReload),
      device: parsePosition(device.get(POSITION_KEY)),
      now: env.now(),
    });
    const at = toPosition(found?.place ?? null, ids);
    if (found?.offered === false && at !== null) {
      // What the browser remembers may be older, and it may go there later.
      if (!below(at)) here.setScrollRestoration(false);
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
        withdraw = showResumePrompt(parts.offer, name(at), view, (on) => {
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
