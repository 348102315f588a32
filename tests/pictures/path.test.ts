import { describe, expect, test } from "vitest";
import {
  circlePath,
  halfCircle,
  hatchPath,
  pathData,
  polygon,
  polyline,
  ringPath,
  segments,
} from "../../src/core/picture/path.ts";

const CORNERS = [
  { x: 0, y: 0.04 },
  { x: 10.26, y: 0 },
  { x: 10, y: -1e-7 },
];

describe("path data", () => {
  test("is rounded to tenths", () => {
    expect(pathData((path) => path.bezierCurveTo(1.26, 2, 3, 4.04, -5.55, 1e-9))).toBe("C1.3,2,3,4,-5.5,0");
  });

  test("of points is open, closed or in strokes", () => {
    expect(polyline(CORNERS)).toBe("M0,0L10.3,0L10,0");
    expect(polygon(CORNERS)).toBe("M0,0L10.3,0L10,0Z");
    expect(
      segments([
        [
          { x: 0, y: 0 },
          { x: 1, y: 1 },
        ],
        [
          { x: 2, y: 0 },
          { x: 3, y: 1 },
        ],
      ]),
    ).toBe("M0,0L1,1M2,0L3,1");
    expect(polyline([])).toBe("");
  });

  test("of circles lets SVG find the radius from the end points", () => {
    expect(halfCircle({ x: 0, y: 0 }, { x: 4, y: 0 })).toBe("M0,0A0.1,0.1,0,0,1,4,0");
    expect(halfCircle({ x: 0, y: 0 }, { x: 4, y: 0 }, false)).toBe("M0,0A0.1,0.1,0,0,0,4,0");
    expect(circlePath({ x: 2, y: 1.04 }, 2)).toBe("M0,1A0.1,0.1,0,0,1,4,1A0.1,0.1,0,0,1,0,1Z");
    expect(ringPath({ x: 0, y: 0 }, 2, 1)).toBe(
      "M-2,0A0.1,0.1,0,0,1,2,0A0.1,0.1,0,0,1,-2,0ZM-1,0A0.1,0.1,0,0,0,1,0A0.1,0.1,0,0,0,-1,0Z",
    );
  });

  test("of hatching is clipped to its box", () => {
    expect(hatchPath({ x: 0, y: 0, width: 10, height: 4 }, 4)).toBe("M0,2L2,0M2,4L6,0M6,4L10,0");
  });
});
