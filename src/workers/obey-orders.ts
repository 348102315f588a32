import { gsap } from "gsap/gsap-core";
import type { Drawing, Size, Track } from "../core/model/picture.ts";
import type { Illustrated } from "../core/model/scene-config.ts";
import {
  type CanvasStage,
  listCanvases,
  type PageColours,
  type StageFont,
  type StageOrder,
  type StageReport,
} from "../core/model/stage-messages.ts";
import { REST_AT } from "../core/model/timing.ts";
import { createPainter } from "../core/picture/painter.ts";
import { createSceneStore } from "../core/picture/scene-store.ts";
import { hasScene } from "../core/picture/step-scene.ts";
import { createLoadingPainter, type StoryPicture } from "../core/picture/painter-loading-scenes.ts";
import { shapesInLayer } from "../core/render/svg-attributes.ts";
import { needsRestyle } from "../core/picture/theme-properties.ts";
import { createGroundSurface } from "./ground-surface.ts";
import { createOffscreenSurface } from "./offscreen-surface.ts";

declare const fonts: FontFaceSet;

/** A picture rests when it has not changed for this long, ms. */
const REST = 120;

/** Least time between two reports of colours, ms: each restyles the whole page. */
const RESTYLE = 100;

/** Time for the face of the words, ms: a picture with another face is better than none. */
const FACE = 800;

type Start = Extract<StageOrder, { readonly type: "start" }>;

/** Faces by their family: stages of one story share theirs. */
const loadedFaces = new Map<string, FontFace>();

async function loadFont({ family, weight, source }: StageFont): Promise<void> {
  const address = typeof source === "string" ? `url(${JSON.stringify(source)})` : source;
  const face = loadedFaces.get(family) ?? new FontFace(family, address, { weight });
  loadedFaces.set(family, face);
  fonts.add(face);
  await face.load();
}

