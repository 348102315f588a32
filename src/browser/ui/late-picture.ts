import type { ViewMode } from "../../core/model/view-mode.ts";
import type { Mount } from "../lib/defer.ts";
import { createElement, queryAll, queryOne } from "../lib/dom.ts";
import type { ModeController } from "./modes/mode-controller.ts";

/** Time for a picture, ms: until it comes the step has an earlier one behind it. */
const PATIENCE = 4000;

const DRAWN = ".stage[data-easel], .stage svg[data-position]";

/**
 * Shows the stills, as the article does, while the first picture is late; once it has come, restores the view mode for
 * a reader who is still at the top. The returned function ends this when the reader has chosen a mode.
 */
export function showStillsWhileLate(
  root: ParentNode & Node,
  { mode }: Pick<ModeController, "mode">,
  { view, signal }: Mount,
  show: (mode: ViewMode) => void,
): () => void {
  const first = mode();
  const observer = new MutationObserver(look);
  let timer = 0;
  let late = false;

  function isDrawn(): boolean {
    return root.querySelector(DRAWN) !== null;
  }

  function end(): void {
    observer.disconnect();
    view.clearTimeout(timer);
    view.document.removeEventListener("visibilitychange", wait);
  }

  function look(): void {
    if (!isDrawn()) return;
    end();
    if (late && view.scrollY < view.innerHeight / 2) show(first);
  }

  function expire(): void {
    late = true;
    show("article");
  }

  /** A page that is hidden draws nothing. */
  function wait(): void {
    view.clearTimeout(timer);
    if (!view.document.hidden && !late) timer = view.setTimeout(expire, PATIENCE);
  }

  if (first === "article" || isDrawn()) return () => undefined;
  observer.observe(root, { subtree: true, attributes: true, attributeFilter: ["data-easel", "data-position"] });
  view.document.addEventListener("visibilitychange", wait, { signal });
  signal.addEventListener("abort", end);
  wait();
  return end;
}

/**
 * Returns a function that takes the step whose picture is late, or null when none is. It lays the step's still over the
 * stage until the picture comes.
 */
export function createLateStill(root: ParentNode, { view, signal }: Mount): (step: number | null) => void {
  const stage = queryOne(root, ".stage", HTMLElement);
  const steps = queryAll(root, ".step", HTMLElement);
  let late: number | null = null;
  let timer = 0;
  let isOverdue = false;
  const still = createElement(view.document, "div", { class: "late-still" });

  function lay(): void {
    isOverdue = true;
    const picture = late === null ? null : steps[late]?.querySelector("picture");
    if (picture) still.replaceChildren(picture.cloneNode(true));
    stage.append(still);
  }

  function wait(): void {
    if (isOverdue) lay();
    else if (timer === 0) timer = view.setTimeout(lay, PATIENCE);
  }

  function end(): void {
    view.clearTimeout(timer);
    [timer, isOverdue] = [0, false];
    still.remove();
  }

  signal.addEventListener("abort", end);
  return (step) => {
    if (step === late) return;
    late = step;
    if (step === null) end();
    else wait();
  };
}
