import type { Story } from "../story/model.ts";
import type { Document } from "./document.ts";
import { figurePages } from "./figure-page.ts";

/** Every page beside the story's own that is complete in itself. `home` is the story's public address, or empty. */
export function documents(story: Story, home: string): readonly Document[] {
  return figurePages(story, home);
}
