import type { Mount } from "../../lib/defer.ts";

export type PageTurn = 1 | -1 | "first" | "last";

// In px: the least length of a swipe, and the screen's side edges, where swipes are the system's back gesture.
const SWIPE = 40;
const SIDE = 20;

const OWN = "a, button, input, select, textarea, summary, dialog, label, [contenteditable]";
const KEYS: Readonly<Record<string, PageTurn>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -1,
  PageUp: -1,
  ArrowDown: 1,
  PageDown: 1,
  " ": 1,
  Home: "first",
  End: "last",
};

function within(event: Event, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}

/**
 * Turns cards by key, by swipe and by tap, whose left third goes back. Content scrolls first; the wheel is left alone.
 */
export function listenForPageTurns(
  root: Document | ShadowRoot | HTMLElement,
  area: HTMLElement,
  stage: Element,
  active: () => boolean,
  turn: (by: PageTurn) => void,
  { view, signal }: Mount,
): void {
  let down: PointerEvent | null = null;

  function more(way: PageTurn): boolean {
    const { scrollTop, scrollHeight, clientHeight } = view.document.documentElement;
    return way === -1 || way === "first" ? scrollTop > 1 : scrollTop + clientHeight < scrollHeight - 1;
  }

  function key(event: Event): void {
    if (!(event instanceof KeyboardEvent) || !active() || event.defaultPrevented) return;
    const forward = KEYS[event.key];
    if (forward === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (within(event, "input, select, textarea, summary, dialog, [contenteditable]")) return;
    if (event.key === " " && within(event, OWN)) return;
    const by = event.key === " " && event.shiftKey ? -1 : forward;
    if (!/Left|Right/.test(event.key) && more(by)) return;
    event.preventDefault();
    if (!event.repeat) turn(by);
  }

  function tap(event: Event): void {
    if (!(event instanceof MouseEvent) || !active() || event.defaultPrevented || within(event, `${OWN}, .text`)) return;
    const box = stage.getBoundingClientRect();
    const [x, y] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    if (x >= 0 && x <= 1 && y >= 0 && y <= 1) turn(x < 1 / 3 ? -1 : 1);
  }

  function press(event: PointerEvent): void {
    const aside = event.clientX < SIDE || event.clientX > view.innerWidth - SIDE;
    const zoomed = (view.visualViewport?.scale ?? 1) > 1.01;
    const usable = active() && event.isPrimary && event.pointerType !== "mouse" && !aside && !zoomed;
    down = usable && !within(event, "input, dialog") ? event : null;
  }

  function lift(event: PointerEvent): void {
    if (down === null || event.pointerId !== down.pointerId) return;
    const [across, along] = [event.clientX - down.clientX, event.clientY - down.clientY];
    down = null;
    if (Math.abs(across) > SWIPE && Math.abs(across) > 1.5 * Math.abs(along)) turn(across > 0 ? -1 : 1);
  }

  function drop(): void {
    down = null;
  }

  root.addEventListener("keydown", key, { signal });
  area.addEventListener("click", tap, { signal });
  area.addEventListener("pointerdown", press, { signal });
  area.addEventListener("pointerup", lift, { signal });
  area.addEventListener("pointercancel", drop, { signal });
}
