import { headframe } from "../motifs/headframe.ts";
import { sky } from "../motifs/sky.ts";
import { SEAM_DEPTH, SEAM_THICKNESS, strata, surface } from "../motifs/strata.ts";
import { blend, heavy, span } from "../picture/ease.ts";
import { centre } from "../picture/frame.ts";
import type { Box, Scene, Shape, Size } from "../picture/model.ts";
import { coverHorizon, seamGrains } from "./cover.ts";

/** The horizon that puts the seam in the middle of a box, y in px, far above the stage's top. */
export function seamHorizon(size: Size, box: Box): number {
  const [, middle] = centre(box);
  return middle + box.height * 0.12 - (SEAM_DEPTH + SEAM_THICKNESS / 2) * size.height;
}

/** The view sinks down the shaft; three names hang at three depths, the last one at the seam. */
export const seam: Scene = {
  words: ["province", "city", "district"],
  ground: () => 0,
  draw(at) {
    const { act, size, box, palette, word } = at;
    const sunk = heavy(act);
    const horizon = blend(coverHorizon(size), seamHorizon(size, box), sunk);
    const x = size.width * 0.8;
    const height = Math.min(size.height * 0.24, size.width * 0.3);
    const shaftX = box.x + box.width * 0.12;
    const end = horizon + SEAM_DEPTH * size.height;
    const start = Math.max(box.y + 4, horizon);
    const names = [word("province"), word("city"), word("district")];
    const type = [15, 19, 26].map((s) => s * Math.min(1.5, Math.max(1, size.width / 430)));
    const shaft: Shape[] = [
      { kind: "line", key: "seam:shaft", opacity: 0.8 * sunk, x1: shaftX, y1: start, x2: shaftX, y2: Math.max(start, end), stroke: palette.ink, width: 1.2 },
    ];
    names.forEach((text, k) => {
      const y = blend(box.y + 18, end - 16, k / 2);
      const here = span(act, 0.15 + 0.25 * k, 0.4 + 0.25 * k);
      shaft.push(
        { kind: "line", key: `seam:mark:${k}`, opacity: here, x1: shaftX, y1: y - 5, x2: shaftX + 14, y2: y - 5, stroke: palette.ember, width: 1.6 },
        { kind: "text", key: `seam:name:${k}`, opacity: here, x: shaftX + 22, y: y + (type[k] ?? 15) * 0.2, text, size: type[k] ?? 15, face: "song", anchor: "start", fill: k === 2 ? palette.textEmber : palette.ink, role: "label" },
      );
    });
    return {
      grains: seamGrains(at, horizon),
      shapes: [...sky(horizon, size), ...headframe(x, surface(x, horizon, size) + 2, height, palette), ...strata(horizon, size, palette), ...shaft],
    };
  },
};
