import { expect, test } from "vitest";
import { createSceneStore } from "../../src/core/picture/scene-store.ts";
import { config } from "../../src/core/scenes/config.ts";
import { config as inParts } from "../../src/core/scenes/config-in-parts.ts";
import { realStory } from "./real-story.ts";

test("the scenes of all parts are those of the story, in its order, and each part has the names it gives", async () => {
  const loaded = await Promise.all(inParts.parts.map(async ({ names, load }) => [names, await load()] as const));
  for (const [names, scenes] of loaded) expect(Object.keys(scenes)).toEqual(names);
  const named = [...Object.keys(inParts.scenes), ...loaded.flatMap(([names]) => names)];
  expect(named).toEqual(Object.keys(config.scenes));
});

test("a store loads the scenes of the steps that it is asked for, each part once, and keeps those it has", async () => {
  const scenes = createSceneStore({ ...realStory(), config: inParts });
  const { steps } = scenes.story();
  const firms = steps.findIndex(({ scene }) => scene === "firms");
  expect(scenes.load([0, 1])).toBeNull();
  const [once, again] = [scenes.load([firms]), scenes.load([firms, firms + 1])];
  expect(once).not.toBeNull();
  await Promise.all([once, again]);
  expect(scenes.load([firms - 1, firms])).toBeNull();
  expect(scenes.story().config.scenes["rank"]).toBeUndefined();
  await scenes.loadAll();
  expect(Object.keys(scenes.story().config.scenes).sort()).toEqual(Object.keys(config.scenes).sort());
});

test("a part that fails to load is asked for again", async () => {
  const [first, ...others] = inParts.parts;
  let asked = 0;
  const failing = {
    names: first?.names ?? [],
    async load() {
      asked += 1;
      if (asked === 1 || first === undefined) throw new Error("no network");
      return first.load();
    },
  };
  const scenes = createSceneStore({ ...realStory(), config: { ...inParts, parts: [failing, ...others] } });
  const step = scenes.story().steps.findIndex(({ scene }) => failing.names.includes(scene));
  await expect(scenes.load([step])).rejects.toThrow("no network");
  await scenes.load([step]);
  expect([asked, scenes.load([step])]).toEqual([2, null]);
});
