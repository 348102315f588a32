import { range } from "d3-array";
import { lerp, linearStep, smoothstep } from "../../lib/math.ts";
import { mixRgb } from "../../lib/color.ts";
import type { Palette, Point, Shape } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { pathMark, rectMark } from "../../picture/marks.ts";
import { circlePath, pathData, polygon, segments } from "../../picture/path.ts";
import type { Layout } from "./axes-layout.ts";

export const BEATS = {
  run: beat(0, 0.5, smoothstep),
  name: stagger(0.1, 0.14, 0.34),
  hang: stagger(0.08, 0.3, 0.56, smoothstep),
  /** Swing of the ropes, which come to rest. */
  rest: beat(0.1, 1),
};

export function swing({ bar, bob, apart }: Layout, t: number, y: number): number {
  const rest = BEATS.rest(t);
  return 0.05 * apart * Math.sin(3.5 * Math.PI * rest) * (1 - rest) * linearStep(y, bar, bob);
}

export function drawHook(
  { cx, top, bar, xs, apart, pitch }: Layout,
  { ink, background, layer }: Palette,
): readonly Shape[] {
  const head = bar - top;
  const [eye, r] = [top + head * 0.46, head * 0.13];
  const bold = Math.max(1.3, pitch * 0.26);
  const ends = xs.map((x) => ({ x, y: bar }));
  const half = bold * 1.6;
  const hook = pathData((path) => {
    path.moveTo(cx - r * 0.32, top);
    path.lineTo(cx - r * 0.32, eye - r * 1.5);
    path.bezierCurveTo(cx - r * 0.2, eye - r * 0.9, cx + r * 1.5, eye - r * 0.7, cx + r * 1.3, eye + r * 0.45);
    path.bezierCurveTo(cx + r * 1.1, eye + r * 1.5, cx - r * 1.2, eye + r * 1.5, cx - r * 1.35, eye + r * 0.1);
    path.bezierCurveTo(cx - r * 1.05, eye + r * 0.5, cx - r * 0.75, eye + r * 0.62, cx - r * 0.4, eye + r * 0.56);
    path.bezierCurveTo(cx + r * 0.7, eye + r * 0.5, cx + r * 0.75, eye - r * 0.3, cx + r * 0.2, eye - r * 0.7);
    path.bezierCurveTo(cx + r * 0.3, eye - r * 0.95, cx + r * 0.32, eye - r * 1.2, cx + r * 0.32, eye - r * 1.5);
    path.lineTo(cx + r * 0.32, top);
    path.closePath();
  });
  const knot = { x: cx, y: eye + r * 0.9 };
  return [
    pathMark({
      key: "axes:slings",
      layer: "back",
      stroke: ink,
      strokeWidth: bold,
      d: segments(ends.map((end) => [knot, end] as const)),
    }),
    rectMark({
      key: "axes:bar",
      layer: "back",
      x: (xs[0] ?? 0) - apart * 0.16,
      y: bar - half,
      width: 2 * apart + apart * 0.32,
      height: half * 2,
      fill: ink,
      strokeWidth: 0,
      radius: half,
    }),
    pathMark({ key: "axes:hook", fill: ink, strokeWidth: 0, d: hook }),
    pathMark({
      key: "axes:knots",
      fill: background,
      stroke: ink,
      strokeWidth: bold,
      d: [knot, ...ends].map((point) => circlePath(point, bold * 1.9)).join(""),
    }),
    pathMark({
      key: "axes:beam",
      layer: "back",
      fill: mixRgb(background, layer, 0.9),
      stroke: ink,
      strokeWidth: bold * 0.7,
      d: polygon([
        { x: cx - r * 1.5, y: top },
        { x: cx - r * 1.5, y: top + r * 0.75 },
        { x: cx + r * 1.5, y: top + r * 0.75 },
        { x: cx + r * 1.5, y: top },
      ]),
    }),
  ];
}

/** Draws a rope as a twisted cord: short strokes that lean across it, between its two edges. */
export function drawRope(places: Layout, k: number, t: number, palette: Palette): readonly Shape[] {
  const { bar, bob, xs, pitch } = places;
  const x = xs[k] ?? 0;
  const end = lerp(bar, bob + pitch * 0.6, BEATS.run(t));
  const half = Math.max(1.5, pitch * 0.24);
  const lay = half * 2.3;
  const at = (y: number, side: number): Point => ({ x: x + swing(places, t, y) + side * half, y });
  const twist = range(bar + lay, end, lay).map((y) => [at(y - lay * 0.9, -1), at(y, 1)] as const);
  return [
    pathMark({
      key: `axes:rope:${k}`,
      layer: "back",
      stroke: palette.ink,
      strokeWidth: Math.max(0.8, half * 0.4),
      d: segments([[at(bar, -1), at(end, -1)], [at(bar, 1), at(end, 1)], ...twist]),
    }),
  ];
}

export function bobAt(places: Layout, k: number, t: number): Point {
  const { bar, bob, xs, pitch } = places;
  const y = lerp(bar, bob, BEATS.run(t));
  return { x: (xs[k] ?? 0) + swing(places, t, y), y: y + pitch * 1.5 };
}

export function drawBob(places: Layout, k: number, t: number, { ink, layer, background }: Palette): readonly Shape[] {
  const { pitch, bobOutline } = places;
  const at = bobAt(places, k, t);
  return [
    pathMark({
      key: `axes:bob:${k}`,
      layer: "back",
      fill: mixRgb(background, layer, 0.8),
      stroke: ink,
      strokeWidth: Math.max(1.1, pitch * 0.18),
      d: bobOutline,
      translate: [at.x, at.y],
    }),
  ];
}
