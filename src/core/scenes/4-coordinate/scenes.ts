import { axes } from "./axes.ts";
import { closing } from "./closing.ts";
import { green } from "./green.ts";
import { innovation } from "./innovation.ts";
import { tenses } from "./tenses.ts";
import { thirdLeg } from "./third-leg.ts";
import { xingcheng } from "./xingcheng.ts";

/** In story order. */
export const scenes = {
  axes,
  "third-leg": thirdLeg,
  green,
  innovation,
  xingcheng,
  tenses,
  closing,
} as const;
