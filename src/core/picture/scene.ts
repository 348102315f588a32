import { memoizeByObject } from "../lib/memoize.ts";
import type { Drawing, LayoutContext, Scene, SceneContext } from "../model/picture.ts";

interface SceneParts<Layout extends object> extends Omit<Scene, "draw" | "layout"> {
  /** Says where things are on the stage: sizes, boxes, scales. It does not depend on the moment or on colours. */
  readonly layout: (at: LayoutContext) => Layout;
  /** Draws a moment of the scene into its layout. */
  readonly draw: (layout: Layout, at: SceneContext) => Drawing;
}

/** Defines a scene of a layout, made once for a stage, and of a drawing into it. */
export function defineScene<Layout extends object>({ layout, draw, ...rest }: SceneParts<Layout>): Scene {
  const layoutOnce = memoizeByObject(layout);
  return { ...rest, layout, draw: (at) => draw(layoutOnce(at.layoutContext), at) };
}
