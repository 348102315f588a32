import { type ElementTree, elementTreeToHtml } from "./element-tree.ts";
import { CARDS_HEIGHT } from "./protocol.ts";

/** How a part of the story comes into another page: pinned in a frame, in the page itself, in cards, or as a picture with a link. */
export const EMBED_MODES = ["frame", "inline", "steps", "static"] as const;
export type EmbedMode = (typeof EMBED_MODES)[number];

/** A step's picture alone, as a file of its own. */
export const IMAGE_FORMATS = ["svg", "png"] as const;
export type ImageFormat = (typeof IMAGE_FORMATS)[number];

/** A way to show a part. */
export type EmbedFormat = EmbedMode | ImageFormat;

export const THEME_CHOICES = ["auto", "day", "night"] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

/** A file that is shown: relative to the story's home, with the size it is shown at, px. */
export interface SizedFile {
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

/** A part of the story that another page can show: all of it, a chapter, or the picture of a step. */
export interface EmbedTarget {
  /** Of its own address relative to the story's home, with `/` at its end; empty for the whole story. */
  readonly path: string;
  readonly chapter: string | null;
  /** Null for all that is more than one picture. */
  readonly step: string | null;
  readonly title: string;
  /** The story's name, and what the part rests on. */
  readonly credit: string;
  /** What its picture shows. */
  readonly alt: string;
  /** Stands in its place as long as nothing else does. */
  readonly still: SizedFile;
  readonly poster: SizedFile;
  /** The step's picture in files, without their endings, by day and by night; null for all that is more than one picture. */
  readonly picture: { readonly day: SizedFile; readonly night: SizedFile } | null;
  /** Heights of its frame in pixels by the width of the frame; empty where the height is that of the screen. */
  readonly heights: readonly (readonly [width: number, height: number])[];
}

/** What an editor chooses beside the part and the mode. */
export interface SnippetOptions {
  readonly theme: ThemeChoice;
  /** Height of what the host keeps at the top of the screen, px. */
  readonly top: number;
}

export const DEFAULT_OPTIONS: SnippetOptions = { theme: "auto", top: 0 };

/** What a frame may do that is embedded without the loader: run its script and open links, nothing else. */
export const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/** The script that brings figures to life, relative to the story's home. */
export const LOADER_PATH = "embed/v1/loader.js";

/** What a frame may ask the browser for. */
const ALLOW = "web-share; clipboard-write; fullscreen";

/** Path of the document that shows a part in a frame, relative to the story's home. */
export function embedPath({ path }: Pick<EmbedTarget, "path">): string {
  return `embed/${path}`;
}

/** Address of a part's document for a frame without the loader: cards, or the figure of one step. */
export function frameAddress(extent: EmbedTarget, home: string, theme: ThemeChoice): string {
  const asked = [...(extent.step === null ? ["mode=steps"] : []), ...(theme === "auto" ? [] : [`theme=${theme}`])];
  return home + embedPath(extent) + (asked.length === 0 ? "" : `?${asked.join("&")}`);
}

/** Height of a part's frame where no loader is there to change it, px: nothing of it is cut off in any column. */
export function frameHeight({ heights }: Pick<EmbedTarget, "heights">): number {
  return heights.length === 0 ? CARDS_HEIGHT : Math.max(...heights.map(([, height]) => height));
}

/** An element of the code; a part that is undefined is left out. */
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

/** The line below: title, as a link, and credit. */
function caption({ title, credit, path }: EmbedTarget, home: string): ElementTree {
  return tag("figcaption", {}, tag("a", { href: home + path }, title), ` · ${credit}`);
}

/** A part that the loader brings to life: until then, and where it may not, a picture, a link and a credit. */
function loaded(extent: EmbedTarget, home: string, mode: EmbedMode, { theme, top }: SnippetOptions): ElementTree {
  const { chapter, step, path, still, alt, heights } = extent;
  const attributes = {
    "data-anyuan": home,
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

/** A part in a frame of its own, for pages that take no script. */
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

/** A poster with a link, for pages that take neither scripts nor frames. */
function poster(extent: EmbedTarget, home: string): ElementTree {
  const picture = image(extent.poster, extent.alt, home);
  return tag("figure", {}, tag("a", { href: home + extent.path }, picture), caption(extent, home));
}

/** A step's picture as a file, by day, by night, or as the reader's system has it. */
function picture({ day, night }: NonNullable<EmbedTarget["picture"]>, format: ImageFormat, theme: ThemeChoice) {
  const file = (shown: SizedFile): SizedFile => ({ ...shown, file: `${shown.file}.${format}` });
  return { shown: file(theme === "night" ? night : day), dark: theme === "auto" ? file(night) : null };
}

/** Whether a way to show a part is a file of its picture. */
export function isImageFormat(way: EmbedFormat): way is ImageFormat {
  return way === "svg" || way === "png";
}

/** The ways that a part may be shown: what is not one picture has no files of its own, and one picture does not scroll. */
export function formatsOf({ picture: own }: EmbedTarget): readonly EmbedFormat[] {
  return own === null ? EMBED_MODES : ["frame", "steps", "static", ...IMAGE_FORMATS];
}

/**
 * The figure that shows a part of the story in another page. `home` is the story's address with `/` at its end. It holds no style and no
 * script. A file that a part does not have gives its poster.
 */
export function snippetTree(
  extent: EmbedTarget,
  home: string,
  way: EmbedFormat,
  choice: SnippetOptions = DEFAULT_OPTIONS,
): ElementTree {
  if (isImageFormat(way) && extent.picture !== null) {
    const { shown: file, dark } = picture(extent.picture, way, choice.theme);
    const seen = image(file, extent.alt, home);
    const source = dark && tag("source", { srcset: home + dark.file, media: "(prefers-color-scheme: dark)" });
    const content = source === null ? seen : tag("picture", {}, source, seen);
    return tag("figure", {}, tag("a", { href: home + extent.path }, content), caption(extent, home));
  }
  if (way === "steps") return framed(extent, home, choice);
  return way === "frame" || way === "inline" ? loaded(extent, home, way, choice) : poster(extent, home);
}

/** The same as code to paste, with the loader where it is needed; ends with a line break. Whatever the story's words hold is escaped. */
export function snippetHtml(
  extent: EmbedTarget,
  home: string,
  way: EmbedFormat,
  choice: SnippetOptions = DEFAULT_OPTIONS,
): string {
  const code = elementTreeToHtml(snippetTree(extent, home, way, choice));
  if (way !== "frame" && way !== "inline") return `${code}\n`;
  return `${code}\n${elementTreeToHtml(tag("script", { async: true, src: `${home}${LOADER_PATH}` }))}\n`;
}
