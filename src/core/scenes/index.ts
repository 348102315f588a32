import type { Scene } from "../model/picture.ts";
import { choice } from "./1-pattern/choice.ts";
import { city } from "./1-pattern/city.ts";
import { depletion } from "./1-pattern/depletion.ts";
import { fiveThings } from "./1-pattern/five-things.ts";
import { growth } from "./1-pattern/growth.ts";
import { growthContext } from "./1-pattern/growth-context.ts";
import { oldMine } from "./1-pattern/old-mine.ts";
import { spokes } from "./1-pattern/spokes.ts";
import { wings } from "./1-pattern/wings.ts";
import { chain } from "./2-environment/chain.ts";
import { firms } from "./2-environment/firms.ts";
import { measures } from "./2-environment/measures.ts";
import { twoLenses } from "./2-environment/two-lenses.ts";
import { twoValves } from "./2-environment/two-valves.ts";
import { bridge } from "./3-idea/bridge.ts";
import { hearts } from "./3-idea/hearts.ts";
import { narrowing } from "./3-idea/narrowing.ts";
import { threePeriods } from "./3-idea/three-periods.ts";
import { words } from "./3-idea/words.ts";
import { axes } from "./4-coordinate/axes.ts";
import { closing } from "./4-coordinate/closing.ts";
import { green } from "./4-coordinate/green.ts";
import { innovation } from "./4-coordinate/innovation.ts";
import { tenses } from "./4-coordinate/tenses.ts";
import { thirdLeg } from "./4-coordinate/third-leg.ts";
import { xingcheng } from "./4-coordinate/xingcheng.ts";
import { coalEnds } from "./5-later/coal-ends.ts";
import { columnsFill } from "./5-later/columns-fill.ts";
import { rank } from "./5-later/rank.ts";
import { last } from "./5-later/last.ts";
import { reckoning } from "./5-later/reckoning.ts";
import { cover } from "./cover.ts";

/** Scenes in story order, by the name that a step gives. The compiler checks the steps' names against these keys. */
export const scenes: Readonly<Record<string, Scene>> = {
  cover,
  "old-mine": oldMine,
  depletion,
  city,
  choice,
  spokes,
  wings,
  growth,
  "growth-context": growthContext,
  "five-things": fiveThings,
  "two-lenses": twoLenses,
  measures,
  firms,
  "two-valves": twoValves,
  chain,
  words,
  hearts,
  narrowing,
  bridge,
  "three-periods": threePeriods,
  axes,
  "third-leg": thirdLeg,
  green,
  innovation,
  xingcheng,
  tenses,
  closing,
  "coal-ends": coalEnds,
  "columns-fill": columnsFill,
  rank,
  reckoning,
  last,
};
