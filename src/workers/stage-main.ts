import { config } from "virtual:scenes";
import story from "virtual:story";
import { isStageLetter, isStageOpening, type StageAnswer } from "../core/model/stage-mail.ts";
import type { StageOrder, StageReport } from "../core/model/stage-messages.ts";
import { selectChapter } from "../core/model/story.ts";
import { createStageWorker } from "./obey-orders.ts";

const stages = new Map<number, (order: StageOrder) => void>();

function tell(stage: number | null, report: StageReport): void {
  const answer: StageAnswer = { stage, report };
  postMessage(answer);
}

/** A page and a worker of two versions would show pictures beside texts of other steps. */
function open(stage: number, chapter: string | null, version: string): void {
  if (version !== STAGE_VERSION) return tell(stage, { type: "failed", reason: `version ${STAGE_VERSION}` });
  tell(stage, { type: "begun" });
  stages.set(
    stage,
    createStageWorker(selectChapter({ ...story, config }, chapter), (report) => tell(stage, report)),
  );
}

addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (isStageOpening(data)) return open(data.stage, data.open.chapter, data.open.version);
  if (!isStageLetter(data)) return;
  stages.get(data.stage)?.(data.order);
  if (data.order.type === "end") stages.delete(data.stage);
});
// A broken picture is the page's to mend: it draws by itself from then on.
addEventListener("error", ({ message }) => tell(null, { type: "failed", reason: message }));
addEventListener("unhandledrejection", ({ reason }) => tell(null, { type: "failed", reason: String(reason) }));
