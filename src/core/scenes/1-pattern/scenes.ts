import { choice } from "./choice.ts";
import { city } from "./city.ts";
import { depletion } from "./depletion.ts";
import { fiveThings } from "./five-things.ts";
import { growth } from "./growth.ts";
import { growthContext } from "./growth-context.ts";
import { oldMine } from "./old-mine.ts";
import { spokes } from "./spokes.ts";
import { wings } from "./wings.ts";

/** In story order. */
export const scenes = {
  "old-mine": oldMine,
  depletion,
  city,
  choice,
  spokes,
  wings,
  growth,
  "growth-context": growthContext,
  "five-things": fiveThings,
} as const;
