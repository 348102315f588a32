import { config } from "virtual:scenes";
import story from "virtual:story";
import { isStageOrder, type StageReport } from "../core/model/stage-messages.ts";
import { createStageWorker } from "./obey-orders.ts";

function tell(report: StageReport): void {
  postMessage(report);
}

tell({ type: "begun" });

const obey = createStageWorker({ ...story, config }, tell);

addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (isStageOrder(data)) obey(data);
});
// A broken picture is the page's to mend: it draws by itself from then on.
addEventListener("error", ({ message }) => tell({ type: "failed", reason: message }));
addEventListener("unhandledrejection", ({ reason }) => tell({ type: "failed", reason: String(reason) }));
