import type { SceneCatalog, SceneFact, SceneStep, SceneStory, Story } from "../../core/model/story.ts";

export function toClientStory(story: Story, scenes: SceneCatalog): SceneStory {
  const drawn = new Set([...scenes.values()].flatMap(({ facts }) => facts ?? []));
  return { steps: story.steps.map(leanStep), facts: story.facts.filter(({ id }) => drawn.has(id)).map(leanFact) };
}

function leanStep({ id, chapter, scene, kind, pace, title, labels }: SceneStep): SceneStep {
  return { id, chapter, scene, kind, pace, title, labels };
}

function leanFact({ id, value, unit, text, period, status, scope, table, places }: SceneFact): SceneFact {
  return {
    id,
    value,
    unit,
    text,
    period,
    status,
    ...(scope === undefined ? {} : { scope }),
    ...(table === undefined ? {} : { table }),
    ...(places === undefined ? {} : { places }),
  };
}
