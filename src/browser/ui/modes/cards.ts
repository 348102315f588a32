import type { Position } from "../../../core/model/picture.ts";
import { countCards } from "../../../core/model/strings.ts";
import { REST_AT } from "../../../core/model/timing.ts";
import type { Mount } from "../../lib/defer.ts";
import { rootOf } from "../../lib/dom.ts";
import { stepInView } from "../../../core/model/position.ts";
import { listenForPageTurns, type PageTurn } from "./card-gestures.ts";
import type { ModeController } from "./mode-controller.ts";

interface CardElements {
  readonly track: HTMLElement;
  readonly steps: readonly HTMLElement[];
  readonly after: HTMLElement;
  readonly pager: HTMLElement;
}

function spoken(card: HTMLElement): string {
  const texts = [card.querySelector("h1, h2[id], h3"), card.querySelector("figcaption")];
  return texts.map((node) => node?.textContent ?? "").join("。");
}

export function createCardView({ track, steps, after, pager }: CardElements): {
  readonly show: (number: number) => void;
} {
  const all = [...steps, after];
  const chapters = new Set(steps.flatMap((step) => step.closest(".chapter") ?? []));
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
      chapters.forEach((chapter) => chapter.classList.toggle("current", chapter.contains(card)));
      track.classList.toggle("past", card === after);
      buttons.forEach((button) => {
        button.setAttribute("aria-disabled", String(all[number + Number(button.dataset["pageTurn"])] === undefined));
      });
      if (count) count.textContent = card === after ? "" : `${number + 1} / ${steps.length}`;
      if (status) status.textContent = (card === after ? "" : countCards(number + 1, steps.length)) + spoken(card);
      if (!within) return;
      // The focused element was hidden with the previous card.
      card.focus({ preventScroll: true });
    },
  };
}

/** Returns the card's index; that of the appendix is `steps`, the step count. */
export function cardAt(at: Position, steps: number): number {
  return at.step === steps - 1 && at.progress >= 1 ? steps : stepInView(at);
}

export function positionOfCard(card: number, steps: number): Position {
  return card < steps ? { step: card, progress: REST_AT } : { step: steps - 1, progress: 1 };
}

interface Parts {
  readonly root: Document | ShadowRoot | HTMLElement;
  readonly area: HTMLElement;
  readonly steps: readonly HTMLElement[];
  readonly stage: Element;
  readonly after: HTMLElement;
  readonly pager: HTMLElement;
}

export interface CardNavigation {
  /** Returns null when no card has the hash's target. */
  readonly named: (hash: string) => (() => void) | null;
}

export function createCardNavigation(
  parts: Parts,
  reader: ModeController,
  mount: Mount,
  turned: () => void,
): CardNavigation {
  const { view, signal } = mount;
  const { root, area, steps, after, pager } = parts;
  const active = (): boolean => reader.mode() === "cards";

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
      const fold = target.closest("details") ?? target.querySelector("details");
      if (fold !== null) fold.open = true;
      target.scrollIntoView({ behavior: "instant" });
    };
  }

  /** Source links open the source dialog instead. */
  function follow(event: Event): void {
    if (!active() || event.defaultPrevented || !(event.target instanceof Element)) return;
    const link = event.target.closest<HTMLAnchorElement>('a[href^="#"]:not([href^="#fact-"], [href^="#term-"])');
    const go = link === null ? null : named(link.hash);
    if (go === null) return;
    event.preventDefault();
    go();
  }

  /** The address itself may have been replaced since, by the step that was shown when it changed. */
  function readdress({ newURL }: HashChangeEvent): void {
    if (active()) named(new URL(newURL).hash)?.();
  }

  function press({ target }: Event): void {
    const button = target instanceof Element ? target.closest("button") : null;
    if (button !== null) turn(button.dataset["pageTurn"] === "1" ? 1 : -1);
  }

  listenForPageTurns(root, area, parts.stage, active, turn, mount);
  root.addEventListener("click", follow, { signal });
  pager.addEventListener("click", press, { signal });
  view.addEventListener("hashchange", readdress, { signal });
  return { named };
}
