import type { Scrolling } from "../drive/scrolling.ts";
import { grip, type Grip } from "./grip.ts";

/** A stop on the handle's way. */
export interface Station {
  /** Share of the way, 0–1. */
  readonly at: number;
  readonly name: string;
}

export interface Handled {
  /** To be called after every frame: whether the handle's own picture is shown, and which share of its way it shows. */
  readonly shown: (here: boolean, share: number) => void;
  /** To be called when the reader has left it otherwise than by scrolling. */
  readonly leave: () => void;
  readonly stop: () => void;
}

interface Parts {
  /** The range that carries the value, for keys and assistive technology. */
  readonly input: HTMLInputElement;
  readonly area: HTMLElement;
  readonly stage: SVGSVGElement;
  /** In the order of the way, the first at its start. */
  readonly stations: readonly Station[];
}

/** As near to a station counts as being there, share of the way. */
const NEAR = 0.02;
/** What an arrow key moves, share of the way. */
const KEY = 0.02;
/** A reader who has scrolled as far has gone on, px; a focused range may be scrolled into view. */
const GONE = 60;

/** What a place on the way is called: a station's name, or between which two it lies. */
export function spoken(share: number, stations: readonly Station[]): string {
  const passed = stations.filter(({ at }) => at <= share + NEAR).at(-1);
  const next = stations.find(({ at }) => at > share + NEAR);
  if (passed === undefined || next === undefined || share <= passed.at + NEAR) return passed?.name ?? "";
  return `从${passed.name}到${next.name}`;
}

/** Where a key leads from `share`, or null for a key that means nothing here: arrows by small steps, the page keys from station to station. */
export function keyed(key: string, share: number, stations: readonly Station[]): number | null {
  if (key === "ArrowRight" || key === "ArrowUp") return Math.min(1, share + KEY);
  if (key === "ArrowLeft" || key === "ArrowDown") return Math.max(0, share - KEY);
  if (key === "PageUp") return stations.find(({ at }) => at > share + NEAR)?.at ?? 1;
  if (key === "PageDown") return stations.filter(({ at }) => at < share - NEAR).at(-1)?.at ?? 0;
  return null;
}

/** The closing's handle, on the picture and as a range below it: `hold` takes 0–1 while a hand has it, and null once the page scrolls on. */
export function handle(
  { input, area, stage, stations }: Parts,
  scroll: Scrolling,
  hold: (share: number | null) => void,
): Handled {
  let held = false;
  let from = 0;
  let said = "";

  function share(): number {
    return Number(input.value) / Number(input.max);
  }

  function speak(): void {
    const words = spoken(share(), stations);
    if (words !== said) input.setAttribute("aria-valuetext", (said = words));
  }

  function moved(): void {
    speak();
    from = scroll.y();
    held = true;
    hold(share());
  }

  function set(next: number): void {
    input.value = String(Math.round(next * Number(input.max)));
  }

  function press(event: KeyboardEvent): void {
    const next = event.ctrlKey || event.metaKey || event.altKey ? null : keyed(event.key, share(), stations);
    if (next === null) return;
    event.preventDefault();
    set(next);
    moved();
  }

  function released(): void {
    if (!held || Math.abs(scroll.y() - from) <= GONE) return;
    held = false;
    hold(null);
  }

  /** Keys go on where a hand left off. */
  function taken(event: Event): void {
    event.preventDefault();
    input.focus({ preventScroll: true });
  }

  const drawn: Grip = grip(area, stage, (next) => {
    set(next);
    moved();
  });
  speak();
  input.addEventListener("input", moved);
  input.addEventListener("keydown", press);
  area.addEventListener("mousedown", taken);
  const unscroll = scroll.onScroll(released);
  return {
    shown(here, at) {
      drawn.lay(here);
      if (!here || held) return;
      set(at);
      speak();
    },
    leave() {
      held = false;
    },
    stop() {
      drawn.stop();
      input.removeEventListener("input", moved);
      input.removeEventListener("keydown", press);
      area.removeEventListener("mousedown", taken);
      unscroll();
    },
  };
}
