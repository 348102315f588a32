import { cardOf } from "../drive/settle.ts";
import { REST } from "../picture/beats.ts";
import type { Position } from "../picture/model.ts";
import type { Readings } from "./readings.ts";
import { type Turn, turning } from "./turning.ts";

/** Number of the card a reader at a position reads; in a story of `steps` steps the card of that number is what comes after it. */
export function cardAt(at: Position, steps: number): number {
  return at.step === steps - 1 && at.progress >= 1 ? steps : cardOf(at);
}

/** Where a reader of a card is. */
export function positionOfCard(card: number, steps: number): Position {
  return card < steps ? { step: card, progress: REST } : { step: steps - 1, progress: 1 };
}

interface Parts {
  readonly root: Document | ShadowRoot | HTMLElement;
  /** The whole of what is read. */
  readonly area: HTMLElement;
  readonly steps: readonly HTMLElement[];
  readonly stage: Element;
  readonly after: HTMLElement;
  readonly pager: HTMLElement;
}

export interface Paging {
  /** How to open the card on which the element is that an address or a link names; null when it names none. */
  readonly named: (hash: string) => (() => void) | null;
  readonly stop: () => void;
}

/** While the story is read in cards: keys, fingers, buttons and links turn them. `turned` hears of every card opened. */
export function paging(parts: Parts, reader: Readings, view: Window, turned: () => void): Paging {
  const { root, area, steps, after, pager } = parts;
  const active = (): boolean => reader.reading() === "cards";

  function open(card: number): void {
    reader.go(positionOfCard(card, steps.length));
    view.scrollTo({ top: 0, behavior: "instant" });
    turned();
  }

  function turn(by: Turn): void {
    const now = cardAt(reader.at(), steps.length);
    const next = by === "first" ? 0 : by === "last" ? Math.max(now, steps.length - 1) : now + by;
    if (next >= 0 && next <= steps.length && next !== now) open(next);
  }

  function named(hash: string): (() => void) | null {
    const target = hash.length > 1 ? area.querySelector(`#${CSS.escape(hash.slice(1))}`) : null;
    if (target === null) return null;
    const step = steps.findIndex((one) => one.contains(target) || target.contains(one));
    if (step >= 0) return () => open(step);
    if (!after.contains(target)) return null;
    return () => {
      open(steps.length);
      target.scrollIntoView({ behavior: "instant" });
    };
  }

  /** Links to other cards. What stands behind a number or a term opens by itself. */
  function follow(event: Event): void {
    if (!active() || event.defaultPrevented || !(event.target instanceof Element)) return;
    const link = event.target.closest<HTMLAnchorElement>('a[href^="#"]:not([href^="#fact-"], [href^="#term-"])');
    const go = link === null ? null : named(link.hash);
    if (go === null) return;
    event.preventDefault();
    go();
  }

  function readdress(): void {
    if (active()) named(view.location.hash)?.();
  }

  function press({ target }: Event): void {
    const button = target instanceof Element ? target.closest("button") : null;
    if (button !== null) turn(button.dataset["turn"] === "1" ? 1 : -1);
  }

  const unturn = turning(root, area, parts.stage, active, turn);
  root.addEventListener("click", follow);
  pager.addEventListener("click", press);
  view.addEventListener("hashchange", readdress);
  return {
    named,
    stop() {
      unturn();
      root.removeEventListener("click", follow);
      pager.removeEventListener("click", press);
      view.removeEventListener("hashchange", readdress);
    },
  };
}
