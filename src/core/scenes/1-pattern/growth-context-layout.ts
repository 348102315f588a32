import { sum } from "d3-array";
import { scaleLinear } from "d3-scale";
import { clamp } from "../../lib/math.ts";
import type { LayoutContext } from "../../model/picture.ts";
import { breakLines, textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";

/** One grain is a tenth of a per cent; two stand side by side. */
export const GRAIN = 0.1;
export const ABREAST = 2;
export const TOP = 4;

/** The estimate, which has no stack, and the months of the last stack. */
export const ESTIMATE = "gdp";
export const PERIOD = "district-industry-period";
export const NAMES = ["nation", "province", "city", "district"] as const;

/** Stacks in the order of the text, each with the group of grains that it takes from and its share of the width. */
export const STACKS = [
  { id: "growth-nation", name: "nation", group: "services", share: 1 },
  { id: "growth-province", name: "province", group: "rural", share: 1 },
  { id: "growth-city", name: "city", group: "services", share: 1 },
  { id: "district-industry", name: "district", group: "rural", share: 1.25 },
] as const;

const FOG_SHARE = 1.5;
/** Spread of the fog about the estimate, per cent; it is no measure, and the label says so. */
const SPREAD = 0.22;

export function layout({ box, size, fact, label }: LayoutContext) {
  const type = typeSize(size, "small");
  const note = typeSize(size, "note");
  const low = box.height < 300;
  const source = breakLines(label("source"), note, box.width - note);
  const foot = box.y + box.height - 2;
  const line = type * 1.25;
  const head = box.y + type * 0.9;
  const numeral = clamp(Math.min(box.width * 0.088, box.height * 0.1), 20, 62);
  const axis = textWidth("4%", note) + note * 0.6;
  const shares = [...STACKS.slice(0, 3).map(({ share }) => share), FOG_SHARE, STACKS[3].share];
  const x = scaleLinear([0, sum(shares)], [box.x + axis, box.x + box.width]);
  const middle = (k: number): number => x(sum(shares.slice(0, k)) + (shares[k] ?? 0) / 2);

  // The months stand under their stack where they have room, else a line lower.
  const months = fact(PERIOD).text;
  const besides = box.x + box.width - middle(3) > textWidth(months, note) + note * 2;
  const monthsY = foot - note * 1.35 * source.length - note * (low ? 0.35 : 0.7);
  const kindY = besides ? monthsY : monthsY - line;
  const nameY = kindY - line;
  const ground = nameY - type * (low ? 1.15 : 1.35);
  const y = scaleLinear([0, TOP], [ground, head + note * 0.9 + numeral]);
  const pitch = Math.min(y(0) - y(ABREAST * GRAIN), x(1) * 0.2);
  const stacks = STACKS.map(({ id, name, group }, index) => {
    const { value, text } = fact(id);
    const known = value ?? 0;
    const sameGroup = STACKS.slice(0, index).filter((other) => other.group === group);
    return {
      id,
      index,
      group,
      name: label(name),
      value: known,
      text,
      count: Math.round(known / GRAIN),
      /** Rank of its first grain in its group. */
      first: sum(sameGroup, (other) => Math.round((fact(other.id).value ?? 0) / GRAIN)),
      x: middle(index < 3 ? index : 4),
      top: y(known),
    };
  });
  const estimate = fact(ESTIMATE);
  return {
    box,
    type,
    note,
    numeral,
    source,
    foot,
    nameY,
    kindY,
    monthsY,
    ground,
    head,
    x,
    y,
    pitch,
    stacks,
    months,
    /** x between the accounts of nation, province and city, and the figures of the district. */
    border: x(3),
    fog: {
      x: middle(3),
      y: y(estimate.value ?? 0),
      value: estimate.value ?? 0,
      text: estimate.text,
      across: (x(FOG_SHARE) - x(0)) / 2,
      deep: y(0) - y(SPREAD),
    },
  };
}

export type Layout = ReturnType<typeof layout>;
export type Stack = Layout["stacks"][number];
