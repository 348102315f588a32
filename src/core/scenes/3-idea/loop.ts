import { mixRgb } from "../../lib/color.ts";
import { linearStep, smoothstep } from "../../lib/math.ts";
import type { Box, Grain, Point, Scene, Shape } from "../../model/picture.ts";
import {
  GRAIN_COUNT,
  GROUP_SIZE,
  groupOf,
  idleColor,
  jitteredRadius,
  mapGrains,
  rankInGroup,
} from "../../picture/grains.ts";
import { boxCenter } from "../../picture/header.ts";
import { pathMark, textMark } from "../../picture/old-marks.ts";
import { breakLines } from "../../picture/text.ts";

const PHRASES = ["one", "two", "three", "four"];

/** Half the distance between the band's outer rows, and a grain's radius, in units of the loop's mean radius. */
const THICK = 0.056;
const GRAIN = 0.027;
const EDGE = THICK + GRAIN * 1.5;
/** Height of the letters and distance of their line inside the band, in the same unit. */
const LETTER = 0.188;
const INSIDE = EDGE + LETTER * 0.68;
const RAYS = 96;

interface Oval extends Point {
  readonly rx: number;
  readonly ry: number;
}

/**
 * Returns the largest oval whose band stays inside the box, at most 1.75 times as wide as high, and its mean radius
 * `unit`, px.
 */
function ovalIn({ width, height, ...box }: Box): Oval & { readonly unit: number } {
  const [x, y] = boxCenter({ width, height, ...box });
  const [w, h] = [Math.min(width, height * 1.75), Math.min(height, width * 1.2)];
  const unit = (w + h) / 4 / (1 + EDGE);
  return { x, y, rx: w / 2 - unit * EDGE, ry: h / 2 - unit * EDGE, unit };
}

/**
 * Returns the point at `s` 0–1 clockwise from the oval's top, offset by `out` px. Spacing by length is even to about a
 * hundredth.
 */
function onOval({ x, y, rx, ry }: Oval, s: number, out = 0): Point {
  const even = 2 * Math.PI * s;
  const t = even - ((rx - ry) / (rx + ry) / 2) * Math.sin(2 * even);
  const [nx, ny] = [ry * Math.sin(t), -rx * Math.cos(t)];
  const far = out / Math.hypot(nx, ny);
  return { x: x + rx * Math.sin(t) + far * nx, y: y - ry * Math.cos(t) + far * ny };
}

function inset(oval: Oval, by: number): Oval {
  return { ...oval, rx: oval.rx - by, ry: oval.ry - by };
}

/**
 * Returns the place of a grain in the loop, 0–1 from the first phrase. The first group lies on the left, the second
 * above, the third on the right.
 */
function seat(index: number): number {
  const rank = rankInGroup(index) + 0.5;
  return (
    ((groupOf(index) === "rural" ? GRAIN_COUNT - rank : Math.floor(index / GROUP_SIZE) * GROUP_SIZE + rank) /
      GRAIN_COUNT +
      0.625) %
    1
  );
}

/**
 * A wheel of words within a band of three rows turns once. Each phrase is read at the top; the centre's words come
 * last.
 */
export const loop: Scene = {
  labels: [...PHRASES, "centre"],
  elevation: () => 0.92,
  draw({ t, box, palette, label }) {
    const { unit, ...round } = ovalIn(box);
    const { x, y } = round;
    const beat = t * (PHRASES.length + 0.4);
    const turn = PHRASES.reduce((sum, _, k) => sum + smoothstep(linearStep(beat, k + 0.45, k + 1)), 0) / PHRASES.length;
    const letter = unit * LETTER;
    const line = inset(round, unit * INSIDE);
    const rim = inset(line, letter * 0.7);
    const hub = inset(line, letter * 1.1);
    const tip = y - rim.ry + unit * 0.02;
    const pale = mixRgb(palette.background, palette.muted, 0.6);
    const ellipse = ({ rx, ry }: Oval): string =>
      `M${x - rx} ${y}A${rx * 0.9} ${ry * 0.9} 0 1 1 ${x + rx} ${y}A${rx * 0.9} ${ry * 0.9} 0 1 1 ${x - rx} ${y}Z`;
    const words = breakLines(label("centre"), 1, 3);
    const core = Math.min(unit * 0.23, hub.rx * 0.37, (rim.ry - unit * 0.12) * 0.72);
    const said = linearStep(t, 0.86, 1);
    const rays = Array.from({ length: RAYS }, (_, k) => {
      const [from, to] = [
        onOval(rim, (k + 0.5) / RAYS),
        onOval(rim, (k + 0.5) / RAYS, -unit * (k % 2 === 0 ? 0.1 : 0.05)),
      ];
      return `M${from.x} ${from.y}L${to.x} ${to.y}`;
    }).join("");
    const shapes: Shape[] = [
      pathMark("loop:rim", ellipse(rim), palette.ink, 1.2),
      pathMark("loop:rays", rays, palette.muted, 0.9),
      pathMark(
        "loop:pointer",
        `M${x} ${tip}L${x + unit * 0.05} ${tip + unit * 0.1}L${x - unit * 0.05} ${tip + unit * 0.1}Z`,
        palette.ink,
        1,
        {
          fill: palette.ink,
        },
      ),
      ...words.map((text, row) =>
        textMark(
          `loop:centre:${row}`,
          text,
          [x, y + core * (1.16 * (row - (words.length - 1) / 2) + 0.37)],
          core,
          palette.ink,
          { face: "song", anchor: "middle", opacity: said },
        ),
      ),
    ];
    PHRASES.forEach((phrase, k) => {
      const text = [...label(phrase)];
      const read = linearStep(beat, k - 0.2, k + 0.15);
      text.forEach((character, j) => {
        const at = onOval(line, (k - 0.5 + 0.04 + ((j + 0.5) / text.length) * 0.92) / PHRASES.length - turn);
        shapes.push(
          textMark(
            `loop:${phrase}:${j}`,
            character,
            [at.x, at.y + letter * 0.37],
            letter,
            mixRgb(pale, palette.ink, read),
            { face: "song", anchor: "middle" },
          ),
        );
      });
    });
    const grains = mapGrains((index): Grain => {
      const s = seat(index);
      const lit = linearStep(beat, 4 * s - 0.2, 4 * s + 0.1);
      const place = onOval(round, s - 0.125 - turn, unit * THICK * ((Math.floor(s * GRAIN_COUNT) % 3) - 1));
      return {
        x: place.x,
        y: place.y,
        r: unit * jitteredRadius(index, GRAIN),
        fill: mixRgb(idleColor(palette), Math.floor(4 * s) % 2 === 0 ? palette.ember : palette.ink, lit),
        opacity: 1,
        hollow: 1 - lit,
      };
    });
    return { grains, shapes };
  },
};
