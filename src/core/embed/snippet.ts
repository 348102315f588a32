import { figureAttribute } from "../model/names.ts";
import { type ElementTree, elementTreeToHtml } from "./element-tree.ts";
import { CARDS_HEIGHT } from "./protocol.ts";

/** Embed modes: a pinned iframe, inline in the host page, cards in an iframe, or a picture with a link. */
export const EMBED_MODES = ["frame", "inline", "cards", "static"] as const;
export type EmbedMode = (typeof EMBED_MODES)[number];

export const IMAGE_FORMATS = ["svg", "png"] as const;
export type ImageFormat = (typeof IMAGE_FORMATS)[number];

export type EmbedFormat = EmbedMode | ImageFormat;

export const THEME_CHOICES = ["auto", "day", "night"] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

/** A file relative to the story's home, shown at this size in CSS pixels. */
export interface SizedFile {
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

export interface EmbedTarget {
  /** Path of its page relative to the story's home, with a trailing slash; empty for the whole story. */
  readonly path: string;
  readonly chapter: string | null;
  readonly step: string | null;
  readonly title: string;
  readonly credit: string;
  readonly alt: string;
  readonly still: SizedFile;
  readonly poster: SizedFile;
  readonly picture: { readonly day: SizedFile; readonly night: SizedFile } | null;
  /** Frame heights by frame width, px; empty when the height is the viewport's. */
  readonly heights: readonly (readonly [width: number, height: number])[];
}

export interface StoryAddress {
  /** The story's URL with a trailing slash. */
  readonly home: string;
  readonly name: string;
}

export interface SnippetOptions {
  readonly theme: ThemeChoice;
  readonly top: number;
}

export const DEFAULT_OPTIONS: SnippetOptions = { theme: "auto", top: 0 };

export const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

export const LOADER_PATH = "embed/v1/loader.js";

const ALLOW = "web-share; clipboard-write; fullscreen";

export function embedPath({ path }: Pick<EmbedTarget, "path">): string {
  return `embed/${path}`;
}

export function frameAddress(extent: EmbedTarget, home: string, theme: ThemeChoice): string {
  const asked = [...(extent.step === null ? ["mode=cards"] : []), ...(theme === "auto" ? [] : [`theme=${theme}`])];
  return home + embedPath(extent) + (asked.length === 0 ? "" : `?${asked.join("&")}`);
}

/** Returns the height of an iframe without the loader, px: the largest, so that no width cuts the content off. */
export function frameHeight({ heights }: Pick<EmbedTarget, "heights">): number {
  return heights.length === 0 ? CARDS_HEIGHT : Math.max(...heights.map(([, height]) => height));
}

function tag(
  name: string,
  attributes: Readonly<Record<string, string | true | undefined>>,
  ...children: readonly (ElementTree | string)[]
): ElementTree {
  return { name, attributes, children };
}

function image({ file, width, height }: SizedFile, alt: string, home: string): ElementTree {
  return tag("img", { src: home + file, width: String(width), height: String(height), alt });
}

function caption({ title, credit, path }: EmbedTarget, home: string): ElementTree {
  return tag("figcaption", {}, tag("a", { href: home + path }, title), ` · ${credit}`);
}

function loaded(
  extent: EmbedTarget,
  { home, name }: StoryAddress,
  mode: EmbedMode,
  { theme, top }: SnippetOptions,
): ElementTree {
  const { chapter, step, path, still, alt, heights } = extent;
  const attributes = {
    [figureAttribute(name)]: home,
    "data-mode": mode,
    "data-chapter": chapter ?? undefined,
    "data-step": step ?? undefined,
    "data-theme": theme === "auto" ? undefined : theme,
    "data-top": top === 0 ? undefined : String(top),
    "data-height":
      heights.length === 0 ? undefined : heights.map(([width, height]) => `${height}px@${width}`).join(","),
  };
  return tag("figure", attributes, tag("a", { href: home + path }, image(still, alt, home)), caption(extent, home));
}

function framed(extent: EmbedTarget, home: string, { theme }: SnippetOptions): ElementTree {
  const frame = tag("iframe", {
    src: frameAddress(extent, home, theme),
    width: "100%",
    height: String(frameHeight(extent)),
    title: extent.title,
    loading: "lazy",
    frameborder: "0",
    scrolling: "no",
    sandbox: SANDBOX,
    allow: ALLOW,
    referrerpolicy: "strict-origin-when-cross-origin",
  });
  return tag("figure", {}, frame, caption(extent, home));
}

function poster(extent: EmbedTarget, home: string): ElementTree {
  const linked = tag("a", { href: home + extent.path }, image(extent.poster, extent.alt, home));
  return tag("figure", {}, linked, caption(extent, home));
}

function picture({ day, night }: NonNullable<EmbedTarget["picture"]>, format: ImageFormat, theme: ThemeChoice) {
  const file = (shown: SizedFile): SizedFile => ({ ...shown, file: `${shown.file}.${format}` });
  return { shown: file(theme === "night" ? night : day), dark: theme === "auto" ? file(night) : null };
}

export function isImageFormat(way: EmbedFormat): way is ImageFormat {
  return way === "svg" || way === "png";
}

/** Only a single step has image files, and it does not scroll, so it has no `inline`. */
export function formatsOf({ picture: own }: EmbedTarget): readonly EmbedFormat[] {
  return own === null ? EMBED_MODES : ["frame", "cards", "static", ...IMAGE_FORMATS];
}

/** Falls back to the poster when a part has no file in the requested format. */
export function snippetTree(
  extent: EmbedTarget,
  story: StoryAddress,
  way: EmbedFormat,
  choice: SnippetOptions = DEFAULT_OPTIONS,
): ElementTree {
  const { home } = story;
  if (isImageFormat(way) && extent.picture !== null) {
    const { shown: file, dark } = picture(extent.picture, way, choice.theme);
    const seen = image(file, extent.alt, home);
    const source = dark && tag("source", { srcset: home + dark.file, media: "(prefers-color-scheme: dark)" });
    const content = source === null ? seen : tag("picture", {}, source, seen);
    return tag("figure", {}, tag("a", { href: home + extent.path }, content), caption(extent, home));
  }
  if (way === "cards") return framed(extent, home, choice);
  return way === "frame" || way === "inline" ? loaded(extent, story, way, choice) : poster(extent, home);
}

export function snippetHtml(
  extent: EmbedTarget,
  story: StoryAddress,
  way: EmbedFormat,
  choice: SnippetOptions = DEFAULT_OPTIONS,
): string {
  const code = elementTreeToHtml(snippetTree(extent, story, way, choice));
  if (way !== "frame" && way !== "inline") return `${code}\n`;
  return `${code}\n${elementTreeToHtml(tag("script", { async: true, src: `${story.home}${LOADER_PATH}` }))}\n`;
}
