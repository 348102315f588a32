import type { Theme } from "../picture/model.ts";
import { env } from "../reader/env.ts";
import { type Basics, live } from "../reader/live.ts";
import { FORGETFUL } from "../reader/storage.ts";
import type { LeanStory } from "../story/lean.ts";
import { greet, type Manners, type Tell } from "./child.ts";
import { heights } from "./heights.ts";
import { obey } from "./obey.ts";
import type { Welcome } from "./protocol.ts";
import { stillsIn, themeOf } from "./theme.ts";

/** The surroundings of a frame: as the reader's system has them, but for the theme, which the host may choose. */
function framed(chosen: Theme | null, view: Window): Basics {
  const own = env(view);
  return { ...own, device: FORGETFUL, theme: () => chosen ?? own.theme() };
}

/**
 * Tells the story of an embed document, as its host wishes: scrolled on orders, card by card, or unrolled. Throws `missing element: selector`
 * when the document is not the story's.
 */
export function tell(story: LeanStory, root: HTMLElement, view: Window): void {
  const chosen = themeOf(root.dataset["theme"]);
  let tell: Tell = () => undefined;
  let last = -1;
  let height = 0;
  /** Says something to the host. It lets no height change that its reader has passed, and is told again when they come back. */
  const report: Tell = (said) => {
    if (said.t === "height") height = said.n;
    tell(said);
  };
  const stood = live(story, view.document, root, framed(chosen, view), {
    turned: () => undefined,
    shown(step) {
      if (step === last) return;
      last = step;
      report({ t: "step", n: step });
    },
  });
  if (chosen !== null) stillsIn(root, chosen);
  if (stood.reader.reading() === "cards") stood.reader.go({ step: 0, progress: 0 });

  /** What the browser's bars may cover of the frame is no room for pictures. */
  function fit({ svh, top }: Welcome): void {
    if (svh > top && svh - top < view.innerHeight) root.style.setProperty("--view", `${svh - top}px`);
    else root.style.removeProperty("--view");
  }

  function unroll(): void {
    stood.reader.choose("article");
    heights(view, (height) => report({ t: "height", n: height }));
  }

  if (stood.reader.reading() === "article") unroll();
  let obeyed: ((y: number) => void) | undefined;
  const manners: Manners = {
    welcomed(welcome, told) {
      tell = told;
      last = -1;
      if (welcome.mode === "stack" && stood.reader.reading() !== "article") unroll();
      if (welcome.mode === "frame" && stood.reader.reading() === "scroll") {
        fit(welcome);
        obeyed ??= obey(view, report);
      }
      if (height > 0) tell({ t: "height", n: height });
      return ({ t, n }) => {
        if (t === "y") return obeyed?.(n);
        root.classList.toggle("away", n === 0);
        if (n > 0 && height > 0) tell({ t: "height", n: height });
      };
    },
    alone() {
      // Nobody orders: the reader turns the pages.
      if (view.parent !== view && stood.reader.reading() === "scroll") stood.reader.choose("cards");
    },
  };
  let ungreet = greet(view, manners);
  let width = view.innerWidth;
  view.addEventListener("resize", () => {
    // A turned phone has another room; bars that come and go change only the height.
    if (view.innerWidth === width) return;
    width = view.innerWidth;
    ungreet();
    ungreet = greet(view, manners);
  });
}
