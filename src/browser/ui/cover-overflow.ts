/**
 * The cover's picture goes on below the stage as a copy of the stage's own marks, and a browser makes such a copy anew with every change to
 * them, seen or not. So the copy is there only while its place is in the window. Returns its undo.
 */
export function renderOverflowWhenVisible(place: SVGSVGElement): () => void {
  const copies = [...place.children];
  const observer = new IntersectionObserver((seen) =>
    place.replaceChildren(...(seen.at(-1)?.isIntersecting === true ? copies : [])),
  );
  observer.observe(place);
  return () => {
    observer.disconnect();
    place.replaceChildren(...copies);
  };
}
