import type { Group } from "../../../src/core/model/scene-config.ts";
import { indexGroups } from "../../../src/core/picture/groups.ts";

/** One grain is one ship: those that come by day, and those that come by night. */
export const GROUPS = [
  { name: "day", size: 160, lag: 0 },
  { name: "night", size: 80, lag: 0.2 },
] as const satisfies readonly Group[];

export const { groupOf, rankInGroup } = indexGroups(GROUPS);
