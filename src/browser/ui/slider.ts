import type { ScrollSource } from "../player/scroll-source.ts";

/** Half the size of a touch target, px. */
const REACH = 22;

export interface DragArea {
  readonly lay: (here: boolean) => void;
  readonly stop: () => void;
}

function number(node: Element | null, name: string): number {
  return Number(node?.getAttribute(name) ?? Number.NaN);
}

/**
 * Makes `area`, placed over the track in `stage`, draggable: `moved` gets a share of the track, 0–1; vertical drags
 * scroll the page. The stage is hidden from assistive technology, so this only doubles the range input.
 */
function createDragArea(area: HTMLElement, stage: SVGSVGElement, moved: (share: number) => void): DragArea {
  let ends: readonly [from: number, to: number] = [0, 0];
  let laid = "";
  /** Left edge of the stage, px, measured once at pointerdown: no layout is forced during a drag. */
  let left = 0;

  function lay(here: boolean): void {
    const track = here ? stage.querySelector('[data-key="closing:track"]') : null;
    const open = here ? stage.querySelector('[data-key="closing:open"]') : null;
    const [x1, x2, y] = [number(track, "x1"), number(open, "x2"), number(track, "y1")];
    const next = track === null || open === null ? "" : `${x1} ${x2} ${y}`;
    if (next === laid) return;
    laid = next;
    area.hidden = next === "";
    if (area.hidden) return;
    ends = [x1, x2];
    area.style.left = `${x1 - REACH}px`;
    area.style.width = `${x2 - x1 + 2 * REACH}px`;
    area.style.top = `${y - REACH}px`;
  }

  function drag(event: PointerEvent): void {
    if (!area.hasPointerCapture(event.pointerId)) return;
    moved(Math.min(1, Math.max(0, (event.clientX - left - ends[0]) / (ends[1] - ends[0]))));
  }

  function take(event: PointerEvent): void {
    if (!event.isPrimary || event.button !== 0) return;
    left = stage.getBoundingClientRect().left;
    area.setPointerCapture(event.pointerId);
    drag(event);
  }

  area.addEventListener("pointerdown", take);
  area.addEventListener("pointermove", drag);
  return {
    lay,
    stop() {
      area.removeEventListener("pointerdown", take);
      area.removeEventListener("pointermove", drag);
    },
  };
}

export interface SliderStop {
  /** Share of the track, 0–1. */
  readonly at: number;
  readonly name: string;
}

export interface Slider {
  /** Call after every frame. `here`: the slider's step is shown; `share`: the share of the track it shows, 0–1. */
  readonly shown: (here: boolean, share: number) => void;
  /** Call when the reader has left the step otherwise than by scrolling. */
  readonly leave: () => void;
  readonly stop: () => void;
}

interface Parts {
  readonly input: HTMLInputElement;
  readonly area: HTMLElement;
  readonly stage: SVGSVGElement;
  readonly stops: readonly SliderStop[];
}

/** Tolerance of a stop, share of the track. */
const NEAR = 0.02;
/** Step of an arrow key, share of the track. */
const KEY = 0.02;
/** Scroll distance, px, that releases the slider. Focusing the range input may scroll it into view, which must not. */
const GONE = 60;

export function describeValue(share: number, stops: readonly SliderStop[]): string {
  const passed = stops.filter(({ at }) => at <= share + NEAR).at(-1);
  const next = stops.find(({ at }) => at > share + NEAR);
  if (passed === undefined || next === undefined || share <= passed.at + NEAR) return passed?.name ?? "";
  return `从${passed.name}到${next.name}`;
}

/** Returns null for keys without a meaning here. Arrows move by small steps, page keys from stop to stop. */
export function valueAfterKey(key: string, share: number, stops: readonly SliderStop[]): number | null {
  if (key === "ArrowRight" || key === "ArrowUp") return Math.min(1, share + KEY);
  if (key === "ArrowLeft" || key === "ArrowDown") return Math.max(0, share - KEY);
  if (key === "PageUp") return stops.find(({ at }) => at > share + NEAR)?.at ?? 1;
  if (key === "PageDown") return stops.filter(({ at }) => at < share - NEAR).at(-1)?.at ?? 0;
  return null;
}

/**
 * Connects the closing step's slider: the drawn one on the stage and the range input below it. `hold` gets 0–1 while
 * the reader holds it, and null once the page has scrolled on.
 */
export function createSlider(
  { input, area, stage, stops }: Parts,
  scroll: ScrollSource,
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

  const drawn: DragArea = createDragArea(area, stage, (next) => {
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
