import { afterEach, expect, test, vi } from "vitest";
import { STILL_SIZE } from "../../src/core/model/files.ts";
import type { StageCanvases, StageOrder, StageReport } from "../../src/core/model/stage-messages.ts";
import { config } from "../../src/core/scenes/config-in-parts.ts";
import { createStageWorker } from "../../src/workers/obey-orders.ts";
import { realStory } from "../pictures/real-story.ts";
import { createRecorder } from "../render/canvas-recorder.ts";

afterEach(() => void vi.unstubAllGlobals());

/** A worker whose first chapter has no scenes, and its reports. */
function workerWithoutChapter(): readonly [(order: StageOrder) => void, readonly StageReport[]] {
  const parts = config.parts.map((part, index) =>
    index === 0 ? { ...part, load: () => Promise.reject(new Error("no network")) } : part,
  );
  const reports: StageReport[] = [];
  const story = { ...realStory(), config: { ...config, parts } };
  return [createStageWorker(story, (report) => reports.push(report)), reports];
}

test("a worker that cannot load a chapter's scenes says so: a copy without them would not be whole", async () => {
  const [obey, reports] = workerWithoutChapter();
  obey({ type: "load" });
  await vi.waitFor(() => expect(reports).toEqual([{ type: "loaded", files: null }]));
});

test("a worker that cannot load a chapter's scenes draws the plates of the others, and ends", async () => {
  const [obey, reports] = workerWithoutChapter();
  const { steps } = realStory();
  obey({ type: "plates", sizes: steps.map(() => STILL_SIZE) });
  await vi.waitFor(() => expect(reports.at(-1)).toEqual({ type: "plates-drawn" }), 20_000);
  const drawn = reports.flatMap((report) => (report.type === "plate" ? [steps[report.step]?.scene] : []));
  const lost = config.parts[0]?.names ?? [];
  expect(lost.length).toBeGreaterThan(0);
  expect(drawn).toEqual(steps.map(({ scene }) => scene).filter((scene) => !lost.includes(scene)));
}, 30_000);

/** A worker with canvases that write down what is drawn, and its reports. */
function workerWithCanvases(): readonly [(order: StageOrder) => void, readonly StageReport[], StageCanvases] {
  vi.stubGlobal("requestAnimationFrame", (run: () => void) => setTimeout(run, 1));
  vi.stubGlobal("cancelAnimationFrame", clearTimeout);
  vi.stubGlobal("Path2D", class {});
  vi.stubGlobal(
    "OffscreenCanvas",
    class {
      width = 1;
      height = 1;
      readonly addEventListener = (): undefined => undefined;
      readonly getContext = (): object => ({
        ...createRecorder().context,
        createLinearGradient: () => ({ addColorStop: (): undefined => undefined }),
      });
    },
  );
  const [picture, ground, edge] = [new OffscreenCanvas(1, 1), new OffscreenCanvas(1, 1), new OffscreenCanvas(1, 1)];
  const reports: StageReport[] = [];
  const obey = createStageWorker({ ...realStory(), config }, (report) => reports.push(report));
  return [obey, reports, { picture, ground, edge, below: null }];
}

test("words that the page shows for an earlier request leave the newest one its answer", async () => {
  const [obey, reports, canvases] = workerWithCanvases();
  const answers = (): readonly number[] =>
    reports.flatMap((report) => (report.type === "rest" ? [report.request] : []));
  const { width, height } = STILL_SIZE;
  const stage = {
    size: STILL_SIZE,
    view: { x: 0, y: 0, width, height },
    below: null,
    ratio: 1,
    theme: "day",
  } as const;
  const faces = { song: "serif", sans: "sans-serif" };
  obey({ type: "start", canvases, stage, number: 0.9, faces, font: null, request: 1 });
  await vi.waitFor(() => expect(answers()).toEqual([1]), 10_000);
  obey({ type: "fit", stage, request: 2 });
  await vi.waitFor(() => expect(answers()).toEqual([1, 2]));
  // The page has shown the first answer, asked again, and only then shown the second.
  obey({ type: "words-shown", answered: 1 });
  obey({ type: "fit", stage, request: 3 });
  obey({ type: "words-shown", answered: 2 });
  await vi.waitFor(() => expect(answers()).toEqual([1, 2, 3]));
  obey({ type: "words-shown", answered: 3 });
  obey({ type: "show", number: 1.2, request: 4 });
  expect(reports.at(-1)).toEqual({ type: "moving" });
  obey({ type: "end" });
});
