import { coalEnds } from "./coal-ends.ts";
import { columnsFill } from "./columns-fill.ts";
import { last } from "./last.ts";
import { rank } from "./rank.ts";
import { reckoning } from "./reckoning.ts";

/** In story order. */
export const scenes = {
  "coal-ends": coalEnds,
  "columns-fill": columnsFill,
  rank,
  reckoning,
  last,
} as const;
