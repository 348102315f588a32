import { memoizeByObject } from "../lib/memoize.ts";
import type { Drawing, LayoutContext, Scene, SceneContext, StoryColors } from "../model/picture.ts";

interface SceneParts<Layout extends object, Own extends string> extends Omit<Scene<Own>, "draw" | "layout"> {
  /** Depends on neither the moment nor colours: it is made once for a stage. */
  readonly layout: (at: LayoutContext) => Layout;
  readonly draw: (layout: Layout, at: SceneContext<Own>) => Drawing;
}

export function defineScene<Layout extends object, Own extends string = keyof StoryColors>({
  layout,
  draw,
  ...rest
}: SceneParts<Layout, Own>): Scene<Own> {
  const layoutOnce = memoizeByObject(layout);
  return { ...rest, layout, draw: (at) => draw(layoutOnce(at.layoutContext), at) };
}
