import type { ElementTuple, NodeTree } from "../../../core/lib/html.ts";
import { figureAttribute } from "../../../core/model/names.ts";
import type { Illustrated } from "../../../core/model/scene-config.ts";
import { selectChapter } from "../../../core/model/story.ts";
import { createElement } from "../../lib/dom.ts";
import { ownEntries } from "../../ui/details/fact-entries.ts";
import { createSourceDialog } from "../../ui/details/source-dialog.ts";
import { svgRenderer } from "../../player/svg-renderer.ts";
import { preparePrint } from "../../ui/print.ts";
import { createStoryView } from "../../ui/story-view.ts";
import { findScrollContainer } from "../scroll-container.ts";
import { elementEnvironment } from "./environment.ts";
import { createNodes } from "./node-tree.ts";
import { readElementOptions, resolveHome } from "./options.ts";
import type { SharedFont } from "./shared-font.ts";
import { createElementTween } from "./tween.ts";
import { renderUnrolled } from "./unrolled.ts";

export interface SharedAssets {
  readonly story: Illustrated;
  readonly tree: readonly NodeTree[];
  readonly sheet: () => CSSStyleSheet;
  readonly faces: SharedFont;
  readonly home: string;
}

/** Returns a filter that drops the cover, other chapters and their stops when a chapter is given. */
function within(chapter: string | null): (branch: ElementTuple) => boolean {
  return ([, { class: name, id, "data-chapter": station }]) =>
    chapter === null ||
    !(/\bcover\b/.test(name ?? "") || (name === "chapter" && id !== chapter) || (station ?? chapter) !== chapter);
}

function hideSiblings(host: HTMLElement, signal: AbortSignal): void {
  const figure = host.closest(`figure[${figureAttribute(STORY_NAME)}]`);
  const others = [...(figure?.children ?? [])].filter(
    (one): one is HTMLElement => one instanceof HTMLElement && !one.contains(host),
  );
  for (const one of others) one.style.setProperty("display", "none", "important");
  signal.addEventListener("abort", () => {
    for (const one of others) one.style.removeProperty("display");
  });
}

export function mountStoryElement(
  host: HTMLElement,
  root: ShadowRoot,
  { story, tree, sheet, faces, home }: SharedAssets,
  signal: AbortSignal,
): void {
  const page = host.ownerDocument;
  const mount = { view: page.defaultView ?? window, signal };
  const { chapter, theme, top } = readElementOptions(host, [...new Set(story.steps.map((step) => step.chapter))]);
  const told = selectChapter(story, chapter);
  const renderer = svgRenderer(told, (draw) => createElementTween(mount, draw));
  const from = resolveHome(host, home);

  const filter = { wanted: within(chapter), linked: (href: string) => new URL(href, from).href };
  const nodes = tree.flatMap((part) => createNodes(part, page, filter));
  const themeRoot = createElement(page, "div", { class: "theme-root", lang: "zh-CN" }, ...nodes);
  // A single chapter has no title above it: its headings move up one level.
  if (chapter !== null)
    for (const heading of themeRoot.querySelectorAll("[aria-level]"))
      heading.setAttribute("aria-level", String(Number(heading.getAttribute("aria-level")) - 1));
  root.adoptedStyleSheets = [sheet()];
  root.replaceChildren(themeRoot);
  faces.acquire(signal);

  // Containment is decided once. Later size changes move the story but do not switch its mode.
  const sizes = new ResizeObserver(() => undefined);
  const [clipped, scroller] = findScrollContainer(host, sizes);
  sizes.disconnect();
  const around = elementEnvironment({ host, scroller, top, theme }, mount);
  if (top > 0) themeRoot.style.setProperty("--pin", `${top}px`);
  if (scroller !== undefined) themeRoot.style.setProperty("--room", `${scroller.clientHeight}px`);
  const entries = ownEntries(root);
  const lit = (): void => {
    themeRoot.dataset["theme"] = around.theme();
  };
  lit();
  around.onChange(lit);
  handleHashLinks(host, root, signal);
  hideSiblings(host, signal);
  if (clipped) unroll();
  else follow();
  signal.addEventListener("abort", () => root.replaceChildren());

  function follow(): void {
    themeRoot.dataset["mode"] = "scroll";
    themeRoot.classList.add("enhanced");
    createStoryView(told, renderer, root, themeRoot, { ...around, entries }, { turned: () => undefined });
  }

  /** Fallback for a clipping ancestor, in which nothing can be sticky. */
  function unroll(): void {
    themeRoot.dataset["mode"] = "article";
    const steps = [...root.querySelectorAll<HTMLElement>(".step")];
    const [stage, area] = [root.querySelector<SVGSVGElement>(".stage svg"), root.querySelector<HTMLElement>(".story")];
    if (stage === null || area === null) return;
    renderUnrolled(told, { steps, stage }, around);
    createSourceDialog(root, area, themeRoot, entries, mount);
    preparePrint(renderer, { steps, root, themeRoot, entries }, mount);
  }
}

/**
 * Scrolls to the targets of hash links inside the shadow root, without changing the host page's URL. Listens on the
 * host element, so that the story's own listeners run first and can prevent the default.
 */
function handleHashLinks(host: HTMLElement, root: ShadowRoot, signal: AbortSignal): void {
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
