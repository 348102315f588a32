/**
 * What surrounds a figure in the host's page: whether an element around cuts off what leaves it, so that nothing within can be sticky to the
 * window; and the element that scrolls the figure, where it is not the window.
 */
export type ScrollContainment = readonly [clipped: boolean, scroller?: Element];

/** Finds what a figure stands in; every element around it is then watched for its size. */
export function findScrollContainer(figure: Element, sizes: ResizeObserver): ScrollContainment {
  const over = (element: Element): string => getComputedStyle(element).overflow;
  const root = document.documentElement;
  let clipped = false;
  for (let one: Element | null = figure; one && one !== root; one = one.parentElement) {
    sizes.observe(one);
    const style = over(one);
    // What the root leaves to the window the body gives to it.
    if (/auto|scroll|hidden/.test(style) && (one !== document.body || over(root) !== "visible")) {
      // An element that is as tall as all that is in it scrolls nothing, though it may say so: the other axis makes it.
      if (/(auto|scroll)$/.test(style) && one.scrollHeight > one.clientHeight + 1 && one.clientHeight <= innerHeight)
        return [clipped, one];
      clipped = true;
    }
  }
  return [clipped];
}
