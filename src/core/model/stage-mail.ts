import { isStageOrder, isStageReport, type StageOrder, type StageReport } from "./stage-messages.ts";

/** The first message about a stage: the part of the story that it shows, and the version of the page's script. */
export interface StageOpening {
  readonly stage: number;
  readonly open: { readonly chapter: string | null; readonly version: string };
}

/** An order to one of the stages for which a worker draws, by the number that its page has given it. */
export interface StageLetter {
  readonly stage: number;
  readonly order: StageOrder;
}

export interface StageAnswer {
  /** Null when the worker itself speaks: it has failed. */
  readonly stage: number | null;
  readonly report: StageReport;
}

function isObject(data: unknown): data is object {
  return typeof data === "object" && data !== null;
}

export function isStageOpening(data: unknown): data is StageOpening {
  return isObject(data) && "stage" in data && "open" in data && isObject(data.open);
}

export function isStageLetter(data: unknown): data is StageLetter {
  return isObject(data) && "stage" in data && "order" in data && isStageOrder(data.order);
}

export function isStageAnswer(data: unknown): data is StageAnswer {
  return isObject(data) && "stage" in data && "report" in data && isStageReport(data.report);
}
