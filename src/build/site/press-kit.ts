import { h } from "hastscript";
import {
  type EmbedFormat,
  type EmbedTarget,
  formatsOf,
  snippetHtml,
  type StoryAddress,
} from "../../core/embed/snippet.ts";
import { formatCsv } from "../../core/lib/csv.ts";
import { snippetFolder } from "../../core/model/files.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import { ALT_COLUMNS, writePressKitReadme } from "../../core/model/strings.ts";
import { blockText } from "../images/pull-quote.ts";
import { buildPage, namedMetas, toHtml, wrapMarkup } from "./html.ts";
import { buildHtmlPage, type HtmlPage } from "./html-page.ts";
import { type KitFile, kitFile } from "./kit-file.ts";
import { pressKitSheet } from "./press-kit-sheet.ts";
import { pressKitTestPage } from "./press-kit-test-page.ts";

function codePage(title: string, code: string): string {
  const head = [
    h("meta", { charset: "utf-8" }),
    ...namedMetas({ viewport: "width=device-width, initial-scale=1" }),
    h("title", title),
  ];
  return toHtml(buildPage(head, [wrapMarkup(code)]));
}

function codes(parts: readonly EmbedTarget[], address: StoryAddress): readonly (readonly [string, string])[] {
  return parts.flatMap((part) =>
    formatsOf(part).flatMap((way: EmbedFormat) => {
      const code = snippetHtml(part, address, way);
      const name = `${snippetFolder(part)}/${way}`;
      return [[`${name}.txt`, code] as const, [`${name}.html`, codePage(part.title, code)] as const];
    }),
  );
}

function words({ title, deck, byline, steps, chapters }: Story): string {
  const told = (chapter: string | null): readonly string[] =>
    steps.filter((step) => step.chapter === chapter).flatMap((step) => [step.title, ...step.text.map(blockText), ""]);
  return [
    title,
    deck,
    byline,
    "",
    ...told(null),
    ...chapters.flatMap((one) => [`${one.numeral}　${one.title}，${one.subtitle}`, "", ...told(one.id)]),
  ].join("\n");
}

function alts({ steps }: Story): string {
  return formatCsv([["id", ...ALT_COLUMNS], ...steps.map(({ id, title, alt, change }) => [id, title, alt, change])]);
}

/** Builds the page of the site that shows the files that other publishers may take; `unpainted`: more of them. */
export function pressKitPage(
  story: Illustrated<Story>,
  files: ReadonlyMap<string, string | Uint8Array>,
  home: string,
  unpainted: readonly KitFile[] = [],
): HtmlPage {
  const all = [...[...files].map(([path, content]) => kitFile(path, content)), ...unpainted];
  const own = all.filter(({ path }) => PRESS_KIT_ASSETS.test(path) && path !== ICON);
  return pressKitSheet(story, own, { home, inSite: true });
}

/** Writes the page that shows every file of the press kit, those of `later` without their weight. */
export function pressKitIndex(
  story: Illustrated<Story>,
  files: ReadonlyMap<string, string | Uint8Array>,
  home: string,
  later: readonly string[] = [],
): string {
  const listed = [
    ...[...files].map(([path, content]) => kitFile(path, content)),
    ...later.map((path) => ({ path, bytes: null, size: null })),
  ];
  return toHtml(buildHtmlPage(pressKitSheet(story, listed, { home, inSite: false })));
}

/** Writes the press kit's text files, by name. URLs begin with `stand` if `home` is empty; `films`: some were made. */
export function pressKit(
  story: Story,
  parts: readonly EmbedTarget[],
  home: string,
  stand: string,
  films = false,
): ReadonlyMap<string, string> {
  const written = home === "" ? stand : home;
  return new Map([
    ["README.md", writePressKitReadme(story.title, story.site.publisher, home, films)],
    ["self-test.html", pressKitTestPage(story, parts, written)],
    ...codes(parts, { home: written, name: story.site.name }),
    ["texts/story.txt", `${words(story)}\n`],
    ["texts/alt.csv", alts(story)],
    ["texts/alt.txt", story.steps.map(({ title, alt }) => `${title}\n${alt}\n`).join("\n")],
    ["texts/credits.txt", parts.map(({ title, credit, path }) => `${title} · ${credit} ${written}${path}\n`).join("")],
  ]);
}

const ICON = "icon.svg";

/** Files of the site that the press kit has as well. */
export const PRESS_KIT_ASSETS =
  /^(?:cards|carousels|codes|films|long|oembed|pictures|posters)\/|^(?:data\/facts\.csv|edition\/fragment\.html|icon\.svg)$/;
