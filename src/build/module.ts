import { lean } from "../story/lean.ts";
import type { SceneWords, Story } from "../story/model.ts";

/**
 * The source of `virtual:story`. What is for WeChat is imported only where it is configured, so that a build without it has not a byte of
 * it; `root` is the folder of the project.
 */
export function storyModule(story: Story, scenes: SceneWords, root: string): string {
  const { wechat } = story.site;
  const gate = JSON.stringify(`${root}/src/reader/wechat-gate.ts`);
  return [
    `export default ${JSON.stringify(lean(story, scenes))};`,
    wechat === null
      ? "export const wechat = null;"
      : `import { wechatGate } from ${gate}; export const wechat = (view) => wechatGate(${JSON.stringify(wechat)}, view);`,
  ].join("\n");
}
