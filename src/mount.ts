import { drive } from "./drive/drive.ts";
import { later } from "./drive/later.ts";
import { groundProperties } from "./page/colours.ts";
import { ACT_END, ENTER } from "./picture/beats.ts";
import { blend, span } from "./picture/ease.ts";
import type { Position } from "./picture/model.ts";
import { amid } from "./reader/amid.ts";
import { bleed } from "./reader/bleed.ts";
import { cards } from "./reader/cards.ts";
import { choice } from "./reader/choice.ts";
import type { Surroundings } from "./reader/env.ts";
import { figures } from "./reader/figures.ts";
import { following } from "./reader/following.ts";
import { handle } from "./reader/handle.ts";
import { cardAt, paging } from "./reader/paging.ts";
import { park } from "./reader/park.ts";
import { print } from "./reader/print.ts";
import { readings } from "./reader/readings.ts";
import { returning } from "./reader/returning.ts";
import { sharing } from "./reader/sharing.ts";
import { slip } from "./reader/slip.ts";
import { shaft } from "./reader/shaft.ts";
import { STATIONS } from "./scenes/closing.ts";
import type { LeanStory } from "./story/lean.ts";

function all<E extends Element>(root: ParentNode, selector: string, type: { new (): E }): readonly E[] {
  return [...root.querySelectorAll(selector)].filter((node): node is E => node instanceof type);
}

function one<E extends Element>(root: ParentNode, selector: string, type: { new (): E }): E {
  const found = all(root, selector, type)[0];
  if (found === undefined) throw new Error(`missing element: ${selector}`);
  return found;
}

/**
 * Brings a prerendered story to life inside `root`; `ground` is the element that carries the page's colours.
 * Returns its undo. Throws `missing element: selector` when the markup is not the story's.
 */
export function mount(
  story: LeanStory,
  root: Document | ShadowRoot | HTMLElement,
  ground: HTMLElement,
  env: Surroundings,
): () => void {
  const middle = amid(ground, root, env.view, env.again);
  const stage = one(root, ".stage svg", SVGSVGElement);
  const parts = { steps: all(root, ".step", HTMLElement), stage, line: one(root, ".stage .line", HTMLElement) };
  const numbers = figures(root, stage, env.view);
  const nav = shaft(one(root, ".shaft", HTMLElement));
  const written = new Map<string, string>();

  const handles = all(root, "input[data-handle]", HTMLInputElement).map((input) => {
    const index = story.steps.findIndex((step) => step.id === input.dataset["handle"]);
    const { mine = "", two = "", three = "", goal = "" } = story.steps[index]?.words ?? {};
    const names = [mine, two, `${three}(${goal})`];
    const area = one(root, ".grip", HTMLElement);
    const handled = handle(
      { input, area, stage, stations: STATIONS.map((at, k) => ({ at, name: names[k] ?? "" })) },
      (share) => driven.hold(share === null ? null : { step: index, progress: blend(ENTER, ACT_END, share) }),
    );
    return { ...handled, index };
  });

  const driven = drive(story, parts, env, ({ at, ground: height, theme, settled }) => {
    const step = story.steps[at.step];
    stage.setAttribute("data-step", step?.id ?? "");
    stage.setAttribute("data-shown", (at.step + at.progress).toFixed(3));
    stage.setAttribute("data-settled", String(settled));
    nav.show((at.step + at.progress) / story.steps.length, step?.chapter ?? null);
    numbers.shown(settled && at.progress >= ACT_END ? (step?.id ?? null) : null);
    for (const held of handles) held.shown(at.step === held.index, span(at.progress, ENTER, ACT_END));
    for (const [name, value] of Object.entries(groundProperties(height, theme))) {
      // Each write restyles the whole page, and most grounds differ by less than a shade.
      if (written.get(name) === value) continue;
      written.set(name, value);
      ground.style.setProperty(name, value);
    }
  });

  const area = one(root, ".story", HTMLElement);
  const after = one(root, ".after", HTMLElement);
  const pager = one(root, ".pager", HTMLElement);
  const { steps } = parts;
  const words = (selector: string): string => one(root, selector, HTMLElement).textContent;
  const follow = following(story, { ground, after, title: words("h1"), deck: words(".deck") }, env.address, env.view);
  const moved = (): void => {
    for (const held of handles) held.leave();
    returned.moved();
  };
  const opened = cards({ track: one(root, ".track", HTMLElement), steps, after, pager });
  const reader = readings({ ground, after }, driven, env.view, env.device, (at) =>
    opened.show(cardAt(at, steps.length)),
  );
  const paged = paging({ root, area, steps, stage, after, pager }, reader, env.view, moved);
  const returned = returning(
    story,
    {
      offer: one(root, ".resumption", HTMLElement),
      steps,
      numeral: (chapter) => root.querySelector(`.shaft a[data-chapter="${chapter}"] span`)?.textContent ?? "",
      kept: (at, text) => follow(read(at), text),
    },
    reader,
    env,
  );
  /** Number of the step that is read; in the article the one a reader's eyes are on. */
  function read(at: Position): number {
    const { innerWidth, innerHeight, document } = env.view;
    const seen = reader.reading() === "article" && document.elementFromPoint(innerWidth / 2, innerHeight / 3);
    const index = seen ? steps.findIndex((step) => step.contains(seen)) : -1;
    return index < 0 ? cardAt(at, steps.length) : index;
  }

  returned.begin(paged.named(env.view.location.hash) ?? paged.named(middle));
  env.address.restores(true);
  const unchoice = choice(one(root, ".choice", HTMLDetailsElement), reader.reading(), (next) => {
    reader.choose(next);
    moved();
  });

  const unpark = later(env.view, () => park(all(root, ".words", HTMLElement), env.view));
  const unshare = sharing({ root, area, view: env.view });
  const unslip = later(env.view, () => slip(root, area, env.view));
  const unbleed = bleed(one(root, ".bleed", SVGSVGElement));
  const unprint = print(story, parts.steps, root, env.view);
  return () => {
    driven.stop();
    paged.stop();
    returned.stop();
    unchoice();
    unprint();
    unbleed();
    unpark();
    unslip();
    unshare();
    numbers.stop();
    for (const held of handles) held.stop();
  };
}
