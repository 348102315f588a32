import { clamp } from "../../core/lib/math.ts";

/**
 * Moves the thumb and marks the current chapter's stop. `show` takes the reader's progress through the story, 0–1, and
 * the chapter's id.
 */
export function createProgressNav(nav: HTMLElement): {
  readonly show: (share: number, chapter: string | null) => void;
  readonly stop: () => void;
} {
  const thumb = nav.querySelector<HTMLElement>(".thumb");
  const track = thumb?.parentElement;
  const links = [...nav.querySelectorAll<HTMLAnchorElement>("a[data-chapter]")];
  let marked: string | null = null;
  let height = 0;
  const observer = new ResizeObserver(() => (height = track?.clientHeight ?? 0));
  if (track) observer.observe(track);
  return {
    show(share, chapter) {
      if (thumb) thumb.style.transform = `translateY(${Math.round(-clamp(share) * Math.max(0, height - 14))}px)`;
      if (chapter === marked) return;
      marked = chapter;
      for (const link of links) {
        if (link.dataset["chapter"] === chapter) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    },
    stop: () => observer.disconnect(),
  };
}
