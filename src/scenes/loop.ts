import { plaited } from "../formations/plait.ts";
import type { Place } from "../formations/strip.ts";
import { engraved } from "../motifs/engraving.ts";
import { letters } from "../motifs/lettering.ts";
import { strandTones } from "../motifs/strands.ts";
import { mixRgb } from "../picture/colour.ts";
import { span } from "../picture/ease.ts";
import { centre } from "../picture/frame.ts";
import { eachGrain, GROUP_SIZE, rankOf } from "../picture/grains.ts";
import type { Box, Grain, Scene, Shape } from "../picture/model.ts";
import { idle } from "./idle.ts";

const PHRASES = ["one", "two", "three", "four"];

/** Whole turns the plait makes round the loop. */
const TURNS = 12;

/** Half the plait's thickness and a grain's radius, in units of the loop's radius. */
const THICK = 0.062;
const GRAIN = 0.026;

interface Round extends Place {
  readonly radius: number;
}

function loopIn(box: Box): Round {
  const [x, y] = centre(box);
  return { x, y, radius: Math.min(box.width, box.height) / 2 / (1 + THICK + GRAIN * 1.3) };
}

/** A point of strand `k` at `s` 0–1 of the way round, clockwise from the left. */
function onLoop({ x, y, radius }: Round, k: number, s: number): Place & { readonly depth: number } {
  const { aside, depth } = plaited(k, s * TURNS);
  const far = radius * (1 + THICK * aside);
  const angle = Math.PI + 2 * Math.PI * s;
  return { x: x + far * Math.cos(angle), y: y + far * Math.sin(angle), depth };
}

/** The line of a strand, closed, in fine steps. */
function thread(round: Round, k: number): string {
  const steps = TURNS * 10;
  const points = Array.from({ length: steps }, (_, j) => onLoop(round, k, j / steps));
  return `${points.map(({ x, y }, j) => `${j === 0 ? "M" : "L"}${x} ${y}`).join("")}Z`;
}

/** Four arrow heads on the inner side of the loop, at its ends and its top and foot: it is read clockwise. */
function arrows({ x, y, radius }: Round): string {
  return [0, 1, 2, 3]
    .map((quarter) => {
      const angle = Math.PI * (1 + quarter / 2);
      const [far, size] = [radius * 0.83, radius * 0.04];
      const [px, py] = [x + far * Math.cos(angle), y + far * Math.sin(angle)];
      const [tx, ty] = [-Math.sin(angle) * size, Math.cos(angle) * size];
      const [nx, ny] = [Math.cos(angle) * size, Math.sin(angle) * size];
      return `M${px - tx + nx} ${py - ty + ny}L${px + tx} ${py + ty}L${px - tx - nx} ${py - ty - ny}`;
    })
    .join("");
}

/** Three strands plaited into a loop; a light goes round it with the scroll and reads four phrases, one to a quarter. */
export const loop: Scene = {
  words: PHRASES,
  ground: () => 0.92,
  draw({ act, box, palette, word }) {
    const round = loopIn(box);
    const { x, y, radius } = round;
    const head = span(act, 0, 0.94) * 1.04;
    const tones = strandTones(palette);
    const type = radius * 0.255;
    const shapes: Shape[] = [
      ...tones.map((_, k) =>
        engraved(`loop:thread:${k}`, thread(round, k), palette.muted, Math.max(0.8, radius * 0.008), { opacity: 0.6 }),
      ),
      engraved("loop:arrows", arrows(round), palette.muted, Math.max(1.2, radius * 0.012)),
      engraved(
        "loop:cross",
        `M${x - radius * 0.68} ${y}L${x + radius * 0.68} ${y}M${x} ${y - radius * 0.68}L${x} ${y + radius * 0.68}`,
        palette.line,
        1,
      ),
    ];
    PHRASES.forEach((phrase, k) => {
      const text = word(phrase);
      const half = Math.ceil(text.length / 2);
      const read = span(head, k / 4 + 0.02, k / 4 + 0.16);
      const [cx, cy] = [x + (k === 0 || k === 3 ? -1 : 1) * radius * 0.325, y + (k < 2 ? -1 : 1) * radius * 0.315];
      [text.slice(0, half), text.slice(half)].forEach((line, row) => {
        shapes.push(
          letters(
            `loop:${phrase}:${row}`,
            line,
            [cx, cy + type * (row === 0 ? -0.14 : 0.9)],
            type,
            mixRgb(mixRgb(palette.ground, palette.muted, 0.55), palette.ink, read),
            { face: "song", anchor: "middle", opacity: 0.45 + 0.55 * read },
          ),
        );
      });
    });
    const grains = eachGrain((index): Grain => {
      const k = Math.floor(index / GROUP_SIZE);
      const s = (rankOf(index) + k / 3) / GROUP_SIZE;
      const { depth, ...place } = onLoop(round, k, s);
      const lit = span(head, s - 0.045, s - 0.01);
      const glow = Math.exp(-(((head - s - 0.01) / 0.032) ** 2));
      return {
        ...place,
        r: radius * GRAIN * (1 + 0.14 * depth + 0.55 * glow),
        fill: mixRgb(idle(palette), tones[k] ?? palette.ember, lit),
        opacity: 1,
        hollow: 1 - lit,
      };
    });
    return { grains, shapes };
  },
};
