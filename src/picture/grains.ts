import { stream } from "./random.ts";

/** How many marks live through the whole story. */
export const GRAINS = 240;

/** The three groups, chosen once: the same grains are industry in chapter one and in chapter four. */
export type Group = "industry" | "services" | "rural";

/** Grains in each group, indices ascending. Equal, because siblings are equal in a schematic. */
export const GROUP_SIZE = GRAINS / 3;

const ORDER: readonly Group[] = ["industry", "services", "rural"];

/** The group of grain `index`. */
export function groupOf(index: number): Group {
  return ORDER[Math.floor(index / GROUP_SIZE)] ?? "rural";
}

/** Index of a group's first grain. */
export function firstOf(group: Group): number {
  return ORDER.indexOf(group) * GROUP_SIZE;
}

/** Rank of grain `index` within its own group, 0 … GROUP_SIZE − 1. */
export function rankOf(index: number): number {
  return index % GROUP_SIZE;
}

const random = stream("grain sizes");

/** Hand-made unevenness of each grain's size: a factor in [0.86, 1.14], the grain's own for the whole story. */
export const UNEVENNESS: readonly number[] = Array.from({ length: GRAINS }, () => 0.86 + 0.28 * random());

/** `make(index)` for each grain, in order of identity. Let `make` name a grain's fields one by one: 240 object spreads cost more than the rest of a frame. */
export function eachGrain<T>(make: (index: number) => T): readonly T[] {
  return Array.from({ length: GRAINS }, (_, index) => make(index));
}
