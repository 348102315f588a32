import { memoizeByObject } from "../lib/memoize.ts";
import type { Drawing, LayoutContext, Scene, SceneContext, StoryColors } from "../model/picture.ts";

interface SceneParts<Layout extends object, Own extends string> extends Omit<Scene<Own>, "draw" | "layout"> {
  /** Says where things are on the stage: sizes, boxes, scales. It does not depend on the moment or on colours. */
  readonly layout: (at: LayoutContext) => Layout;
  /** Draws a moment of the scene into its layout. */
  readonly draw: (layout: Layout, at: SceneContext<Own>) => Drawing;
}

/** Defines a scene of a layout, made once for a stage, and of a drawing into it. */
export function defineScene<Layout extends object, Own extends string = keyof StoryColors>({
  layout,
  draw,
  ...rest
}: SceneParts<Layout, Own>): Scene<Own> {
  const layoutOnce = memoizeByObject(layout);
  return { ...rest, layout, draw: (at) => draw(layoutOnce(at.layoutContext), at) };
}
