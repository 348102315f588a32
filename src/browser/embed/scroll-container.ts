/**
 * `clipped`: an ancestor clips overflow, so nothing in it can be sticky to the viewport. `scroller`: the scroll
 * container, undefined for the window.
 */
export type ScrollContainment = readonly [clipped: boolean, scroller?: Element];

export function findScrollContainer(figure: Element, sizes: ResizeObserver): ScrollContainment {
  const over = (element: Element): string => getComputedStyle(element).overflow;
  const root = document.documentElement;
  let clipped = false;
  for (let one: Element | null = figure; one && one !== root; one = one.parentElement) {
    sizes.observe(one);
    const style = over(one);
    // The body's overflow propagates to the viewport while the root's is visible.
    if (/auto|scroll|hidden/.test(style) && (one !== document.body || over(root) !== "visible")) {
      // An element as tall as its content scrolls nothing: its `auto` may only be computed from the other axis.
      if (/auto$|scroll$/.test(style) && one.clientHeight <= innerHeight && one.scrollHeight > one.clientHeight + 1)
        return [clipped, one];
      clipped = true;
    }
  }
  return [clipped];
}
