import { gsap } from "gsap/gsap-core";
import type { Drawing, Size } from "../core/model/picture.ts";
import type { Illustrated } from "../core/model/scene-config.ts";
import type { CanvasStage, StageFont, StageOrder, StageReport } from "../core/model/stage-messages.ts";
import { REST_AT } from "../core/model/timing.ts";
import { createPainter } from "../core/picture/painter.ts";
import { createSceneStore } from "../core/picture/scene-store.ts";
import { createLoadingPainter } from "../core/picture/painter-loading-scenes.ts";
import { shapesInLayer } from "../core/render/svg-attributes.ts";
import { createOffscreenSurface } from "./offscreen-surface.ts";

declare const fonts: FontFaceSet;

/** A picture rests when it has not changed for this long, ms. */
const REST = 120;

/** Time for the face of the words, ms: a picture with another face is better than none. */
const FACE = 800;

type Start = Extract<StageOrder, { readonly type: "start" }>;

async function loadFont({ family, weight, address }: StageFont): Promise<void> {
  const face = new FontFace(family, `url(${JSON.stringify(address)})`, { weight });
  fonts.add(face);
  await face.load();
}

/** Draws a story's pictures on a canvas that a page has given away. Returns the function that takes its orders. */
export function createStageWorker(
  story: Illustrated,
  tell: (report: StageReport) => void,
): (order: StageOrder) => void {
  const scenes = createSceneStore(story);
  const { paint } = createLoadingPainter(scenes, wake);
  const moment = { number: 0 };
  let surface: ReturnType<typeof createOffscreenSurface> | null = null;
  let surfaceBelow: ReturnType<typeof createOffscreenSurface> | null = null;
  let stage: CanvasStage | null = null;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let playing = false;
  let isProven = false;
  /** The position whose words the page's own nodes show, or null. */
  let shownWords: number | null = null;
  let colours = "";

  function rest(): void {
    const shown = stage === null ? null : paint(moment.number, stage.size, stage.theme);
    if (shown === null || stage === null) return;
    const { picture, colours: now, track, points } = shown;
    const { number } = moment;
    tell({ type: "rest", number, size: stage.size, picture, colours: now, track: track(), points: points() });
  }

  function draw(): void {
    frame = 0;
    const shown = stage === null ? null : paint(moment.number, stage.size, stage.theme);
    if (surface === null || stage === null || shown === null) return;
    const { picture } = shown;
    surface.draw(picture, stage, shownWords === null);
    // Below the stage the cover has the ground and the grains alone.
    if (stage.below !== null)
      surfaceBelow?.draw(
        { grains: picture.grains, shapes: shapesInLayer(picture.shapes, "back") },
        { view: stage.below, ratio: stage.ratio },
        false,
      );
    if (!isProven) tell({ type: "drawn" });
    isProven = true;
    const now = JSON.stringify([shown.colours, shown.track()]);
    if (now !== colours) tell({ type: "colours", colours: shown.colours, track: shown.track() });
    colours = now;
    clearTimeout(timer);
    if (!playing && shownWords === null) timer = setTimeout(rest, REST);
  }

  function wake(): void {
    if (frame === 0) frame = requestAnimationFrame(draw);
  }

  /** Called before the picture changes: the page's words are those of the picture before. */
  function leaveRest(): void {
    if (shownWords === null) return;
    shownWords = null;
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

  async function start({ canvas, canvasBelow, stage: given, number, faces, font }: Start): Promise<void> {
    canvas.addEventListener("contextlost", () => tell({ type: "failed", reason: "context lost" }));
    surface = createOffscreenSurface(canvas, faces);
    if (canvasBelow !== null) surfaceBelow = createOffscreenSurface(canvasBelow, faces);
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
      const { grains, shapes }: Drawing = paintPlate({ step, progress: REST_AT }, size, "day");
      tell({ type: "plate", step, drawing: { grains, shapes } });
      setTimeout(() => drawFrom(step + 1));
    };
    drawFrom(0);
  }

  async function loadAll(): Promise<void> {
    await scenes.loadAll();
    const files = performance.getEntriesByType("resource").map(({ name }) => name);
    tell({ type: "loaded", files: [location.href, ...files] });
  }

  return (order) => {
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
        if (playing || order.number !== moment.number) break;
        shownWords = order.number;
        wake();
        break;
      case "load":
        // A page that keeps nothing loses nothing.
        loadAll().catch(() => tell({ type: "loaded", files: [] }));
        break;
      case "plates":
        scenes.loadAll().then(
          () => drawPlates(order.sizes),
          () => undefined,
        );
    }
  };
}
