import { mixRgb } from "../../lib/color.ts";
import { lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Box, Grain, Scene, Shape } from "../../model/picture.ts";
import { mapGrains } from "../../picture/grains.ts";
import { hatchPath, pathMark, textMark, typeSize } from "../../picture/old-marks.ts";
import { textWidth } from "../../picture/text.ts";
import { tagPath } from "../props/tag.ts";
import { ringOrder } from "./innovation.ts";

const TENSES = [
  ["formed", ["two-wheels", "mama", "relief", "support", "report-half", "listed-again"]],
  [
    "moving",
    [
      "industry-part",
      "services-base",
      "one-five-ten",
      "digital-anyuan",
      "mine-model",
      "tourism-deep",
      "special-action",
      "chain-lead",
    ],
  ],
  ["goal", ["third-leg", "valleys-soon", "model-zone", "win-win", "fusion", "village-town"]],
  ["problem", ["imbalance", "three-periods", "alarm"]],
] as const;
type Tense = (typeof TENSES)[number][0];
type Tag = Box & { readonly key: string; readonly fact: string };
interface Column {
  readonly tense: Tense;
  readonly head: { readonly x: number; readonly y: number; readonly end: number };
  readonly tags: readonly Tag[];
}

const keyOf = (tense: Tense, k: number): string => `${tense}-${"abcdefgh".charAt(k)}`;

/** Grains per tag besides the one for its hole, strung under it. */
const STRUNG = 9;
/**
 * Room before and after the word on a tag and length of the longest word per column, em; heading and space between
 * blocks, rows.
 */
const [BEFORE, AFTER] = [1.45, 0.65];
const LONGEST = [7, 8, 7, 6] as const;
const BETWEEN = 0.8;
const [HEAD, APART] = [1.3, 0.55];

/**
 * Lays out four columns side by side where there is room, otherwise two columns of two blocks. Tags of a column are of
 * equal size.
 */
function board(
  box: Box,
  largest: number,
): { readonly type: number; readonly wide: boolean; readonly columns: readonly Column[] } {
  const em = LONGEST.reduce<number>((sum, n) => sum + n + BEFORE + AFTER, BETWEEN * 3);
  const wide = box.width > Math.max(box.height, 11.5 * em);
  const rows = wide ? HEAD + 8 : 2 * HEAD + APART + 12;
  const pitch = box.height / rows;
  const half = (box.width - 10) / 2;
  const type = Math.max(11, Math.min(largest, pitch * 0.69, wide ? box.width / em : half / (8 + BEFORE + AFTER)));
  const lead = Math.min(pitch, type * 4.4);
  const height = Math.min(lead * 0.8, type * 2.25);
  const spare = (box.width - em * type) / TENSES.length;
  const top = box.y + (box.height - lead * rows) * 0.3;
  let left = box.x;
  const columns = TENSES.map(([tense, facts], c): Column => {
    const width = wide ? ((LONGEST[c] ?? 0) + BEFORE + AFTER) * type + spare : half;
    const x = wide ? left : box.x + (c % 2) * (box.width - half);
    const above = wide || c < 2 ? 0 : HEAD + APART + (TENSES[c - 2]?.[1].length ?? 0);
    left += width + BETWEEN * type;
    const y = top + lead * above;
    const first = y + lead * HEAD - lead * 0.06;
    const tags = facts.map((fact, k): Tag => ({ key: keyOf(tense, k), fact, x, y: first + lead * k, width, height }));
    return { tense, head: { x, y: y + lead * HEAD - Math.max(lead * 0.35, type * 0.5), end: x + width }, tags };
  });
  return { type, wide, columns };
}

/**
 * A board of tags as at a pithead: everything met so far hangs under the tense that the speaker used, with the same
 * number of grains under each tag.
 */
