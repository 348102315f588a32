import { bridge } from "./bridge.ts";
import { hearts } from "./hearts.ts";
import { narrowing } from "./narrowing.ts";
import { threePeriods } from "./three-periods.ts";
import { words } from "./words.ts";

/** In story order. */
export const scenes = {
  words,
  hearts,
  narrowing,
  bridge,
  "three-periods": threePeriods,
} as const;
