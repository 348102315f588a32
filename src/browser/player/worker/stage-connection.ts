import {
  isStageAnswer,
  type StageAnswer,
  type StageLetter,
  type StageOpening,
} from "../../../core/model/stage-mail.ts";
import type { StageFont, StageOrder, StageReport } from "../../../core/model/stage-messages.ts";

/** One stage's messages to a worker that draws, and the worker's to it. */
export interface StageConnection {
  readonly post: (order: StageOrder, given: Transferable[]) => void;
  /** `fail` is called when the worker itself has failed. Call once. */
  readonly listen: (hear: (report: StageReport) => void, fail: () => void) => void;
  readonly close: () => void;
  /** The face of the words, which the worker loads for itself. */
  readonly font: () => StageFont | null;
}

/** Connects a stage that shows a chapter, or the whole story. Throws where the browser refuses a worker. */
export type ConnectStage = (chapter: string | null) => StageConnection;

/** The one worker of a page's stages. */
export interface StageWorker {
  /** Begins the worker ahead of its first stage. One that is refused makes `connect` throw. */
  readonly begin: () => void;
  readonly connect: ConnectStage;
}

interface Listener {
  readonly hear: (report: StageReport) => void;
  readonly fail: () => void;
}

/**
 * Lets stages share one worker, which begins with the first of them and ends after the last. One that was refused or
 * has failed is not begun again.
 */
export function shareWorker(create: () => Worker, font: () => StageFont | null): StageWorker {
  const open = new Map<number, Listener | null>();
  let worker: Worker | null = null;
  let failed = false;
  let last = 0;

  function end(): void {
    worker?.terminate();
    worker = null;
  }

  function fail(): void {
    failed = true;
    end();
    for (const listener of open.values()) listener?.fail();
  }

  function receive({ data }: MessageEvent<unknown>): void {
    if (!isStageAnswer(data)) return;
    const { stage, report }: StageAnswer = data;
    if (stage !== null) open.get(stage)?.hear(report);
    else if (report.type === "failed") fail();
  }

  function beginOnce(): Worker {
    if (worker !== null) return worker;
    if (failed) throw new Error("the worker has failed before");
    failed = true;
    const begun = create();
    failed = false;
    begun.addEventListener("message", receive);
    begun.addEventListener("error", fail);
    worker = begun;
    return begun;
  }

  function begin(): void {
    try {
      beginOnce();
    } catch {
      // `connect` says so.
    }
  }

  function connect(chapter: string | null): StageConnection {
    const shared = beginOnce();
    last += 1;
    const stage = last;
    open.set(stage, null);
    const opening: StageOpening = { stage, open: { chapter, version: STAGE_VERSION } };
    shared.postMessage(opening);
    return {
      post(order, given) {
        const letter: StageLetter = { stage, order };
        worker?.postMessage(letter, given);
      },
      listen: (hear, told) => open.set(stage, { hear, fail: told }),
      close() {
        const letter: StageLetter = { stage, order: { type: "end" } };
        worker?.postMessage(letter);
        open.delete(stage);
        // An element that is moved in its page leaves it and comes back within a task.
        setTimeout(() => open.size === 0 && end());
      },
      font,
    };
  }

  return { begin, connect };
}
