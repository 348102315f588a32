import type { Position, Size, Theme } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import { REST_AT } from "../../core/model/timing.ts";
import type { ViewMode } from "../../core/model/view-mode.ts";
import { createPainter } from "../../core/picture/painter.ts";
import { defer, type Mount } from "../lib/defer.ts";
import { type Layout, measureLayout, observeLayout, type PlayerElements } from "./layout.ts";
import { createSvgPatcher } from "./patch-svg.ts";
import {
  fromScalar,
  layoutChanged,
  type MotionPreference,
  positionAtY,
  restPosition,
  stepInView,
  toScalar,
  yOfPosition,
} from "./position.ts";
import type { ScrollSource } from "./scroll-source.ts";
import type { Tween } from "./tween.ts";

export interface PlayerEnvironment extends Mount {
  readonly scroll: ScrollSource;
  readonly clock: (draw: (shown: number) => void) => Tween;
  readonly theme: () => Theme;
  readonly motion: () => MotionPreference;
  readonly onChange: (heard: () => void) => void;
}

export interface PlayerFrame {
  readonly at: Position;
  readonly elevation: number;
  readonly theme: Theme;
  /** The same object until the stage has another size. */
  readonly size: Size;
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
  story: Illustrated,
  parts: PlayerElements,
  env: PlayerEnvironment,
  shown: (frame: PlayerFrame) => void,
): Player {
  const paint = createPainter(story);
  const show = createSvgPatcher(parts.stage);
  const steps = story.steps.length;
  let geometry: Layout = measureLayout(parts, env.scroll);
  let size: Size = geometry.stage;
  let target = -1;
  let frame = 0;
  let held: Position | null = null;
  let mode: ViewMode = "scroll";
  let reader: Position = located();
  /** Offset last scrolled to: while it is unchanged, `reader` is exact and not read back from whole pixels. */
  let placedY = Number.NaN;

  const time = env.clock((number) => draw(number));

  /** An iframe may have no size at first. */
  function sized(): boolean {
    return size.width > 0 && size.height > 0;
  }

  function draw(number: number): void {
    if (!sized()) return;
    const at = fromScalar(number, steps);
    const theme = env.theme();
    const picture = paint(at, size, theme);
    show(picture, size);
    shown({ at, elevation: picture.elevation, theme, size, settled: number === target });
  }

  function fade(): void {
    parts.stage.animate({ opacity: [0.15, 1] }, { duration: 240, easing: "ease-out" });
  }

  function go(next: number, scrubbed: boolean): void {
    if (next === target) return;
    const first = target === -1;
    target = next;
    const distance = Math.abs(next - time.value());
    if (first) return time.jumpTo(next);
    if (env.motion() === "reduced") {
      time.jumpTo(next);
      if (distance > 0.5) fade();
      return;
    }
    if (distance > 1.5) {
      time.jumpTo(scrubbed ? next : Math.floor(next));
      fade();
    }
    if (scrubbed && distance < NEAR) time.jumpTo(next);
    else if (distance <= 1.5 || !scrubbed) time.animateTo(next, scrubbed ? FOLLOW_SECONDS : PLAY_SECONDS);
  }

  function located(): Position {
    return positionAtY(geometry.edges, env.scroll.y() + geometry.line);
  }

  function readerPosition(): Position {
    if (mode === "cards" || env.scroll.y() === placedY) return reader;
    placedY = Number.NaN;
    reader = located();
    return reader;
  }

  function goal(): { readonly at: Position; readonly scrubbed: boolean } {
    // The article has a still for each step; its stage shows the cover.
    if (mode === "article") return { at: { step: 0, progress: REST_AT }, scrubbed: true };
    if (held !== null) return { at: held, scrubbed: true };
    if (mode === "cards") return { at: { step: stepInView(reader), progress: REST_AT }, scrubbed: false };
    const here = located();
    const pace = story.steps[here.step]?.pace ?? "scrub";
    return { at: restPosition(here, pace, env.motion()), scrubbed: pace === "scrub" };
  }

  function move(): void {
    frame = 0;
    readerPosition();
    const { at: next, scrubbed } = goal();
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
    const resized = stage.width !== size.width || stage.height !== size.height || stage.untitled !== size.untitled;
    // Outside the story, scroll anchoring of the browser is more exact than a share of a step.
    const within = reader.progress < 1 && toScalar(reader) > 0;
    const lost = mode !== "cards" && within && layoutChanged(geometry.edges, next.edges);
    geometry = next;
    if (lost) scrollToReader();
    if (resized) {
      size = stage;
      draw(time.value());
    }
    wake();
  }

  // Paint the first picture now and show it in a later task; the painter caches it.
  if (sized()) paint(fromScalar(toScalar(goal().at), steps), size, env.theme());
  defer(env, move);
  defer(env, () => observeLayout(parts, env, wake, layout));
  env.onChange(() => {
    draw(time.value());
    wake();
  });
  env.signal.addEventListener("abort", () => env.view.cancelAnimationFrame(frame));
  return {
    override(at) {
      if (at === null && held === null) return;
      held = at;
      wake();
    },
    readerPosition,
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
