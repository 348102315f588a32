import { toHex } from "../../core/lib/color.ts";
import { element, escapeHtml, voidElement } from "../../core/lib/html.ts";
import { posterFile, stepImageFile } from "../../core/model/files.ts";
import type { Block, Chapter, Fact, Inline, Step, Story } from "../../core/model/story.ts";
import { paletteAt } from "../../core/picture/palette.ts";
import { externalSources } from "../images/parts.ts";
import { POSTER } from "../images/poster.ts";
import { STEP_IMAGE } from "../images/step-image.ts";

const COLOURS = paletteAt(1, "day");
const [INK, MUTED, RED, LINE] = [COLOURS.ink, COLOURS.muted, COLOURS.textRed, COLOURS.line].map(toHex);

/** Inline styles: 公众号 and feed readers drop style sheets. */
const STYLES = {
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

type Style = keyof typeof STYLES;

function styled(name: "section" | "p" | "span", style: Style, ...content: readonly string[]): string {
  return element(name, { style: STYLES[style] }, ...content);
}

function image(file: string, alt: string, size: { readonly width: number; readonly height: number }, home: string) {
  return styled(
    "p",
    "picture",
    voidElement("img", {
      src: `${home}${file}.png`,
      alt,
      width: String(size.width),
      height: String(size.height),
      style: STYLES.image,
    }),
  );
}

function footnotes(story: Story): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const visit = (part: Inline): void => {
    if (part.type === "strong") part.children.forEach(visit);
    if (part.type === "fact" && !numbers.has(part.id)) numbers.set(part.id, numbers.size + 1);
  };
  for (const block of story.steps.flatMap(({ text }) => text))
    (block.type === "list" ? block.items.flat() : block.children).forEach(visit);
  return numbers;
}

type Notes = ReadonlyMap<string, number>;

function inline(part: Inline, notes: Notes): string {
  if (part.type === "strong") return element("strong", {}, ...part.children.map((child) => inline(child, notes)));
  if (part.type !== "fact") return escapeHtml(part.text);
  return styled("span", "figure", escapeHtml(part.text)) + styled("span", "mark", `[${notes.get(part.id) ?? ""}]`);
}

function block(part: Block, notes: Notes): string {
  const written = (children: readonly Inline[]): string => children.map((child) => inline(child, notes)).join("");
  if (part.type === "list") return part.items.map((item) => styled("p", "text", "· ", written(item))).join("");
  return styled("p", part.type === "quote" ? "quote" : "text", written(part.children));
}

function step(one: Step, story: Story, notes: Notes, home: string): string {
  const sources = externalSources(story, one);
  return [
    styled("p", "step", escapeHtml(one.title)),
    image(stepImageFile(one, "day"), one.alt, STEP_IMAGE, home),
    ...(sources === "" ? [] : [styled("p", "small", escapeHtml(`图的来源：${sources}`))]),
    ...one.text.map((part) => block(part, notes)),
  ].join("");
}

function chapter({ id, numeral, title, subtitle }: Chapter, story: Story, notes: Notes, home: string): string {
  const steps = story.steps.filter((one) => one.chapter === id);
  return [
    styled("p", "chapter", escapeHtml(`${numeral}　${title}`)),
    styled("p", "small", escapeHtml(subtitle)),
    ...steps.map((one) => step(one, story, notes, home)),
  ].join("");
}

function note(fact: Fact): string {
  const { name, text, status, period, speaker, place, quote, working } = fact;
  const told = fact.source === undefined ? `${speaker}，${place}` : `${fact.source.title}，${fact.source.date}`;
  const words = quote === "" ? (working ?? "") : `「${quote}」`;
  return [name === text ? text : `${name}：${text}`, [status, period].filter(Boolean).join("，"), told, words]
    .filter(Boolean)
    .join("；");
}

/**
 * Writes the story for 公众号 and feeds: `section`, `p`, `span`, `strong`, `img` and `a` with inline styles, and sources
 * as footnotes. `home` is the prefix of image URLs; `link` is the story's URL, or empty.
 */
export function portableArticle(story: Story, home: string, link: string): string {
  const notes = footnotes(story);
  const facts = new Map(story.facts.map((fact) => [fact.id, fact]));
  const [cover] = story.steps;
  const listed = [...notes].map(([id, number]) => {
    const fact = facts.get(id);
    return fact === undefined ? "" : styled("p", "small", escapeHtml(`[${number}] ${note(fact)}`));
  });
  return styled(
    "section",
    "whole",
    styled("p", "kicker", escapeHtml(story.kicker)),
    styled("p", "title", escapeHtml(story.title)),
    styled("p", "deck", escapeHtml(story.deck)),
    ...(cover === undefined
      ? []
      : [
          image(stepImageFile(cover, "day"), cover.alt, STEP_IMAGE, home),
          ...cover.text.map((part) => block(part, notes)),
        ]),
    styled("p", "small", escapeHtml(story.byline)),
    ...story.chapters.map((one) => chapter(one, story, notes, home)),
    styled("p", "chapter", "出处"),
    ...listed,
    ...(cover === undefined ? [] : [image(posterFile(cover), `海报：${story.title}`, POSTER, home)]),
    ...(link === "" ? [] : [styled("p", "small", "完整的故事在：", element("a", { href: link }, escapeHtml(link)))]),
  );
}
