/** The story as the page's script needs it, compiled from `story/` at build. */
declare module "virtual:story" {
  import type { LeanStory } from "./story/lean.ts";
  const story: LeanStory;
  export default story;
}
