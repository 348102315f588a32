import { element, empty, escape } from "../draw/html.ts";

/** How a part of the story comes into another page: pinned in a frame, in the page itself, in cards, or as a picture with a link. */
export const MODES = ["frame", "inline", "steps", "static"] as const;
export type Mode = (typeof MODES)[number];

/** A step's picture alone, as a file of its own. */
export const PICTURES = ["svg", "png"] as const;
export type PictureFormat = (typeof PICTURES)[number];

export const THEME_CHOICES = ["auto", "day", "night"] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

/** A file that is shown: relative to the story's home, with the size it is shown at, px. */
export interface Shown {
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

/** A part of the story that another page can show: all of it, a chapter, or the picture of a step. */
export interface Extent {
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
  readonly still: Shown;
  readonly poster: Shown;
  /** The step's picture in files, without their endings, by day and by night; null for all that is more than one picture. */
  readonly picture: { readonly day: Shown; readonly night: Shown } | null;
  /** Heights of its frame in pixels by the width of the frame; empty where the height is that of the screen. */
  readonly heights: readonly (readonly [width: number, height: number])[];
}

/** What an editor chooses beside the part and the mode. */
export interface Choice {
  readonly theme: ThemeChoice;
  /** Height of what the host keeps at the top of the screen, px. */
  readonly top: number;
}

export const PLAIN: Choice = { theme: "auto", top: 0 };

/** Height of a frame with cards, px. */
export const CARDS_HEIGHT = 640;

/** What a frame may do that is embedded without the loader: run its script and open links, nothing else. */
export const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/** What a frame may ask the browser for. */
const ALLOW = "web-share; clipboard-write; fullscreen";

/** Path of the document that shows a part in a frame, relative to the story's home. */
export function embedPath({ path }: Pick<Extent, "path">): string {
  return `embed/${path}`;
}

/** Address of a part's document for a frame without the loader: cards, or the figure of one step. */
export function frameAddress(extent: Extent, home: string, theme: ThemeChoice): string {
  const asked = [...(extent.step === null ? ["mode=steps"] : []), ...(theme === "auto" ? [] : [`theme=${theme}`])];
  return home + embedPath(extent) + (asked.length === 0 ? "" : `?${asked.join("&")}`);
}

/** Height of a part's frame where no loader is there to change it, px: nothing of it is cut off in any column. */
export function frameHeight({ heights }: Pick<Extent, "heights">): number {
  return heights.length === 0 ? CARDS_HEIGHT : Math.max(...heights.map(([, height]) => height));
}

function image({ file, width, height }: Shown, alt: string, home: string): string {
  return empty("img", { src: home + file, width: String(width), height: String(height), alt });
}

/** The line below: title, as a link, and credit. */
function caption({ title, credit, path }: Extent, home: string): string {
  return element("figcaption", {}, element("a", { href: home + path }, escape(title)), escape(` · ${credit}`));
}

function lines(...parts: readonly string[]): string {
  return `${parts.join("\n")}\n`;
}

function figure(attributes: Readonly<Record<string, string | undefined>>, content: string, below: string): string {
  return element("figure", attributes, `\n  ${content}\n  ${below}\n`);
}

/** The code for a part that the loader brings to life: until then, and where it may not, a picture, a link and a credit. */
function loaded(extent: Extent, home: string, mode: Mode, { theme, top }: Choice): string {
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
  return lines(
    figure(attributes, element("a", { href: home + path }, image(still, alt, home)), caption(extent, home)),
    element("script", { async: true, src: `${home}embed/v1/loader.js` }),
  );
}

/** The code for a part in a frame of its own, for pages that take no script. */
function framed(extent: Extent, home: string, { theme }: Choice): string {
  const frame = element("iframe", {
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
  return lines(figure({}, frame, caption(extent, home)));
}

/** The code for a poster with a link, for pages that take neither scripts nor frames. */
function still(extent: Extent, home: string): string {
  const picture = image(extent.poster, extent.alt, home);
  return lines(figure({}, element("a", { href: home + extent.path }, picture), caption(extent, home)));
}

/**
 * The HTML that shows a part of the story in another page, ending with a line break. `home` is the story's address with `/` at its end.
 * Every attribute is escaped; the code holds no style and no script of its own.
 */
export function snippet(extent: Extent, home: string, mode: Mode, choice: Choice = PLAIN): string {
  if (mode === "static") return still(extent, home);
  return mode === "steps" ? framed(extent, home, choice) : loaded(extent, home, mode, choice);
}

/** The HTML that shows a step's picture as a file, by day, by night, or as the reader's system has it; empty for more than one picture. */
export function pictureSnippet(extent: Extent, home: string, format: PictureFormat, theme: ThemeChoice): string {
  if (extent.picture === null) return "";
  const { day, night } = extent.picture;
  const file = (shown: Shown): Shown => ({ ...shown, file: `${shown.file}.${format}` });
  const picture = image(file(theme === "night" ? night : day), extent.alt, home);
  const content =
    theme === "auto"
      ? element(
          "picture",
          {},
          empty("source", { srcset: home + file(night).file, media: "(prefers-color-scheme: dark)" }),
          picture,
        )
      : picture;
  return lines(figure({}, element("a", { href: home + extent.path }, content), caption(extent, home)));
}
