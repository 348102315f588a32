import { live } from "../reader/live.ts";
import { print } from "../reader/print.ts";
import { slip } from "../reader/slip.ts";
import { type LeanStory, only } from "../story/lean.ts";
import type { Faces } from "./face.ts";
import { guest } from "./guest.ts";
import { jump } from "./jump.ts";
import { type Branch, nodes, type Tree } from "./nodes.ts";
import { standing } from "./pin.ts";
import { stack } from "./stack.ts";
import { homeOf, wishes } from "./wishes.ts";

/** What all stories on a page share. */
export interface Shared {
  readonly story: LeanStory;
  /** The whole story's markup. */
  readonly tree: readonly Tree[];
  readonly sheet: () => CSSStyleSheet;
  readonly faces: Faces;
  /** The story's home, as the script's own address tells it. */
  readonly home: string;
}

/** Leaves out what belongs to no step of a chapter. */
function within(chapter: string | null): (branch: Branch) => boolean {
  return ([, { class: name, id, "data-chapter": station }]) =>
    chapter === null ||
    !(/\bcover\b/.test(name ?? "") || (name === "chapter" && id !== chapter) || (station ?? chapter) !== chapter);
}

/** In the figure of its snippet the story takes the place of what stands beside it. Returns the undo. */
function instead(host: HTMLElement): () => void {
  const figure = host.closest("figure[data-anyuan]");
  const others = [...(figure?.children ?? [])].filter(
    (one): one is HTMLElement => one instanceof HTMLElement && !one.contains(host),
  );
  for (const one of others) one.style.setProperty("display", "none", "important");
  return () => {
    for (const one of others) one.style.removeProperty("display");
  };
}

/** Tells the story in `root`, the shadow root of `host`, as the host's attributes ask. Returns its undo. */
export function told(host: HTMLElement, root: ShadowRoot, { story, tree, sheet, faces, home }: Shared): () => void {
  const page = host.ownerDocument;
  const view = page.defaultView ?? window;
  const { chapter, theme, top } = wishes(host, [...new Set(story.steps.map((step) => step.chapter))]);
  const told = only(story, chapter);
  const from = homeOf(host, home);

  const ground = page.createElement("div");
  ground.className = "ground";
  ground.lang = "zh-CN";
  for (const part of tree) {
    const node = nodes(part, page, { wanted: within(chapter), linked: (href) => new URL(href, from).href });
    if (node !== null) ground.append(node);
  }
  // Where there is no title its chapters stand in its place.
  if (chapter !== null)
    for (const heading of ground.querySelectorAll("[aria-level]"))
      heading.setAttribute("aria-level", String(Number(heading.getAttribute("aria-level")) - 1));
  root.adoptedStyleSheets = [sheet()];
  root.replaceChildren(ground);
  const unwear = faces.wear();

  // What the page around does with its sizes later moves the story, not its kind of place.
  const sizes = new ResizeObserver(() => undefined);
  const [clipped, scroller] = standing(host, sizes);
  sizes.disconnect();
  const around = guest({ host, scroller, top, theme }, view);
  if (top > 0) ground.style.setProperty("--pin", `${top}px`);
  if (scroller !== undefined) ground.style.setProperty("--room", `${scroller.clientHeight}px`);
  const lit = (): void => {
    ground.dataset["theme"] = around.theme();
  };
  lit();
  const unlit = around.onChange(lit);
  const unjump = jump(host, root);
  const uninstead = instead(host);
  const stop = clipped ? unroll() : follow();

  function follow(): () => void {
    ground.dataset["mode"] = "scroll";
    ground.classList.add("live");
    return live(told, root, ground, around, { turned: () => undefined }).stop;
  }

  /** Where the page around lets nothing stay in place. */
  function unroll(): () => void {
    ground.dataset["mode"] = "article";
    const steps = [...root.querySelectorAll<HTMLElement>(".step")];
    const [stage, area] = [root.querySelector<SVGSVGElement>(".stage svg"), root.querySelector<HTMLElement>(".story")];
    if (stage === null || area === null) return () => undefined;
    const undo = [
      stack(told, { steps, stage }, around),
      slip(root, area, ground, view),
      print(told, steps, root, view),
    ];
    return () => undo.forEach((each) => each());
  }

  return () => {
    stop();
    uninstead();
    unjump();
    unlit();
    unwear();
    root.replaceChildren();
  };
}
