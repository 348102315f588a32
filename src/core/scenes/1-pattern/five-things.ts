import { max, min, range } from "d3-array";
import { clamp, easeOutQuad, lerp, smoothstep } from "../../lib/math.ts";
import type { Grain, LayoutContext, Palette, Point, Shape } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { GRAIN_COUNT, jitteredRadius } from "../../picture/grains.ts";
import { pathMark, textMark } from "../../picture/marks.ts";
import { polyline, segments } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { fitFontSize, textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { type Tub, tub, tubHeap, tubSide } from "./five-things-tub.ts";

const LANES = ["one", "two", "three", "four", "five"] as const;
const HAVES = ["have-one", "have-two", "have-three", "have-four", "have-five", "have-six"] as const;

const PER_LANE = GRAIN_COUNT / LANES.length;
const PER_STRAND = PER_LANE / HAVES.length;
const LAST = LANES.length - 1;

const KNOTS = range(14).map((k) => k / 13);

const LATER = 0.16 / HAVES.length;

const BEATS = {
  roll: stagger(0.055, 0, 0.36, easeOutQuad),
  field: stagger(0.055, 0.02, 0.12),
  tool: stagger(0.055, 0.24, 0.36),
  strand: beat(0.6, 1),
  fall: stagger(LATER, 0.6, 0.704, smoothstep),
  hang: stagger(LATER, 0.64, 0.84, smoothstep),
  have: stagger(0.032, 0.76, 0.84),
};

function layout({ size, box, label }: LayoutContext) {
  const field = typeSize(size, "display");
  const column = box.width / HAVES.length;
  const have = min(HAVES, (key) => fitFontSize(label(key), column * 0.9, field, 11)) ?? 11;

  const fan = clamp(box.height * 0.21, have * 2.8, have * 6.5);
  const pitch = (box.height - fan - have * 1.2) / LANES.length;
  const railAt = (lane: number): number => box.y + (lane + 1) * pitch - Math.max(4, pitch * 0.07);
  const lanes = LANES.map((key, index) => ({ key, index, rail: railAt(index) }));

  const height = Math.max(pitch * 0.55, Math.min(24, pitch * 0.64));
  const fields = max(LANES, (key) => textWidth(label(key), field)) ?? 0;
  const left = box.x + fields + field * 0.9;
  const width = Math.min(height * 16, box.x + box.width - left - height * 0.12);
  const longest = max(LANES, (key) => textWidth(label(`tool-${key}`), 1)) ?? 1;
  const tool = Math.min((width - height * 0.5) / longest, Math.max(12, height * 0.46), typeSize(size, "display"));
  /** A tub comes from the stage's right edge, where its front is in sight. */
  const way = (size.width - left) * 0.74;

  const baseline = box.y + box.height - have * 0.3;
  const mouth = railAt(LAST) + 4;
  const strands = HAVES.map((key, index) => {
    const share = (index + 0.5) / HAVES.length;
    const from = { x: left + width * (0.1 + 0.8 * share), y: mouth };
    return { key, index, from, to: { x: box.x + box.width * share, y: baseline - have * 1.4 } };
  });
  const heap = tubHeap({ width, height }, Math.min(pitch * 0.36, pitch - height - 3));
  return {
    box,
    end: box.x + box.width,
    pitch,
    type: { field, tool, have },
    lanes,
    left,
    width,
    height,
    way,
    heap,
    strands,
    baseline,
  };
}

type Layout = ReturnType<typeof layout>;
type Lane = Layout["lanes"][number];
type Strand = Layout["strands"][number];

function onStrand({ from, to }: Strand, down: number): Point {
  return { x: lerp(from.x, to.x, smoothstep(down)), y: lerp(from.y, to.y, down) };
}

function placeTub({ left, width, height, way }: Layout, { rail }: Lane, arrived: number): Tub {
  return { x: left + way * (1 - arrived), rail, width, height };
}

/** The track ends before the progress nav. */
function trackPath({ box, pitch, end }: Layout, rail: number): string {
  const y = rail + 1;
  const half = Math.max(2, pitch * 0.035);
  const apart = half * 3.4;
  const count = Math.floor((end - box.x) / apart);
  const first = box.x + (end - box.x - (count - 1) * apart) / 2;
  const sleepers = range(count).map((k) => {
    const x = first + k * apart;
    return [
      { x: x - half, y: y + half * 0.9 },
      { x: x + half, y: y + half * 0.9 },
    ] as const;
  });
  return segments([
    [
      { x: box.x, y },
      { x: end, y },
    ],
    ...sleepers,
  ]);
}

function drawLane(
  places: Layout,
  lane: Lane,
  label: (key: string) => string,
  t: number,
  palette: Palette,
): readonly Shape[] {
  const { key, index, rail } = lane;
  const { box, type, height, way } = places;
  const arrived = BEATS.roll(t, index);
  const at = placeTub(places, lane, arrived);
  return [
    pathMark({
      key: `lanes:rail:${index}`,
      layer: "back",
      stroke: palette.muted,
      strokeWidth: 1.2,
      d: trackPath(places, rail),
    }),
    ...tub(`lanes:tub:${index}`, at, -way * arrived, palette),
    textMark({
      key: `lanes:field:${index}`,
      text: label(key),
      x: box.x,
      y: rail - height * 0.42,
      size: type.field,
      face: "song",
      fill: palette.ink,
      opacity: BEATS.field(t, index),
    }),
    textMark({
      key: `lanes:tool:${index}`,
      text: label(`tool-${key}`),
      ...tubSide(at),
      baseline: "middle",
      size: type.tool,
      anchor: "middle",
      fill: palette.ink,
      opacity: BEATS.tool(t, index),
    }),
  ];
}

function drawStrand(
  { type, baseline }: Layout,
  strand: Strand,
  text: string,
  t: number,
  palette: Palette,
): readonly Shape[] {
  return [
    pathMark({
      key: `lanes:strand:${strand.index}`,
      layer: "back",
      opacity: BEATS.strand(t),
      stroke: palette.line,
      d: polyline(KNOTS.map((down) => onStrand(strand, down))),
    }),
    textMark({
      key: `lanes:${strand.key}`,
      text,
      x: strand.to.x,
      y: baseline,
      size: type.have,
      face: "song",
      anchor: "middle",
      fill: palette.ink,
      opacity: BEATS.have(t, strand.index),
    }),
  ];
}

/** Returns the place of one of the last tub's grains, which leave the heap at `from` for a strand. */
function runOut(strands: readonly Strand[], from: Point, rank: number, t: number): Point {
  const index = Math.floor(rank / PER_STRAND);
  const strand = strands[index];
  if (strand === undefined) return from;
  const fallen = BEATS.fall(t, index);
  const { x, y } = onStrand(strand, BEATS.hang(t, index) * (((rank % PER_STRAND) + 0.7) / (PER_STRAND + 0.4)));
  return { x: lerp(from.x, x, fallen), y: lerp(from.y, y, fallen) };
}

function drawGrains(places: Layout, t: number, palette: Palette): readonly Grain[] {
  const { heap, strands } = places;
  const tubs = places.lanes.map((lane) => placeTub(places, lane, BEATS.roll(t, lane.index)));
  const spots = tubs.flatMap((at) => heap.places.map(({ x, y }) => ({ x: at.x + x, y: at.rail + y })));
  return spots.map((spot, index) => {
    const last = index >= LAST * PER_LANE;
    const { x, y } = last ? runOut(strands, spot, index % PER_LANE, t) : spot;
    return { x, y, r: jitteredRadius(index, heap.r), fill: palette.ember, opacity: 1, hollow: 0 };
  });
}

/**
 * Five equal tubs drive in from the right, one on each line, and stop level with each other, since none ranks above
 * another. Only the last one's load is spelt out: it runs into six strands.
 */
export const fiveThings = defineScene({
  labels: [...LANES, ...LANES.map((key) => `tool-${key}`), ...HAVES],
  elevation: () => 0.85,
  beats: BEATS,
  layout,
  draw: (places, { t, palette, label }) => ({
    grains: drawGrains(places, t, palette),
    shapes: [
      ...places.lanes.flatMap((lane) => drawLane(places, lane, label, t, palette)),
      ...places.strands.flatMap((strand) => drawStrand(places, strand, label(strand.key), t, palette)),
    ],
  }),
});
