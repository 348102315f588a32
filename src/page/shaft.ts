import { posterFile } from "../publish/poster.ts";
import type { Story } from "../story/model.ts";
import { element, escape } from "../draw/html.ts";

/** The mine shaft at the screen's edge: a cage and four stations, from the lowest chapter up. A page within another's offers nothing to share. */
export function shaft(story: Story, shared = true): string {
  const stations = story.chapters.map((chapter) => {
    const first = story.steps.find((step) => step.chapter === chapter.id);
    return element(
      "li",
      {},
      element(
        "a",
        { href: `#${first?.id ?? chapter.id}`, "data-chapter": chapter.id },
        element("span", {}, escape(chapter.numeral)),
        element("span", { class: "visually-hidden" }, escape(chapter.title)),
      ),
    );
  });
  return element(
    "nav",
    { class: "shaft", "aria-label": "章节" },
    shared
      ? element(
          "a",
          { class: "share", href: `${posterFile({ id: story.steps[0]?.id ?? "" })}.png`, "data-share": true },
          "分享",
        )
      : "",
    element(
      "div",
      { class: "well" },
      element("ol", {}, ...stations),
      element("span", { class: "cage", "aria-hidden": "true" }),
    ),
  );
}
