import { defineScene } from "../picture/scene.ts";
import { coverLand, drawMine } from "./props/mine.ts";

export const cover = defineScene({
  labels: [],
  elevation: () => 0,
  layout: ({ size }) => coverLand(size),
  draw: (land, at) => drawMine(at, land, 0, 1),
});
