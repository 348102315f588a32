import { listenKey } from "../../../core/model/names.ts";
import type { Store } from "../storage.ts";
import { RATES } from "./bar.ts";

export interface KeptPlace {
  /** Id of a step, empty when the story was heard to its end. */
  readonly step: string;
  /** Index of the line within its step. */
  readonly line: number;
  readonly rate: number;
}

export function readPlace(device: Store): KeptPlace {
  const [step = "", line, rate] = (device.get(listenKey(STORY_NAME)) ?? "").split(" ");
  const known = RATES.find((one) => one === Number(rate)) ?? 1;
  return { step, line: Number.isSafeInteger(Number(line)) ? Number(line) : 0, rate: known };
}

export function keepPlace(device: Store, { step, line, rate }: KeptPlace): void {
  device.set(listenKey(STORY_NAME), [step, line, rate].join(" "));
}
