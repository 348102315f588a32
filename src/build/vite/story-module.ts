import type { SceneCatalog, Story } from "../../core/model/story.ts";
import { toClientStory } from "../content/client-story.ts";

/**
 * Writes the source of `virtual:story`. Imports the WeChat code only when the site configures it, so that other builds
 * do not include it. `root` is the project's folder.
 */
export function storyModule(story: Story, scenes: SceneCatalog, root: string): string {
  const { wechat } = story.site;
  const gate = JSON.stringify(`${root}/src/browser/ui/share/wechat-loader.ts`);
  return [
    `export default ${JSON.stringify(toClientStory(story, scenes))};`,
    wechat === null
      ? "export const wechat = null;"
      : `import { loadWeChatWhenIdle } from ${gate}; export const wechat = (view) => loadWeChatWhenIdle(${JSON.stringify(wechat)}, view);`,
  ].join("\n");
}
