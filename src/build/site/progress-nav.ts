import type { Element } from "hast";
import { h } from "hastscript";
import { posterFile } from "../../core/model/files.ts";
import type { Story } from "../../core/model/story.ts";
import { CHAPTERS_LABEL, SHARE_LABEL } from "../../core/model/strings.ts";

export function progressNav(story: Story, shared = true): Element {
  const stations = story.chapters.map((chapter) => {
    const first = story.steps.find((step) => step.chapter === chapter.id);
    return h(
      "li",
      h(
        "a",
        { href: `#${first?.id ?? chapter.id}`, "data-chapter": chapter.id },
        h("span", chapter.numeral),
        h("span.visually-hidden", chapter.official),
      ),
    );
  });
  const poster = `${posterFile({ id: story.steps[0]?.id ?? "" })}.png`;
  return h(
    "nav.progress-nav",
    { "aria-label": CHAPTERS_LABEL },
    shared ? h("a.share", { href: poster, "data-share": true }, SHARE_LABEL) : null,
    h("div.track", h("ol", ...stations), h("span.thumb", { "aria-hidden": "true" })),
  );
}
