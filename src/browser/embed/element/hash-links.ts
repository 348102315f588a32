/**
 * Scrolls to the targets of hash links inside the shadow root, without changing the host page's URL. Listens on the
 * host element, so that the story's own listeners run first and can prevent the default.
 */
export function handleHashLinks(host: HTMLElement, root: ShadowRoot, signal: AbortSignal): void {
  function follow(event: MouseEvent): void {
    const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
    const place = link?.getAttribute("href") ?? "";
    if (event.defaultPrevented || !place.startsWith("#")) return;
    event.preventDefault();
    const target = root.getElementById(place.slice(1));
    target?.scrollIntoView({ behavior: "instant" });
    target?.closest<HTMLElement>("[tabindex]")?.focus({ preventScroll: true });
  }

  host.addEventListener("click", follow, { signal });
}
