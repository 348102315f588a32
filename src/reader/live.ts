import { drive, type Driven } from "../drive/drive.ts";
import { later } from "../drive/later.ts";
import { groundProperties } from "../page/colours.ts";
import { ACT_END, ENTER } from "../picture/beats.ts";
import { blend, span } from "../picture/ease.ts";
import { STATIONS } from "../scenes/closing.ts";
import type { LeanStory } from "../story/lean.ts";
import { bleed } from "./bleed.ts";
import { cards } from "./cards.ts";
import type { Surroundings } from "./env.ts";
import { figures } from "./figures.ts";
import { handle } from "./handle.ts";
import { cardAt, type Paging, paging } from "./paging.ts";
import { park } from "./park.ts";
import { print } from "./print.ts";
import { type Readings, readings } from "./readings.ts";
import { shaft } from "./shaft.ts";
import { slip } from "./slip.ts";

/** All elements of a kind. */
export function all<E extends Element>(root: ParentNode, selector: string, type: { new (): E }): readonly E[] {
  return [...root.querySelectorAll(selector)].filter((node): node is E => node instanceof type);
}

/** The one element of a kind. Throws `missing element: selector` when there is none. */
export function one<E extends Element>(root: ParentNode, selector: string, type: { new (): E }): E {
  const found = all(root, selector, type)[0];
  if (found === undefined) throw new Error(`missing element: ${selector}`);
  return found;
}

/** What a story needs of its surroundings wherever it lives. */
export type Basics = Pick<Surroundings, "view" | "scroll" | "clock" | "theme" | "motion" | "onChange" | "device">;

/** What whoever holds a story may hear of it. */
export interface Hearing {
  /** A card was opened, or a link followed to one. */
  readonly turned: () => void;
  /** The picture of a step, by its number, is shown; called for every frame. */
  readonly shown?: (step: number) => void;
}

/** A story that lives: its steps, and the hands that move its reader. */
export interface Live {
  readonly steps: readonly HTMLElement[];
  /** What is read. */
  readonly area: HTMLElement;
  /** What comes after the last step. */
  readonly after: HTMLElement;
  readonly driven: Driven;
  readonly reader: Readings;
  readonly paged: Paging;
  /** Lets go of a picture that a reader holds by hand. */
  readonly release: () => void;
  readonly stop: () => void;
}

/**
 * Brings a prerendered story to life inside `root`: pictures, numbers, readings, slips, print. `ground` is the element that carries the
 * page's colours, its view mode as `data-mode` and, once every listener is attached, `data-ready`. Throws `missing element: selector` when the markup is not the story's.
 */
export function live(
  story: LeanStory,
  root: Document | ShadowRoot | HTMLElement,
  ground: HTMLElement,
  env: Basics,
  hearing: Hearing,
): Live {
  const stage = one(root, ".stage svg", SVGSVGElement);
  const steps = all(root, ".step", HTMLElement);
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
      env.scroll,
      (share) => driven.hold(share === null ? null : { step: index, progress: blend(ENTER, ACT_END, share) }),
    );
    return { ...handled, index };
  });

  const line = one(root, ".stage .line", HTMLElement);
  const driven = drive(story, { steps, stage, line }, env, ({ at, ground: height, theme, settled }) => {
    const step = story.steps[at.step];
    stage.setAttribute("data-step", step?.id ?? "");
    stage.setAttribute("data-shown", (at.step + at.progress).toFixed(3));
    stage.setAttribute("data-settled", String(settled));
    nav.show((at.step + at.progress) / story.steps.length, step?.chapter ?? null);
    numbers.shown(settled && at.progress >= ACT_END ? (step?.id ?? null) : null);
    for (const held of handles) held.shown(at.step === held.index, span(at.progress, ENTER, ACT_END));
    hearing.shown?.(at.step);
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
  const release = (): void => handles.forEach((held) => held.leave());
  const opened = cards({ track: one(root, ".track", HTMLElement), steps, after, pager });
  const reader = readings({ ground, after }, driven, env.view, env.device, (at) =>
    opened.show(cardAt(at, steps.length)),
  );
  const paged = paging({ root, area, steps, stage, after, pager }, reader, env.view, () => {
    release();
    hearing.turned();
  });

  const unpark = later(env.view, () => park(all(root, ".words", HTMLElement), env.view));
  const unslip = later(env.view, () => slip(root, area, ground, env.view));
  const unbleed = all(root, ".bleed", SVGSVGElement).map(bleed);
  const unprint = print(story, steps, root, env.view);
  // Timers of one delay fire in order, so every listener set up above is attached by now.
  const unready = later(env.view, () => {
    ground.dataset["ready"] = "";
    return () => delete ground.dataset["ready"];
  });
  return {
    steps,
    area,
    after,
    driven,
    reader,
    paged,
    release,
    stop() {
      unready();
      driven.stop();
      paged.stop();
      unprint();
      for (const undo of unbleed) undo();
      unpark();
      unslip();
      numbers.stop();
      nav.stop();
      for (const held of handles) held.stop();
    },
  };
}
