import type { Theme } from "../../../core/model/picture.ts";
import type { ScrollSource } from "../../player/scroll-source.ts";
import { mediaPreferences } from "../../ui/environment.ts";
import { NO_STORAGE } from "../../ui/storage.ts";
import type { StoryEnvironment } from "../../ui/story-view.ts";
import { createElementTween } from "./tween.ts";

/**
 * The page around, as it is scrolled by its window or, where there is one, by `scroller`. `host` is what the story stands in, `top` what
 * covers the upper edge of what scrolls, px. Places are told from the story's own beginning, so that nothing above it can shift them.
 */
function scrolled(host: HTMLElement, scroller: Element | undefined, top: number, view: Window): ScrollSource {
  const edge = (): number => (scroller === undefined ? 0 : scroller.getBoundingClientRect().top + scroller.clientTop);
  const y = (): number => edge() - host.getBoundingClientRect().top;
  return {
    y,
    top,
    observed: false,
    to(next) {
      (scroller ?? view).scrollBy({ top: next - y(), behavior: "instant" });
    },
    onScroll(heard) {
      // Of what scrolls within the page only the capture tells.
      view.addEventListener("scroll", heard, { capture: true, passive: true });
      // What is put into the page above moves the story as well.
      const observer = new ResizeObserver(() => heard());
      observer.observe(view.document.body);
      return () => {
        view.removeEventListener("scroll", heard, { capture: true });
        observer.disconnect();
      };
    },
  };
}

/** Where the story is a guest. */
export interface ElementPlacement {
  readonly host: HTMLElement;
  /** What scrolls it, other than the window. */
  readonly scroller: Element | undefined;
  /** px. */
  readonly top: number;
  /** The host's choice; null leaves it to the reader's system. */
  readonly theme: Theme | null;
}

/** The surroundings of a story that is a guest in another's page: no address, no memory, no name left on the window. */
export function elementEnvironment({ host, scroller, top, theme }: ElementPlacement, view: Window): StoryEnvironment {
  const own = mediaPreferences(view);
  return {
    ...own,
    view,
    scroll: scrolled(host, scroller, top, view),
    clock: (draw) => createElementTween(view, draw),
    theme: () => theme ?? own.theme(),
    device: NO_STORAGE,
  };
}
