/**
 * `limit`: the viewport's y, px, below which an ancestor clips; Infinity where none does. In one that clips nothing can
 * be sticky to the viewport. `scroller`: the scroll container, undefined for the window.
 */
export type ScrollContainment = readonly [limit: number, scroller?: Element];

export function findScrollContainer(figure: Element, sizes: ResizeObserver): ScrollContainment {
  const over = (element: Element): string => getComputedStyle(element).overflowY;
  const root = document.documentElement;
  let limit = Infinity;
  for (let one: Element | null = figure; one && one !== root; one = one.parentElement) {
    sizes.observe(one);
    const style = over(one);
    // `auto`, `scroll` or `hidden`, in few bytes. The body's propagates to the viewport while the root's is visible.
    if (/[oh]/.test(style) && (one !== document.body || over(root) !== "visible")) {
      // An element as tall as its content scrolls nothing: its `auto` may only be computed from the other axis.
      if (style !== "hidden" && one.clientHeight <= innerHeight && one.scrollHeight > one.clientHeight + 1)
        return [limit, one];
      limit = Math.min(limit, one.getBoundingClientRect().bottom);
    }
  }
  return [limit];
}
