import type { Path, Rgb } from "../picture/model.ts";

type Cut = Partial<Pick<Path, "dash" | "fill" | "layer" | "opacity">>;

/** Lines cut as with a burin: path data `d` stroked `width` px wide, behind the grains unless told otherwise. */
export function engraved(key: string, d: string, stroke: Rgb | null, width: number, cut: Cut = {}): Path {
  return { kind: "path", key, d, stroke, width, fill: null, opacity: 1, layer: "back", ...cut };
}

/** `path` at `presence` 0–1 of its opacity; wholly there it is itself, which nobody need write again. */
export function faded(path: Path, presence: number): Path {
  return presence === 1 ? path : { ...path, opacity: path.opacity * presence };
}
