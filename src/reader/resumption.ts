/** Offers to go on where the reader left off. Taken back when the reader has decided or simply reads on; returns how to take it back. */
export function resumption(offer: HTMLElement, where: string, view: Window, go: (on: boolean) => void): () => void {
  const name = offer.querySelector("b");
  const [on, anew] = offer.querySelectorAll("button");
  if (name) name.textContent = where;

  function withdraw(): void {
    offer.hidden = true;
    view.removeEventListener("scroll", passed);
  }

  function passed(): void {
    if (view.scrollY > view.innerHeight / 2) withdraw();
  }

  function decide({ currentTarget }: Event): void {
    withdraw();
    go(currentTarget === on);
  }

  for (const button of [on, anew]) button?.addEventListener("click", decide);
  view.addEventListener("scroll", passed, { passive: true });
  offer.hidden = false;
  return withdraw;
}
