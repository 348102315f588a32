import { range } from "d3-array";
import { mixRgb } from "../../lib/color.ts";
import { lerp } from "../../lib/math.ts";
import { memoizeByObject, memoizeByObjects } from "../../lib/memoize.ts";
import { seededRandom } from "../../lib/random.ts";
import type { Palette, PathMark, Shape } from "../../model/picture.ts";
import { pathMark, withOpacity } from "../../picture/marks.ts";
import { circlePath, polygon, polyline, segments } from "../../picture/path.ts";
import { silhouetteTone } from "../props/dusk.ts";
import { headframe, mineShaft } from "../props/headframe.ts";
import { CAST, type ClosingLayout, seamRoof, surfaceAt, surfaceLine } from "./closing-layout.ts";

const [STROKES, LAYERS, STEPS] = [150, 3, 48];

const SCATTER = (() => {
  const random = seededRandom("closing hill");
  return range(STROKES).map(() => ({ along: random(), depth: random() ** 1.6, length: random() }));
})();

/** Path data of the hill, which does not depend on colours. */
const lines = memoizeByObject((places: ClosingLayout) => {
  const { box, unit, bottom, wheels, vessel, stairs, beds } = places;
  const right = box.x + box.width;
  const xs = range(STEPS + 1).map((k) => box.x + (box.width * k) / STEPS);
  const roof = xs.map((x) => ({ x, y: seamRoof(places, x) - 3 }));
  const floor = roof.map(({ x, y }) => ({ x, y: y + wheels.mine.height + 6 }));
  const strokes = SCATTER.map(({ along, depth, length }) => {
    const x = box.x + box.width * along * 0.98;
    const top = surfaceAt(places, x);
    const y = lerp(top + 4, seamRoof(places, x) - 7, depth);
    const long = (4 + unit * 0.16 * length) * (1 - 0.5 * depth);
    return [
      { x, y },
      { x: Math.min(right, x + long), y: y - long * 0.06 },
    ] as const;
  });
  const [foot, head] = [stairs[0], stairs.at(-1)];
  const layer = (k: number): string =>
    polyline(
      xs.map((x) => {
        const share = (k + 1) / (LAYERS + 1);
        return {
          x,
          y: lerp(surfaceAt(places, x), seamRoof(places, x), share) + unit * 0.03 * Math.sin(x / 31 + k * 2),
        };
      }),
    );
  const half = Math.max(2.6, unit * 0.07);
  return {
    body: polygon([...surfaceLine(places), { x: right, y: bottom }, { x: box.x, y: bottom }]),
    layers: range(LAYERS).map(layer).join(""),
    strokes: segments(strokes),
    seam: polygon([...roof, ...[...floor].reverse()]),
    sockets: beds
      .slice(0, CAST)
      .map((bed) => circlePath(bed, Math.max(1.3, unit * 0.024)))
      .join(""),
    ground: segments([
      [{ x: box.x, y: wheels.ground }, foot ?? { x: right, y: wheels.ground }],
      [head ?? { x: right, y: vessel.ground }, { x: right, y: vessel.ground }],
    ]),
    stairs: polyline(stairs),
    raise: segments(
      [-half, half].map(
        (dx) =>
          [
            { x: vessel.cx + dx, y: seamRoof(places, vessel.cx) - 3 },
            { x: vessel.cx + dx, y: vessel.ground },
          ] as const,
      ),
    ),
  };
});

const rock = memoizeByObjects((places: ClosingLayout, palette: Palette): readonly PathMark[] => {
  const { body, layers, strokes, seam, sockets, ground } = lines(places);
  const { background, layer, line, muted, ink, ember } = palette;
  const coal = silhouetteTone(palette, 0.92);
  const back = { layer: "back" } as const;
  return [
    pathMark({ ...back, key: "closing:body", d: body, fill: mixRgb(background, layer, 0.75), strokeWidth: 0 }),
    pathMark({ ...back, key: "closing:layers", d: layers, stroke: line, opacity: 0.7 }),
    pathMark({
      ...back,
      key: "closing:hatch",
      texture: true,
      d: strokes,
      stroke: muted,
      strokeWidth: 0.8,
      opacity: 0.45,
    }),
    pathMark({ ...back, key: "closing:seam", d: seam, fill: coal, stroke: line }),
    pathMark({ ...back, key: "closing:sockets", d: sockets, stroke: mixRgb(coal, ember, 0.5), strokeWidth: 0.8 }),
    pathMark({
      ...back,
      key: "closing:ground",
      d: ground,
      stroke: ink,
      strokeWidth: Math.max(1.4, places.unit * 0.016),
    }),
  ];
});

/** Draws a hill in section. The way up to the goal is dashed: its stairs, and the raise from the seam. */
export function drawHill(
  places: ClosingLayout,
  { stairs, raise }: { readonly stairs: number; readonly raise: number },
  palette: Palette,
): readonly Shape[] {
  const { unit } = places;
  const d = lines(places);
  const [width, dash] = [Math.max(1.4, unit * 0.016), Math.max(4, unit * 0.05)];
  const slope = { layer: "back", strokeWidth: width, dash: `${dash.toFixed(1)} ${(dash * 0.7).toFixed(1)}` } as const;
  return [
    ...rock(places, palette),
    pathMark({
      ...slope,
      key: "closing:slope",
      d: d.stairs,
      stroke: palette.ink,

      opacity: lerp(0.35, 1, stairs),
    }),
    pathMark({ ...slope, key: "closing:raise", d: d.raise, stroke: palette.textRural, opacity: raise }),
  ];
}

const towers = memoizeByObjects((places: ClosingLayout, palette: Palette) => {
  const { tower, wheels } = places;
  return headframe(tower.x, wheels.ground, tower.height, palette).filter(({ key }) =>
    ["headframe:bracing", "headframe:legs"].includes(key),
  );
});

/** Draws the headframe, which pales behind the wheels (`hidden` 0–1), and its shaft down to the seam. */
export function drawPithead(
  places: ClosingLayout,
  { sunk, hidden }: { readonly sunk: number; readonly hidden: number },
  palette: Palette,
): readonly Shape[] {
  const { tower, wheels } = places;
  return [
    ...towers(places, palette).map((path) => withOpacity(path, lerp(0.8, 0.16, hidden))),
    ...mineShaft(tower.x, wheels.ground, seamRoof(places, tower.x), tower.height * 0.5, sunk, palette),
  ];
}
