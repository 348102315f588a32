/** Everything that the page loads after its first paint, as one chunk. */
export { canDrawInWorker } from "../player/worker/can-draw-in-worker.ts";
export { shareWorker } from "../player/worker/stage-connection.ts";
export { findStageFont } from "../player/worker/stage-font.ts";
export { workerRenderer } from "../player/worker/worker-renderer.ts";
export { completeDeepLinkPage, joinLaterSteps } from "../ui/deep-link.ts";
export { mountPage } from "../ui/mount-page.ts";
