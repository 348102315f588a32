import type { Path, Rgb } from "../picture/model.ts";

type Cut = Partial<Pick<Path, "dash" | "fill" | "layer" | "opacity">>;

/** Lines cut as with a burin: path data `d` stroked `width` px wide, behind the grains unless told otherwise. */
export function engraved(key: string, d: string, stroke: Rgb | null, width: number, cut: Cut = {}): Path {
  return { kind: "path", key, d, stroke, width, fill: null, opacity: 1, layer: "back", ...cut };
}
