import { expect, test, vi } from "vitest";
import { STILL_SIZE } from "../../src/core/model/files.ts";
import type { StageOrder, StageReport } from "../../src/core/model/stage-messages.ts";
import { config } from "../../src/core/scenes/config-in-parts.ts";
import { createStageWorker } from "../../src/workers/obey-orders.ts";
import { realStory } from "../pictures/real-story.ts";

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
