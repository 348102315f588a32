import type { Theme } from "../../../core/model/picture.ts";
import type { Mount } from "../../lib/defer.ts";
import type { ScrollSource } from "../../player/scroll-source.ts";
import { mediaPreferences } from "../../ui/environment.ts";
import { NO_STORAGE } from "../../ui/storage.ts";
import type { StoryEnvironment } from "../../ui/story-view.ts";

/** Counts offsets from the host element's own top, so that content inserted above does not shift them. */
function scrolled({ host, scroller, top }: Omit<ElementPlacement, "theme">, view: Window): ScrollSource {
  const edge = (): number => (scroller === undefined ? 0 : scroller.getBoundingClientRect().top + scroller.clientTop);
  const y = (): number => edge() - host.getBoundingClientRect().top;
  return {
    y,
    top,
    to(next) {
      (scroller ?? view).scrollBy({ top: next - y(), behavior: "instant" });
    },
    onScroll(heard, until) {
      // Scroll events of elements do not bubble; only a capturing listener gets them.
      view.addEventListener("scroll", heard, { capture: true, passive: true, signal: until });
      // Content inserted above moves the story without a scroll event.
      const observer = new ResizeObserver(() => heard());
      observer.observe(view.document.body);
      until.addEventListener("abort", () => observer.disconnect());
    },
  };
}

export interface ElementPlacement {
  readonly host: HTMLElement;
  readonly scroller: Element | undefined;
  readonly top: number;
  readonly theme: Theme | null;
}

/** Uses no history, no storage and no globals of the host page. */
export function elementEnvironment(placement: ElementPlacement, mount: Mount): Omit<StoryEnvironment, "entries"> {
  const { view, signal } = mount;
  const own = mediaPreferences(mount);
  return {
    ...own,
    view,
    signal,
    scroll: scrolled(placement, view),
    theme: () => placement.theme ?? own.theme(),
    device: NO_STORAGE,
  };
}
