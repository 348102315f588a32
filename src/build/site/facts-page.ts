import type { Element } from "hast";
import { h } from "hastscript";
import { FACTS_PATH, FACTS_SHEET, stepPath } from "../../core/model/routes.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Fact, Story } from "../../core/model/story.ts";
import {
  APPENDIX_WORDS,
  countEntries,
  DOWNLOAD_WORDS,
  FACTS_PAGE_WORDS as WORDS,
  offerReturn,
  ORIGIN_TITLES,
} from "../../core/model/strings.ts";
import tables from "../../core/style/fact-tables.css?raw";
import { DATA_FILES } from "./data-files.ts";
import { buildGlossary, factTables } from "./fact-tables.ts";
import css from "./facts-page.css?raw";
import { factsByOrigin } from "./footnotes.ts";
import type { HtmlPage } from "./html-page.ts";
import { plainPageStyles } from "./plain-page.ts";

const TERMS = "terms";

/** Builds links from a fact to the steps that show or tell it. */
function uses({ steps, title }: Story): (fact: Fact) => Element | null {
  return ({ id }) => {
    const links = steps
      .filter(({ facts }) => facts.includes(id))
      .map((step) => h("a", { href: stepPath(step) || "./" }, step.chapter === null ? title : step.title));
    const listed = links.flatMap((link, index) => (index === 0 ? [link] : ["、", link]));
    return links.length === 0 ? null : h("span.uses", WORDS.uses, ...listed);
  };
}

function contents({ facts, terms }: Story): Element {
  const parts = [
    ...factsByOrigin(facts).map(([origin, own]) => [origin, ORIGIN_TITLES[origin], own.length] as const),
    [TERMS, APPENDIX_WORDS.terms, terms.length] as const,
  ];
  const links = parts.flatMap(([id, title, count]) =>
    count === 0 ? [] : [h("li", h("a", { href: `#${id}` }, h("span", title), " ", h("b", countEntries(count))))],
  );
  return h("nav", { "aria-label": WORDS.parts }, h("ul", ...links));
}

/** Builds the page of every fact and term. It needs no script; each row has its own address. */
export function factsPage(story: Illustrated<Story>, home: string): HtmlPage {
  const { terms, title } = story;
  const data = (["csv", "json"] as const).map((format) =>
    h("a", { href: DATA_FILES[format], download: `${title}.${format}` }, DOWNLOAD_WORDS[format]),
  );
  return {
    path: FACTS_PATH,
    title: `${APPENDIX_WORDS.facts} · ${title}`,
    metas: { description: WORDS.lead },
    canonical: home === "" ? "" : home + FACTS_PATH,
    styles: plainPageStyles(story, tables + css),
    sheet: FACTS_SHEET,
    scripts: [],
    frames: false,
    pasted: null,
    main: h(
      "main.facts",
      h("p.back", h("a", { href: "./" }, offerReturn(title))),
      h("h1", APPENDIX_WORDS.facts),
      h("p.lead", WORDS.lead),
      contents(story),
      ...factTables(story, true, uses(story)),
      terms.length === 0 ? null : h("h2", { id: TERMS }, APPENDIX_WORDS.terms),
      buildGlossary(story),
      h("p.files", ...data),
    ),
  };
}
