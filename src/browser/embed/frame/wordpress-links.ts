/**
 * WordPress sandboxes unknown embeds without popups, but opens links of the embed's own host when it gets a `link`
 * message. Active only when WordPress's `secret` is in the iframe's hash.
 */
export function forwardWordPressLinks(area: HTMLElement, view: Window): void {
  const secret = /[#?&]secret=([\w-]{1,64})/.exec(view.location.hash)?.[1];
  if (secret === undefined || view.parent === view) return;
  area.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link === null) return;
    event.preventDefault();
    view.parent.postMessage({ message: "link", value: link.href, secret }, "*");
  });
}
