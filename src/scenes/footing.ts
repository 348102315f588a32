import { labelSize, stand, type Stand } from "../formations/stand.ts";
import { earth } from "../motifs/earth.ts";
import { falling, settling, span } from "../picture/ease.ts";
import type { Palette, Path, Scene, Shape } from "../picture/model.ts";
import { standing, standingWheels, wheelTraces } from "./standing.ts";

/** The three blows: from where in the act to where the wheels fall, and how high they were, 0–1 of the drop. */
const BLOWS: readonly (readonly [rise: number, fall: number, ground: number, height: number])[] = [
  [-1, 0.04, 0.36, 1],
  [0.36, 0.47, 0.56, 0.16],
  [0.56, 0.65, 0.73, 0.08],
];

/** Height of the wheels over the ground in shares of the drop, at `act`. */
function height(act: number): number {
  for (const [rise, fall, ground, high] of BLOWS) {
    if (act >= ground) continue;
    return act < fall ? high * settling(span(act, rise, fall)) : high * (1 - falling(span(act, fall, ground)));
  }
  return 0;
}

const CUPS = 9;

/** Earth rammed under a wheel at x: one course of cup marks for each blow, as a rammer leaves them. */
function courses(on: Stand, side: number, act: number, colours: Palette): readonly Path[] {
  const x = on.cx + side * on.wheel.apart;
  return BLOWS.map(([, , ground], k): Path => {
    const half = on.wheel.radius * (0.66 - 0.1 * k);
    const cup = (2 * half) / CUPS;
    const y = on.ground + on.type * (0.32 + 0.5 * k);
    const d = Array.from(
      { length: CUPS },
      (_, j) =>
        `M${x - half + j * cup} ${y}Q${x - half + (j + 0.5) * cup} ${y + cup * 0.62} ${x - half + (j + 1) * cup} ${y}`,
    ).join("");
    return {
      kind: "path",
      layer: "back",
      key: `footing:course:${side}:${k}`,
      opacity: span(act, ground - 0.02, ground + 0.05) * (1 - 0.2 * k),
      d,
      fill: null,
      stroke: colours.ink,
      width: 1.3,
    };
  });
}

/** A plumb line down to each wheel from where it hung. */
function plumb(on: Stand, side: number, drop: number, colours: Palette): Shape {
  const [x, top] = [on.cx + side * on.wheel.apart, on.ground - 2 * on.wheel.radius];
  return {
    kind: "line",
    key: `footing:plumb:${side}`,
    layer: "back",
    opacity: 1,
    x1: x,
    y1: top - drop,
    x2: x,
    y2: top,
    stroke: colours.line,
    width: 1,
  };
}

/** The two wheels of the first chapter come back whole and are set down; under them the ground is rammed, under that lies what the mine has left. */
export const footing: Scene = {
  words: ["industry", "services", "firm"],
  ground: () => 0.96,
  draw({ act, size, box, palette, word }) {
    const on = stand(box, labelSize(size), true);
    const drop = Math.max(0, Math.min(on.ground - box.y - 2 * on.wheel.radius - 4, on.wheel.radius * 1.9));
    const lift = drop * height(act);
    const names = [word("industry"), word("services")];
    const fills = [palette.textIndustry, palette.textServices];
    const firm = span(act, 0.7, 0.9);
    return {
      grains: standing(on, palette, { cast: 0, grown: 0, lift }),
      shapes: [
        ...[-1, 1].map((side) => plumb(on, side, drop, palette)),
        ...wheelTraces(on, palette, 1, drop),
        ...earth(on, palette),
        ...[-1, 1].flatMap((side) => courses(on, side, act, palette)),
        ...standingWheels(on, palette, 1, lift),
        ...names.map((text, k): Shape => ({
          kind: "text",
          key: `ding:name:${k * 2}`,
          opacity: 1,
          x: on.cx + (2 * k - 1) * on.wheel.apart,
          y: on.ground + on.type * 3.3,
          text,
          size: on.type,
          face: "song",
          anchor: "middle",
          fill: fills[k] ?? palette.ink,
          role: "label",
        })),
        {
          kind: "text",
          key: "footing:firm",
          opacity: firm,
          x: on.cx,
          y: on.ground + on.type * 2.55,
          text: word("firm"),
          size: on.type * 1.7,
          face: "song",
          anchor: "middle",
          fill: palette.ink,
          role: "label",
        },
      ],
    };
  },
};
