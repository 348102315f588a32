import type { Position } from "../../../core/model/picture.ts";
import { REST_AT } from "../../../core/model/timing.ts";
import { rootOf } from "../../lib/dom.ts";
import { stepInView } from "../../player/position.ts";
import { listenForPageTurns, type PageTurn } from "./card-gestures.ts";
import type { ModeController } from "./mode-controller.ts";

interface CardElements {
  /** Holds the steps and their stage. */
  readonly track: HTMLElement;
  readonly steps: readonly HTMLElement[];
  /** The last card: what comes after the story. */
  readonly after: HTMLElement;
  readonly pager: HTMLElement;
}

/** What a card says of itself to those who do not see it. */
function spoken(card: HTMLElement): string {
  const texts = [card.querySelector("h1, h2[id], h3"), card.querySelector("figcaption")];
  return texts.map((node) => node?.textContent ?? "").join("。");
}

/** One step a screen: `show` opens the card of that number, the one after the last step being what comes after the story. */
export function createCardView({ track, steps, after, pager }: CardElements): {
  readonly show: (number: number) => void;
} {
  const all = [...steps, after];
  const [count, status] = [pager.querySelector("b"), pager.querySelector("[role=status]")];
  const buttons = [...pager.querySelectorAll("button")];
  let open = -1;

  return {
    show(number) {
      const card = all[number];
      if (number === open || card === undefined) return;
      const left = all[open];
      const within = left?.contains(rootOf(left).activeElement) === true;
      open = number;
      all.forEach((one) => one.classList.toggle("card", one === card));
      track.classList.toggle("past", card === after);
      buttons.forEach((button) => {
        button.setAttribute("aria-disabled", String(all[number + Number(button.dataset["pageTurn"])] === undefined));
      });
      if (count) count.textContent = card === after ? "" : `${number + 1} / ${steps.length}`;
      if (status)
        status.textContent = (card === after ? "" : `第 ${number + 1} 页，共 ${steps.length} 页：`) + spoken(card);
      if (!within) return;
      // What had the focus is gone with its card.
      card.focus({ preventScroll: true });
    },
  };
}

/** Number of the card a reader at a position reads; in a story of `steps` steps the card of that number is what comes after it. */
export function cardAt(at: Position, steps: number): number {
  return at.step === steps - 1 && at.progress >= 1 ? steps : stepInView(at);
}

/** Where a reader of a card is. */
export function positionOfCard(card: number, steps: number): Position {
  return card < steps ? { step: card, progress: REST_AT } : { step: steps - 1, progress: 1 };
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

export interface CardNavigation {
  /** How to open the card on which the element is that an address or a link names; null when it names none. */
  readonly named: (hash: string) => (() => void) | null;
  readonly stop: () => void;
}

/** While the story is read in cards: keys, fingers, buttons and links turn them. `turned` hears of every card opened. */
export function createCardNavigation(
  parts: Parts,
  reader: ModeController,
  view: Window,
  turned: () => void,
): CardNavigation {
  const { root, area, steps, after, pager } = parts;
  const active = (): boolean => reader.reading() === "cards";

  function open(card: number): void {
    reader.go(positionOfCard(card, steps.length));
    view.scrollTo({ top: 0, behavior: "instant" });
    turned();
  }

  function turn(by: PageTurn): void {
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
    if (button !== null) turn(button.dataset["pageTurn"] === "1" ? 1 : -1);
  }

  const unturn = listenForPageTurns(root, area, parts.stage, active, turn);
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
