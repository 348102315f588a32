import type { ElementTuple, NodeTree } from "../../../core/lib/html.ts";
import { figureAttribute } from "../../../core/model/names.ts";
import { selectChapter, type StoryOutline } from "../../../core/model/story.ts";
import { createElement } from "../../lib/dom.ts";
import { ownEntries } from "../../ui/details/fact-entries.ts";
import { createSourceDialog } from "../../ui/details/source-dialog.ts";
import { canDrawInWorker } from "../../player/worker/can-draw-in-worker.ts";
import type { ConnectStage } from "../../player/worker/stage-connection.ts";
import { workerRenderer } from "../../player/worker/worker-renderer.ts";
import { preparePrint } from "../../ui/print.ts";
import type { StoryRenderer } from "../../player/easel.ts";
import { createStoryView } from "../../ui/story-view.ts";
import { findScrollContainer } from "../scroll-container.ts";
import { elementEnvironment } from "./environment.ts";
import { mayBeginWorker } from "./host-policy.ts";
import { createNodes } from "./node-tree.ts";
import { readElementOptions, resolveHome } from "./options.ts";
import type { SharedFont } from "./shared-font.ts";

export interface SharedAssets {
  readonly outline: StoryOutline;
  readonly tree: readonly NodeTree[];
  readonly sheet: () => CSSStyleSheet;
  readonly faces: SharedFont;
  readonly home: string;
  /** Null where the script has no address that a worker could import. */
  readonly connect: ConnectStage | null;
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
  for (const { style } of others) {
    // The host's own, which an empty value removes.
    const [value, priority] = [style.getPropertyValue("display"), style.getPropertyPriority("display")];
    style.setProperty("display", "none", "important");
    signal.addEventListener("abort", () => style.setProperty("display", value, priority));
  }
}

/** Rejects when the markup does not match, and leaves an ended story alone. */
export async function mountStoryElement(
  host: HTMLElement,
  root: ShadowRoot,
  { outline, tree, sheet, faces, home, connect }: SharedAssets,
  signal: AbortSignal,
): Promise<void> {
  const page = host.ownerDocument;
  // A host may put back markup that it took while a figure had its element.
  for (const remains of host.querySelectorAll(host.localName)) remains.replaceWith(...remains.childNodes);
  const view = page.defaultView ?? window;
  const mount = { view, signal };
  const chapters = [...new Set(outline.steps.map((step) => step.chapter))];
  const { chapter, theme, top, worker } = readElementOptions(host, chapters);
  const told = selectChapter(outline, chapter);
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
  const [limit, scroller] = findScrollContainer(host, sizes);
  sizes.disconnect();
  const around = elementEnvironment({ host, scroller, top, theme }, mount);
  if (top > 0) themeRoot.style.setProperty("--pin", `${top}px`);
  if (scroller !== undefined) themeRoot.style.setProperty("--room", `${scroller.clientHeight}px`);
  const entries = ownEntries(root);
  const applyTheme = (): void => {
    themeRoot.dataset["theme"] = around.theme();
  };
  applyTheme();
  around.onChange(applyTheme);
  handleHashLinks(host, root, signal);
  hideSiblings(host, signal);
  signal.addEventListener("abort", () => root.replaceChildren());
  if (limit < Infinity) await unroll();
  else await follow();

  async function loadSvg() {
    const { config, story, svgRenderer, createElementTween, renderUnrolled } = await import("./svg.ts");
    const illustrated = selectChapter({ ...story, config }, chapter);
    // scrollama would leave a listener on the host's document that nothing removes.
    const renderer = svgRenderer(illustrated, (draw) => createElementTween(mount, draw), null);
    return { illustrated, renderer, renderUnrolled };
  }

  async function createSvg(): Promise<StoryRenderer> {
    return (await loadSvg()).renderer;
  }

  async function follow(): Promise<void> {
    themeRoot.dataset["mode"] = "scroll";
    themeRoot.classList.add("enhanced");
    const inWorker = worker && connect !== null && mayBeginWorker(page) && canDrawInWorker(view, host);
    const renderer = inWorker ? workerRenderer(() => connect(chapter), createSvg, mount) : await createSvg();
    if (signal.aborted) return;
    createStoryView(told, renderer, root, themeRoot, { ...around, entries }, { turned: () => undefined });
  }

  /** Fallback for a clipping ancestor, in which nothing can be sticky. */
  async function unroll(): Promise<void> {
    themeRoot.dataset["mode"] = "article";
    const { illustrated, renderer, renderUnrolled } = await loadSvg();
    if (signal.aborted) return;
    const steps = [...root.querySelectorAll<HTMLElement>(".step")];
    const [stage, area] = [root.querySelector<SVGSVGElement>(".stage svg"), root.querySelector<HTMLElement>(".story")];
    if (stage === null || area === null) return;
    renderUnrolled(illustrated, { steps, stage }, around);
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
