import { clamp } from "../../core/lib/math.ts";

/** The returned function takes the reader's progress through the story, 0–1. */
export function createProgressNav(
  nav: HTMLElement,
  signal: AbortSignal,
): (share: number, chapter: string | null) => void {
  const thumb = nav.querySelector<HTMLElement>(".thumb");
  const track = thumb?.parentElement;
  const links = [...nav.querySelectorAll<HTMLAnchorElement>("a[data-chapter]")];
  let marked: string | null = null;
  let height = 0;
  let moved = 0;
  const observer = new ResizeObserver(() => (height = track?.clientHeight ?? 0));
  if (track) observer.observe(track);
  signal.addEventListener("abort", () => observer.disconnect());
  return (share, chapter) => {
    const by = Math.round(-clamp(share) * Math.max(0, height - 14));
    if (thumb && by !== moved) thumb.style.transform = `translateY(${(moved = by)}px)`;
    if (chapter === marked) return;
    marked = chapter;
    for (const link of links) {
      if (link.dataset["chapter"] === chapter) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
}
