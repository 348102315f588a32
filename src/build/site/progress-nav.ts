import { element, escapeHtml } from "../../core/lib/html.ts";
import { posterFile } from "../../core/model/files.ts";
import type { Story } from "../../core/model/story.ts";

/** Writes the progress nav: track, thumb and one stop per chapter. Embeds pass false for `shared`. */
export function progressNav(story: Story, shared = true): string {
  const stations = story.chapters.map((chapter) => {
    const first = story.steps.find((step) => step.chapter === chapter.id);
    return element(
      "li",
      {},
      element(
        "a",
        { href: `#${first?.id ?? chapter.id}`, "data-chapter": chapter.id },
        element("span", {}, escapeHtml(chapter.numeral)),
        element("span", { class: "visually-hidden" }, escapeHtml(chapter.title)),
      ),
    );
  });
  return element(
    "nav",
    { class: "progress-nav", "aria-label": "章节" },
    shared
      ? element(
          "a",
          { class: "share", href: `${posterFile({ id: story.steps[0]?.id ?? "" })}.png`, "data-share": true },
          "分享",
        )
      : "",
    element(
      "div",
      { class: "track" },
      element("ol", {}, ...stations),
      element("span", { class: "thumb", "aria-hidden": "true" }),
    ),
  );
}
