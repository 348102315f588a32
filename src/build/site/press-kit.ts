import { h } from "hastscript";
import {
  type EmbedFormat,
  type EmbedTarget,
  formatsOf,
  snippetHtml,
  type StoryAddress,
} from "../../core/embed/snippet.ts";
import { formatCsv } from "../../core/lib/csv.ts";
import type { Story } from "../../core/model/story.ts";
import { ALT_COLUMNS, writePressKitReadme } from "../../core/model/strings.ts";
import { blockText } from "../images/pull-quote.ts";
import { buildPage, namedMetas, parseMarkup, toHtml } from "./html.ts";
import { pressKitTestPage } from "./press-kit-test-page.ts";

function slug({ path }: EmbedTarget): string {
  return path === "" ? "story" : path.slice(0, -1).replaceAll("/", "-");
}

function codePage(title: string, code: string): string {
  const head = [
    h("meta", { charset: "utf-8" }),
    ...namedMetas({ viewport: "width=device-width, initial-scale=1" }),
    h("title", title),
  ];
  return toHtml(buildPage(head, parseMarkup(code).children));
}

function codes(parts: readonly EmbedTarget[], address: StoryAddress): readonly (readonly [string, string])[] {
  return parts.flatMap((part) =>
    formatsOf(part).flatMap((way: EmbedFormat) => {
      const code = snippetHtml(part, address, way);
      const name = `snippets/${slug(part)}/${way}`;
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

/** Writes the press kit's text files, by name. URLs begin with `stand` if `home` is empty. */
export function pressKit(
  story: Story,
  parts: readonly EmbedTarget[],
  home: string,
  stand: string,
): ReadonlyMap<string, string> {
  const written = home === "" ? stand : home;
  return new Map([
    ["README.md", writePressKitReadme(story.title, story.site.publisher, home)],
    ["self-test.html", pressKitTestPage(story, parts, written)],
    ...codes(parts, { home: written, name: story.site.name }),
    ["texts/story.txt", `${words(story)}\n`],
    ["texts/alt.csv", alts(story)],
    ["texts/alt.txt", story.steps.map(({ title, alt }) => `${title}\n${alt}\n`).join("\n")],
    ["texts/credits.txt", parts.map(({ title, credit, path }) => `${title} · ${credit} ${written}${path}\n`).join("")],
  ]);
}

export const PRESS_KIT_ASSETS = /^(?:oembed|pictures|posters)\/|^(?:data\/facts\.csv|edition\/fragment\.html)$/;
