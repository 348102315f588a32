/** The closing's handle: while it is held, the picture is where the hand puts it; `hold` takes 0–1, or null once the page scrolls on. */
export function handle(input: HTMLInputElement, hold: (share: number | null) => void, words: readonly string[]): () => void {
  const view = input.ownerDocument.defaultView;

  function speak(): void {
    const share = Number(input.value) / Number(input.max);
    input.setAttribute("aria-valuetext", words[Math.min(words.length - 1, Math.floor(share * words.length))] ?? "");
  }

  function moved(): void {
    speak();
    hold(Number(input.value) / Number(input.max));
  }

  function released(): void {
    if (input.ownerDocument.activeElement !== input) hold(null);
  }

  speak();
  input.addEventListener("input", moved);
  view?.addEventListener("scroll", released, { passive: true });
  return () => {
    input.removeEventListener("input", moved);
    view?.removeEventListener("scroll", released);
  };
}
