/** The story as the page's script needs it, compiled from `story/` at build. */
declare module "virtual:story" {
  const story: import("./story/lean.ts").LeanStory;
  export default story;
  /** Gets ready what links are sent on with in WeChat; null where that is not configured. */
  export const wechat: ((view: Window) => void) | null;
}
