import type { ScrollSource } from "../player/scroll-source.ts";

/** Half of what a finger needs, px. */
const REACH = 22;

/** A place on the stage where the drawn handle can be taken: laid over its track wherever the picture draws it. */
export interface DragArea {
  /** Lays the grip over the track of the picture now shown, or takes it away where there is none. */
  readonly lay: (here: boolean) => void;
  readonly stop: () => void;
}

function number(node: Element | null, name: string): number {
  return Number(node?.getAttribute(name) ?? Number.NaN);
}

/**
 * `area` covers the track in `stage`; dragging it sideways gives `moved` a share of the track, 0–1, and drawing it up or down scrolls the
 * page as anywhere else. The stage is hidden from assistive technology, so this only doubles the range input.
 */
export function createDragArea(area: HTMLElement, stage: SVGSVGElement, moved: (share: number) => void): DragArea {
  let ends: readonly [from: number, to: number] = [0, 0];
  let laid = "";
  /** Left edge of the stage since the grip was taken: nothing is measured while it is drawn. */
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

/** A stop on the handle's way. */
export interface SliderStop {
  /** Share of the way, 0–1. */
  readonly at: number;
  readonly name: string;
}

export interface Slider {
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
  readonly stations: readonly SliderStop[];
}

/** As near to a station counts as being there, share of the way. */
const NEAR = 0.02;
/** What an arrow key moves, share of the way. */
const KEY = 0.02;
/** A reader who has scrolled as far has gone on, px; a focused range may be scrolled into view. */
const GONE = 60;

/** What a place on the way is called: a station's name, or between which two it lies. */
export function describeValue(share: number, stations: readonly SliderStop[]): string {
  const passed = stations.filter(({ at }) => at <= share + NEAR).at(-1);
  const next = stations.find(({ at }) => at > share + NEAR);
  if (passed === undefined || next === undefined || share <= passed.at + NEAR) return passed?.name ?? "";
  return `从${passed.name}到${next.name}`;
}

/** Where a key leads from `share`, or null for a key that means nothing here: arrows by small steps, the page keys from station to station. */
export function valueAfterKey(key: string, share: number, stations: readonly SliderStop[]): number | null {
  if (key === "ArrowRight" || key === "ArrowUp") return Math.min(1, share + KEY);
  if (key === "ArrowLeft" || key === "ArrowDown") return Math.max(0, share - KEY);
  if (key === "PageUp") return stations.find(({ at }) => at > share + NEAR)?.at ?? 1;
  if (key === "PageDown") return stations.filter(({ at }) => at < share - NEAR).at(-1)?.at ?? 0;
  return null;
}

/** The closing's handle, on the picture and as a range below it: `hold` takes 0–1 while a hand has it, and null once the page scrolls on. */
export function createSlider(
  { input, area, stage, stations }: Parts,
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
    const words = describeValue(share(), stations);
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
    const next = event.ctrlKey || event.metaKey || event.altKey ? null : valueAfterKey(event.key, share(), stations);
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
