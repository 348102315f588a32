import { memoizeByKey } from "../lib/memoize.ts";
import type { Rgb } from "../lib/color.ts";
import type { DataPoint, Picture, Size, Theme, Track } from "../model/picture.ts";
import { fromScalar, stepInView } from "../model/position.ts";
import type { PageColours } from "../model/stage-messages.ts";
import { createPainter, type Painter } from "./painter.ts";
import type { SceneStore } from "./scene-store.ts";
import { type StepSlider, sliderOf } from "./slider.ts";
import { pointsOf } from "./step-scene.ts";
import { themeProperties } from "./theme-properties.ts";

function ignore(): void {}

/** Steps ahead of the reader whose scenes are loaded before they are needed. */
const AHEAD = 3;

export interface StoryPicture {
  readonly picture: Picture;
  /** Colour of the ground behind the picture. */
  readonly background: Rgb;
  readonly colours: PageColours;
  /** The track of the step's slider; the same object for the same stage. */
  readonly track: () => Track | null;
  readonly points: () => readonly DataPoint[];
}

/** Paints the pictures of a story whose scenes load in parts. */
export interface LoadingPainter {
  /**
   * Paints a position, as `toScalar` writes it. Returns null while its scenes load; `arrived` is called when they have
   * come, `fail` with the position when they do not load.
   */
  readonly paint: (number: number, size: Size, theme: Theme) => StoryPicture | null;
}

export function createLoadingPainter(
  scenes: SceneStore,
  arrived: () => void,
  fail: (number: number) => void = () => undefined,
): LoadingPainter {
  const { steps } = scenes.story();
  let made: { readonly story: unknown; readonly paint: Painter } | null = null;

  function painter(): Painter {
    const story = scenes.story();
    if (made?.story !== story) made = { story, paint: createPainter(story) };
    return made.paint;
  }

  /** A file that fails is asked for again by the next picture that needs it. */
  function load(from: number, to: number, then: () => void, otherwise: () => void): boolean {
    const wanted = Array.from({ length: to - from + 1 }, (_, k) => from + k);
    const missing = scenes.load(wanted);
    missing?.then(then, otherwise).catch(() => undefined);
    return missing === null;
  }

  const sliderAt = memoizeByKey((step: number): { readonly slider: StepSlider | null } => {
    return { slider: sliderOf(scenes.story(), step) };
  }, 64);

  return {
    paint(number, size, theme) {
      const at = fromScalar(number, steps.length);
      if (!load(at.step - 1, at.step, arrived, () => fail(number))) return null;
      load(at.step + 1, at.step + AHEAD, ignore, ignore);
      const picture = painter()(at, size, theme);
      const index = stepInView(at);
      const palette = scenes.story().config.paletteAt(picture.elevation, theme);
      return {
        picture,
        background: palette.background,
        colours: themeProperties(palette),
        track: () => sliderAt(index).slider?.trackAt(size) ?? null,
        points: () => pointsOf(scenes.story(), index, size),
      };
    },
  };
}
