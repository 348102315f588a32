import type { Size } from "../../../core/model/picture.ts";
import type { Mount } from "../../lib/defer.ts";
import type { Easel, EaselMaker, StageShape, StoryRenderer } from "../easel.ts";
import { STILL } from "./can-draw-in-worker.ts";
import type { StageConnection } from "./stage-connection.ts";
import { createWorkerEasel, type WorkerEasel } from "./worker-easel.ts";

/**
 * Draws in a worker for as long as that works, and from then on in the page, by the renderer that `loadSvg` gives.
 * `connect` may throw where the browser refuses a worker.
 */
export function workerRenderer(
  connect: () => StageConnection,
  loadSvg: () => Promise<StoryRenderer>,
  mount: Mount,
): StoryRenderer {
  let svg: Promise<StoryRenderer> | null = null;
  let inPage: StoryRenderer | null = null;
  let inWorker: WorkerEasel | null = null;

  function useSvg(): Promise<StoryRenderer> {
    svg ??= loadSvg().then((renderer) => (inPage = renderer));
    return svg;
  }

  for (const query of STILL) {
    const { signal } = mount;
    mount.view.matchMedia(query).addEventListener("change", ({ matches }) => matches && inWorker?.giveUp(), { signal });
  }

  const createEasel: EaselMaker = (stage, shape, tell) => {
    let now: StageShape = shape;
    /** The position that was asked for last. */
    let wanted = Number.NaN;
    let easel: Easel | null = null;

    function fallBack(): void {
      inWorker = null;
      easel = null;
      useSvg().then(
        (renderer) => {
          if (mount.signal.aborted) return;
          easel = renderer.createEasel(stage, now, tell);
          if (!Number.isNaN(wanted)) easel.show(wanted);
        },
        // The page keeps the picture that it has.
        () => undefined,
      );
    }

    try {
      inWorker = createWorkerEasel(connect(), stage, shape, mount, { tell, fail: fallBack });
      easel = inWorker;
    } catch {
      fallBack();
    }
    return {
      prepare(number) {
        wanted = number;
        easel?.prepare(number);
      },
      show(number) {
        wanted = number;
        easel?.show(number);
      },
      play(to, seconds) {
        wanted = to;
        easel?.play(to, seconds);
      },
      fit(size, theme) {
        now = { size, theme };
        easel?.fit(size, theme);
      },
      value: () => easel?.value() ?? wanted,
    };
  };

  return {
    createEasel,
    createStepObserver: null,
    createPlates() {
      if (inPage !== null) return inPage.createPlates();
      const plates = inWorker?.plates() ?? [];
      return (step) => plates[step] ?? null;
    },
    // A worker that fails meanwhile answers, too: what it has not done is done in the page.
    async preparePlates(sizes: readonly Size[]) {
      await inWorker?.preparePlates(sizes);
      if (inWorker === null) await (await useSvg()).preparePlates(sizes);
    },
    async loadAll() {
      const files = await inWorker?.loadAll();
      return inWorker === null || files === undefined ? (await useSvg()).loadAll() : files;
    },
  };
}
