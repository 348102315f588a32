import { CLOSE_LABEL, LISTEN_WORDS as WORDS } from "../../../core/model/strings.ts";
import { createElement } from "../../lib/dom.ts";
import { isRecorded, type Line } from "./lines.ts";
import { hasFailed, type Playback } from "./playback.ts";

export const RATES = [0.75, 1, 1.25, 1.5, 2] as const;

export interface BarEvents {
  readonly toggle: () => void;
  readonly skip: (by: 1 | -1) => void;
  readonly rate: (rate: number) => void;
  /** Brings the reader back to the place that is spoken. */
  readonly find: () => void;
  readonly close: () => void;
}

export interface Bar {
  readonly element: HTMLElement;
  readonly show: (playback: Playback, place: string, line: Line | undefined) => void;
  readonly focus: () => void;
}

/** Builds the controls. Nothing in them is announced by itself: a screen reader would talk over the voice. */
export function createBar(page: Document, rate: number, events: BarEvents): Bar {
  const button = (name: string, press: () => void): HTMLButtonElement => {
    const made = createElement(page, "button", { type: "button" }, name);
    made.addEventListener("click", press);
    return made;
  };
  const place = button("", events.find);
  const [back, next] = [button("", () => events.skip(-1)), button("", () => events.skip(1))];
  const toggle = button(WORDS.pause, events.toggle);
  const rates = createElement(
    page,
    "select",
    { "aria-label": WORDS.rate },
    ...RATES.map((one) => createElement(page, "option", { value: String(one) }, `${one}${WORDS.times}`)),
  );
  rates.value = String(rate);
  rates.addEventListener("change", () => events.rate(Number(rates.value)));
  const failed = createElement(page, "p", { role: "status" });
  const element = createElement(
    page,
    "section",
    { class: "listen-bar", "aria-label": WORDS.name },
    place,
    failed,
    back,
    toggle,
    next,
    rates,
    button(CLOSE_LABEL, events.close),
  );
  // In cards a click on the picture turns the page.
  element.addEventListener("click", (event) => event.stopPropagation());
  return {
    element,
    show(playback, name, line) {
      const { status } = playback;
      toggle.textContent = status === "playing" ? WORDS.pause : status === "ended" ? WORDS.again : WORDS.play;
      const recorded = isRecorded(line);
      const whole = recorded && line.whole;
      place.textContent = !recorded && line?.part === "picture" ? WORDS.picture + name : name;
      back.textContent = whole ? WORDS.chapterBack : WORDS.back;
      next.textContent = whole ? WORDS.chapterNext : WORDS.next;
      failed.textContent = hasFailed(playback) ? (recorded ? WORDS.lost : WORDS.failed) : "";
    },
    focus: () => toggle.focus({ preventScroll: true }),
  };
}
