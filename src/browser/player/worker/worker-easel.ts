import { easeInOutCubic, lerp, linearStep } from "../../../core/lib/math.ts";
import type { Drawing, Size } from "../../../core/model/picture.ts";
import {
  listCanvases,
  type PageColours,
  type PictureRequest,
  type RestingPicture,
  type StageOrder,
  type StageReport,
} from "../../../core/model/stage-messages.ts";
import type { Mount } from "../../lib/defer.ts";
import type { Easel, Shown, StageShape } from "../easel.ts";
import { createSvgPatcher } from "../patch-svg.ts";
import { createAnswerTimeout, LOADING } from "./answer-timeout.ts";
import { createCanvasOverlay } from "./canvas-overlay.ts";
import type { StageConnection } from "./stage-connection.ts";

interface Playing {
  readonly from: number;
  readonly start: number;
  readonly seconds: number;
}

export interface WorkerEasel extends Easel {
  readonly plates: () => readonly (Drawing | undefined)[];
  readonly preparePlates: (sizes: readonly Size[]) => Promise<void>;
  readonly loadAll: () => Promise<readonly string[]>;
  /** Ends as if the worker had failed. */
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
  connection: StageConnection,
  stage: SVGSVGElement,
  shape: StageShape,
  mount: Mount,
  { tell, fail }: Listener,
): WorkerEasel {
  const { view, signal } = mount;
  const surface = createCanvasOverlay(stage, mount, () => {
    ask({ type: "fit", stage: surface.fit({ size, theme }) });
    expect();
  });
  const timeout = createAnswerTimeout(mount, giveUp);
  const patch = createSvgPatcher(stage);
  const plates: (Drawing | undefined)[] = [];
  let { size, theme } = shape;
  let number = Number.NaN;
  let request = 0;
  let playing: Playing | null = null;
  let colours: PageColours = {};
  let track: RestingPicture["track"] = null;
  let missing: Shown["missing"];
  let isLoaded = false;
  let begun = false;
  let proven = false;
  let over = false;
  /** The report of a picture that came before the canvas was proven. */
  let waiting: RestingPicture | null = null;
  let resting: Shown | null = null;
  let finishLoading: (files: readonly string[] | null) => void = () => undefined;
  let finishPlates: () => void = () => undefined;

  function post(order: StageOrder, given: Transferable[] = []): void {
    if (!over) connection.post(order, given);
  }

  /** Answers to earlier requests count no longer: worker and page would each leave the words to the other. */
  function ask(wanted: PictureRequest, given: Transferable[] = []): void {
    request += 1;
    post({ ...wanted, request }, given);
  }

  function stop(): void {
    over = true;
    timeout.clear();
    connection.close();
    surface.remove();
    finishLoading([]);
    finishPlates();
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
    tell({ number, still: false, colours, track: () => where, points: () => [], missing });
  }

  function value(): number {
    if (playing === null) return number;
    const { from, start, seconds } = playing;
    return lerp(from, number, easeInOutCubic(linearStep(view.performance.now(), start, start + 1000 * seconds)));
  }

  function begin(): void {
    begun = true;
    const canvases = surface.transfer();
    const font = connection.font();
    const faces = {
      song: font === null ? "serif" : `"${font.family}", serif`,
      sans: view.getComputedStyle(stage).fontFamily,
    };
    const fitted = surface.fit({ size, theme });
    ask({ type: "start", canvases, stage: fitted, number, faces, font }, [...listCanvases(canvases)]);
    expect();
  }

  function hasSize(): boolean {
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
      const pixels = surface.hasPixels();
      // A browser that lets nobody read a canvas leaves no proof.
      if (pixels === null) return giveUp();
      if (!pixels) return prove();
      proven = true;
      surface.showState("moving");
      if (waiting !== null) rest(waiting);
    });
  }

  function rest(shown: RestingPicture): void {
    waiting = shown;
    if (!proven || shown.request !== request) return;
    timeout.clear();
    waiting = null;
    playing = null;
    patch(shown.picture, size);
    surface.showState("rest");
    [colours, track, missing] = [shown.colours, shown.track, undefined];
    resting = { number, still: true, colours, track: () => shown.track, points: () => shown.points };
    tell(resting);
    post({ type: "words-shown", answered: request });
  }

  function hear(data: StageReport): void {
    if (over) return;
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
      case "waiting":
        // A worker has no say in how long a file takes.
        timeout.clear();
        if (data.rests) surface.showState("rest");
        missing = "late";
        tellMoving();
        break;
      case "colours":
        expect();
        [colours, track, missing] = [data.colours, data.track, undefined];
        tellMoving();
        break;
      case "rest":
        rest(data);
        break;
      case "loaded":
        finishLoading(data.files);
        break;
      case "plate":
        plates[data.step] = data.drawing;
        break;
      case "plates-drawn":
        finishPlates();
        break;
      case "failed":
        giveUp();
    }
  }

  connection.listen(hear, giveUp);
  signal.addEventListener("abort", stop);

  return {
    prepare(first) {
      number = first;
      if (hasSize()) begin();
    },
    show(next) {
      if (begun && playing === null && next === number) {
        // The player may have asked for it only now.
        if (resting !== null) tell(resting);
        else tellMoving();
        return;
      }
      number = next;
      playing = null;
      if (!hasSize()) return;
      if (begun) ask({ type: "show", number });
      else begin();
      expect();
      tellMoving();
    },
    play(to, seconds) {
      playing = { from: value(), start: view.performance.now(), seconds };
      number = to;
      ask({ type: "play", to, seconds });
      expect(1000 * seconds);
      tellMoving();
    },
    fit(next, lit) {
      [size, theme] = [next, lit];
      if (!hasSize() || Number.isNaN(number)) return;
      if (begun) ask({ type: "fit", stage: surface.fit({ size, theme }) });
      else begin();
      expect();
      tellMoving();
    },
    value,
    giveUp,
    plates: () => plates,
    preparePlates: (sizes) =>
      new Promise((done) => {
        finishPlates = done;
        post({ type: "plates", sizes });
      }),
    loadAll: () =>
      new Promise((done, refuse) => {
        finishLoading = (files) => (files === null ? refuse(new Error("scenes do not load")) : done(files));
        post({ type: "load" });
      }),
  };
}
