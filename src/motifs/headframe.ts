import { mixRgb } from "../picture/colour.ts";
import type { Palette, Path } from "../picture/model.ts";

/** A mine's headframe standing on (x, foot), `height` px: tower with bracing, sheave wheel with spokes, and the raking strut to the right. */
export function headframe(x: number, foot: number, height: number, colours: Palette, opacity = 1): readonly Path[] {
  const w = height * 0.17;
  const top = w * 0.55;
  const head = foot - height;
  const at = (k: number): readonly [left: number, right: number, y: number] => [x - w + (w - top) * k, x + w - (w - top) * k, foot - height * k];
  const levels = [0, 0.3, 0.56, 0.78, 1].map(at);
  const legs = `M${x - w} ${foot}L${x - top} ${head}L${x + top} ${head}L${x + w} ${foot}`;
  const bracing = levels
    .slice(0, -1)
    .map(([l, r, y], k) => {
      const [l2, r2, y2] = levels[k + 1] ?? [l, r, y];
      return `M${l} ${y}L${r2} ${y2}M${r} ${y}L${l2} ${y2}M${l2} ${y2}L${r2} ${y2}`;
    })
    .join("");
  const strut = `M${x + top} ${head}L${x + height * 0.62} ${foot}M${x + top * 1.02} ${head + height * 0.2}L${x + height * 0.5} ${foot}M${x + height * 0.3} ${foot - height * 0.5}L${x + w * 0.9} ${foot - height * 0.22}M${x + height * 0.44} ${foot - height * 0.28}L${x + w} ${foot}`;
  const r = height * 0.12;
  const cy = head - r * 0.55;
  const wheel = `M${x - r} ${cy}A${r} ${r} 0 1 1 ${x + r} ${cy}A${r} ${r} 0 1 1 ${x - r} ${cy}`;
  const spokes = [0, 1, 2, 3].map((k) => {
    const a = (Math.PI * (k + 0.2)) / 4;
    return `M${x - r * Math.cos(a)} ${cy - r * Math.sin(a)}L${x + r * Math.cos(a)} ${cy + r * Math.sin(a)}`;
  });
  const rope = `M${x - r} ${cy}L${x - r} ${foot}M${x + r * 0.7} ${cy - r * 0.7}L${x + height * 0.98} ${foot - height * 0.16}`;
  const stroke = colours.ink;
  const base = { kind: "path", layer: "back", fill: null, stroke } as const;
  return [
    { ...base, key: "headframe:rope", opacity: opacity * 0.45, d: rope, width: 0.8 },
    { ...base, key: "headframe:bracing", opacity: opacity * 0.7, d: bracing + spokes.join(""), width: 0.9 },
    { ...base, key: "headframe:legs", opacity: opacity * 0.9, d: legs + strut + wheel, width: Math.max(1.4, height * 0.022) },
  ];
}

/** The shaft from the surface at y = `from` down to y = `to`, as wide as its headframe of `height` px asks; its cage hangs at `sunk` 0–1 of the way. */
export function shaft(x: number, from: number, to: number, height: number, sunk: number, colours: Palette, opacity = 1): readonly Path[] {
  const w = Math.max(2.6, height * 0.042);
  const cage = w * 2.4;
  const y = from + (to - from - cage) * sunk;
  const base = { kind: "path", layer: "back" } as const;
  return [
    { ...base, key: "headframe:shaft", opacity: opacity * 0.9, d: `M${x - w} ${from}L${x - w} ${to}L${x + w} ${to}L${x + w} ${from}Z`, fill: mixRgb(colours.ground, [0, 0, 0], 0.5), stroke: mixRgb(colours.ground, colours.ink, 0.45), width: 0.9 },
    { ...base, key: "headframe:rope:down", opacity: opacity * 0.7, d: `M${x} ${from}L${x} ${y}`, fill: null, stroke: colours.ink, width: 0.7 },
    { ...base, key: "headframe:cage", opacity, d: `M${x - w + 0.8} ${y}L${x + w - 0.8} ${y}L${x + w - 0.8} ${y + cage}L${x - w + 0.8} ${y + cage}Z`, fill: colours.ember, stroke: null, width: 0 },
  ];
}
