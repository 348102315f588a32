import { env } from "../reader/env.ts";
import { type Basics, live } from "../reader/live.ts";
import type { LeanStory } from "../story/lean.ts";
import { type Tell, greet } from "./child.ts";
import { heights } from "./heights.ts";
import { obey } from "./obey.ts";
import { type Room, SIGHT } from "./protocol.ts";

/** A frame keeps nothing on a reader's device. */
const NOTHING = { get: () => null, set: () => undefined };

/** The surroundings of a frame: as the reader's system has them, but for the theme, which the host may choose. */
function framed(root: HTMLElement, view: Window): Basics {
  const own = env(view);
  const chosen = root.dataset["theme"];
  return { ...own, device: NOTHING, theme: () => (chosen === "day" || chosen === "night" ? chosen : own.theme()) };
}

/** Still pictures come in the chosen theme, whatever the system prefers. */
function dress(root: HTMLElement): void {
  const chosen = root.dataset["theme"];
  if (chosen === undefined) return;
  for (const source of root.querySelectorAll("source")) source.media = chosen === "night" ? "all" : "not all";
}

/**
 * Tells the story of an embed document, as its host wishes: scrolled on orders, card by card, or unrolled. Throws `missing element: selector`
 * when the document is not the story's.
 */
export function tell(story: LeanStory, root: HTMLElement, view: Window): void {
  let report: Tell = () => undefined;
  let last = -1;
  const stood = live(story, view.document, root, framed(root, view), {
    turned: () => undefined,
    shown(step) {
      if (step === last) return;
      last = step;
      report({ t: "step", n: step });
    },
  });
  dress(root);
  if (stood.reader.reading() === "cards") stood.reader.go({ step: 0, progress: 0 });

  /** What the browser's bars may cover of the frame is no room for pictures. */
  function fit({ svh, top }: Room): void {
    if (svh > top && svh - top < view.innerHeight) root.style.setProperty("--view", `${svh - top}px`);
    else root.style.removeProperty("--view");
  }

  function unroll(): void {
    stood.reader.choose("article");
    heights(view, (height) => report({ t: "height", n: height }));
  }

  if (stood.reader.reading() === "article") unroll();
  greet(view, {
    welcomed(welcome, tell) {
      report = tell;
      last = -1;
      if (welcome.mode === "stack" && stood.reader.reading() !== "article") unroll();
      if (welcome.mode !== "frame" || stood.reader.reading() !== "scroll") return () => undefined;
      fit(welcome);
      const scrolled = obey(view, report);
      return (order) => {
        if (order.t === "env") fit(order);
        else if (order.t === "y") scrolled(order.n);
        else root.classList.toggle("away", order.n === SIGHT.out);
      };
    },
    alone() {
      // Nobody orders: the reader turns the pages.
      if (view.parent !== view && stood.reader.reading() === "scroll") stood.reader.choose("cards");
    },
  });
}
