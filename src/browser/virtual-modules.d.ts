/** The story's `name` in `story/site.yaml`, written in by the build. */
declare const STORY_NAME: string;

/** Version of the script that draws in a worker; empty where the names of files tell versions apart. */
declare const STAGE_VERSION: string;

declare module "virtual:story" {
  const story: import("../core/model/story.ts").SceneStory;
  export default story;
}

declare module "virtual:page" {
  export const outline: import("../core/model/story.ts").StoryOutline;
  /** Sets up WeChat's link cards; null when not configured. */
  export const wechat: ((view: Window) => void) | null;
}

declare module "virtual:scenes" {
  export const config: import("../core/model/scene-config.ts").SceneConfig;
}

/** Runs the worker that draws: the story element's script does, where it is one. */
declare module "virtual:stage-worker" {
  export {};
}

/** All assets of the story element: it loads nothing from the network. `font` is a woff2 file in base64. */
declare module "virtual:inline" {
  export const outline: import("../core/model/story.ts").StoryOutline;
  export const tree: readonly import("../core/lib/html.ts").NodeTree[];
  export const css: string;
  export const font: string;
}

declare module "*.css?inline" {
  const css: string;
  export default css;
}
