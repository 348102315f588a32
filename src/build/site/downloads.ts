import type { Element } from "hast";
import { h } from "hastscript";
import { EMBED_BUILDER_PATH, filmFile, stepImageFile } from "../../core/model/files.ts";
import type { Step, Story } from "../../core/model/story.ts";
import { DOWNLOAD_WORDS as WORDS, nameCarouselPage, nameLongImage, THEME_NAMES } from "../../core/model/strings.ts";
import { carouselPages } from "../images/carousel/carousel.ts";
import { longImageFiles } from "../images/long-image.ts";
import { THEMES } from "../images/step-image.ts";
import { DATA_FILES } from "./data-files.ts";

const FORMATS = ["svg", "png"] as const;

/** Id of the list of every picture's files, on the page with the codes. */
const PICTURE_LIST = "pictures";

/** Id of the list of carousels there. */
const CAROUSEL_LIST = "carousels";

/** Builds links to a picture's files. Each label has the title: screen readers list links out of context. */
function picture(step: Step, title: string): Element {
  const links = THEMES.flatMap((theme) =>
    FORMATS.map((format) => {
      const words = `${THEME_NAMES[theme]} ${format.toUpperCase()}`;
      const href = `${stepImageFile(step, theme)}.${format}`;
      return h("a", { href, download: true, "aria-label": `${title} ${words}` }, words);
    }),
  );
  return h("li", h("span", title), ...links);
}

export function pictureList(story: Story): Element {
  const pictures = story.steps.map((step) => picture(step, step.chapter === null ? story.title : step.title));
  return h("section", { id: PICTURE_LIST }, h("h2", WORDS.pictures), h("ul.pictures", ...pictures));
}

/** Lists every chapter's carousel, a link for each page. */
export function carouselList(story: Story): Element {
  const sets = story.chapters.map((chapter) =>
    h(
      "li",
      h("span", chapter.title),
      ...carouselPages(story, chapter).map((file, index) => {
        const label = nameCarouselPage(chapter.title, index + 1);
        return h("a", { href: `${file}.png`, download: true, "aria-label": label }, String(index + 1));
      }),
    ),
  );
  return h("section", { id: CAROUSEL_LIST }, h("h2", WORDS.carousels), h("ul.pictures", ...sets));
}

/** Builds links to the films that were made: the story's own, then those of chapters by their numerals. */
function filmLinks({ title, chapters }: Story, films: readonly string[]): readonly Element[] {
  return films.map((id) => {
    const chapter = chapters.find((one) => one.id === id);
    const name = chapter?.title ?? title;
    const file = { href: `${filmFile({ id })}.mp4`, download: `${title}-${id}.mp4` };
    return h("a", { ...file, "aria-label": `${WORDS.film}：${name}` }, chapter?.numeral ?? WORDS.film);
  });
}

export function downloadList(story: Story, films: readonly string[]): readonly Element[] {
  const data = (["csv", "json"] as const).map((format) =>
    h("a", { href: DATA_FILES[format], download: `${story.title}.${format}` }, WORDS[format]),
  );
  const long = longImageFiles(story).map((file, index) =>
    h(
      "a",
      { href: `${file}.png`, download: true, "aria-label": nameLongImage(index + 1) },
      index === 0 ? `${WORDS.longImage} 1` : String(index + 1),
    ),
  );
  return [
    h("p.files", ...data),
    h("p.files.long", ...long),
    ...(films.length === 0 ? [] : [h("p.files.long", ...filmLinks(story, films))]),
    h("p.elsewhere", h("a", { href: `${EMBED_BUILDER_PATH}#${PICTURE_LIST}` }, WORDS.pictures)),
    h("p.elsewhere", h("a", { href: `${EMBED_BUILDER_PATH}#${CAROUSEL_LIST}` }, WORDS.carousels)),
    h("p.elsewhere", h("a", { href: EMBED_BUILDER_PATH }, WORDS.embed)),
  ];
}

export function licenceLinks(): readonly Element[] {
  return [
    h(
      "p.files",
      h("a", { href: "OFL.txt" }, WORDS.fontLicence),
      h("a", { href: "licences-of-libraries.md" }, WORDS.codeLicences),
    ),
  ];
}
