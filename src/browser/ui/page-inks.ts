import type { PageColours } from "../../core/model/stage-messages.ts";

/** Parts in the window whichever step is shown; some come late, and some only where a device can listen. */
const BESIDE_STEPS = ".progress-nav, .mode-menu, .pager, .listen-bar";

export interface ColouredParts {
  /** Has the colours of the whole page. */
  readonly themeRoot: HTMLElement;
  readonly root: ParentNode;
  readonly steps: readonly HTMLElement[];
}

/** Tells the page that the picture has other colours, or that another step is shown. */
export type ShowPageInks = (colours: PageColours, shown: { readonly index: number; readonly still: boolean }) => void;

function write(target: HTMLElement, before: PageColours, colours: PageColours): void {
  for (const [name, value] of Object.entries(colours))
    if (before[name] !== value) target.style.setProperty(name, value);
}

/**
 * Gives the page the colours of its picture as custom properties. While the picture moves, only the parts in the window
 * have the newest: the style of the whole page would be computed in a frame of the scroll, and longer for every step.
 */
export function createPageInks({ themeRoot, root, steps }: ColouredParts, signal: AbortSignal): ShowPageInks {
  let page: PageColours = {};
  const ahead = new Map<HTMLElement, PageColours>();

  function nearby(index: number): readonly HTMLElement[] {
    return [...steps.slice(Math.max(0, index - 1), index + 2), ...root.querySelectorAll<HTMLElement>(BESIDE_STEPS)];
  }

  function clear(): void {
    for (const [part, colours] of ahead) for (const name of Object.keys(colours)) part.style.removeProperty(name);
    ahead.clear();
  }

  signal.addEventListener("abort", clear);
  return (colours, { index, still }) => {
    if (still) {
      write(themeRoot, page, colours);
      page = colours;
      return clear();
    }
    for (const part of nearby(index)) {
      write(part, ahead.get(part) ?? page, colours);
      ahead.set(part, colours);
    }
  };
}
