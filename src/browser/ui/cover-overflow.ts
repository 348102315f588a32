/**
 * Keeps the copy of the stage's marks below the cover only while it intersects the viewport: browsers rebuild a `<use>`
 * copy at every change, visible or not.
 */
export function renderOverflowWhenVisible(place: SVGSVGElement, signal: AbortSignal): void {
  const copies = [...place.children];
  const observer = new IntersectionObserver((seen) =>
    place.replaceChildren(...(seen.at(-1)?.isIntersecting === true ? copies : [])),
  );
  observer.observe(place);
  signal.addEventListener("abort", () => {
    observer.disconnect();
    place.replaceChildren(...copies);
  });
}
