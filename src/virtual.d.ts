/** The story as the page's script needs it, compiled from `story/` at build. */
declare module "virtual:story" {
  const story: import("./story/lean.ts").LeanStory;
  export default story;
}
