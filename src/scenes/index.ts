import type { Scene } from "../picture/model.ts";
import { average } from "./average.ts";
import { axes } from "./axes.ts";
import { bridge } from "./bridge.ts";
import { chain } from "./chain.ts";
import { closing } from "./closing.ts";
import { compass } from "./compass.ts";
import { cover } from "./cover.ts";
import { depletion } from "./depletion.ts";
import { ding } from "./ding.ts";
import { firms } from "./firms.ts";
import { footing } from "./footing.ts";
import { hearts } from "./hearts.ts";
import { industry } from "./industry.ts";
import { lanes } from "./lanes.ts";
import { lenses } from "./lenses.ts";
import { links } from "./links.ts";
import { listings } from "./listings.ts";
import { loop } from "./loop.ts";
import { measures } from "./measures.ts";
import { narrowing } from "./narrowing.ts";
import { periods } from "./periods.ts";
import { rates } from "./rates.ts";
import { seam } from "./seam.ts";
import { sectors } from "./sectors.ts";
import { services } from "./services.ts";
import { split } from "./split.ts";
import { tenses } from "./tenses.ts";
import { valves } from "./valves.ts";
import { wings } from "./wings.ts";
import { words } from "./words.ts";

/** Every picture of the story by the name its step calls it; the compiler's list of legal names, in story order. */
export const scenes: Readonly<Record<string, Scene>> = {
  cover,
  seam,
  depletion,
  sectors,
  split,
  industry,
  services,
  wings,
  rates,
  lanes,
  lenses,
  listings,
  measures,
  firms,
  average,
  valves,
  chain,
  words,
  loop,
  hearts,
  narrowing,
  bridge,
  periods,
  axes,
  footing,
  ding,
  compass,
  links,
  tenses,
  closing,
};
