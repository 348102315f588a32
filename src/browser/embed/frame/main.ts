import { outline } from "virtual:page";
import { stagePolicy } from "../../../core/model/names.ts";
import { selectChapter } from "../../../core/model/story.ts";
import { createStaticFallback } from "../../lib/static-page.ts";
import type { StoryRenderer } from "../../player/easel.ts";
import { canDrawInWorker } from "../../player/worker/can-draw-in-worker.ts";
import { shareWorker } from "../../player/worker/stage-connection.ts";
import { findStageFont } from "../../player/worker/stage-font.ts";
import { workerRenderer } from "../../player/worker/worker-renderer.ts";
import { trustScriptUrls } from "../../ui/trusted-url.ts";
import "../../style/embed.css";
import { createBlobScript } from "../blob-script.ts";
import { startFrame } from "./story-frame.ts";
import { loadSvgScript } from "./svg-script.ts";

// The build wraps this module in a classic script that defines no globals.
const { documentElement: root, currentScript } = document;
const controller = new AbortController();
const fail = createStaticFallback(root, controller);

function fileOf(name: string): string {
  const own = currentScript instanceof HTMLScriptElement ? currentScript.src : document.baseURI;
  return new URL(`${name}?${STAGE_VERSION}`, own).href;
}

async function start(): Promise<void> {
  const { signal } = controller;
  const chapter = root.dataset["chapter"] ?? null;
  const policy = stagePolicy(STORY_NAME);
  // A sandboxed document has no origin, and so no file from which it may begin a worker.
  const stage = origin === "null" ? createBlobScript(fileOf("stage.js"), policy) : fileOf("stage.js");
  const svg = fileOf("svg.js");
  const trust = trustScriptUrls(window, policy, [stage, svg]);

  const { connect } = shareWorker(
    () => new Worker(trust(stage)),
    () => findStageFont(document),
  );

  async function importSvg(): Promise<StoryRenderer> {
    const createRenderer = await loadSvgScript(document, trust(svg));
    return createRenderer(chapter, signal);
  }

  /** A document that has no worker any more has no other way to draw. */
  function loadSvg(): Promise<StoryRenderer> {
    return importSvg().catch(fail);
  }

  const mount = { view: window, signal };
  const renderer = canDrawInWorker(window) ? workerRenderer(() => connect(chapter), loadSvg, mount) : await loadSvg();
  startFrame(selectChapter(outline, chapter), renderer, root, mount);
}

start().catch(fail);
