import { clamp } from "../../core/lib/math.ts";

/** The cage rises with the reader and the station of the present chapter is marked. `show` takes travel as a share of the story and the chapter's id. */
export function createProgressNav(nav: HTMLElement): {
  readonly show: (share: number, chapter: string | null) => void;
  readonly stop: () => void;
} {
  const cage = nav.querySelector<HTMLElement>(".cage");
  const well = cage?.parentElement;
  const links = [...nav.querySelectorAll<HTMLAnchorElement>("a[data-chapter]")];
  let marked: string | null = null;
  let height = 0;
  const observer = new ResizeObserver(() => (height = well?.clientHeight ?? 0));
  if (well) observer.observe(well);
  return {
    show(share, chapter) {
      if (cage) cage.style.transform = `translateY(${Math.round(-clamp(share) * Math.max(0, height - 14))}px)`;
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
