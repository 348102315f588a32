import type { Position } from "../../../core/model/picture.ts";
import type { StoryOutline } from "../../../core/model/story.ts";
import type { Mount } from "../../lib/defer.ts";
import type { PageEnvironment } from "../environment.ts";
import { positionOfCard } from "../modes/cards.ts";
import type { ModeController } from "../modes/mode-controller.ts";
import { saveOnMove } from "./save-on-move.ts";
import {
  decideOnArrival,
  latestPosition,
  parsePosition,
  readPosition,
  savePosition,
  serializePosition,
  toPosition,
} from "./saved-position.ts";

function showResumePrompt(offer: HTMLElement, where: string, mount: Mount, go: (on: boolean) => void): () => void {
  const { view } = mount;
  const prompt = new AbortController();
  const { signal } = prompt;
  const name = offer.querySelector("b");
  const [on, anew] = offer.querySelectorAll("button");
  if (name) name.textContent = where;

  function withdraw(): void {
    offer.hidden = true;
    prompt.abort();
  }

  function passed(): void {
    if (view.scrollY > view.innerHeight / 2) withdraw();
  }

  function decide({ currentTarget }: Event): void {
    withdraw();
    go(currentTarget === on);
  }

  for (const button of [on, anew]) button?.addEventListener("click", decide, { signal });
  view.addEventListener("scroll", passed, { passive: true, signal });
  mount.signal.addEventListener("abort", withdraw, { signal });
  offer.hidden = false;
  return withdraw;
}

export interface Resume {
  /** `address` opens the card that the URL's hash names; null when it names none. */
  readonly begin: (address: (() => void) | null) => void;
  /** Call when the reader has moved otherwise than by scrolling. */
  readonly moved: () => void;
}

interface Parts {
  readonly offer: HTMLElement;
  readonly steps: readonly HTMLElement[];
  readonly numeral: (chapter: string) => string;
  readonly kept: (at: Position, text: string) => void;
}

/** Stores positions on this device only. */
export function createResume(story: StoryOutline, parts: Parts, reader: ModeController, env: PageEnvironment): Resume {
  const { view, device, tab, address: here } = env;
  const ids = story.steps.map((step) => step.id);
  const reportMove = saveOnMove(env, () => {
    const at = reader.at();
    const text = serializePosition({ step: ids[at.step] ?? "", progress: at.progress, time: env.now() });
    savePosition(text, [tab, device]);
    parts.kept(at, text);
  });
  let withdraw = (): void => undefined;

  function name({ step }: Position): string {
    const found = story.steps[step];
    return found === undefined ? "" : `${parts.numeral(found.chapter ?? "")} · ${found.title}`;
  }

  /**
   * Returns true at the story's end, which stands for all below it: there the browser's own restoration is more exact.
   */
  function below(at: Position): boolean {
    return reader.mode() !== "cards" && at.progress === 1 && at.step === ids.length - 1;
  }

  function begin(address: (() => void) | null): void {
    const found = decideOnArrival({
      again: env.isReturning,
      addressed: address !== null || (!env.isReturning && view.scrollY > 0),
      tab: latestPosition(parsePosition(here.savedText()), readPosition(tab), env.isReload),
      device: readPosition(device),
      now: env.now(),
    });
    const at = toPosition(found?.place ?? null, ids);
    if (found?.offered === false && at !== null) {
      // The browser may restore an older offset, and only later.
      if (!below(at)) here.setScrollRestoration(false);
      if (below(at) && below(reader.at())) reader.stay();
      else reader.go(at);
      // A deep-linked page has scrolled to its step, which is the only card shown now.
      if (reader.mode() === "cards" && at.progress < 1) view.scrollTo({ top: 0, behavior: "instant" });
      reportMove();
    } else {
      // In scroll mode the browser itself scrolls to the hash.
      if (reader.mode() === "article") reader.stay();
      else if (reader.mode() === "cards")
        if (address === null) reader.go(positionOfCard(0, ids.length));
        else address();
      // The URL needs its own path for a hash; and the reader may have scrolled before the script ran.
      if (address !== null || view.scrollY > 0) reportMove();
      // No prompt at the cover, or at the last step: that reader has finished.
      if (at !== null && at.step > 0 && at.step < ids.length - 1)
        withdraw = showResumePrompt(parts.offer, name(at), env, (on) => {
          const to = on ? at : positionOfCard(0, ids.length);
          reader.go(to);
          parts.steps[to.step]?.focus({ preventScroll: true });
          reportMove();
        });
    }
  }

  return {
    begin,
    moved() {
      withdraw();
      reportMove();
    },
  };
}
