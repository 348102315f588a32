import type { SceneCatalog, Story } from "../../core/model/story.ts";
import { toClientStory } from "../content/client-story.ts";

/**
 * The source of `virtual:story`. What is for WeChat is imported only where it is configured, so that a build without it has not a byte of
 * it; `root` is the folder of the project.
 */
export function storyModule(story: Story, scenes: SceneCatalog, root: string): string {
  const { wechat } = story.site;
  const gate = JSON.stringify(`${root}/src/browser/ui/share/wechat-loader.ts`);
  return [
    `export default ${JSON.stringify(toClientStory(story, scenes))};`,
    wechat === null
      ? "export const wechat = null;"
      : `import { wechatGate } from ${gate}; export const wechat = (view) => wechatGate(${JSON.stringify(wechat)}, view);`,
  ].join("\n");
}
