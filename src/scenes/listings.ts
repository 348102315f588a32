import { disc } from "../formations/disc.ts";
import { letters, lettering } from "../motifs/lettering.ts";
import { mixRgb } from "../picture/colour.ts";
import { heavy, span } from "../picture/ease.ts";
import { eachGrain, groupOf, GROUP_SIZE, rankOf } from "../picture/grains.ts";
import type { Box, Grain, Scene, Shape } from "../picture/model.ts";
import { fitSize } from "../picture/text.ts";
import { grainRadius, sized } from "./grain.ts";

/** The report's sheet: so many grains across, the rest of a group down. */
const ACROSS = 8;

/** A scale of whole years with a dot in its year and a sheet in its half-year; a second dot hangs off the scale, since its year is not given. */
export const listings: Scene = {
  words: ["first", "again", "unknown-year", "report", "scale"],
  facts: ["listed-first", "report-half"],
  ground: () => 0.88,
  draw({ act, box, fact, palette, size, word }) {
    const type = lettering(size, 13, 19);
    const wide = box.width > box.height * 1.35;
    const first = fact("listed-first").value ?? 0;
    const half = Number.parseInt(fact("report-half").text, 10);
    const years = half - first + 1;
    const scale: Box = wide
      ? { x: box.x, y: box.y, width: box.width * 0.66, height: box.height }
      : { x: box.x, y: box.y + box.height * 0.44, width: box.width, height: box.height * 0.56 };
    const year = scale.width / years;
    const off: Box = wide
      ? { x: box.x + box.width * 0.72, y: box.y + type, width: box.width * 0.28, height: box.height - type * 2 }
      : { x: box.x, y: box.y + 2, width: box.width, height: Math.min(box.height * 0.42, year + type * 3) };
    const at = (when: number): number => scale.x + (when - first) * year;
    const room = wide ? off.height * 0.52 : scale.y + scale.height - type * 4.6 - (off.y + off.height) - type * 1.9;
    const R = Math.min(year * 0.45, room / 2, wide ? off.width * 0.4 : off.height * 0.38);
    const axis = scale.y + (wide ? Math.min(scale.height - type * 4.6, scale.height * 0.52 + R) : scale.height - type * 4.6);
    const one = { x: at(first + 0.5), y: axis - R - type * 0.7 };
    const two = wide ? { x: off.x + off.width / 2, y: off.y + off.height * 0.5 - type * 1.6 } : { x: off.x + off.width / 2 - R * 0.55, y: off.y + off.height / 2 };
    const sheet = { x: at(half), width: year / 2 };
    const cell = Math.min(sheet.width / (ACROSS + 3.4), (R * 2) / (GROUP_SIZE / ACROSS));
    const here = (k: number): number => span(act, 0.1 + 0.28 * k, 0.34 + 0.28 * k);
    const loud = Math.min(type * 2.1, year * 0.3);
    const sub = fitSize(word("scale"), wide ? Math.min(year, off.width - 8) : year + 8, type, 11);
    const shapes: Shape[] = [
      { kind: "line", key: "listings:axis", opacity: 1, x1: scale.x, y1: axis, x2: scale.x + scale.width, y2: axis, stroke: palette.ink, width: 1.6 },
      { kind: "rect", key: "listings:off", layer: "back", opacity: here(1), x: off.x, y: off.y, width: off.width, height: off.height, fill: mixRgb(palette.ground, palette.layer, 0.35), stroke: palette.muted, strokeWidth: 1.1, dash: "2 5" },
    ];
    const to = { x: two.x - R - 4, y: two.y - (wide ? R * 0.4 : -R * 0.2) };
    const bend = wide ? { x: (one.x + to.x) / 2, y: scale.y - R * 0.4 } : { x: one.x, y: to.y + R * 0.3 };
    shapes.push({ kind: "path", key: "listings:after", layer: "back", opacity: here(1), d: `M${one.x} ${one.y - R - 4}Q${bend.x} ${bend.y} ${to.x} ${to.y}`, fill: null, stroke: palette.muted, width: 1.3, dash: "1 5" });
    const paper = { x: sheet.x, y: axis - type * 0.7 - cell * (GROUP_SIZE / ACROSS) - cell * 0.6, right: sheet.x + sheet.width, foot: axis - type * 0.35 };
    const fold = cell * 1.6;
    shapes.push({
      kind: "path", key: "listings:sheet", layer: "back", opacity: here(2), fill: mixRgb(palette.ground, palette.layer, 0.6), stroke: palette.ink, width: 1.2,
      d: `M${paper.x} ${paper.y}L${paper.right - fold} ${paper.y}L${paper.right} ${paper.y + fold}L${paper.right} ${paper.foot}L${paper.x} ${paper.foot}ZM${paper.right - fold} ${paper.y}L${paper.right - fold} ${paper.y + fold}L${paper.right} ${paper.y + fold}`,
    });
    for (let k = 0; k <= years; k++) {
      shapes.push({ kind: "line", key: `listings:tick:${k}`, opacity: 1, x1: at(first + k), y1: axis - 5, x2: at(first + k), y2: axis + 5, stroke: palette.ink, width: 1.2 });
    }
    const left = wide ? two.x : two.x + R + type;
    const again: readonly [number, number] = wide ? [two.x, two.y + R + loud * 1.15] : [left, two.y - loud * 0.1];
    const anchor = wide ? "middle" : "start";
    shapes.push(
      letters("listings:first", word("first"), [one.x, axis + loud * 1.15], loud, palette.textRed, { face: "song", anchor: "middle", role: "value", opacity: here(0) }),
      letters("listings:first:scale", word("scale"), [one.x, axis + loud * 1.15 + sub * 1.5], sub, palette.ink, { anchor: "middle", opacity: here(0) }),
      letters("listings:again", word("again"), again, loud, palette.textRed, { face: "song", anchor, role: "value", opacity: here(1) }),
      letters("listings:again:scale", word("scale"), [again[0], again[1] + sub * 1.5], sub, palette.ink, { anchor, opacity: here(1) }),
      letters("listings:again:unknown", word("unknown-year"), [again[0], again[1] + sub * 1.5 + type * 1.5], type, palette.muted, { anchor, role: "note", opacity: here(1) }),
      letters("listings:report", word("report"), [scale.x + scale.width, axis + type * 1.5], type, palette.ink, { anchor: "end", opacity: here(2) }),
    );
    const spots = [disc(GROUP_SIZE, one, R - grainRadius(size) * 0.4), disc(GROUP_SIZE, two, R - grainRadius(size) * 0.4)];
    const r = Math.min(grainRadius(size) * 0.86, (R / Math.sqrt(GROUP_SIZE)) * 0.86);
    const grains = eachGrain((index): Grain => {
      const k = ["industry", "services", "rural"].indexOf(groupOf(index));
      const rank = rankOf(index);
      const rows = GROUP_SIZE / ACROSS;
      const spot = spots[k]?.[rank] ?? {
        x: sheet.x + sheet.width / 2 + (Math.floor(rank / rows) + 0.5 - ACROSS / 2) * cell,
        y: axis - type * 0.7 - (rows - (rank % rows) - 0.5) * cell,
      };
      const settle = heavy(here(k));
      return { x: spot.x, y: spot.y, r: sized(index, k === 2 ? Math.min(r, cell * 0.4) : r), fill: mixRgb(palette.muted, k === 2 ? palette.ink : palette.red, settle), opacity: 0.45 + 0.55 * settle, hollow: 0 };
    });
    return { grains, shapes };
  },
};
