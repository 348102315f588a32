import type { BasePalette, Drawing, Scene, SceneContext, Theme } from "./picture.ts";
import type { Kind, SceneStory } from "./story.ts";

/** Grains that belong together through the whole story. The groups of a story follow one another by index. */
export interface Group<Name extends string = string> {
  readonly name: Name;
  readonly size: number;
  /** Delay of its grains in a transition, as a share of the time that grains wait for one another, 0–0.28. */
  readonly lag: number;
}

export interface BoundScene extends Omit<Scene<never>, "draw"> {
  readonly draw: (at: Omit<SceneContext<never>, "palette"> & { readonly elevation: number }) => Drawing;
}

/** Words that tell a reader how far to trust the sizes of a picture. */
export interface KindWords {
  /** In full, for the first picture of the kind and for one that stands alone; `name` is the badge of the others. */
  readonly badge: string;
  readonly name: string;
  readonly meaning: string;
}

/** Scenes that load together, by name. */
export interface ScenePart {
  readonly names: readonly string[];
  readonly load: () => Promise<Readonly<Record<string, BoundScene>>>;
}

/** The art of one story: everything about its pictures that no other story shares. */
export interface SceneConfig {
  readonly scenes: Readonly<Record<string, BoundScene>>;
  /** Scenes that are not among `scenes` before they are loaded. */
  readonly parts: readonly ScenePart[];
  readonly groups: readonly Group[];
  /** Returns the same object for the same arguments. */
  readonly paletteAt: (elevation: number, theme: Theme) => BasePalette;
  readonly kinds: Readonly<Record<Kind, KindWords>>;
}

export type Illustrated<S extends SceneStory = SceneStory> = S & { readonly config: SceneConfig };
