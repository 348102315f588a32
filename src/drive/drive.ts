import { adopt } from "../draw/adopt.ts";
import { ACT_END, ENTER } from "../picture/beats.ts";
import { blend } from "../picture/ease.ts";
import type { Position, Size, Theme } from "../picture/model.ts";
import { painter } from "../scenes/picture.ts";
import type { PictureStory } from "../story/model.ts";
import { clock } from "./clock.ts";
import { later } from "./later.ts";
import { locate, positionOf, travelled } from "./locate.ts";
import { type Geometry, measure, type Parts, watch } from "./scroll.ts";
import { type Motion, settle } from "./settle.ts";

/** What the surroundings say; asked anew each time, since a reader may change them. */
export interface Env {
  readonly view: Window;
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

/** A step held by hand at a share of its action, 0–1. */
export interface Hold {
  readonly step: number;
  readonly share: number;
}

export interface Driven {
  /** Puts the picture where a hand wants it, until called with null. */
  readonly hold: (by: Hold | null) => void;
  readonly stop: () => void;
}

/** Reader → position → picture. */
export function drive(story: PictureStory, parts: Parts, env: Env, shown: (frame: Frame) => void): Driven {
  const paint = painter(story);
  const show = adopt(parts.stage);
  const steps = story.steps.length;
  let geometry: Geometry = measure(parts, env.view);
  let size: Size = { width: geometry.width, height: geometry.height };
  let target = -1;
  let frame = 0;
  let held: Hold | null = null;

  const time = clock((number) => draw(number));

  function draw(number: number): void {
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

  /** Where the picture should rest, and whether it follows the finger there. */
  function goal(): { readonly at: Position; readonly scrubbed: boolean } {
    const at = locate(geometry.edges, env.view.scrollY + geometry.line);
    const pace = story.steps[at.step]?.pace ?? "scrub";
    return { at: settle(at, pace, env.motion()), scrubbed: pace === "scrub" };
  }

  function move(): void {
    frame = 0;
    if (held !== null) return go(held.step + blend(ENTER, ACT_END, held.share), true);
    const { at, scrubbed } = goal();
    go(travelled(at), scrubbed);
  }

  function wake(): void {
    if (frame === 0) frame = env.view.requestAnimationFrame(move);
  }

  function layout(): void {
    const next = measure(parts, env.view);
    const resized = next.width !== size.width || next.height !== size.height;
    geometry = next;
    if (resized) {
      size = { width: next.width, height: next.height };
      draw(time.shown());
    }
    wake();
  }

  // The first picture is made now and shown in a task of its own; the painter keeps it till then.
  paint(positionOf(travelled(goal().at), steps), size, env.theme());
  const unmoved = later(env.view, move);
  const unwatch = later(env.view, () => watch(parts, env.view, wake, layout));
  const unhear = env.onChange(() => {
    draw(time.shown());
    wake();
  });
  return {
    hold(by) {
      if (by === null && held === null) return;
      held = by;
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
