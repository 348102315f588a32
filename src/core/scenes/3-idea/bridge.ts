import { range } from "d3-array";
import { type ScaleLinear, scaleLinear } from "d3-scale";
import { mixRgb } from "../../lib/color.ts";
import { lerp, smoothstep } from "../../lib/math.ts";
import { seededRandom } from "../../lib/random.ts";
import type { Grain, LayoutContext, Palette, PathMark, Shape } from "../../model/picture.ts";
import { beat } from "../../picture/beats.ts";
import { grainRadius, jitteredRadius, mapGrains } from "../../picture/grains.ts";
import { GROUP_SIZE, groupOf, rankInGroup } from "../groups.ts";
import { pathMark, rectMark, ruleMark, textMark } from "../../picture/marks.ts";
import { type Path, pathData, segments } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import { duskSky, lamp, lampLight, silhouetteTone } from "../props/dusk.ts";
import { type Deck, type Layout, TOWERS, cableY, layout, quadratic } from "./bridge-layout.ts";
import { CUTS, drawBridge } from "./bridge-structure.ts";

const GAP = 0.065;

const BEGUN = [0.2, 0.8] as const;

const RIPPLES = (() => {
  const random = seededRandom("river");
  return range(46).map(() => ({ along: random(), down: random() ** 1.4, length: random() }));
})();

const BEATS = {
  build: beat(0, 1, smoothstep),
  ask: beat(0.75, 1),
};

/** Length of a bank beyond the stage, px. */
const PAST = 16;

/** Draws a bank from the river to the edge of the box, since text may stand beside it. */
function drawBank(
  { box, plate, x, dx, dy, deck, water, girder, named, shore }: Layout,
  side: -1 | 1,
  palette: Palette,
): readonly Shape[] {
  const edge = side < 0 ? x(0.22) : x(0.78) + dx;
  const out: ScaleLinear<number, number> = scaleLinear([0, 1], [edge, edge - side * box.width]);
  // The ground of a picture that runs to the stage's edge runs past it.
  const past = side < 0 ? plate.x - PAST - edge : edge - plate.x - plate.width - PAST;
  const end = past / box.width;
  const cliff = { out: [0, -0.02, 0.07], y: [deck - dy / 2, lerp(deck, water, 0.6), water + girder] } as const;
  const [top, middle, bottom] = cliff.y;
  const traceCliff = (path: Path): void => path.quadraticCurveTo(out(cliff.out[1]), middle, out(cliff.out[2]), bottom);
  return [
    pathMark({
      key: `bridge:bank:${side}`,
      d: pathData((path) => {
        path.moveTo(out(0), top);
        traceCliff(path);
        path.quadraticCurveTo(out(-0.02), water + girder * 2.4, out(end), water + girder * 1.6);
        path.lineTo(out(end), top);
        path.closePath();
      }),
      fill: silhouetteTone(palette, 0.74),
      strokeWidth: 0,
      layer: "back",
    }),
    pathMark({
      key: `bridge:bank:${side}:cut`,
      d: pathData((path) => {
        path.moveTo(out(end), top);
        path.lineTo(out(0), top);
        traceCliff(path);
        CUTS.forEach((down, k) => {
          const [from, y] = [quadratic(...cliff.out, down), quadratic(...cliff.y, down)];
          if (y < named + shore * 0.6) return;
          const length = 0.025 + 0.075 * (((k * 5) % 7) / 6) * down;
          path.moveTo(out(from), y);
          path.quadraticCurveTo(out(from - length / 2), y - 1.5, out(from - length), y + 1);
        });
      }),
      stroke: silhouetteTone(palette, 0.3),
      strokeWidth: 1.1,
      layer: "back",
    }),
  ];
}

function drawRiver({ box, x, water, foot, girder }: Layout, palette: Palette): PathMark {
  const d = pathData((path) => {
    for (const { along, down, length } of RIPPLES) {
      const from = lerp(x(0.2), x(0.8), along);
      const long = box.width * (0.02 + 0.05 * length);
      const y = lerp(water + girder * 0.6, foot + girder * 1.8, down);
      path.moveTo(from, y);
      path.quadraticCurveTo(from + long / 2, y - 2.4, from + long, y);
    }
  });
  return pathMark({
    key: "bridge:river",
    d,
    stroke: mixRgb(palette.background, palette.muted, 0.35),
    strokeWidth: 1.1,
    layer: "back",
  });
}

function drawNames(
  { box, x, type, shore, named, caption }: Layout,
  label: LayoutContext["label"],
  palette: Palette,
): readonly Shape[] {
  const bank = { y: named, baseline: "middle", size: shore, fill: palette.ink, face: "song" } as const;
  const tower = { y: caption, size: type, fill: palette.ink, anchor: "middle" } as const;
  const one = label("tower-one");
  return [
    textMark({ key: "bridge:left", text: label("left"), x: box.x + shore * 0.08, ...bank }),
    textMark({
      key: "bridge:right",
      text: label("right"),
      x: box.x + box.width - shore * 0.08,
      anchor: "end",
      ...bank,
    }),
    textMark({
      key: "bridge:one",
      text: one,
      x: Math.max(x(TOWERS[0]), box.x + textWidth(one, type) / 2),
      ...tower,
    }),
    textMark({ key: "bridge:two", text: label("tower-two"), x: x(TOWERS[1]), ...tower }),
  ];
}

