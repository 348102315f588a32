import type { Group } from "../model/scene-config.ts";

/** Divides a list with an item for each grain into one list for each group. */
export function splitByGroup<T>(items: readonly T[], groups: readonly Group[]): readonly (readonly T[])[] {
  let end = 0;
  return groups.map(({ size }) => items.slice(end, (end += size)));
}

interface GroupIndex<Name extends string> {
  readonly groupOf: (index: number) => Name;
  readonly firstInGroup: (name: Name) => number;
  readonly rankInGroup: (index: number) => number;
}

/** Indexes a story's groups by grain. The functions throw a RangeError for a grain or a group that there is not. */
export function indexGroups<Name extends string>(groups: readonly Group<Name>[]): GroupIndex<Name> {
  const names = groups.flatMap(({ name, size }) => Array<Name>(size).fill(name));
  const firsts = new Map(groups.map(({ name }) => [name, names.indexOf(name)]));

  function groupOf(index: number): Name {
    const name = names[index];
    if (name === undefined) throw new RangeError(`unknown grain: ${index}`);
    return name;
  }

  function firstInGroup(name: Name): number {
    const first = firsts.get(name);
    if (first === undefined) throw new RangeError(`unknown group: ${name}`);
    return first;
  }

  return { groupOf, firstInGroup, rankInGroup: (index) => index - firstInGroup(groupOf(index)) };
}