/** Draws a story's pictures on a canvas that a page has given away. Returns the function that takes its orders. */
export function createStageWorker(
  story: Illustrated,
  tell: (report: StageReport) => void,
): (order: StageOrder) => void {
  const scenes = createSceneStore(story);
  const { paint } = createLoadingPainter(scenes, wake, (number) => {
    if (number === moment.number) tell({ type: "failed", reason: "scenes do not load" });
  });
  const moment = { number: 0 };
  let surface: ReturnType<typeof createOffscreenSurface> | null = null;
  let surfaceBelow: ReturnType<typeof createOffscreenSurface> | null = null;
  let fillGround: ReturnType<typeof createGroundSurface> | null = null;
  let stage: CanvasStage | null = null;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let playing = false;
  let isProven = false;
  /** The newest request for a picture. */
  let request = 0;
  /** The page's own nodes show the words. */
  let wordsShown = false;
  /** The same when the canvas was drawn last. */
  let wordsLeftOut = false;
  let isWaiting = false;
  let told: { readonly colours: PageColours; readonly track: Track | null; readonly time: number } | null = null;

  /** A worker's next frame comes when the browser has shown the last one, which a busy device does late. */
  function waitForFrame(): void {
    requestAnimationFrame(() => {
      if (frame === 0 && !playing && !wordsShown) rest();
    });
  }

  function rest(): void {
    const shown = stage === null ? null : paint(moment.number, stage.size, stage.theme);
    if (shown === null || stage === null) return;
    const { picture, colours, track: at, points } = shown;
    const track = at();
    told = { colours, track, time: performance.now() };
    tell({ type: "rest", request, picture, colours, track, points: points() });
  }

  function draw(): void {
    frame = 0;
    const shown = stage === null ? null : paint(moment.number, stage.size, stage.theme);
    if (surface === null || stage === null) return;
    if (shown === null) return wait();
    if (isWaiting) {
      isWaiting = false;
      leaveRest();
    }
    const { picture, background } = shown;
    wordsLeftOut = wordsShown;
    fillGround?.(background);
    surface.draw(picture, { ...stage, background, words: !wordsShown });
    // Below the stage the cover has the ground and the grains alone.
    if (stage.below !== null)
      surfaceBelow?.draw(
        { grains: picture.grains, shapes: shapesInLayer(picture.shapes, "back") },
        { view: stage.below, ratio: stage.ratio, background: null, words: false },
      );
    if (!isProven) tell({ type: "drawn" });
    isProven = true;
    tellColours(shown);
    clearTimeout(timer);
    if (!playing && !wordsShown) timer = setTimeout(waitForFrame, REST);
  }

  /** Asks for the words that the canvas was drawn without. The page hears of the next colours, even of the same. */
  function wait(): void {
    if (isWaiting && playing) return;
    isWaiting = true;
    wordsShown = wordsLeftOut;
    told = null;
    tell({ type: "waiting", rests: wordsShown });
  }

  /** The ground is the canvases' own: a page needs its colour now and then, and its inks when they change. */
  function tellColours({ colours, track: at }: Pick<StoryPicture, "colours" | "track">): void {
    const [time, track] = [performance.now(), at()];
    const restyle = told === null || (time - told.time >= RESTYLE && needsRestyle(told.colours, colours));
    if (!restyle && track === told?.track) return;
    told = { colours, track, time };
    tell({ type: "colours", colours, track });
  }

  function wake(): void {
    if (frame === 0) frame = requestAnimationFrame(draw);
  }

  /** Called before the picture changes: the page's words are those of the picture before. */
  function leaveRest(): void {
    if (!wordsShown || isWaiting) return;
    wordsShown = false;
    tell({ type: "moving" });
  }

  function stopPlaying(): void {
    gsap.killTweensOf(moment);
    playing = false;
  }

  function play(to: number, seconds: number): void {
    stopPlaying();
    playing = true;
    gsap.to(moment, {
      number: to,
      duration: seconds,
      ease: "power2.inOut",
      onUpdate: draw,
      onComplete() {
        playing = false;
        // gsap rounds to six decimals.
        moment.number = to;
        draw();
      },
    });
  }

  async function start({ canvases, stage: given, number, faces, font }: Start): Promise<void> {
    for (const canvas of listCanvases(canvases))
      canvas.addEventListener("contextlost", () => tell({ type: "failed", reason: "context lost" }));
    surface = createOffscreenSurface(canvases.picture, faces);
    if (canvases.below !== null) surfaceBelow = createOffscreenSurface(canvases.below, faces);
    fillGround = createGroundSurface(canvases);
    moment.number = number;
    if (font !== null) {
      const late = new Promise<void>((done) => setTimeout(done, FACE));
      await Promise.race([loadFont(font).then(wake, () => undefined), late]);
    }
    stage ??= given;
    wake();
  }

  /** Draws a plate a task: a picture that moves comes between. */
  function drawPlates(sizes: readonly Size[]): void {
    const paintPlate = createPainter(scenes.story(), { titled: false, paper: true });
    const drawFrom = (step: number): void => {
      const size = sizes[step];
      if (size === undefined) return tell({ type: "plates-drawn" });
      if (hasScene(scenes.story(), step)) {
        const { grains, shapes }: Drawing = paintPlate({ step, progress: REST_AT }, size, "day");
        tell({ type: "plate", step, drawing: { grains, shapes } });
      }
      setTimeout(() => drawFrom(step + 1));
    };
    drawFrom(0);
  }

  async function preparePlates(sizes: readonly Size[]): Promise<void> {
    // A chapter whose scenes do not load prints its stills.
    await scenes.loadAll().catch(() => undefined);
    drawPlates(sizes);
  }

  async function loadAll(): Promise<void> {
    await scenes.loadAll();
    const files = performance.getEntriesByType("resource").map(({ name }) => name);
    tell({ type: "loaded", files: [location.href, ...files] });
  }

  return (order) => {
    if ("request" in order) request = order.request;
    switch (order.type) {
      case "start":
        void start(order);
        break;
      case "fit":
        stage = order.stage;
        leaveRest();
        wake();
        break;
      case "show":
        stopPlaying();
        moment.number = order.number;
        leaveRest();
        wake();
        break;
      case "play":
        leaveRest();
        play(order.to, order.seconds);
        break;
      case "words-shown":
        if (order.answered !== request) break;
        wordsShown = true;
        wake();
        break;
      case "load":
        // A copy that lacks scenes would not be whole.
        loadAll().catch(() => tell({ type: "loaded", files: null }));
        break;
      case "plates":
        void preparePlates(order.sizes);
        break;
      case "end":
        stopPlaying();
        cancelAnimationFrame(frame);
        clearTimeout(timer);
        stage = null;
        surface = null;
        surfaceBelow = null;
        fillGround = null;
    }
  };
}
