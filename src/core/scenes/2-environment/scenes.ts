import { chain } from "./chain.ts";
import { firms } from "./firms.ts";
import { measures } from "./measures.ts";
import { twoLenses } from "./two-lenses.ts";
import { twoValves } from "./two-valves.ts";

/** In story order. */
export const scenes = {
  "two-lenses": twoLenses,
  measures,
  firms,
  "two-valves": twoValves,
  chain,
} as const;
