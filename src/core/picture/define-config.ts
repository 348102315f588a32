import type { Palette, Scene } from "../model/picture.ts";
import type { BoundScene, SceneConfig, ScenePart } from "../model/scene-config.ts";
import { GRAIN_COUNT } from "./grains.ts";
import { createPaletteAt, type StoryColours } from "./palette.ts";

type Scenes<Own extends string> = Readonly<Record<string, Scene<Own>>>;

export interface StoryArt<Own extends string> extends Pick<SceneConfig, "groups" | "kinds">, StoryColours<Own> {
  readonly scenes: Scenes<Own>;
  /** Each loads a module that exports its scenes by the names given. */
  readonly parts?: readonly (Pick<ScenePart, "names"> & {
    readonly load: () => Promise<{ readonly scenes: Scenes<Own> }>;
  })[];
}

interface DefinedConfig<Own extends string> extends SceneConfig {
  readonly paletteAt: (...at: Parameters<SceneConfig["paletteAt"]>) => Palette<Own>;
}

/** Binds the scenes to their colours. Throws a RangeError when the groups do not share out all grains. */
export function defineConfig<Own extends string>({
  scenes,
  parts = [],
  groups,
  kinds,
  ...colours
}: StoryArt<Own>): DefinedConfig<Own> {
  const count = groups.reduce((sum, { size }) => sum + size, 0);
  if (count !== GRAIN_COUNT) throw new RangeError(`groups of ${count} grains, expected ${GRAIN_COUNT}`);
  const paletteAt = createPaletteAt(colours);

  function bind(scene: Scene<Own>): BoundScene {
    return {
      ...scene,
      draw: ({ elevation, ...at }) => scene.draw({ ...at, palette: paletteAt(elevation, at.theme) }),
    };
  }

  function bindAll(all: Scenes<Own>): SceneConfig["scenes"] {
    return Object.fromEntries(Object.entries(all).map(([name, scene]) => [name, bind(scene)]));
  }

  return {
    scenes: bindAll(scenes),
    parts: parts.map(({ names, load }) => ({ names, load: async () => bindAll((await load()).scenes) })),
    groups,
    kinds,
    paletteAt,
  };
}
