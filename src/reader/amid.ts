/** Elements of a page that opens in the middle of the story. */
interface Middle {
  readonly opened: HTMLElement;
  /** Chapters, and steps of the opened one's chapter; null where only the cover comes before. */
  readonly earlier: HTMLElement | null;
}

function middle(ground: HTMLElement, root: ParentNode): Middle | null {
  const opened = root.querySelector<HTMLElement>(".chapters .step");
  const earlier = root.querySelector<HTMLElement>(".earlier");
  return ground.classList.contains("amid") && opened !== null ? { opened, earlier } : null;
}

/** Puts what comes before the opened step back before it. */
function reassemble({ opened, earlier }: Middle): void {
  if (earlier === null) return;
  const chapter = opened.parentElement;
  const own = earlier.querySelectorAll(":scope > .step");
  // Only the first step of a chapter bears its name.
  if (own.length > 0) opened.querySelector("h2")?.remove();
  chapter?.prepend(...own);
  chapter?.before(...earlier.children);
  earlier.remove();
}

/**
 * Makes a page that opened in the middle of the story whole. What is on the screen stays where it is: the reader is then in the step as far on as
 * its picture is done, or where they have scrolled since. Returns the hash that names the step, empty for a page that opened at the beginning.
 */
export function amid(ground: HTMLElement, root: ParentNode, view: Window): string {
  const found = middle(ground, root);
  if (found === null) return "";
  const { opened, earlier } = found;
  const heading = opened.querySelector("h3") ?? opened;
  const place = opened.querySelector(".place") ?? opened;
  const wanted = earlier?.querySelector(":target") ?? root.querySelector(".cover:target");
  const before = heading.getBoundingClientRect().top;
  reassemble(found);
  for (const link of root.querySelectorAll<HTMLAnchorElement>(".beginning a")) link.setAttribute("href", "#cover");
  ground.classList.remove("amid");
  const kept = view.scrollY + heading.getBoundingClientRect().top - before;
  if (ground.classList.contains("live") || wanted !== null)
    (wanted ?? place).scrollIntoView({ block: "start", behavior: "instant" });
  if (wanted === null && view.scrollY < kept) view.scrollTo({ top: kept, behavior: "instant" });
  return wanted === null ? `#${place.id}` : `#${wanted.id}`;
}
