/**
 * Lets links to places of the story act within it: they never change the address of the page around. Listens at the story's host, after all
 * that the story itself listens for. Returns its undo.
 */
export function handleHashLinks(host: HTMLElement, root: ShadowRoot): () => void {
  function follow(event: MouseEvent): void {
    const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
    const place = link?.getAttribute("href") ?? "";
    if (event.defaultPrevented || !place.startsWith("#")) return;
    event.preventDefault();
    const target = root.getElementById(place.slice(1));
    target?.scrollIntoView({ behavior: "instant" });
    target?.closest<HTMLElement>("[tabindex]")?.focus({ preventScroll: true });
  }

  host.addEventListener("click", follow);
  return () => host.removeEventListener("click", follow);
}
