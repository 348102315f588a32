import { disc } from "../formations/disc.ts";
import { letters, lettering } from "../motifs/lettering.ts";
import { mixRgb } from "../picture/colour.ts";
import { heavy, span } from "../picture/ease.ts";
import { eachGrain, groupOf, GROUP_SIZE, rankOf } from "../picture/grains.ts";
import type { Box, Grain, Scene, Shape } from "../picture/model.ts";
import { fitSize, textWidth } from "../picture/text.ts";
import { sized } from "./grain.ts";

/** The report's sheet: so many grains across, the rest of a group down. */
const ACROSS = 8;

/** A scale of whole years with a dot in its year and a sheet in its half-year; a second dot hangs off the scale, since its year is not given. */
export const listings: Scene = {
  words: ["first", "again", "unknown-year", "report", "scale"],
  facts: ["listed-first", "report-half"],
  ground: () => 0.88,
  draw({ act, box, fact, palette, size, word }) {
    const type = lettering(size, 13, 19);
    const wide = box.width > box.height * 1.25;
    const first = fact("listed-first").value ?? 0;
    const half = Number.parseInt(fact("report-half").text, 10);
    const years = half - first + 1;
    const length = box.width * (wide ? 0.66 : 1);
    const year = length / years;
    const loud = Math.min(type * 2.4, year * 0.28);
    const under = loud * 1.2 + type * 3.6;
    const tall = Math.min(box.height * 0.4, year + type * 3);
    const R = wide
      ? Math.min(year * 0.45, box.width * 0.11, (box.height - under - type * 3) / 2)
      : Math.min(year * 0.45, tall * 0.38, (box.height - tall - under - type) / 2);
    const spare = box.height - under - 2 * R - type - (wide ? type * 2 : tall);
    const axis = box.y + 2 * R + type * (wide ? 2.2 : 1) + spare * (wide ? 0.45 : 0.5);
    const off: Box = wide
      ? {
          x: box.x + box.width * 0.72,
          y: axis - 2 * R - type * 2,
          width: box.width * 0.28,
          height: 2 * R + type * 2 + under,
        }
      : { x: box.x, y: box.y + box.height - tall - spare * 0.25, width: box.width, height: tall };
    const at = (when: number): number => box.x + (when - first) * year;
    const told = at(half) + Math.min(year / 4, year - textWidth(word("report"), type) / 2);
    const one = { x: at(first + 0.5), y: axis - R - type * 0.7 };
    const two = wide
      ? { x: off.x + off.width / 2, y: axis - R - type * 0.7 }
      : { x: off.x + off.width / 2 - R * 0.55, y: off.y + off.height / 2 };
    const sheet = { x: at(half), width: year / 2 };
    const cell = Math.min(sheet.width / (ACROSS + 3.4), (R * 2) / (GROUP_SIZE / ACROSS));
    const here = (k: number): number => span(act, 0.1 + 0.28 * k, 0.34 + 0.28 * k);
    const sub = fitSize(word("scale"), wide ? Math.min(year, off.width - 8) : year + 8, type, 11);
    const shapes: Shape[] = [
      {
        kind: "line",
        key: "listings:axis",
        opacity: 1,
        x1: box.x,
        y1: axis,
        x2: box.x + length,
        y2: axis,
        stroke: palette.ink,
        width: 1.6,
      },
      {
        kind: "rect",
        key: "listings:off",
        layer: "back",
        opacity: here(1),
        x: off.x,
        y: off.y,
        width: off.width,
        height: off.height,
        fill: mixRgb(palette.ground, palette.layer, 0.35),
        stroke: palette.muted,
        strokeWidth: 1.1,
        dash: "2 5",
      },
    ];
    const paper = {
      x: sheet.x,
      y: axis - type * 0.7 - cell * (GROUP_SIZE / ACROSS) - cell * 0.6,
      right: sheet.x + sheet.width,
      foot: axis - type * 0.35,
    };
    const fold = cell * 1.6;
    shapes.push({
      kind: "path",
      key: "listings:sheet",
      layer: "back",
      opacity: here(2),
      fill: mixRgb(palette.ground, palette.layer, 0.6),
      stroke: palette.ink,
      width: 1.2,
      d: `M${paper.x} ${paper.y}L${paper.right - fold} ${paper.y}L${paper.right} ${paper.y + fold}L${paper.right} ${paper.foot}L${paper.x} ${paper.foot}ZM${paper.right - fold} ${paper.y}L${paper.right - fold} ${paper.y + fold}L${paper.right} ${paper.y + fold}`,
    });
    for (let k = 0; k <= years; k++) {
      shapes.push({
        kind: "line",
        key: `listings:tick:${k}`,
        opacity: 1,
        x1: at(first + k),
        y1: axis - 5,
        x2: at(first + k),
        y2: axis + 5,
        stroke: palette.ink,
        width: 1.2,
      });
    }
    const left = wide ? two.x : two.x + R + type;
    const again: readonly [number, number] = wide ? [two.x, two.y + R + loud * 1.15] : [left, two.y - loud * 0.1];
    const anchor = wide ? "middle" : "start";
    shapes.push(
      letters("listings:first", word("first"), [one.x, axis + loud * 1.15], loud, palette.textRed, {
        face: "song",
        anchor: "middle",
        role: "value",
        opacity: here(0),
      }),
      letters("listings:first:scale", word("scale"), [one.x, axis + loud * 1.15 + sub * 1.5], sub, palette.ink, {
        anchor: "middle",
        opacity: here(0),
      }),
      letters("listings:again", word("again"), again, loud, palette.textRed, {
        face: "song",
        anchor,
        role: "value",
        opacity: here(1),
      }),
      letters("listings:again:scale", word("scale"), [again[0], again[1] + sub * 1.5], sub, palette.ink, {
        anchor,
        opacity: here(1),
      }),
      letters(
        "listings:again:unknown",
        word("unknown-year"),
        [again[0], again[1] + sub * 1.5 + type * 1.5],
        type,
        palette.muted,
        { anchor, role: "note", opacity: here(1) },
      ),
      letters("listings:report", word("report"), [told, axis + type * 1.5], type, palette.ink, {
        anchor: "middle",
        opacity: here(2),
      }),
    );
    const discs = [one, two].map((middle) => disc(GROUP_SIZE, middle, R));
    const spots = discs.map(({ places }) => [...places].sort((a, b) => a.x - b.x || a.y - b.y));
    const r = discs[0]?.r ?? 0;
    const grains = eachGrain((index): Grain => {
      const k = ["industry", "services", "rural"].indexOf(groupOf(index));
      const rank = rankOf(index);
      const rows = GROUP_SIZE / ACROSS;
      const spot = spots[k]?.[rank] ?? {
        x: sheet.x + sheet.width / 2 + (Math.floor(rank / rows) + 0.5 - ACROSS / 2) * cell,
        y: axis - type * 0.7 - (rows - (rank % rows) - 0.5) * cell,
      };
      const settle = heavy(here(k));
      return {
        x: spot.x,
        y: spot.y,
        r: sized(index, k === 2 ? cell * 0.4 : r * 0.92),
        fill: mixRgb(palette.muted, k === 2 ? palette.ink : palette.red, settle),
        opacity: 0.45 + 0.55 * settle,
        hollow: 0,
      };
    });
    return { grains, shapes };
  },
};
