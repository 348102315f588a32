import { mixRgb } from "../../lib/color.ts";
import { linearStep, smoothstep } from "../../lib/math.ts";
import type { Box, Grain, Scene, SceneContext, Shape } from "../../model/picture.ts";
import { GROUP_SIZE, groupOf, jitteredRadius, mapGrains, rankInGroup } from "../../picture/grains.ts";
import { pathMark, textMark, typeSize } from "../../picture/old-marks.ts";
import { fitFontSize, textWidth } from "../../picture/text.ts";
import { plaque, plaqueFrame, plaqueStuds } from "./listed-plaque.ts";

const ACROSS = 10;
const LINES = GROUP_SIZE / ACROSS;

/** Layout of the two rails, the plaques and the report, px. */
interface Plan {
  /** The rail of years; the first year begins at `from`, and `year` is the length of one. */
  readonly rail: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly from: number;
    readonly year: number;
  };
  readonly bare: { readonly x: number; readonly y: number; readonly width: number };
  readonly first: Box;
  readonly again: Box;
  readonly page: Box;
  readonly note: { readonly x: number; readonly y: number; readonly width: number };
}

/**
 * Lays out two rails, stacked or side by side in a low box, and plaques of one size. `years` is the number of years on
 * the first rail.
 */
function plan(box: Box, years: number, type: number): Plan {
  const side = box.width > box.height * 1.4;
  const row = side ? box.height : box.height / 2;
  const height = side ? Math.min(row * 0.52, box.width * 0.236) : Math.min(row * 0.68, box.width * 0.36);
  const width = height * 1.4;
  const gap = side ? type * 2.6 : 0;
  const span = side ? box.width - width - gap : box.width;
  // The first plaque hangs from the middle of its year. The year begins with the box unless the plaque is wider.
  const year = Math.min(span / years, (span - width / 2) / (years - 0.5));
  const cord = side ? row * 0.17 : (row - height) * 0.52;
  const y = box.y + (side ? (row - cord - height - type * 3) * 0.5 : type * 0.6);
  const from = box.x + Math.max(0, width - year) / 2;
  const first = { x: from + (year - width) / 2, y: y + cord, width, height };
  const told = from + (years - 0.75) * year;
  const below = side ? y : y + row;
  const again = { ...first, x: box.x + box.width - width, y: below + cord };
  return {
    rail: { x: box.x, y, width: span, from, year },
    bare: side ? { x: again.x, y, width } : { x: box.x, y: below, width: box.width },
    first,
    again,
    page: {
      x: told - height * 0.39,
      y: y + cord * 0.62,
      width: height * 0.78,
      height: side ? height + cord * 0.38 + 3 : Math.min(height * 0.96, row - cord * 0.62 - type * 3.8),
    },
    note: side
      ? { x: again.x + width / 2, y: again.y + height + type * 2.3, width: width * 0.86 }
      : { x: (box.x + again.x) / 2, y: again.y + height * 0.5, width: (again.x - box.x) * 0.76 },
  };
}

function hung({ palette, label }: SceneContext, key: string, box: Box, nail: number, here: number): readonly Shape[] {
  const room = box.width - 2.9 * plaqueFrame(box);
  const [name, scale] = [label(key), label("scale")];
  const loud = fitFontSize(name, room * 0.94, box.height * 0.34, 20);
  const small = fitFontSize(scale, room, box.height * 0.15, 11);
  const x = box.x + box.width / 2;
  const base = box.y + box.height / 2 + loud * 0.36 - small * 0.72;
  const said = { anchor: "middle", opacity: linearStep(here, 0.4, 1) } as const;
  return [
    ...plaque(`listings:${key}`, box, { x, y: nail }, palette).map((shape) => ({
      ...shape,
      opacity: shape.opacity * here,
    })),
    textMark(`listings:${key}:name`, name, [x, base], loud, palette.textRed, { ...said, face: "song", role: "value" }),
    // A closing quotation mark ends in half an em of space, so the line is shifted.
    textMark(
      `listings:${key}:scale`,
      scale,
      [x + (scale.endsWith("”") ? small / 4 : 0), base + loud * 0.16 + small * 1.3],
      small,
      palette.ink,
      said,
    ),
  ];
}

/**
 * A rail of whole years: one plaque hangs in its year, a printed page in its half-year. A second plaque hangs off the
 * scale, since its year is not given.
 */
