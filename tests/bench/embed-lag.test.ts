import { expect, test } from "vitest";
import { lagBetween, type Sample } from "./embed-lag.ts";

const FRAME = 16;

/** A host that is scrolled 10 px a frame from the fifth to the twentieth frame. */
const host = Array.from({ length: 60 }, (_, k): Sample => [k * FRAME, Math.min(150, Math.max(0, (k - 5) * 10))]);

/** The same, `late` frames later. */
const behind = (late: number): readonly Sample[] =>
  host.map(([time], k): Sample => [time + 1, host[Math.max(0, k - late)]?.[1] ?? 0]);

test("a document that is drawn some frames later is that many frames behind, and in its place as much later", () => {
  for (const late of [0, 1, 2, 5]) {
    const found = lagBetween(host, behind(late));
    expect(found.p50).toBe(late);
    expect(found.rest).toBe(late * FRAME + 1);
    expect(found.restless).toBe(0);
  }
});

test("a document that trembles at rest is told of, and one that never arrives", () => {
  const trembling = behind(1).map(([time, y], k): Sample => [time, k > 50 ? y + (k % 2) : y]);
  expect(lagBetween(host, trembling).restless).toBeGreaterThan(5);
  expect(
    lagBetween(
      host,
      behind(1).map(([time, y]): Sample => [time, y / 2]),
    ).rest,
  ).toBe(Number.POSITIVE_INFINITY);
  expect(() =>
    lagBetween(
      [
        [0, 5],
        [16, 5],
      ],
      [],
    ),
  ).toThrow(RangeError);
});
