import type { PageColours } from "../../core/model/stage-messages.ts";
import type { SceneStore } from "../../core/picture/scene-store.ts";
import { createLoadingPainter } from "../../core/picture/painter-loading-scenes.ts";
import type { EaselMaker, Shown } from "./easel.ts";
import { createSvgPatcher } from "./patch-svg.ts";
import type { Tween } from "./tween.ts";

/**
 * Makes easels that draw in the page itself: they write what changes into the stage's SVG, and keep the last picture
 * while scenes load.
 */
export function svgEasel(scenes: SceneStore, clock: (draw: (number: number) => void) => Tween): EaselMaker {
  return (stage, shape, tell) => {
    const patch = createSvgPatcher(stage);
    const { paint } = createLoadingPainter(scenes, () => draw(time.value()), lose);
    let { size, theme } = shape;
    let last: PageColours = {};

    function draw(number: number): void {
      // An iframe may have no size at first.
      if (size.width <= 0 || size.height <= 0) return;
      const shown = paint(number, size, theme);
      if (shown === null) return tellWithout(number, "late");
      const { picture, colours, track, points } = shown;
      patch(picture, size);
      last = colours;
      tell({ colours, track, points, number, still: true });
    }

    function tellWithout(number: number, missing: Shown["missing"]): void {
      tell({ colours: last, track: () => null, points: () => [], number, still: false, missing });
    }

    /** The reader may be elsewhere by now. */
    function lose(number: number): void {
      if (number === time.value()) tellWithout(number, "lost");
    }

    const time = clock(draw);
    return {
      prepare(number) {
        if (size.width > 0 && size.height > 0) paint(number, size, theme);
      },
      show: time.jumpTo,
      play: time.animateTo,
      fit(next, lit) {
        [size, theme] = [next, lit];
        draw(time.value());
      },
      value: time.value,
    };
  };
}