export const listed: Scene = {
  labels: ["first", "again", "unknown-year", "report", "scale"],
  facts: ["listed-first", "report-half"],
  elevation: () => 0.88,
  draw(at) {
    const { t, box, fact, palette, size, label } = at;
    const type = typeSize(size, 13, 21);
    const start = fact("listed-first").value ?? 0;
    const years = Number.parseInt(fact("report-half").text, 10) - start + 1;
    const { rail, bare, first, again, page, note } = plan(box, years, type);
    const here = [0.34, 0.08, 0.58].map((from) => linearStep(t, from, from + 0.26));
    const [listed = 0, told = 0, unknown = 0] = here;
    const down = (thing: Box, k: number): Box => ({ ...thing, y: thing.y - (1 - smoothstep(k)) * first.height * 0.14 });
    const [plaqueOne, plaqueTwo, sheet] = [down(first, listed), down(again, unknown), down(page, told)];
    const ink = mixRgb(palette.background, palette.ink, 0.86);
    const bar = (from: number, share: number) => {
      const x = rail.from + from * rail.year;
      return `M${x} ${rail.y}L${x + share * rail.year} ${rail.y}`;
    };
    const ticks = Array.from({ length: years + 1 }, (_, k) => rail.from + k * rail.year);
    const fold = sheet.width * 0.2;
    const [right, foot, pin] = [sheet.x + sheet.width, sheet.y + sheet.height, sheet.x + sheet.width / 2];
    const turned = `L${right - fold} ${sheet.y + fold}L${right} ${sheet.y + fold}`;
    const under = page.y + page.height + type * 1.5;
    const beside = 2 * Math.min(rail.x + rail.width - pin, pin - first.x - first.width - type * 0.4);
    const caption = textWidth(label("report"), type) > beside ? label("report").split(/(?<=，)/u) : [label("report")];
    const missing = label("unknown-year");
    const shapes: Shape[] = [
      pathMark("listings:rail", `M${rail.x} ${rail.y}L${rail.x + rail.width} ${rail.y}`, palette.ink, 1.6),
      pathMark("listings:ticks", ticks.map((x) => `M${x} ${rail.y - 5}L${x} ${rail.y + 5}`).join(""), palette.ink, 1.4),
      pathMark("listings:year", bar(0, 1), palette.red, 4.5, { opacity: listed }),
      pathMark("listings:half", bar(years - 1, 0.5), palette.ink, 4.5, { opacity: told }),
      pathMark("listings:bare", `M${bare.x} ${bare.y}L${bare.x + bare.width} ${bare.y}`, palette.muted, 1.6, {
        dash: "2 6",
        opacity: unknown,
      }),
      ...hung(at, "first", plaqueOne, rail.y, listed),
      ...hung(at, "again", plaqueTwo, bare.y, unknown),
      pathMark("listings:pin", `M${pin} ${rail.y}L${pin} ${sheet.y}`, palette.ink, 1.2, { opacity: told }),
      pathMark(
        "listings:sheet",
        `M${sheet.x} ${sheet.y}L${right - fold} ${sheet.y}L${right} ${sheet.y + fold}L${right} ${foot}L${sheet.x} ${foot}ZM${right - fold} ${sheet.y}${turned}`,
        palette.ink,
        1.3,
        { fill: mixRgb(palette.background, [255, 255, 255], 0.18), opacity: told },
      ),
      pathMark(
        "listings:heading",
        `M${sheet.x + sheet.width * 0.13} ${sheet.y + sheet.height * 0.12}L${sheet.x + sheet.width * 0.62} ${sheet.y + sheet.height * 0.12}`,
        palette.ink,
        sheet.height * 0.035,
        { opacity: told },
      ),
      ...caption.map((text, k) =>
        textMark(`listings:report:${k}`, text, [pin, under + k * type * 1.35], type, palette.ink, {
          anchor: "middle",
          opacity: linearStep(told, 0.4, 1),
        }),
      ),
      textMark(
        "listings:unknown",
        missing,
        [note.x, note.y],
        fitFontSize(missing, note.width, type * 2.6, 12),
        palette.ink,
        {
          anchor: "middle",
          face: "song",
          role: "note",
          opacity: linearStep(unknown, 0.4, 1),
        },
      ),
    ];
    const studs = [plaqueOne, plaqueTwo].map((thing) => plaqueStuds(GROUP_SIZE, thing));
    const [across, between] = [(sheet.width * 0.78) / ACROSS, (sheet.height * 0.74) / LINES];
    const grains = mapGrains((index): Grain => {
      const rank = rankInGroup(index);
      const k = ["industry", "services", "rural"].indexOf(groupOf(index));
      const frame = k === 1 ? undefined : studs[k / 2];
      const spot = frame?.places[rank] ?? {
        x: sheet.x + sheet.width * 0.11 + ((rank % ACROSS) + 0.5) * across,
        y: sheet.y + sheet.height * 0.19 + (Math.floor(rank / ACROSS) + 0.5) * between,
      };
      return {
        ...spot,
        r: jitteredRadius(index, frame?.r ?? Math.min(across, between) * 0.36),
        fill: mixRgb(palette.muted, frame === undefined ? ink : palette.ember, here[k] ?? 1),
        opacity: 1,
        hollow: 0,
      };
    });
    return { grains, shapes };
  },
};
