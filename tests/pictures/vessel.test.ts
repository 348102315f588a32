import { describe, expect, test } from "vitest";
import type { LayoutContext, LineMark, Point } from "../../src/core/model/picture.ts";
import { firstInGroup, GROUP_SIZE } from "../../src/core/scenes/groups.ts";
import { drawHeader } from "../../src/core/picture/header.ts";
import { config } from "../../src/core/scenes/config.ts";
import { ACTION_END, ENTER_END } from "../../src/core/model/timing.ts";
import { closing } from "../../src/core/scenes/4-coordinate/closing.ts";
import {
  GRAIN_PLACES,
  HEIGHTS,
  LEG_OFFSET,
  legHalfWidth,
  vesselHalfWidth,
} from "../../src/core/scenes/props/vessel/geometry.ts";
import { vesselGrains } from "../../src/core/scenes/props/vessel/grains.ts";
import { layoutVesselStage } from "../../src/core/scenes/props/vessel/layout.ts";
import { readPicture } from "./read-picture.ts";
import { SIZES } from "./sizes.ts";

const colours = config.paletteAt(1, "day");
const on = layoutVesselStage({ x: 20, y: 90, width: 340, height: 400 }, 13, true);

/** Grains below the body, as distances from the axis of their leg. */
function leg(places: readonly Point[], axis: number): readonly string[] {
  return places
    .filter(({ y }) => y < HEIGHTS.bottom + 0.05)
    .map(({ x, y }) => `${(x - axis).toFixed(6)} ${y.toFixed(6)}`)
    .sort();
}

describe("the vessel", () => {
  test("stands on three legs that are the same leg", () => {
    const middle = leg(GRAIN_PLACES.rural, 0);
    expect(middle).toHaveLength(21);
    expect(leg(GRAIN_PLACES.industry, -LEG_OFFSET)).toEqual(middle);
    expect(leg(GRAIN_PLACES.services, LEG_OFFSET)).toEqual(middle);
  });

  test("gives industry and services each a place per grain, the one the other's mirror image", () => {
    expect(GRAIN_PLACES.industry).toHaveLength(GROUP_SIZE);
    expect(GRAIN_PLACES.services).toEqual(GRAIN_PLACES.industry.map(({ x, y }) => ({ x: -x, y })));
  });

  test("keeps every grain within its contour", () => {
    for (const { x, y } of [...GRAIN_PLACES.industry, ...GRAIN_PLACES.services, ...GRAIN_PLACES.rural]) {
      if (y > HEIGHTS.rim) continue;
      const axis = y < HEIGHTS.bottom + 0.06 ? [-LEG_OFFSET, 0, LEG_OFFSET].find((a) => Math.abs(x - a) < 0.3) : 0;
      const half = y < HEIGHTS.bottom + 0.06 ? legHalfWidth(y) : vesselHalfWidth(y);
      expect(Math.abs(x - (axis ?? 9)), `${x} ${y}`).toBeLessThan(half - 0.03);
    }
  });

  test("never fills the third part, however far it has grown", () => {
    for (let k = 0; k <= 20; k++)
      for (const grain of vesselGrains(on, colours, { cast: 1, grown: k / 20 }).slice(firstInGroup("rural")))
        expect(grain.hollow).toBe(1);
  });

  test("has industry and services solid at every stage", () => {
    for (let k = 0; k <= 20; k++)
      for (const grain of vesselGrains(on, colours, { cast: k / 20, grown: 0 }).slice(0, firstInGroup("rural")))
        expect(grain.hollow).toBe(0);
  });
});

test("the closing's ground goes with the handle, from coal through dusk to the whitest paper", () => {
  const shares = Array.from({ length: 51 }, (_, k) => k / 50);
  const heights = shares.map((share) => closing.elevation(ENTER_END + share * (ACTION_END - ENTER_END)));
  expect(heights).toEqual([...heights].sort((a, b) => a - b));
  expect([heights[0], heights[22], heights.at(-1)]).toEqual([0, 0.5, 1]);
});