export const tenses: Scene = {
  labels: TENSES.flatMap(([tense, facts]) => [tense, ...facts.map((_, k) => keyOf(tense, k))]),
  elevation: () => 1,
  draw({ t, size, box, palette, label }) {
    const { type, wide, columns } = board(box, typeSize(size, 15, 22));
    const places = new Map<number, Grain>();
    const shapes: Shape[] = [];
    let drawn = 0;
    for (const { tense, head, tags } of columns) {
      const bad = tense === "problem";
      const fill = bad ? palette.textRed : palette.textEmber;
      const large = type * 1.1;
      const ruleY = head.y - type * 0.36;
      const strung = head.y + type * 0.5;
      const from = head.x + textWidth(label(tense), large) + type * 0.5;
      shapes.push(
        textMark(`tenses:${tense}`, label(tense), [head.x, head.y], large, bad ? palette.textRed : palette.ink, {
          face: "song",
        }),
        pathMark(`tenses:rule:${tense}`, `M${from} ${ruleY}L${head.end} ${ruleY}`, palette.muted, 0.9),
      );
      // In two columns the blocks fill from the nearer side of the ring.
      const before = wide ? drawn : tense === "moving" ? 15 : tense === "formed" ? 0 : drawn - 8;
      tags.forEach(({ key, fact, x, y, width, height }, k) => {
        // The lowest tags settle first, so that nothing falls across a label already read.
        const turn = 0.026 * (drawn + tags.length - 1 - 2 * k);
        const fallen = smoothstep(linearStep(t, turn, turn + 0.32));
        const middle = y + height / 2;
        const r = Math.min(type * 0.3, height * 0.28);
        const bead = Math.min(2.6, Math.max(1.05, height * 0.085));
        const along = (n: number): number => head.x + ((head.end - head.x) * (k + n / (STRUNG + 1))) / tags.length;
        const hollow = tense === "goal" ? 1 : tense === "moving" ? 0.5 : 0;
        const hole = { x: lerp(along(0), x + type * 0.85, fallen), y: lerp(strung, middle, fallen) };
        const first = (before + k) * (STRUNG + 1);
        places.set(first, {
          ...hole,
          r: bad ? r * 0.5 : r,
          fill: tense === "formed" ? mixRgb(fill, palette.background, fallen) : fill,
          opacity: 1,
          hollow: Math.ceil(hollow),
        });
        for (let n = 1; n <= STRUNG; n++)
          places.set(first + n, {
            x: lerp(along(n), x + height * 0.34 + ((width - height * 0.5) * (n - 0.5)) / STRUNG, fallen),
            y: lerp(strung, y + height + bead * 0.6, fallen),
            r: bead,
            fill,
            opacity: 0.85,
            hollow,
          });
        const hung = linearStep(fallen, 0.45, 0.9);
        // Close rows get fine lines, so that the words stand out.
        const close = height < type * 1.25;
        const cut = { opacity: hung, ...(tense === "goal" ? { dash: "4 3" } : {}) };
        shapes.push(
          pathMark(`tenses:tag:${key}`, tagPath(x, y, width, height), fill, close ? 0.7 : 1.2, {
            ...cut,
            fill: tense === "formed" ? fill : null,
          }),
        );
        if (tense === "moving")
          shapes.push(
            pathMark(
              `tenses:tag:${key}:tone`,
              hatchPath(
                { x: x + height * 0.36, y: y + 0.6, width: width - height * 0.36 - 0.6, height: height - 1.2 },
                close ? 5 : 3.4,
              ),
              mixRgb(palette.background, palette.ember, 0.42),
              close ? 0.9 : 1.3,
              { opacity: hung },
            ),
            pathMark(`tenses:half:${key}`, `M${hole.x} ${hole.y - r}A0.1 0.1 0 0 0 ${hole.x} ${hole.y + r}Z`, null, 0, {
              fill,
              layer: "front",
            }),
          );
        if (bad)
          shapes.push(
            pathMark(
              `tenses:diamond:${key}`,
              `M${hole.x} ${hole.y - r * 1.3}L${hole.x + r * 1.3} ${hole.y}L${hole.x} ${hole.y + r * 1.3}L${hole.x - r * 1.3} ${hole.y}Z`,
              fill,
              1.2,
            ),
          );
        shapes.push(
          textMark(
            `tenses:item:${key}`,
            label(key),
            [x + BEFORE * type, middle + type * 0.36],
            type,
            tense === "formed" ? palette.background : bad ? palette.textRed : palette.ink,
            { opacity: linearStep(fallen, 0.6, 1), fact },
          ),
        );
        drawn += 1;
      });
    }
    const last = places.get((STRUNG + 1) * drawn - 1);
    const spare: Grain = { ...(last ?? { x: box.x, y: box.y, r: 1, fill: palette.muted, hollow: 0 }), opacity: 0 };
    return { grains: mapGrains((index) => places.get(ringOrder(index)) ?? spare), shapes };
  },
};
