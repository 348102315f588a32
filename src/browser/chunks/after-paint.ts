/** Everything that the page loads after its first paint, as one chunk. */
export { canDrawInWorker } from "../player/worker/can-draw-in-worker.ts";
export { workerRenderer } from "../player/worker/worker-renderer.ts";
export { mountPage } from "../ui/mount-page.ts";
