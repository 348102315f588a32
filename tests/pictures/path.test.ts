import { describe, expect, test } from "vitest";
import {
  circlePath,
  ellipsePath,
  halfCircle,
  hatchPath,
  pathData,
  polygon,
  polyline,
  projectedPath,
  ringPath,
  segments,
  stadiumPath,
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

describe("an ellipse", () => {
  test("closes over its left and right ends, with radii in its proportion", () => {
    expect(ellipsePath({ x: 10, y: 20.04 }, 5, 2)).toBe("M5,20A4.5,1.8,0,1,1,15,20A4.5,1.8,0,1,1,5,20Z");
  });
});

describe("a stadium", () => {
  test("widens the line between two points to either side", () => {
    expect(stadiumPath({ x: 2, y: 5 }, { x: 8, y: 5 }, 1)).toBe("M2,4L8,4A0.1,0.1,0,0,1,8,6L2,6A0.1,0.1,0,0,1,2,4Z");
  });

  test("runs the other way to cut a hole", () => {
    expect(stadiumPath({ x: 2, y: 5 }, { x: 8, y: 5 }, 1, false)).toBe(
      "M2,6L8,6A0.1,0.1,0,0,0,8,4L2,4A0.1,0.1,0,0,0,2,6Z",
    );
  });
});

describe("a projected path", () => {
  test("maps every point of every command to px", () => {
    const d = projectedPath(
      (x, y) => ({ x: 10 * y, y: 100 + 10 * x }),
      (pen) => {
        pen.moveTo(1, 2);
        pen.lineTo(3, 4);
        pen.quadraticCurveTo(5, 6, 7, 8);
        pen.bezierCurveTo(1, 2, 3, 4, 5, 6.004);
        pen.closePath();
      },
    );
    expect(d).toBe("M20,110L40,130Q60,150,80,170C20,110,40,130,60,150Z");
  });
});
