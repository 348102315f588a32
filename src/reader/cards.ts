import { treeOf } from "./tree.ts";

interface Parts {
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
export function cards({ track, steps, after, pager }: Parts): { readonly show: (number: number) => void } {
  const all = [...steps, after];
  const [count, status] = [pager.querySelector("b"), pager.querySelector("[role=status]")];
  const buttons = [...pager.querySelectorAll("button")];
  let open = -1;

  return {
    show(number) {
      const card = all[number];
      if (number === open || card === undefined) return;
      const left = all[open];
      const within = left?.contains(treeOf(left).activeElement) === true;
      open = number;
      all.forEach((one) => one.classList.toggle("card", one === card));
      track.classList.toggle("past", card === after);
      buttons.forEach((button) => {
        button.setAttribute("aria-disabled", String(all[number + Number(button.dataset["turn"])] === undefined));
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
