/** Moves one number to its target; the only thing in the page that knows time. */
export interface Tween {
  /** Is there at once. */
  readonly jumpTo: (target: number) => void;
  /** Goes there in `seconds`, from wherever it is. */
  readonly animateTo: (target: number, seconds: number) => void;
  readonly value: () => number;
  readonly stop: () => void;
}

type Gsap = (typeof import("gsap/gsap-core"))["gsap"];

/**
 * `draw` is called with every new value. The tweening library comes after the first paint; until it is there, and if it never comes,
 * every aim is a cut: the reader loses a movement, never a picture.
 */
export function createTween(draw: (shown: number) => void): Tween {
  const state = { shown: 0 };
  let gsap: Gsap | null = null;
  let stopped = false;
  void import("gsap/gsap-core").then(
    (module) => {
      if (!stopped) gsap = module.gsap;
    },
    () => undefined,
  );

  function cut(target: number): void {
    gsap?.killTweensOf(state);
    state.shown = target;
    draw(target);
  }

  return {
    jumpTo: cut,
    animateTo(target, seconds) {
      if (gsap === null) return cut(target);
      gsap.to(state, {
        shown: target,
        duration: seconds,
        ease: "power2.inOut",
        overwrite: true,
        onUpdate: () => draw(state.shown),
        // The library rounds to six places; the end of a movement must be the very place a cut goes to.
        onComplete: () => cut(target),
      });
    },
    value: () => state.shown,
    stop() {
      stopped = true;
      gsap?.killTweensOf(state);
    },
  };
}
