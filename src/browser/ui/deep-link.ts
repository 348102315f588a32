/** Elements of a page that opens in the middle of the story. */
interface Middle {
  readonly opened: HTMLElement;
  /** Chapters, and steps of the opened one's chapter; null where there are none. */
  readonly earlier: HTMLElement | null;
  readonly later: HTMLElement | null;
}

function middle(ground: HTMLElement, root: ParentNode): Middle | null {
  const opened = root.querySelector<HTMLElement>(".chapters .step");
  const [earlier, later] = [
    root.querySelector<HTMLElement>(".steps-before"),
    root.querySelector<HTMLElement>(".steps-after"),
  ];
  return ground.classList.contains("deep-link") && opened !== null ? { opened, earlier, later } : null;
}

/** Puts what comes before the opened step before it, and what follows behind; then the stage, as on the start page, before them all. */
function reassemble({ opened, earlier, later }: Middle, root: ParentNode, again: boolean): void {
  const chapter = opened.parentElement;
  const chapters = chapter?.parentElement;
  chapters?.before(...root.querySelectorAll(".stage, .progress-nav"));
  const steps = (part: HTMLElement | null) => part?.querySelectorAll(":scope > .step") ?? [];
  const own = steps(earlier);
  if (own.length > 0) unname(opened, again);
  chapter?.prepend(...own);
  chapter?.append(...steps(later));
  chapters?.prepend(...(earlier?.children ?? []));
  chapters?.append(...(later?.children ?? []));
  earlier?.remove();
  later?.remove();
}

/**
 * Only the first step of a chapter bears its name. In the article what has been seen stays to be seen, but who comes back finds the step as
 * high as it was.
 */
function unname(step: HTMLElement, again: boolean): void {
  const name = step.querySelector("h2");
  if (again) {
    name?.remove();
    return;
  }
  const words = step.ownerDocument.createElement("p");
  words.className = "opening";
  words.append(...(name?.childNodes ?? []));
  name?.replaceWith(words);
}

/**
 * Makes a page that opened in the middle of the story whole. What is on the screen stays where it is: the reader is then in the step as far on as
 * its picture is done, or where they have scrolled since. `again` tells that the reader comes back. Returns the hash that names the place, empty for a page that opened at the beginning.
 */
export function completeDeepLinkPage(ground: HTMLElement, root: ParentNode, view: Window, again: boolean): string {
  const found = middle(ground, root);
  if (found === null) return "";
  const { opened, earlier } = found;
  const heading = opened.querySelector("h3") ?? opened;
  const place = opened.querySelector(".place") ?? opened;
  const wanted = earlier?.querySelector(":target") ?? root.querySelector(".cover:target");
  const before = heading.getBoundingClientRect().top;
  reassemble(found, root, again);
  for (const link of root.querySelectorAll(".beginning a")) link.setAttribute("href", "#cover");
  // What holds the steps has grown upwards, which a browser would take for a movement of all that is in it.
  ground.classList.replace("deep-link", "deep-link-joined");
  view.requestAnimationFrame(() => view.requestAnimationFrame(() => ground.classList.remove("deep-link-joined")));
  const kept = view.scrollY + heading.getBoundingClientRect().top - before;
  if (ground.classList.contains("enhanced") || wanted !== null)
    (wanted ?? place).scrollIntoView({ block: "start", behavior: "instant" });
  if (wanted === null && view.scrollY < kept) view.scrollTo({ top: kept, behavior: "instant" });
  return wanted === null ? `#${place.id}` : `#${wanted.id}`;
}
