import type { Element } from "hast";
import { type Child, h } from "hastscript";
import { toHex } from "../../core/lib/color.ts";
import { quoteWords } from "../../core/lib/punctuation.ts";
import { posterFile, stepImageFile } from "../../core/model/files.ts";
import type { BasePalette, Size } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import { sourceLine } from "../../core/model/source-line.ts";
import type { Block, Chapter, Fact, Inline, Step, Story } from "../../core/model/story.ts";
import { PORTABLE_ARTICLE_WORDS as WORDS } from "../../core/model/strings.ts";
import { POSTER } from "../images/poster.ts";
import { STEP_IMAGE } from "../images/step-image.ts";

/** Inline styles: 公众号 and feed readers drop style sheets. */
function stylesIn(colours: BasePalette) {
  const [INK, MUTED, RED, LINE] = [colours.ink, colours.muted, colours.textRed, colours.line].map(toHex);
  return {
    whole: `margin:0 auto;max-width:600px;color:${INK}`,
    kicker: `margin:0;font-size:14px;line-height:1.6;color:${MUTED}`,
    title: `margin:0;font-size:28px;line-height:1.4;font-weight:bold;color:${INK}`,
    deck: `margin:0 0 24px;font-size:17px;line-height:1.6;color:${INK}`,
    chapter: `margin:48px 0 8px;padding:12px 0 0;border-top:2px solid ${RED};font-size:22px;line-height:1.4;font-weight:bold;color:${INK}`,
    step: `margin:32px 0 12px;font-size:18px;line-height:1.5;font-weight:bold;color:${INK}`,
    picture: "margin:0 0 6px;line-height:0;text-align:center",
    image: "max-width:100%;height:auto",
    text: `margin:0 0 16px;font-size:16px;line-height:1.8;color:${INK}`,
    quote: `margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid ${LINE};font-size:16px;line-height:1.8;color:${INK}`,
    small: `margin:0 0 12px;font-size:12px;line-height:1.6;color:${MUTED}`,
    figure: `color:${RED};font-weight:bold`,
    mark: `font-size:12px;color:${MUTED}`,
  } as const;
}

type Styles = ReturnType<typeof stylesIn>;

interface Writer {
  readonly styled: (name: "section" | "p" | "span", style: keyof Styles, ...content: readonly Child[]) => Element;
  readonly image: (file: string, alt: string, size: Size) => Element;
  readonly notes: ReadonlyMap<string, number>;
}

function createWriter(story: Illustrated<Story>, home: string): Writer {
  const styles = stylesIn(story.config.paletteAt(1, "day"));
  const styled: Writer["styled"] = (name, style, ...content) => h(name, { style: styles[style] }, ...content);
  return {
    styled,
    notes: footnotes(story),
    image: (file, alt, { width, height }) =>
      styled("p", "picture", h("img", { src: `${home}${file}.png`, alt, width, height, style: styles.image })),
  };
}

function footnotes(story: Story): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const visit = (part: Inline): void => {
    if (part.type === "strong") part.children.forEach(visit);
    if (part.type === "fact" && !numbers.has(part.id)) numbers.set(part.id, numbers.size + 1);
  };
  for (const part of story.steps.flatMap(({ text }) => text))
    (part.type === "list" ? part.items.flat() : part.children).forEach(visit);
  return numbers;
}

function inline(part: Inline, writer: Writer): readonly Child[] {
  const { notes, styled } = writer;
  if (part.type === "strong") return [h("strong", ...part.children.flatMap((child) => inline(child, writer)))];
  if (part.type !== "fact") return [part.text];
  return [styled("span", "figure", part.text), styled("span", "mark", `[${notes.get(part.id) ?? ""}]`)];
}

function block(part: Block, writer: Writer): readonly Element[] {
  const { styled } = writer;
  const written = (children: readonly Inline[]): readonly Child[] => children.flatMap((child) => inline(child, writer));
  if (part.type === "list") return part.items.map((item) => styled("p", "text", "· ", ...written(item)));
  return [styled("p", part.type === "quote" ? "quote" : "text", ...written(part.children))];
}

function step(one: Step, story: Story, writer: Writer): readonly Element[] {
  const { image, styled } = writer;
  const sources = sourceLine(story, one);
  return [
    styled("p", "step", one.title),
    image(stepImageFile(one, "day"), one.alt, STEP_IMAGE),
    ...(sources === story.byline ? [] : [styled("p", "small", sources)]),
    ...one.text.flatMap((part) => block(part, writer)),
  ];
}

function chapter({ id, numeral, title, subtitle }: Chapter, story: Story, writer: Writer): readonly Element[] {
  const { styled } = writer;
  const steps = story.steps.filter((one) => one.chapter === id);
  return [
    styled("p", "chapter", `${numeral}　${title}`),
    styled("p", "small", subtitle),
    ...steps.flatMap((one) => step(one, story, writer)),
  ];
}

function note(fact: Fact): string {
  const { name, text, status, period, speaker, place, quote, working } = fact;
  const told = fact.source === undefined ? `${speaker}，${place}` : `${fact.source.title}，${fact.source.date}`;
  const words = quote === "" ? (working ?? "") : quoteWords(quote);
  return [name === text ? text : `${name}：${text}`, [status, period].filter(Boolean).join("，"), told, words]
    .filter(Boolean)
    .join("；");
}

/**
 * Builds the story for 公众号 and feeds: `section`, `p`, `span`, `strong`, `img` and `a` with inline styles, and sources
 * as footnotes. `home` is the prefix of image URLs; `link` is the story's URL, or empty.
 */
export function portableArticle(story: Illustrated<Story>, home: string, link: string): Element {
  const writer = createWriter(story, home);
  const { image, notes, styled } = writer;
  const facts = new Map(story.facts.map((fact) => [fact.id, fact]));
  const [cover] = story.steps;
  const listed = [...notes].flatMap(([id, number]) => {
    const fact = facts.get(id);
    return fact === undefined ? [] : [styled("p", "small", `[${number}] ${note(fact)}`)];
  });
  return styled(
    "section",
    "whole",
    styled("p", "kicker", story.kicker),
    styled("p", "title", story.title),
    styled("p", "deck", story.deck),
    ...(cover === undefined
      ? []
      : [
          image(stepImageFile(cover, "day"), cover.alt, STEP_IMAGE),
          ...cover.text.flatMap((part) => block(part, writer)),
        ]),
    styled("p", "small", story.byline),
    ...story.chapters.flatMap((one) => chapter(one, story, writer)),
    styled("p", "chapter", WORDS.sources),
    ...listed,
    ...(cover === undefined ? [] : [image(posterFile(cover), `${WORDS.poster}：${story.title}`, POSTER)]),
    ...(link === "" ? [] : [styled("p", "small", WORDS.whole, h("a", { href: link }, link))]),
  );
}
