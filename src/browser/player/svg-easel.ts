import type { SceneStore } from "../../core/picture/scene-store.ts";
import { createLoadingPainter } from "../../core/picture/painter-loading-scenes.ts";
import type { EaselMaker } from "./easel.ts";
import { createSvgPatcher } from "./patch-svg.ts";
import type { Tween } from "./tween.ts";

/**
 * Makes easels that draw in the page itself: they write what changes into the stage's SVG, and keep the last picture
 * while scenes load.
 */
export function svgEasel(scenes: SceneStore, clock: (draw: (number: number) => void) => Tween): EaselMaker {
  return (stage, shape, tell) => {
    const patch = createSvgPatcher(stage);
    const { paint } = createLoadingPainter(scenes, () => draw(time.value()));
    let { size, theme } = shape;

    function draw(number: number): void {
      // An iframe may have no size at first.
      const shown = size.width > 0 && size.height > 0 ? paint(number, size, theme) : null;
      if (shown === null) return;
      const { picture, ...told } = shown;
      patch(picture, size);
      tell({ ...told, number, still: true });
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
