import { lerp, linearStep } from "../../core/lib/math.ts";
import { stepInView } from "../../core/model/position.ts";
import type { StoryOutline } from "../../core/model/story.ts";
import { ACTION_END, ENTER_END } from "../../core/model/timing.ts";
import { defer } from "../lib/defer.ts";
import { queryAll, queryOne } from "../lib/dom.ts";
import type { StoryRenderer } from "../player/easel.ts";
import { createPlayer, type Player, type PlayerFrame } from "../player/player.ts";
import type { FactEntries } from "./details/fact-entries.ts";
import { createDataPoints } from "./details/data-points.ts";
import { createMarks } from "./details/marks.ts";
import { createNumberLinks } from "./details/number-links.ts";
import { createSourceDialog } from "./details/source-dialog.ts";
import type { PageEnvironment } from "./environment.ts";
import { cardAt, type CardNavigation, createCardNavigation, createCardView } from "./modes/cards.ts";
import { createModeController, type ModeController } from "./modes/mode-controller.ts";
import { createPageInks } from "./page-inks.ts";
import { preparePrint } from "./print.ts";
import { createProgressNav } from "./progress-nav.ts";
import { createSlider } from "./slider.ts";
import { keepTallTextReachable } from "./stick-tall-text.ts";

export type StoryEnvironment = Pick<
  PageEnvironment,
  "view" | "signal" | "scroll" | "theme" | "motion" | "onChange" | "device"
> & { readonly entries: FactEntries };

export interface StoryViewEvents {
  readonly turned: () => void;
  readonly shown?: (step: number) => void;
  /** Called with every frame: tells whether the picture of the reader's place is missing. */
  readonly missing?: (missing: PlayerFrame["missing"], step: number) => void;
}

export interface StoryView {
  readonly steps: readonly HTMLElement[];
  readonly area: HTMLElement;
  readonly after: HTMLElement;
  readonly driven: Player;
  readonly reader: ModeController;
  readonly paged: CardNavigation;
  readonly release: () => void;
}

/** Keeps a copy of the stage only while it is in view: browsers rebuild a `<use>` at every change, visible or not. */
function renderOverflowWhenVisible(place: SVGSVGElement, signal: AbortSignal): void {
  const copies = [...place.children];
  const observer = new IntersectionObserver((seen) =>
    place.replaceChildren(...(seen.at(-1)?.isIntersecting === true ? copies : [])),
  );
  observer.observe(place);
  signal.addEventListener("abort", () => {
    observer.disconnect();
    place.replaceChildren(...copies);
  });
}

/**
 * Hydrates a prerendered story. `themeRoot` carries the theme, the view mode and, once every listener is attached,
 * `data-ready`. Throws `missing element: selector` when the markup does not match.
 */
export function createStoryView(
  story: StoryOutline,
  renderer: StoryRenderer,
  root: Document | ShadowRoot | HTMLElement,
  themeRoot: HTMLElement,
  env: StoryEnvironment,
  events: StoryViewEvents,
): StoryView {
  const stage = queryOne(root, ".stage svg", SVGSVGElement);
  const scrollTrack = queryOne(root, ".scroll-track", HTMLElement);
  const steps = queryAll(root, ".step", HTMLElement);
  const showNumberLinks = createNumberLinks(root, stage, env.entries, env);
  const showDataPoints = createDataPoints(root, stage, env.entries, env);
  const clearMarks = createMarks(root, stage, env.entries, env);
  const showProgress = createProgressNav(queryOne(root, ".progress-nav", HTMLElement), env.signal);
  const showInks = createPageInks({ themeRoot, root, steps }, env.signal);
  let last: Pick<PlayerFrame, "still" | "colours"> & { readonly index: number } = {
    still: true,
    index: -1,
    colours: {},
  };

  const sliders = queryAll(root, "input[data-handle]", HTMLInputElement).flatMap((input) => {
    const index = story.steps.findIndex((step) => step.id === input.dataset["handle"]);
    const step = steps[index];
    if (step === undefined) return [];
    const slider = createSlider({ input, step, stage }, env, (share) =>
      driven.override(share === null ? null : { step: index, progress: lerp(ENTER_END, ACTION_END, share) }),
    );
    return [{ ...slider, index }];
  });

  function writeStage(name: string, value: string): void {
    if (stage.getAttribute(name) !== value) stage.setAttribute(name, value);
  }

  const line = queryOne(root, ".stage .line", HTMLElement);
  const driven = createPlayer(story.steps, { steps, stage, line }, env, renderer, (frame) => {
    const { at, settled, still } = frame;
    // A picture holds into the next step, until that step's own begins to come.
    const index = stepInView(at);
    events.missing?.(frame.missing, index);
    const progress = index < at.step ? 1 : at.progress;
    const step = story.steps[index];
    showProgress((at.step + at.progress) / story.steps.length, step?.chapter ?? null);
    // While the picture moves within a step, nothing else of the page does.
    const isSame = !still && !last.still && index === last.index && frame.colours === last.colours;
    last = { still, index, colours: frame.colours };
    if (isSame) return;
    clearMarks();
    writeStage("data-step", step?.id ?? "");
    // Selectors with `:has()` that asked the picture restyled every text at each of its changes.
    scrollTrack.toggleAttribute("data-past-cover", steps[index]?.classList.contains("cover") !== true);
    writeStage("data-settled", String(settled));
    if (still) writeStage("data-position", (at.step + at.progress).toFixed(3));
    const rests = settled && progress >= ACTION_END && step !== undefined;
    showNumberLinks(rests ? { step: step.id } : null);
    showDataPoints(rests ? { step: step.id, points: frame.points } : null);
    for (const slider of sliders) {
      const track = index === slider.index && progress >= ENTER_END ? frame.track() : null;
      // The nodes of a picture that moves are not at their places yet.
      if (still || track === null) slider.shown(track, linearStep(progress, ENTER_END, ACTION_END));
    }
    events.shown?.(index);
    showInks(frame.colours, { index, still });
  });

  const area = queryOne(root, ".story", HTMLElement);
  const after = queryOne(root, ".appendix", HTMLElement);
  const pager = queryOne(root, ".pager", HTMLElement);
  const release = (): void => sliders.forEach((held) => held.leave());
  const opened = createCardView({ track: scrollTrack, steps, after, pager });
  const reader = createModeController({ themeRoot, after }, driven, env.view, env.device, (at) =>
    opened.show(cardAt(at, steps.length)),
  );
  const paged = createCardNavigation({ root, area, steps, stage, after, pager }, reader, env, () => {
    release();
    events.turned();
  });

  defer(env, () => keepTallTextReachable(queryAll(root, ".text", HTMLElement), env));
  defer(env, () => createSourceDialog(root, area, themeRoot, env.entries, env));
  for (const copy of queryAll(root, ".cover-overflow", SVGSVGElement)) renderOverflowWhenVisible(copy, env.signal);
  preparePrint(renderer, { steps, root, themeRoot, entries: env.entries }, env);
  // Timers of equal delay fire in order, so every deferred listener above is attached by now.
  defer(env, () => (themeRoot.dataset["ready"] = ""));
  env.signal.addEventListener("abort", () => delete themeRoot.dataset["ready"]);
  return { steps, area, after, driven, reader, paged, release };
}
