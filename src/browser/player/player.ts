import type { Position, Size, Theme } from "../../core/model/picture.ts";
import { fromScalar, stepInView, toScalar } from "../../core/model/position.ts";
import { isSameSize } from "../../core/model/size.ts";
import type { SceneStep } from "../../core/model/story.ts";
import { REST_AT } from "../../core/model/timing.ts";
import type { ViewMode } from "../../core/model/view-mode.ts";
import { defer, type Mount } from "../lib/defer.ts";
import type { Shown, StoryRenderer } from "./easel.ts";
import { type Layout, measureLayout, observeLayout, type PlayerElements } from "./layout.ts";
import { layoutChanged, type MotionPreference, positionAtY, restPosition, yOfPosition } from "./position.ts";
import type { ScrollSource } from "./scroll-source.ts";

export interface PlayerEnvironment extends Mount {
  readonly scroll: ScrollSource;
  readonly theme: () => Theme;
  readonly motion: () => MotionPreference;
  readonly onChange: (heard: () => void) => void;
}

export interface PlayerFrame extends Omit<Shown, "number"> {
  readonly at: Position;
  /** True when the picture is at its goal and its nodes are in the page. */
  readonly settled: boolean;
}

/** Largest scrubbed change, in steps, that is applied at once; a larger one is tweened. */
const NEAR = 0.12;
const FOLLOW_SECONDS = 0.35;
const PLAY_SECONDS = 0.9;

export interface Player {
  /** Shows a position regardless of the reader's own, until called with null. */
  readonly override: (at: Position | null) => void;
  readonly readerPosition: () => Position;
  /** Call after the page's styles have the view mode. Scrolls, except in cards, and ends an override. */
  readonly moveReaderTo: (at: Position, mode: ViewMode) => void;
  /** Takes the view mode that the page opened in, without a scroll: below the last step a position is not enough. */
  readonly openIn: (mode: ViewMode) => void;
}

export function createPlayer(
  steps: readonly Pick<SceneStep, "pace">[],
  parts: PlayerElements,
  env: PlayerEnvironment,
  { createEasel, createStepObserver }: Pick<StoryRenderer, "createEasel" | "createStepObserver">,
  tell: (frame: PlayerFrame) => void,
): Player {
  let geometry: Layout = measureLayout(parts, env.scroll);
  let size: Size = geometry.stage;
  /** Sizes have changed since the last measurement. */
  let isStale = false;
  let target = -1;
  let frame = 0;
  let held: Position | null = null;
  let mode: ViewMode = "scroll";
  let reader: Position = positionAt(env.scroll.y());
  /** Offset last scrolled to: while it is unchanged, `reader` is exact and not read back from whole pixels. */
  let placedY = Number.NaN;

  const easel = createEasel(parts.stage, { size, theme: env.theme() }, ({ number, ...shown }) =>
    tell({ ...shown, at: fromScalar(number, steps.length), settled: shown.still && number === target }),
  );

  function fade(): void {
    // Old in-app browsers lack it.
    if ("animate" in parts.stage) parts.stage.animate({ opacity: [0.15, 1] }, { duration: 240, easing: "ease-out" });
  }

  function go(next: number, scrubbed: boolean): void {
    if (next === target) return;
    const first = target === -1;
    target = next;
    const distance = Math.abs(next - easel.value());
    if (first) return easel.show(next);
    if (env.motion() === "reduced") {
      easel.show(next);
      if (distance > 0.5) fade();
      return;
    }
    if (distance > 1.5) {
      easel.show(scrubbed ? next : Math.floor(next));
      fade();
    }
    if (scrubbed && distance < NEAR) easel.show(next);
    else if (distance <= 1.5 || !scrubbed) easel.play(next, scrubbed ? FOLLOW_SECONDS : PLAY_SECONDS);
  }

  function positionAt(y: number): Position {
    return positionAtY(geometry.edges, y + geometry.line);
  }

  function locateReader(y: number): void {
    if (mode === "cards" || y === placedY) return;
    placedY = Number.NaN;
    reader = positionAt(y);
  }

  function goal(y: number): { readonly at: Position; readonly scrubbed: boolean } {
    // The article has a still for each step; its stage shows the cover.
    if (mode === "article") return { at: { step: 0, progress: REST_AT }, scrubbed: true };
    if (held !== null) return { at: held, scrubbed: true };
    if (mode === "cards") return { at: { step: stepInView(reader), progress: REST_AT }, scrubbed: false };
    const here = positionAt(y);
    const pace = steps[here.step]?.pace ?? "scrub";
    return { at: restPosition(here, pace, env.motion()), scrubbed: pace === "scrub" };
  }

  /** Sizes are observed after the frame; a layout that a script has forced may have anchored the scroll before. */
  function isMeasured(y: number): boolean {
    const top = parts.steps[reader.step]?.getBoundingClientRect().top ?? 0;
    return !isStale && (mode === "cards" || Math.abs(top + y - (geometry.edges[reader.step] ?? 0)) < 1);
  }

  function move(): void {
    frame = 0;
    // Each reading asks whether the browser's layout is up to date.
    let y = env.scroll.y();
    // The browser's own anchoring has scrolled already; a measurement in every frame would force a layout.
    if (!isMeasured(y)) {
      layout();
      y = env.scroll.y();
    }
    locateReader(y);
    const { at: next, scrubbed } = goal(y);
    go(toScalar(next), scrubbed);
  }

  function wake(): void {
    if (frame === 0) frame = env.view.requestAnimationFrame(move);
  }

  function scrollToReader(): void {
    const top = yOfPosition(geometry.edges, reader) - geometry.line;
    if (Math.abs(top - env.scroll.y()) >= 1) env.scroll.to(top);
    placedY = env.scroll.y();
  }

  function layout(): void {
    const next = measureLayout(parts, env.scroll);
    const { stage } = next;
    const resized = !isSameSize(stage, size);
    // Outside the story, scroll anchoring of the browser is more exact than a share of a step.
    const within = reader.progress < 1 && toScalar(reader) > 0;
    const lost = mode !== "cards" && within && layoutChanged(geometry.edges, next.edges);
    geometry = next;
    isStale = false;
    if (lost) scrollToReader();
    if (resized) {
      size = stage;
      easel.fit(size, env.theme());
    }
    wake();
  }

  // Draw the first picture now and show it in a later task.
  easel.prepare(toScalar(goal(env.scroll.y()).at));
  defer(env, move);
  defer(env, () =>
    observeLayout(parts, env, createStepObserver, { onMove: wake, onResize: () => (isStale = true), onLayout: layout }),
  );
  env.onChange(() => {
    easel.fit(size, env.theme());
    wake();
  });
  env.signal.addEventListener("abort", () => env.view.cancelAnimationFrame(frame));
  return {
    override(at) {
      if (at === null && held === null) return;
      held = at;
      wake();
    },
    readerPosition() {
      const y = env.scroll.y();
      // Sizes that nobody has measured yet would move the reader; the last frame's position stands.
      if (isMeasured(y)) locateReader(y);
      return reader;
    },
    moveReaderTo(at, next) {
      held = null;
      reader = at;
      mode = next;
      geometry = measureLayout(parts, env.scroll);
      if (mode !== "cards") scrollToReader();
      wake();
    },
    openIn(opened) {
      mode = opened;
      wake();
    },
  };
}
