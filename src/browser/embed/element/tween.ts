import { easeInOutCubic } from "../../../core/lib/math.ts";
import type { Mount } from "../../lib/defer.ts";
import type { Tween } from "../../player/tween.ts";

/** Tweens without gsap, which sets (or takes over) two globals on the host page's window. */
export function createElementTween({ view, signal }: Mount, draw: (shown: number) => void): Tween {
  let shown = 0;
  let frame = 0;

  function still(): void {
    view.cancelAnimationFrame(frame);
    frame = 0;
  }

  function cut(target: number): void {
    still();
    shown = target;
    draw(target);
  }

  signal.addEventListener("abort", still);
  return {
    jumpTo: cut,
    animateTo(target, seconds) {
      still();
      const from = shown;
      let start = Number.NaN;
      const step = (now: number): void => {
        if (Number.isNaN(start)) start = now;
        const share = (now - start) / (seconds * 1000);
        if (share >= 1) return cut(target);
        shown = from + (target - from) * easeInOutCubic(share);
        draw(shown);
        frame = view.requestAnimationFrame(step);
      };
      frame = view.requestAnimationFrame(step);
    },
    value: () => shown,
  };
}
