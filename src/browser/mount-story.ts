/** Everything that the page loads after its first paint, as one chunk. */
export { canDrawInWorker, workerRenderer } from "./player/worker/worker-renderer.ts";
export { mountPage } from "./ui/mount-page.ts";
