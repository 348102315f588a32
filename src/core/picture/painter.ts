import { linearStep } from "../lib/math.ts";
import { memoizeByKey } from "../lib/memoize.ts";
import type { Picture, Position, Size, Theme } from "../model/picture.ts";
import type { Illustrated } from "../model/scene-config.ts";
import { isSameSize, NAV_MARGIN } from "../model/size.ts";
import { ACTION_END, ENTER_END, ENTER_START } from "../model/timing.ts";
import { type HeaderOptions, headerOf, layoutContextOf, sceneAt } from "./step-scene.ts";
import { interpolatePictures } from "./transition.ts";

export type Painter = (at: Position, size: Size, theme: Theme) => Picture;

interface Kept extends Position {
  readonly size: Size;
  readonly theme: Theme;
  readonly picture: Picture;
}

/** Returns the elevation of the step's own scene, 0–1, without blending. */
export function elevationAt(story: Illustrated, at: Position): number {
  return sceneAt(story, at.step).elevation(at.progress);
}

export interface PainterOptions extends HeaderOptions {
  /** Draws every picture in the paper colours (elevation 1), for print. */
  readonly paper?: boolean;
}

/** Blends the previous step's last picture into the scene during entry: a position alone determines its picture. */
export function createPainter(story: Illustrated, { paper = false, ...header }: PainterOptions = {}): Painter {
  const { groups, paletteAt } = story.config;
  const contextOf = memoizeByKey(
    (index: number, width: number, height: number, untitled: boolean, navMargin: number) =>
      layoutContextOf(story, index, { width, height, untitled, navMargin }, header),
    4,
  );
  /** The last two pictures, newest first: an entry blends two, and a scene that waits or holds does not change. */
  let kept: readonly Kept[] = [];

  function draw(index: number, progress: number, size: Size, theme: Theme): Picture {
    const scene = sceneAt(story, index);
    const elevation = paper ? 1 : scene.elevation(progress);
    const framed = headerOf(story, index, size, paletteAt(elevation, theme), header);
    const { width, height, untitled = false, navMargin = NAV_MARGIN } = size;
    const layoutContext = contextOf(index, width, height, untitled, navMargin);
    const drawing = scene.draw({
      ...layoutContext,
      layoutContext,
      progress,
      t: linearStep(progress, ENTER_END, ACTION_END),
      elevation,
      theme,
    });
    return { grains: drawing.grains, shapes: [...drawing.shapes, ...framed.shapes], elevation: elevation };
  }

  function drawn(step: number, progress: number, size: Size, theme: Theme): Picture {
    const same = (one: Kept): boolean =>
      one.step === step && one.progress === progress && one.theme === theme && isSameSize(one.size, size);
    const found = kept.find(same) ?? { step, progress, size, theme, picture: draw(step, progress, size, theme) };
    kept = [found, ...kept.filter((one) => one !== found)].slice(0, 2);
    return found.picture;
  }

  return (at, size, theme) => {
    if (at.step > 0 && at.progress <= ENTER_START) return drawn(at.step - 1, 1, size, theme);
    const now = drawn(at.step, phase(at.progress), size, theme);
    if (at.step === 0 || at.progress >= ENTER_END) return now;
    const before = drawn(at.step - 1, 1, size, theme);
    const { bundling: gathers = 0 } = sceneAt(story, at.step);
    return interpolatePictures(before, now, linearStep(at.progress, ENTER_START, ENTER_END), { groups, gathers });
  };
}

function phase(progress: number): number {
  return progress <= ENTER_END ? ENTER_END : progress >= ACTION_END ? 1 : progress;
}
