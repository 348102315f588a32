import { easeInOutCubic, lerp, linearStep } from "../../../core/lib/math.ts";
import type { Drawing, Size } from "../../../core/model/picture.ts";
import { isSameSize } from "../../../core/model/size.ts";
import {
  isStageReport,
  type PageColours,
  type RestingPicture,
  type StageOrder,
} from "../../../core/model/stage-messages.ts";
import type { Mount } from "../../lib/defer.ts";
import type { Easel, Shown, StageShape } from "../easel.ts";
import { createSvgPatcher } from "../patch-svg.ts";
import { createAnswerTimeout, LOADING } from "./answer-timeout.ts";
import { createCanvasOverlay } from "./canvas-overlay.ts";
import { findStageFont } from "./stage-font.ts";

interface Playing {
  readonly from: number;
  readonly start: number;
  readonly seconds: number;
}

export interface WorkerEasel extends Easel {
  readonly plates: () => readonly (Drawing | undefined)[];
  readonly preparePlates: (sizes: readonly Size[]) => Promise<void>;
  readonly loadAll: () => Promise<readonly string[]>;
  /** Ends the worker as one that failed. */
  readonly giveUp: () => void;
}

interface Listener {
  readonly tell: (shown: Shown) => void;
  /** Called once when the worker does not draw, or no longer does. */
  readonly fail: () => void;
}

/**
 * Draws on a canvas in a worker. While the picture moves the page only posts positions; at rest the page's own nodes
 * have the picture, too, and show its words.
 */
export function createWorkerEasel(
  worker: Worker,
  stage: SVGSVGElement,
  shape: StageShape,
  mount: Mount,
  { tell, fail }: Listener,
): WorkerEasel {
  const { view, signal } = mount;
  const surface = createCanvasOverlay(stage, mount, () => post({ type: "fit", stage: surface.fit({ size, theme }) }));
  const timeout = createAnswerTimeout(mount, giveUp);
  const patch = createSvgPatcher(stage);
  const plates: (Drawing | undefined)[] = [];
  let { size, theme } = shape;
  let number = Number.NaN;
  let playing: Playing | null = null;
  let colours: PageColours = {};
  let track: RestingPicture["track"] = null;
  let isLoaded = false;
  let begun = false;
  let proven = false;
  let over = false;
  /** The report of a picture that came before the canvas was proven. */
  let waiting: RestingPicture | null = null;
  let resting: Shown | null = null;
  let loaded: (files: readonly string[]) => void = () => undefined;
  let prepared: () => void = () => undefined;

  function post(order: StageOrder, given: Transferable[] = []): void {
    if (!over) worker.postMessage(order, given);
  }

  function stop(): void {
    over = true;
    timeout.answered();
    worker.terminate();
    surface.remove();
    loaded([]);
    prepared();
  }

  function giveUp(): void {
    if (over) return;
    stop();
    fail();
  }

  function expect(extra = 0): void {
    timeout.expect(isLoaded ? extra : LOADING);
  }

  function tellMoving(): void {
    const where = track;
    resting = null;
    tell({ number, still: false, colours, track: () => where, points: () => [] });
  }

  function value(): number {
    if (playing === null) return number;
    const { from, start, seconds } = playing;
    return lerp(from, number, easeInOutCubic(linearStep(view.performance.now(), start, start + 1000 * seconds)));
  }

  function begin(): void {
    begun = true;
    const { canvas, canvasBelow } = surface.transfer();
    const font = findStageFont(view.document);
    const faces = {
      song: font === null ? "serif" : `"${font.family}", serif`,
      sans: view.getComputedStyle(stage).fontFamily,
    };
    const given = canvasBelow === null ? [canvas] : [canvas, canvasBelow];
    const fitted = surface.fit({ size, theme });
    post({ type: "start", canvas, canvasBelow, stage: fitted, number, faces, font }, given);
    expect();
  }

  function sized(): boolean {
    // An iframe may have no size at first.
    return size.width > 0 && size.height > 0;
  }

  /**
   * Looks at what the page really shows, frame by frame, until the timeout: a worker's first frames come late, or, as
   * WebKit's were, are lost.
   */
  function prove(): void {
    view.requestAnimationFrame(() => {
      if (over) return;
      if (!surface.hasPixels()) return prove();
      proven = true;
      surface.showState("moving");
      if (waiting !== null) rest(waiting);
    });
  }

  function rest(shown: RestingPicture): void {
    waiting = shown;
    // The page may have asked for another picture since.
    if (!proven || !isSameSize(shown.size, size) || shown.number !== number) return;
    timeout.answered();
    waiting = null;
    playing = null;
    patch(shown.picture, size);
    surface.showState("rest");
    [colours, track] = [shown.colours, shown.track];
    resting = { number, still: true, colours, track: () => shown.track, points: () => shown.points };
    tell(resting);
    post({ type: "words-shown", number });
  }

  worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (over || !isStageReport(data)) return;
    switch (data.type) {
      case "begun":
        isLoaded = true;
        if (begun) expect();
        break;
      case "drawn":
        expect();
        prove();
        break;
      case "moving":
        if (proven) surface.showState("moving");
        break;
      case "colours":
        expect();
        [colours, track] = [data.colours, data.track];
        tellMoving();
        break;
      case "rest":
        rest(data);
        break;
      case "loaded":
        loaded(data.files);
        break;
      case "plate":
        plates[data.step] = data.drawing;
        break;
      case "plates-drawn":
        prepared();
        break;
      case "failed":
        giveUp();
    }
  });
  worker.addEventListener("error", giveUp);
  signal.addEventListener("abort", stop);

  return {
    prepare(first) {
      number = first;
      if (sized()) begin();
    },
    show(next) {
      if (begun && playing === null && next === number) {
        // The player may have asked for it only now.
        if (resting !== null) tell(resting);
        return;
      }
      number = next;
      playing = null;
      if (!sized()) return;
      if (begun) post({ type: "show", number });
      else begin();
      expect();
      tellMoving();
    },
    play(to, seconds) {
      playing = { from: value(), start: view.performance.now(), seconds };
      number = to;
      post({ type: "play", to, seconds });
      expect(1000 * seconds);
      tellMoving();
    },
    fit(next, lit) {
      [size, theme] = [next, lit];
      if (!sized() || Number.isNaN(number)) return;
      if (begun) post({ type: "fit", stage: surface.fit({ size, theme }) });
      else begin();
      expect();
      tellMoving();
    },
    value,
    giveUp,
    plates: () => plates,
    preparePlates: (sizes) =>
      new Promise((done) => {
        prepared = done;
        post({ type: "plates", sizes });
      }),
    loadAll: () =>
      new Promise((done) => {
        loaded = done;
        post({ type: "load" });
      }),
  };
}
