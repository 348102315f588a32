/** What surrounds a figure in the host's page. */
export interface Standing {
  /** Whether an element around cuts off what leaves it, so that nothing within can be sticky to the window. */
  readonly clipped: boolean;
  /** The element that scrolls the figure; undefined for the window. */
  readonly scroller?: Element;
}

/** Finds what a figure stands in, through slots and shadow roots; every element around it is then watched for its size. */
export function standing(figure: Element, sizes: ResizeObserver): Standing {
  const over = (element: Element): string => getComputedStyle(element).overflow;
  const { documentElement: root, body } = document;
  let clipped = false;
  for (let one: Node | null = figure; one instanceof Element && one !== root;) {
    sizes.observe(one);
    const style = over(one);
    // What the root leaves to the window the body gives to it.
    if (/auto|scroll|hidden/.test(style) && (one !== body || over(root) !== "visible")) {
      if (/(auto|scroll)$/.test(style) && one.scrollHeight > one.clientHeight + 1) return { clipped, scroller: one };
      clipped = true;
    }
    const above: Node | null = one.assignedSlot ?? one.parentNode;
    one = above instanceof ShadowRoot ? above.host : above;
  }
  return { clipped };
}
