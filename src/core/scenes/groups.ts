import type { Group } from "../model/scene-config.ts";
import { indexGroups } from "../picture/groups.ts";

export const GROUP_SIZE = 80;

/** Fixed for the whole story: a grain that is industry in chapter one is industry in chapter four. */
export const GROUPS = [
  { name: "industry", size: GROUP_SIZE, lag: 0 },
  { name: "services", size: GROUP_SIZE, lag: 0.14 },
  { name: "rural", size: GROUP_SIZE, lag: 0.28 },
] as const satisfies readonly Group[];

export type GrainGroup = (typeof GROUPS)[number]["name"];

export const { groupOf, firstInGroup, rankInGroup } = indexGroups<GrainGroup>(GROUPS);
