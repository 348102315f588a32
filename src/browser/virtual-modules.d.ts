/** The story as the page's script needs it, compiled from `story/` at build. */
declare module "virtual:story" {
  const story: import("../core/model/story.ts").SceneStory;
  export default story;
  /** Gets ready what links are sent on with in WeChat; null where that is not configured. */
  export const wechat: ((view: Window) => void) | null;
}

/** All that a story within another's page is made of: nothing is loaded there. */
declare module "virtual:inline" {
  export const story: import("../core/model/story.ts").SceneStory;
  /** The whole story's markup. */
  export const tree: readonly import("../core/lib/html.ts").NodeTree[];
  /** The page's style sheet for its shadow root. */
  export const css: string;
  /** The Song face, a woff2 file in base64. */
  export const font: string;
}

/** A style sheet as text. */
declare module "*.css?inline" {
  const css: string;
  export default css;
}
