export interface Tween {
  readonly jumpTo: (target: number) => void;
  readonly animateTo: (target: number, seconds: number) => void;
  readonly value: () => number;
}

type Gsap = (typeof import("gsap/gsap-core"))["gsap"];

/** Loads gsap after the first paint; until then, or if it fails to load, `animateTo` jumps. */
export function createTween(draw: (shown: number) => void, signal: AbortSignal): Tween {
  const state = { shown: 0 };
  let gsap: Gsap | null = null;
  void import("gsap/gsap-core").then(
    // A file that comes empty has no export.
    (module: { readonly gsap?: Gsap }) => (gsap = module.gsap ?? null),
    () => undefined,
  );
  signal.addEventListener("abort", () => gsap?.killTweensOf(state));

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
        // gsap rounds to six decimals; end on exactly the value that `jumpTo` gives.
        onComplete: () => cut(target),
      });
    },
    value: () => state.shown,
  };
}
