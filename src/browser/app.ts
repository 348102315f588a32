import { outline, wechat } from "virtual:page";
import { stagePolicy } from "../core/model/names.ts";
// oxlint-disable-next-line import/default -- the suffix is Vite's: the default export is the address.
import stageWorker from "../workers/stage-main.ts?worker&url";
import { createStaticFallback } from "./lib/static-page.ts";
import type { StoryRenderer } from "./player/easel.ts";
import { browserEnvironment } from "./ui/environment.ts";
import { restoreLateMode } from "./ui/late-start.ts";
import { cacheForOffline } from "./ui/offline.ts";
import { trustedScriptUrl } from "./ui/trusted-url.ts";

const root = document.documentElement;
const controller = new AbortController();
const fail = createStaticFallback(root, controller);

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}

async function importSvg(): Promise<StoryRenderer> {
  const { config, createStepObserver, createTween, story, svgRenderer } = await import("./chunks/svg-fallback.ts");
  return svgRenderer({ ...story, config }, (draw) => createTween(draw, controller.signal), createStepObserver);
}

/** A page that cannot draw by itself, and has no worker any more, has no other way to draw. */
function loadSvg(): Promise<StoryRenderer> {
  return importSvg().catch(fail);
}

function createWorker(): Worker {
  const address = trustedScriptUrl(window, stagePolicy(STORY_NAME), new URL(stageWorker, import.meta.url).href);
  return new Worker(address, { type: "module" });
}

/** Loads what a tab may need later: by then a new version may have replaced the files on the server. */
async function loadWhole(renderer: StoryRenderer): Promise<readonly string[]> {
  const more = [import("./ui/share/share.ts"), import("./ui/listen/listen.ts")];
  const [files] = await Promise.all([renderer.loadAll(), ...more]);
  return files;
}

async function start(): Promise<void> {
  const page = await import("./chunks/after-paint.ts");
  await pause();
  const mount = { view: window, signal: controller.signal };
  const worker = page.shareWorker(createWorker, () => page.findStageFont(document));
  const inWorker = page.canDrawInWorker(window);
  const renderer = inWorker ? page.workerRenderer(() => worker.connect(null), loadSvg, mount) : await loadSvg();
  const environment = browserEnvironment(mount);
  restoreLateMode(root, window);
  // Joining a page lays it out, and a mounted story draws: each in a task of its own.
  if (page.joinLaterSteps(root, document)) await pause();
  const arrival = page.completeDeepLinkPage(root, document, window, environment.isReturning);
  await pause();
  if (inWorker) {
    // Mounting is the longest task without it.
    worker.begin();
    await pause();
  }
  page.mountPage(outline, renderer, document, root, environment, arrival);
  if (import.meta.env.PROD) cacheForOffline(mount, import.meta.url, () => loadWhole(renderer));
}

wechat?.(window);

start().catch(fail);
