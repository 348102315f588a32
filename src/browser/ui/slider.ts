import type { Track } from "../../core/model/picture.ts";
import { describeBetween } from "../../core/model/strings.ts";
import type { SliderStop } from "../../core/picture/slider.ts";
import type { PlayerEnvironment } from "../player/player.ts";

const REACH = 22;

/**
 * Leaves vertical drags to the page. The stage is hidden from assistive technology: this only doubles the range input.
 */
function createDragArea(
  { area, stage }: Pick<Parts, "area" | "stage">,
  signal: AbortSignal,
  moved: (share: number) => void,
): (track: Track | null) => void {
  let laid: Track | null = null;
  /** In px, measured once at pointerdown: no layout is forced during a drag. */
  let left = 0;

  function lay(track: Track | null): void {
    if (track === laid) return;
    laid = track;
    area.hidden = track === null;
    if (track === null) return;
    const { x1, x2, y } = track;
    area.style.left = `${x1 - REACH}px`;
    area.style.width = `${x2 - x1 + 2 * REACH}px`;
    area.style.top = `${y - REACH}px`;
  }

  function drag(event: PointerEvent): void {
    if (laid === null || !area.hasPointerCapture(event.pointerId)) return;
    moved(Math.min(1, Math.max(0, (event.clientX - left - laid.x1) / (laid.x2 - laid.x1))));
  }

  function take(event: PointerEvent): void {
    if (!event.isPrimary || event.button !== 0) return;
    left = stage.getBoundingClientRect().left;
    area.setPointerCapture(event.pointerId);
    drag(event);
  }

  area.addEventListener("pointerdown", take, { signal });
  area.addEventListener("pointermove", drag, { signal });
  return lay;
}

export interface Slider {
  readonly shown: (track: Track | null, share: number) => void;
  readonly leave: () => void;
}

interface Parts {
  readonly input: HTMLInputElement;
  readonly area: HTMLElement;
  readonly stage: SVGSVGElement;
  readonly stops: readonly SliderStop[];
}

// Shares of the track: the tolerance of a stop, and the step of an arrow key.
const NEAR = 0.02;
const KEY = 0.02;
/** Scroll distance, px, that releases the slider. Focusing the range input may scroll it into view, which must not. */
const GONE = 60;

export function describeValue(share: number, stops: readonly SliderStop[]): string {
  const passed = stops.filter(({ at }) => at <= share + NEAR).at(-1);
  const next = stops.find(({ at }) => at > share + NEAR);
  if (passed === undefined || next === undefined || share <= passed.at + NEAR) return passed?.name ?? "";
  return describeBetween(passed.name, next.name);
}

export function valueAfterKey(key: string, share: number, stops: readonly SliderStop[]): number | null {
  if (key === "ArrowRight" || key === "ArrowUp") return Math.min(1, share + KEY);
  if (key === "ArrowLeft" || key === "ArrowDown") return Math.max(0, share - KEY);
  if (key === "PageUp") return stops.find(({ at }) => at > share + NEAR)?.at ?? 1;
  if (key === "PageDown") return stops.filter(({ at }) => at < share - NEAR).at(-1)?.at ?? 0;
  return null;
}

/** Calls `hold` with 0–1 while the reader holds the slider, with null once the page has scrolled on. */
export function createSlider(
  { input, area, stage, stops }: Parts,
  { scroll, signal }: Pick<PlayerEnvironment, "scroll" | "signal">,
  hold: (share: number | null) => void,
): Slider {
  let held = false;
  let from = 0;
  let said = "";

  function share(): number {
    return Number(input.value) / Number(input.max);
  }

  function speak(): void {
    const words = describeValue(share(), stops);
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
    const next = event.ctrlKey || event.metaKey || event.altKey ? null : valueAfterKey(event.key, share(), stops);
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

  /** Focus the input, so that keys continue from the dragged value. */
  function taken(event: Event): void {
    event.preventDefault();
    input.focus({ preventScroll: true });
  }

  const layDragArea = createDragArea({ area, stage }, signal, (next) => {
    set(next);
    moved();
  });
  speak();
  input.addEventListener("input", moved, { signal });
  input.addEventListener("keydown", press, { signal });
  area.addEventListener("mousedown", taken, { signal });
  scroll.onScroll(released);
  return {
    shown(track, at) {
      layDragArea(track);
      if (track === null || held) return;
      set(at);
      speak();
    },
    leave() {
      held = false;
    },
  };
}
