import { mixRgb } from "../../lib/color.ts";
import { lerp, linearStep, smoothstep } from "../../lib/math.ts";
import { seededRandom } from "../../lib/random.ts";
import type { Scene, Shape } from "../../model/picture.ts";
import { GROUP_SIZE, jitteredRadius, mapGrains } from "../../picture/grains.ts";
import { pathMark, textMark, typeSize } from "../../picture/old-marks.ts";
import { textWidth } from "../../picture/text.ts";
import { ALLEY, alley, derrick, DOOR, farmhouse, junk, PIER, pier, vanishingPoint } from "./narrowing-places.ts";

/** Rows of the paving up to the door, and stones per row. */
const ROWS = 20;
const ABREAST = 12;
/** Scale at the far end of the alley's wall, as a share of the scale at its mouth. */
const DEEP = 0.62;

const WATER: readonly (readonly [number, number, number])[] = (() => {
  const random = seededRandom("harbour");
  return Array.from({ length: 54 }, () => [2 * random() - 1, random(), random()] as const);
})();

/**
 * One long take from the wharf through the alley to the farmhouse's door: the paved way narrows and the words come
 * near.
 */
export const narrowing: Scene = {
  labels: ["one", "two", "three"],
  elevation: () => 0.93,
  draw({ t, size, box, palette, label }) {
    const type = typeSize(size, 14.5, 23);
    const near = smoothstep(t);
    const tall = Math.min(box.height, box.width * 1.12);
    const unit = Math.min(box.width, tall * 1.15);
    const bottom = box.y + box.height - (box.height - tall) * 0.5;
    const eye = bottom - tall * 0.55;
    const cx = box.x + box.width / 2;
    const approach = (from: number, to: number): number => from * (to / from) ** near * unit;
    const [quay, ship, mouth, home] = [approach(0.92, 1.06), approach(0.7, 1.6), approach(0.46, 1), approach(0.3, 1)];
    const far = mouth * DEEP;

    const feet = lerp(0.49, 0.36, near) * Math.min(box.width, unit * 1.1);
    /** Half the width of the way at four y, px: wharf, mouth of the alley, its end, door. */
    const turns = [
      [bottom, feet],
      [eye + ALLEY.foot * mouth, ALLEY.half * mouth],
      [eye + ALLEY.foot * far, ALLEY.half * far],
      [eye + DOOR.sill * home, DOOR.half * home],
    ] as const;
    function halfAt(y: number): number {
      let [belowY, below]: readonly [number, number] = turns[0];
      for (const [aboveY, above] of turns) {
        if (y >= aboveY) return belowY === aboveY ? above : lerp(below, above, linearStep(y, belowY, aboveY));
        [belowY, below] = [aboveY, above];
      }
      return below;
    }
    const edge = (side: number): string => turns.map(([y, half]) => `${cx + side * half} ${y}`).join("L");
    const sill = turns[3][0];
    const shrink = ((sill - eye) / (bottom - eye)) ** (1 / ROWS);
    const rowY = (row: number): number => eye + (bottom - eye) * shrink ** (row + 0.5);

    const shore = eye + ALLEY.foot * mouth;
    const water = WATER.map(([x, down, long]) => {
      const y = lerp(shore, bottom, 0.04 + 0.94 * down);
      const side = Math.sign(x);
      const from = halfAt(y) + box.width * 0.02;
      const l = box.width * (0.02 + 0.05 * long) * (0.5 + down);
      const to = from + Math.abs(x) * (box.width * 0.52 - from);
      return to + l > box.width * 0.54 || from > box.width * 0.46
        ? ""
        : `M${cx + side * to} ${y}Q${cx + side * (to + l / 2)} ${y - 2} ${cx + side * (to + l)} ${y}`;
    }).join("");
    const sweep = box.width / 2;
    const hill = (lift: number, shift: number, k: number): readonly Shape[] => {
      const outline = Array.from({ length: 37 }, (_, j) => {
        const x = j / 18 - 1;
        return `${cx + x * sweep} ${eye - unit * (lift + 0.035 * Math.sin(3.1 * x + shift) + 0.012 * Math.sin(7.3 * x + 2 * shift)) * (1 + 0.5 * near)}`;
      }).join("L");
      return [
        pathMark(`narrowing:hill:${k}`, `M${cx - sweep} ${eye}L${outline}L${cx + sweep} ${eye}Z`, null, 0, {
          fill: palette.background,
        }),
        pathMark(`narrowing:ridge:${k}`, `M${outline}`, palette.muted, 0.9, { opacity: 0.55 + 0.15 * k }),
      ];
    };

    const board = (key: string, x: number, y: number, em: number, opacity: number): readonly Shape[] => {
      const width = textWidth(label(key), em) + em * 0.7;
      return [
        {
          kind: "rect",
          key: `narrowing:board:${key}`,
          opacity,
          layer: "back",
          x: x - width / 2,
          y: y - em * 0.8,
          width,
          height: em * 1.6,
          fill: palette.background,
          stroke: palette.ink,
          strokeWidth: 1.1,
          radius: 1,
        },
        textMark(`narrowing:${key}`, label(key), [x, y + em * 0.36], em, palette.ink, {
          anchor: "middle",
          face: "song",
          opacity,
        }),
      ];
    };
    const kerb = mixRgb(palette.ember, palette.ink, 0.75);
    const past = 1 - linearStep(near, 0.35, 0.75);
    // The wharf's name hangs on the derrick's hook; once the derrick has been passed, it stands on a post of the pier.
    const sign = {
      x: cx + lerp(-0.2 * quay, Math.max(PIER.middle * quay, box.x - cx + type * 1.9), 1 - past),
      y: eye + lerp(-0.27 * quay + type * 0.9, PIER.top * quay - type * 1.5, 1 - past),
    };
    return {
      grains: mapGrains((index) => {
        const group = Math.floor(index / GROUP_SIZE);
        const k = index % GROUP_SIZE;
        const row = Math.floor(k / 4);
        const column = group * 4 + (k % 4);
        const y = rowY(row);
        const half = halfAt(y) * 0.96;
        const stride = (2 * half) / (ABREAST + 0.5);
        const x = cx - half + (column + 0.5 + (row % 2 === 0 ? 0 : 0.5)) * stride;
        return {
          x,
          y,
          r: jitteredRadius(index, Math.min(stride * 0.45, (y - eye) * (1 - shrink) * 0.56)),
          fill: column === 0 || column === ABREAST - 1 ? kerb : palette.ember,
          opacity: 1,
          hollow: 0,
        };
      }),
      shapes: [
        ...hill(0.17, 0.4, 0),
        ...hill(0.12, 2.9, 1),
        ...hill(0.07, 5.1, 2),
        ...farmhouse(vanishingPoint(cx, eye, home), palette),
        ...alley(vanishingPoint(cx, eye, mouth, sweep), vanishingPoint(cx, eye, far), -1, palette),
        ...alley(vanishingPoint(cx, eye, mouth, sweep), vanishingPoint(cx, eye, far), 1, palette),
        pathMark("narrowing:water", water, palette.industry, 1, { opacity: 0.75 }),
        pathMark("narrowing:edges", `M${edge(-1)}M${edge(1)}`, palette.ink, 1.2),
        ...junk(vanishingPoint(cx, eye, ship), palette, past),
        ...pier(vanishingPoint(cx, eye, quay, sweep + box.x), palette),
        ...derrick(vanishingPoint(cx, eye, quay, sweep + box.x), palette, past),
        pathMark(
          "narrowing:post",
          `M${sign.x} ${sign.y}L${sign.x} ${eye + PIER.top * quay + type * 0.2}`,
          palette.ink,
          type * 0.16,
          { opacity: 1 - past },
        ),
        ...board("one", sign.x, sign.y, type * lerp(1.35, 1, near), 1),
        ...board("two", cx + (ALLEY.half + 0.125) * mouth, eye - 0.005 * mouth, type * 1.2, linearStep(near, 0.4, 0.7)),
        textMark(
          "narrowing:three",
          label("three"),
          [cx, eye - 0.15 * home],
          type * lerp(1.1, 1.55, near),
          palette.textRed,
          { anchor: "middle", face: "song", opacity: linearStep(near, 0.5, 0.85) },
        ),
      ],
    };
  },
};
