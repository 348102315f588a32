import type { Track } from "../../core/model/picture.ts";
import { describeBetween } from "../../core/model/strings.ts";
import type { SliderStop } from "../../core/picture/slider.ts";
import type { PlayerEnvironment } from "../player/player.ts";

// Reach of the thumb around its middle, px, as in `slider.css`: a finger finds it, and the input ends before the nav.
const [ACROSS, ALONG] = [22, 16];

export interface Slider {
  readonly shown: (track: Track | null, share: number) => void;
  readonly leave: () => void;
}

interface Parts {
  /** Its list names the stops. */
  readonly input: HTMLInputElement;
  /** Has `data-laid` while the input lies over the stage: a step with containment would hold what is fixed. */
  readonly step: Element;
  readonly stage: SVGSVGElement;
}

function stopsOf({ list, max }: HTMLInputElement): readonly SliderStop[] {
  return [...(list?.options ?? [])].map(({ value, label }) => ({ at: Number(value) / Number(max), name: label }));
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
  { input, step, stage }: Parts,
  { scroll, signal, view }: Pick<PlayerEnvironment, "scroll" | "signal" | "view">,
  hold: (share: number | null) => void,
): Slider {
  const stops = stopsOf(input);
  /** While the slider is held. A listener costs time in every frame of a scroll. */
  let holding: AbortController | null = null;
  let from = 0;
  let said = "";
  let laid: Track | null = null;
  let frame = 0;

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
    if (holding === null) {
      holding = new AbortController();
      scroll.onScroll(released, holding.signal);
    }
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

  function leave(): void {
    holding?.abort();
    holding = null;
  }

  function released(): void {
    if (Math.abs(scroll.y() - from) <= GONE) return;
    leave();
    hold(null);
  }

  /** Lays the input over the drawn track. Measures in a frame of its own, when nothing has been written yet. */
  function lay(track: Track | null): void {
    if (track === laid) return;
    laid = track;
    view.cancelAnimationFrame(frame);
    input.classList.toggle("laid", track !== null);
    step.toggleAttribute("data-laid", track !== null);
    if (track === null) return;
    const { x1, x2, y } = track;
    const { style } = input;
    style.top = `calc(var(--pin, 0px) + ${y - ACROSS}px)`;
    style.width = `${x2 - x1 + 2 * ALONG}px`;
    style.translate = "none";
    frame = view.requestAnimationFrame(() => {
      // A stage of a broken width or height shows its picture, of whole px, a little larger.
      const { a: scale, e: left } = stage.getScreenCTM() ?? new DOMMatrix();
      const beside = left - input.getBoundingClientRect().left;
      style.top = `calc(var(--pin, 0px) + ${scale * y - ACROSS}px)`;
      style.width = `${scale * (x2 - x1) + 2 * ALONG}px`;
      style.translate = `${beside + scale * x1 - ALONG}px`;
    });
  }

  speak();
  input.addEventListener("input", moved, { signal });
  input.addEventListener("keydown", press, { signal });
  signal.addEventListener("abort", () => {
    leave();
    view.cancelAnimationFrame(frame);
  });
  return {
    shown(track, at) {
      lay(track);
      if (track === null || holding !== null) return;
      set(at);
      speak();
    },
    leave,
  };
}
