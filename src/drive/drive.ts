import { adopt } from "../draw/adopt.ts";
import { REST } from "../picture/beats.ts";
import type { Position, Size, Theme } from "../picture/model.ts";
import { painter } from "../scenes/picture.ts";
import type { PictureStory } from "../story/model.ts";
import type { Clock } from "./clock.ts";
import { later } from "./later.ts";
import { locate, placeOf, positionOf, reshaped, travelled } from "./locate.ts";
import type { Reading } from "./reading.ts";
import { type Geometry, measure, type Parts, watch } from "./scroll.ts";
import type { Scrolling } from "./scrolling.ts";
import { cardOf, type Motion, settle } from "./settle.ts";

/** What the surroundings say; asked anew each time, since a reader may change them. */
export interface Env {
  readonly view: Window;
  readonly scroll: Scrolling;
  /** Makes the clock that moves the picture. */
  readonly clock: (draw: (shown: number) => void) => Clock;
  readonly theme: () => Theme;
  readonly motion: () => Motion;
  /** Calls back when theme or motion has changed; returns its undo. */
  readonly onChange: (heard: () => void) => () => void;
}

/** What was drawn. */
export interface Frame {
  readonly at: Position;
  /** Height of the ground, 0–1. */
  readonly ground: number;
  readonly theme: Theme;
  /** Whether the picture has come to where the reader is. */
  readonly settled: boolean;
}

/** A change smaller than this, in steps, follows the finger at once; a larger one is travelled. */
const NEAR = 0.12;
const FOLLOW_SECONDS = 0.35;
const PLAY_SECONDS = 0.9;

export interface Driven {
  /** Puts the picture at a position, wherever the reader is, until called with null. */
  readonly hold: (at: Position | null) => void;
  /** Where the reader is. */
  readonly at: () => Position;
  /**
   * Takes the reader to a position in a reading whose shape the page has already taken: by scrolling there, or, in cards, as a card, which no
   * scrolling moves. Whatever was held is let go.
   */
  readonly place: (at: Position, reading: Reading) => void;
  readonly stop: () => void;
}

/** Reader → position → picture. */
export function drive(story: PictureStory, parts: Parts, env: Env, shown: (frame: Frame) => void): Driven {
  const paint = painter(story);
  const show = adopt(parts.stage);
  const steps = story.steps.length;
  let geometry: Geometry = measure(parts, env.scroll);
  let size: Size = { width: geometry.width, height: geometry.height };
  let target = -1;
  let frame = 0;
  let held: Position | null = null;
  let reading: Reading = "scroll";
  let reader: Position = located();
  /** Where the page was scrolled to for the reader's place: while it stays there, the place is not blurred by whole pixels. */
  let placedY = Number.NaN;

  const time = env.clock((number) => draw(number));

  /** A frame in another's page may have no size at first; it is drawn when it has. */
  function sized(): boolean {
    return size.width > 0 && size.height > 0;
  }

  function draw(number: number): void {
    if (!sized()) return;
    const at = positionOf(number, steps);
    const theme = env.theme();
    const picture = paint(at, size, theme);
    show(picture, size);
    shown({ at, ground: picture.ground, theme, settled: number === target });
  }

  function fade(): void {
    parts.stage.animate({ opacity: [0.15, 1] }, { duration: 240, easing: "ease-out" });
  }

  function go(next: number, scrubbed: boolean): void {
    if (next === target) return;
    const first = target === -1;
    target = next;
    const distance = Math.abs(next - time.shown());
    if (first) return time.cut(next);
    if (env.motion() === "reduced") {
      time.cut(next);
      if (distance > 0.5) fade();
      return;
    }
    if (distance > 1.5) {
      time.cut(scrubbed ? next : Math.floor(next));
      fade();
    }
    if (scrubbed && distance < NEAR) time.cut(next);
    else if (distance <= 1.5 || !scrubbed) time.aim(next, scrubbed ? FOLLOW_SECONDS : PLAY_SECONDS);
  }

  function located(): Position {
    return locate(geometry.edges, env.scroll.y() + geometry.line);
  }

  function at(): Position {
    if (reading === "cards" || env.scroll.y() === placedY) return reader;
    placedY = Number.NaN;
    reader = located();
    return reader;
  }

  /** Where the picture should rest, and whether it follows the finger there. */
  function goal(): { readonly at: Position; readonly scrubbed: boolean } {
    // The article has its own stills; its stage shows the cover.
    if (reading === "article") return { at: { step: 0, progress: REST }, scrubbed: true };
    if (held !== null) return { at: held, scrubbed: true };
    if (reading === "cards") return { at: { step: cardOf(reader), progress: REST }, scrubbed: false };
    const here = located();
    const pace = story.steps[here.step]?.pace ?? "scrub";
    return { at: settle(here, pace, env.motion()), scrubbed: pace === "scrub" };
  }

  function move(): void {
    frame = 0;
    at();
    const { at: next, scrubbed } = goal();
    go(travelled(next), scrubbed);
  }

  function wake(): void {
    if (frame === 0) frame = env.view.requestAnimationFrame(move);
  }

  function scrollToReader(): void {
    const top = placeOf(geometry.edges, reader) - geometry.line;
    if (Math.abs(top - env.scroll.y()) >= 1) env.scroll.to(top);
    placedY = env.scroll.y();
  }

  function layout(): void {
    const next = measure(parts, env.scroll);
    const resized = next.width !== size.width || next.height !== size.height;
    // Above and below the story the browser keeps the place better than a share of a step could.
    const within = reader.progress < 1 && travelled(reader) > 0;
    const lost = reading !== "cards" && within && reshaped(geometry.edges, next.edges);
    geometry = next;
    if (lost) scrollToReader();
    if (resized) {
      size = { width: next.width, height: next.height };
      draw(time.shown());
    }
    wake();
  }

  // The first picture is made now and shown in a task of its own; the painter keeps it till then.
  if (sized()) paint(positionOf(travelled(goal().at), steps), size, env.theme());
  const unmoved = later(env.view, move);
  const unwatch = later(env.view, () => watch(parts, env, wake, layout));
  const unhear = env.onChange(() => {
    draw(time.shown());
    wake();
  });
  return {
    hold(at) {
      if (at === null && held === null) return;
      held = at;
      wake();
    },
    at,
    place(at, next) {
      held = null;
      reader = at;
      reading = next;
      geometry = measure(parts, env.scroll);
      if (reading !== "cards") scrollToReader();
      wake();
    },
    stop() {
      unmoved();
      unwatch();
      unhear();
      time.stop();
      if (frame !== 0) env.view.cancelAnimationFrame(frame);
    },
  };
}
