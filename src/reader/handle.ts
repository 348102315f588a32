import { grip, type Grip } from "./grip.ts";

export interface Handled {
  /** To be called after every frame: whether the handle's own picture is shown. */
  readonly shown: (here: boolean) => void;
  readonly stop: () => void;
}

interface Parts {
  /** The range that carries the value, for keys and assistive technology. */
  readonly input: HTMLInputElement;
  readonly area: HTMLElement;
  readonly stage: SVGSVGElement;
  /** What the value means from one end to the other, in equal shares. */
  readonly words: readonly string[];
}

/** The closing's handle, on the picture and as a range below it: `hold` takes 0–1 while a hand has it, and null once the page scrolls on. */
export function handle({ input, area, stage, words }: Parts, hold: (share: number | null) => void): Handled {
  const view = input.ownerDocument.defaultView;
  let from = 0;

  function speak(): void {
    const share = Number(input.value) / Number(input.max);
    input.setAttribute("aria-valuetext", words[Math.min(words.length - 1, Math.floor(share * words.length))] ?? "");
  }

  function moved(): void {
    speak();
    from = view?.scrollY ?? 0;
    hold(Number(input.value) / Number(input.max));
  }

  /** A focused range may be scrolled into view; only a reader who goes on lets go of it. */
  function released(): void {
    if (Math.abs((view?.scrollY ?? 0) - from) > 60) hold(null);
  }

  const drawn: Grip = grip(area, stage, (share) => {
    input.value = String(Math.round(share * Number(input.max)));
    moved();
  });
  speak();
  input.addEventListener("input", moved);
  view?.addEventListener("scroll", released, { passive: true });
  return {
    shown: drawn.lay,
    stop() {
      drawn.stop();
      input.removeEventListener("input", moved);
      view?.removeEventListener("scroll", released);
    },
  };
}
