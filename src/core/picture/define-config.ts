import type { Palette, Scene, Theme } from "../model/picture.ts";
import type { SceneConfig } from "../model/scene-config.ts";
import { GRAIN_COUNT } from "./grains.ts";
import { createPaletteAt, type StoryColours } from "./palette.ts";

export interface StoryArt<Own extends string> extends Pick<SceneConfig, "groups" | "kinds">, StoryColours<Own> {
  readonly scenes: Readonly<Record<string, Scene<Own>>>;
}

interface DefinedConfig<Own extends string> extends SceneConfig {
  readonly paletteAt: (elevation: number, theme: Theme) => Palette<Own>;
}

/** Binds the scenes to their colours. Throws a RangeError when the groups do not share out all grains. */
export function defineConfig<Own extends string>({
  scenes,
  groups,
  kinds,
  ...colours
}: StoryArt<Own>): DefinedConfig<Own> {
  const count = groups.reduce((sum, { size }) => sum + size, 0);
  if (count !== GRAIN_COUNT) throw new RangeError(`groups of ${count} grains, expected ${GRAIN_COUNT}`);
  const paletteAt = createPaletteAt(colours);
  const bound = Object.entries(scenes).map(
    ([name, scene]) =>
      [
        name,
        {
          ...scene,
          draw: ({ elevation, ...at }) => scene.draw({ ...at, palette: paletteAt(elevation, at.theme) }),
        },
      ] satisfies [string, SceneConfig["scenes"][string]],
  );
  return { scenes: Object.fromEntries(bound), groups, kinds, paletteAt };
}
