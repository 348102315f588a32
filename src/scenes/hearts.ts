import { line } from "d3-shape";
import { cord } from "../formations/cord.ts";
import { plaited } from "../formations/plait.ts";
import type { Place } from "../formations/strip.ts";
import { engraved } from "../motifs/engraving.ts";
import { letters, lettering } from "../motifs/lettering.ts";
import { strandTones } from "../motifs/strands.ts";
import { mixRgb } from "../picture/colour.ts";
import { blend, clamp, heavy, span } from "../picture/ease.ts";
import { eachGrain, GROUP_SIZE, rankOf } from "../picture/grains.ts";
import type { Grain, Scene, Shape } from "../picture/model.ts";
import { textWidth } from "../picture/text.ts";

const HEARTS = ["one", "two", "three"];
const TURNS = 3;
const STEPS = 90;

/** A plait hangs from above and comes undone upwards with the scroll; each of its three strands carries a word and is tied to what the word is for. */
export const hearts: Scene = {
  words: [...HEARTS, ...HEARTS.map((heart) => `to-${heart}`), "editor"],
  ground: () => 0.92,
  draw({ act, box, size, palette, word }) {
    const type = lettering(size, 13, 20);
    const small = lettering(size, 12, 15);
    const note = box.y + box.height - small * 0.3;
    const column = box.width / HEARTS.length;
    const tag = {
      width: Math.min(
        column * 0.92,
        Math.max(...HEARTS.map((heart) => textWidth(word(`to-${heart}`), type))) + type * 1.4,
      ),
      height: type * 3,
    };
    const hole = note - small * 1.7 - tag.height + type * 0.75;
    const thick = Math.min(column * 0.2, box.height * 0.07);
    const ply = clamp(thick * 0.21, 2.4, 10);
    const top = box.y + ply + type * 0.5;
    const tones = strandTones(palette);
    const split = blend(1.05, 0.16, heavy(span(act, 0.02, 0.64)));
    const cx = box.x + box.width / 2;
    const home = (k: number) => box.x + column * (k + 0.5);
    const strands = HEARTS.map((_, k) =>
      Array.from({ length: STEPS + 1 }, (__, j): Place => {
        const s = j / STEPS;
        const loose = heavy(span(s, split, split + 0.42));
        return { x: blend(cx + thick * plaited(k, TURNS * s).aside, home(k), loose), y: blend(top, hole, s) };
      }),
    );
    const thread = line<Place>(
      ({ x }) => x,
      ({ y }) => y,
    ).digits(1);
    const cords = strands.map((points) => cord(points, GROUP_SIZE, ply * 0.62));
    const aside = thick * 0.2 + ply;
    const nameSize = Math.min((column * 0.5 - aside) / 2.25, box.height * 0.09, 44);
    const nameAt = 0.66;
    const nameY = blend(top, hole, nameAt);
    const shapes: Shape[] = HEARTS.flatMap((heart, k): readonly Shape[] => {
      const said = span(act, 0.58 + 0.07 * k, 0.7 + 0.07 * k);
      const tied = heavy(span(act, 0.66 + 0.08 * k, 0.8 + 0.08 * k));
      const x = home(k);
      const [l, r, y, b] = [x - tag.width / 2, x + tag.width / 2, hole - type * 0.75, hole - type * 0.75 + tag.height];
      const cut = type * 0.8;
      const ring = type * 0.26;
      return [
        engraved(`hearts:thread:${k}`, thread(strands[k] ?? []) ?? "", tones[k] ?? palette.ember, ply * 0.9, {
          opacity: 0.5,
        }),
        engraved(
          `hearts:tag:${k}`,
          `M${l} ${y + cut}L${l + cut} ${y}L${r - cut} ${y}L${r} ${y + cut}L${r} ${b}L${l} ${b}Z`,
          palette.ink,
          1.4,
          { fill: palette.layer, opacity: tied },
        ),
        engraved(`hearts:tag:${k}:in`, `M${l + 4} ${b - 4}L${r - 4} ${b - 4}`, palette.ink, 0.8, { opacity: tied }),
        engraved(
          `hearts:hole:${k}`,
          `M${x - ring} ${hole}A${ring} ${ring} 0 1 1 ${x + ring} ${hole}A${ring} ${ring} 0 1 1 ${x - ring} ${hole}`,
          palette.ink,
          1.2,
          { fill: palette.ground, opacity: tied },
        ),
        letters(`hearts:to:${k}`, word(`to-${heart}`), [x, b - type * 0.72], type, palette.ink, {
          anchor: "middle",
          opacity: tied,
        }),
        letters(`hearts:name:${k}`, word(heart), [x + aside + nameSize * 0.25, nameY], nameSize, palette.ink, {
          face: "song",
          opacity: said,
        }),
      ];
    });
    shapes.push(
      engraved(
        "hearts:beam",
        `M${cx - thick * 2.4} ${top - ply * 0.4}L${cx + thick * 2.4} ${top - ply * 0.4}`,
        palette.ink,
        Math.max(2.4, ply * 0.7),
      ),
    );
    shapes.push(
      letters("hearts:editor", word("editor"), [box.x, note], small, palette.muted, {
        role: "note",
        opacity: span(act, 0.7, 0.9),
      }),
    );
    const grains = eachGrain((index): Grain => {
      const k = Math.floor(index / GROUP_SIZE);
      const rank = rankOf(index);
      const { x, y } = cords[k]?.[rank] ?? { x: cx, y: top };
      return {
        x,
        y,
        r: ply * 0.68,
        fill: mixRgb(tones[k] ?? palette.ember, palette.ink, rank % 2 === 0 ? 0 : 0.16),
        opacity: 1,
        hollow: 0,
      };
    });
    return { grains, shapes };
  },
};
