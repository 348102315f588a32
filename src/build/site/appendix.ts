import type { Element } from "hast";
import { type Child, h } from "hastscript";
import { posterFile } from "../../core/model/files.ts";
import { FACTS_PATH } from "../../core/model/routes.ts";
import type { Story } from "../../core/model/story.ts";
import { APPENDIX_WORDS as WORDS } from "../../core/model/strings.ts";
import { downloadList, licenceLinks } from "./downloads.ts";
import { numberFootnotes } from "./footnotes.ts";
import { buildBlocks } from "./inline-html.ts";

const ADDED: Readonly<Record<string, (story: Story, films: readonly string[]) => readonly Element[]>> = {
  downloads: downloadList,
  credits: licenceLinks,
};

/** Builds the story's last line and the three ways on from it. */
function ending({ steps }: Story): Element {
  const cover = { id: steps[0]?.id ?? "" };
  return h(
    "nav",
    { class: "ending", "aria-labelledby": "after-title" },
    h("a", { href: `${posterFile(cover)}.png`, "data-share": cover.id }, WORDS.share),
    h("a", { href: FACTS_PATH }, WORDS.checkNumbers),
    h("a", { href: `#${cover.id}` }, WORDS.restart),
  );
}

/** Builds a way to the page of facts. Scripts add its content for print, and paper has the address in any case. */
function elsewhere(id: string, href: string, title: string, ...content: readonly Child[]): Element {
  return h("section.page", { id }, h("h3", h("a", { href }, title)), ...content);
}

/** `home` is the public URL with a trailing slash, or empty; `films` are the ids of those that were made. */
export function buildAppendix(story: Story, home: string, films: readonly string[]): Element {
  const links = { page: FACTS_PATH, numbers: numberFootnotes(story) };
  const sections = story.after.map(({ id, title, blocks }) => ({
    id,
    title,
    content: [...buildBlocks(blocks, links), ...(ADDED[id]?.(story, films) ?? [])],
  }));
  return h(
    "section",
    { class: "appendix", id: "after", "aria-labelledby": "after-title", tabindex: "-1" },
    h("h2.visually-hidden", { id: "after-title" }, WORDS.title),
    ending(story),
    ...sections.map(({ id, title, content }) =>
      h("section", { id }, h("details.fold", h("summary", h("h3", title)), h("div", ...content))),
    ),
    elsewhere("facts", FACTS_PATH, WORDS.facts, h("p.on-paper", `${WORDS.onPaper}${home}${FACTS_PATH}`)),
    story.terms.length === 0 ? null : elsewhere("terms", `${FACTS_PATH}#terms`, WORDS.terms),
  );
}
