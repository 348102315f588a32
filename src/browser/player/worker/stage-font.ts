import { songFamily } from "../../../core/model/names.ts";
import type { StageFont } from "../../../core/model/stage-messages.ts";

/** Finds the Song face in the page's own style sheets: a worker has none of its page's faces. */
export function findStageFont(page: Document): StageFont | null {
  const family = songFamily(STORY_NAME);
  for (const sheet of page.styleSheets)
    for (const rule of sheet.href === null ? sheet.cssRules : []) {
      if (!(rule instanceof CSSFontFaceRule) || !rule.style.getPropertyValue("font-family").includes(family)) continue;
      const [, address] = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue("src")) ?? [];
      if (address === undefined) continue;
      const weight = rule.style.getPropertyValue("font-weight");
      return { family, weight, source: new URL(address, page.baseURI).href };
    }
  return null;
}