/** Draws the lamp at either end of the deck and its light on the water; the two do not meet. */
function drawLamps(places: Layout, [left, right]: Deck, palette: Palette): readonly Shape[] {
  const { x, dx, dy, deck, water, girder, lamp: r } = places;
  return [left, right].flatMap((at, k) => {
    const end = { x: x(at) + dx / 2, y: deck - dy / 2 };
    const head = { x: end.x, y: end.y - r * 5 };
    const glints = range(7).map((row) => {
      const half = r * (2.6 - 0.28 * row) * (row % 2 === 0 ? 1 : 0.6);
      const y = water + girder * (0.5 + 0.36 * row);
      return [
        { x: end.x - half, y },
        { x: end.x + half, y },
      ] as const;
    });
    return [
      ruleMark({
        key: `bridge:post:${k}`,
        x1: end.x,
        y1: end.y,
        x2: head.x,
        y2: head.y,
        stroke: palette.ember,
        strokeWidth: 1.3,
      }),
      ...lamp(`bridge:lamp:${k}`, head, r, palette),
      pathMark({
        key: `bridge:glint:${k}`,
        layer: "back",
        stroke: lampLight(palette, 0.3),
        strokeWidth: Math.max(1, r * 0.4),
        opacity: 0.75,
        d: segments(glints),
      }),
    ];
  });
}

/** Draws sky and river behind the bridge. */
function drawEvening({ plate, water }: Layout, palette: Palette): readonly Shape[] {
  return [
    ...duskSky("bridge", plate, water, palette),
    rectMark({
      key: "bridge:water",
      layer: "back",
      x: plate.x,
      y: water,
      width: plate.width,
      height: Math.max(0, plate.y + plate.height - water),
      fill: silhouetteTone(palette, 0.45),
      strokeWidth: 0,
    }),
  ];
}

function drawAsk({ ask, type, deck, dy }: Layout, text: string, palette: Palette, opacity: number): readonly Shape[] {
  return [
    textMark({ key: "bridge:ask", text, ...ask, fill: palette.textRed, anchor: "middle", face: "song", opacity }),
    ruleMark({
      key: "bridge:ask:lead",
      x1: ask.x,
      y1: ask.y + type * 0.7,
      x2: ask.x,
      y2: deck - dy / 2,
      stroke: palette.textRed,
      dash: "2 3",
      opacity,
      layer: "back",
    }),
  ];
}

function drawGrains(places: Layout, [left, right]: Deck, palette: Palette): readonly Grain[] {
  const { size, x, dx, dy, deck, width } = places;
  const r = Math.min(grainRadius(size), ((width * 1.28) / GROUP_SIZE) * 0.46);
  const half = GROUP_SIZE / 2;
  const onDeck = Math.min(((left * width) / half) * 0.86, dy * 0.26);
  const paler = mixRgb(palette.background, palette.ember, 0.75);
  return mapGrains((index): Grain => {
    const rank = rankInGroup(index);
    const group = groupOf(index);
    const own = jitteredRadius(index, r);
    if (group === "rural") {
      const k = (Math.floor((rank % half) / 2) + 0.5) / (half / 2);
      const lane = rank % 2 === 0 ? 0.25 : 0.75;
      return {
        x: x(rank < half ? lerp(0.01, left, k) : lerp(right, 0.99, k)) + dx * lane,
        y: deck - dy * lane,
        r: Math.min(own, onDeck),
        fill: palette.red,
        opacity: 1,
        hollow: 1,
      };
    }
    const at = rank / (GROUP_SIZE - 1);
    const far = group === "services";
    return {
      x: x(at) + (far ? dx : 0),
      y: cableY(places, at) - (far ? dy : 0),
      r: own,
      fill: far ? paler : palette.ember,
      opacity: 1,
      hollow: 0,
    };
  });
}

/**
 * A suspension bridge in oblique view, its cables made of grains. The two ends of the deck do not meet, because the
 * link is a demand, not a fact.
 */
export const bridge = defineScene({
  labels: ["left", "right", "tower-one", "tower-two", "ask"],
  elevation: () => 0.5,
  beats: BEATS,
  layout,
  draw: (places, { t, palette, label }) => {
    const built = BEATS.build(t);
    const deck = [lerp(BEGUN[0], 0.5 - GAP, built), lerp(BEGUN[1], 0.5 + GAP, built)] as const;
    return {
      grains: drawGrains(places, deck, palette),
      shapes: [
        ...drawEvening(places, palette),
        ...drawBank(places, -1, palette),
        ...drawBank(places, 1, palette),
        drawRiver(places, palette),
        ...drawBridge(places, deck, palette),
        ...drawLamps(places, deck, palette),
        ...drawNames(places, label, palette),
        ...drawAsk(places, label("ask"), palette, BEATS.ask(t)),
      ],
    };
  },
});
