import type { Position } from "../../../core/model/picture.ts";
import { viewModeKey } from "../../../core/model/names.ts";
import { parseViewMode, type ViewMode } from "../../../core/model/view-mode.ts";
import { rootOf } from "../../lib/dom.ts";
import type { Player } from "../../player/player.ts";
import type { Store } from "../storage.ts";

export interface ModeController {
  readonly mode: () => ViewMode;
  readonly at: () => Position;
  readonly go: (at: Position) => void;
  /** Leaves the reader where the page has opened. */
  readonly stay: () => void;
  /** Shows a mode, and keeps it as the reader's own. */
  readonly choose: (next: ViewMode) => void;
  /** Shows a mode for this visit. */
  readonly show: (next: ViewMode) => void;
}

interface Parts {
  readonly themeRoot: HTMLElement;
  readonly after: HTMLElement;
}

/** Calls `opened`, which shows the card of a position, before the page is measured. */
export function createModeController(
  { themeRoot, after }: Parts,
  driven: Player,
  view: Window,
  device: Store,
  opened: (at: Position) => void,
): ModeController {
  let mode = parseViewMode(themeRoot.dataset["mode"]);

  function go(at: Position): void {
    if (mode === "cards") opened(at);
    driven.moveReaderTo(at, mode);
  }

  /** Returns the appendix element in the upper third: below the story a position is not enough. */
  function seen(): Element | null {
    const found = rootOf(after).elementFromPoint(view.innerWidth / 2, view.innerHeight / 3);
    return after.contains(found) ? found : null;
  }

  function show(next: ViewMode): void {
    if (next === mode) return;
    const at = driven.readerPosition();
    const thing = seen();
    const before = thing?.getBoundingClientRect().top ?? 0;
    mode = next;
    themeRoot.dataset["mode"] = next;
    themeRoot.classList.toggle("enhanced", next !== "article");
    go(at);
    if (thing !== null) view.scrollBy({ top: thing.getBoundingClientRect().top - before, behavior: "instant" });
    else if (next === "cards") view.scrollTo({ top: 0, behavior: "instant" });
  }

  return {
    mode: () => mode,
    at: driven.readerPosition,
    go,
    stay: () => driven.openIn(mode),
    choose(next) {
      device.set(viewModeKey(STORY_NAME), next);
      show(next);
    },
    show,
  };
}