describe.each(Object.entries(SIZES))("the closing at %s", (_, size) => {
  const bounds = (grains: readonly Point[]) => {
    const [left, right] = [Math.min(...grains.map(({ x }) => x)), Math.max(...grains.map(({ x }) => x))];
    const [top, bottom] = [Math.min(...grains.map(({ y }) => y)), Math.max(...grains.map(({ y }) => y))];
    return { left, right, top, bottom };
  };
  const cast = (step: string, progress: number) =>
    bounds(readPicture(step, size, progress).picture.grains.slice(0, firstInGroup("rural")));

  test("climbs from the seam by the wheels on the left to a small vessel on the right", () => {
    const moments = [0, 0.44, 1].map((share) => ENTER_END + share * (ACTION_END - ENTER_END));
    const [seam, wheels, vessel] = moments.map((progress) => cast("closing", progress));
    if (seam === undefined || wheels === undefined || vessel === undefined) throw new Error("no stations");
    expect(wheels.bottom).toBeLessThan(seam.top);
    expect(vessel.bottom).toBeLessThan(wheels.bottom);
    expect(vessel.left).toBeGreaterThan(wheels.right);
    const large = cast("third-leg", 1);
    expect(vessel.bottom - vessel.top).toBeLessThan(0.65 * (large.bottom - large.top));
  });

  test("dashes the way to the goal", () => {
    const { picture } = readPicture("closing", size);
    for (const key of ["closing:slope", "closing:raise"])
      expect(
        picture.shapes.find((shape) => shape.key === key),
        key,
      ).toHaveProperty("dash");
  });
});

describe.each(Object.entries(SIZES))("the closing's handle at %s", (_, size) => {
  const { box } = drawHeader(
    { id: "closing", kind: "schematic", badge: config.kinds.schematic.badge, title: "一二三四五六七八" },
    size,
    colours,
  );
  const layoutContext: LayoutContext = {
    size,
    box,
    label: (key) => key,
    fact: (id) => {
      throw new RangeError(`unknown fact: ${id}`);
    },
  };
  const drawn = (act: number) =>
    closing.draw({ ...layoutContext, layoutContext, progress: 0, t: act, palette: colours, theme: "day" }).shapes;
  const line = (key: string): LineMark => {
    const found = drawn(0.5).find((shape) => shape.key === key);
    if (found?.kind !== "line") throw new Error(`no such line: ${key}`);
    return found;
  };
  const { x1, x2, y } = closing.slider?.track(size, box) ?? { x1: 0, x2: 0, y: 0 };

  test("draws the track where it says that it is", () => {
    const [track, open] = [line("closing:track"), line("closing:open")];
    expect([track.x1, track.y1, open.x2, open.y2]).toEqual([x1, y, x2, y]);
  });
  /** As path data is rounded. */
  const tenths = (value: number): number => Math.round(value * 10) / 10;

  test("has room for a finger within the box", () => {
    expect(x1).toBeGreaterThanOrEqual(box.x);
    expect(x2).toBeLessThanOrEqual(box.x + box.width);
    expect(x2 - x1).toBeGreaterThan(box.width / 2);
    expect(y - 22).toBeGreaterThan(box.y);
    expect(y + 22).toBeLessThanOrEqual(size.height);
  });

  test.each([0, 0.25, 0.44, 0.88, 1])("puts the knob at act %d of the track", (act) => {
    const knob = drawn(act).find(({ key }) => key === "closing:knob");
    const start = knob?.kind === "path" ? /^M(-?[\d.]+),(-?[\d.]+)/.exec(knob.d) : null;
    expect(Number(start?.[1])).toBeCloseTo(tenths(x1 + act * (x2 - x1) - 10), 6);
    expect(Number(start?.[2])).toBeCloseTo(tenths(y), 6);
  });
});
