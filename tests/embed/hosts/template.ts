export const ENGINES = ["chromium", "firefox", "webkit"] as const;
export type Engine = (typeof ENGINES)[number];

/** Ways a host shows the embed, as the names of its tests say them. */
export const SHOWN = {
  sticky: "pins the frame by position sticky and scrolls its document",
  fixed: "pins the frame by position fixed and scrolls its document",
  article: "shows the whole story as an article in a frame of its height",
  cards: "shows cards in a frame and scrolls past it",
  figure: "shows the figure's own link and no frame",
} as const;
export type Shown = keyof typeof SHOWN;

/** An article page that is hard on the story it embeds. */
export interface Host {
  readonly name: string;
  readonly shown: Shown;
  /** Engines that open it in the default run; every engine does in the wide one. */
  readonly inDefaultRun: readonly Engine[];
  readonly html: string;
  readonly style: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Height that the page covers at the top of its window, px. */
  readonly top: number;
  /** True for a page that changes at each event `later` of its window, which only a test sends. */
  readonly changes: boolean;
  /** Console messages that the host itself causes in Chromium; null where there are none. */
  readonly logged: RegExp | null;
}

interface Template {
  readonly inDefaultRun?: readonly Engine[];
  readonly head?: string;
  readonly style?: string;
  readonly before?: string;
  readonly after?: string;
  readonly attributes?: string;
  readonly script?: string;
  readonly embed?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly top?: number;
  readonly changes?: boolean;
  readonly logged?: RegExp;
  /** Number of paragraphs before the embed. */
  readonly lead?: number;
}

/** A part of the story at an address that ends with `/`; an empty chapter is the whole story. */
export interface Part {
  readonly home: string;
  /** The story's name. */
  readonly name: string;
  readonly chapter: string;
}

interface Templates {
  readonly figure: (attributes?: string, home?: string) => string;
  readonly host: (name: string, shown: Shown, template?: Template) => Host;
}

const TEXT = "<p>记者从发布会上了解到,当地将继续推进相关工作,更多情况正在整理,稍后会在本页更新。</p>";

export function filler(paragraphs: number): string {
  return TEXT.repeat(paragraphs);
}

export function folderOf({ chapter }: Part): string {
  return chapter === "" ? "" : `${chapter}/`;
}

export function loader(home: string, attributes = ""): string {
  return `<script async src="${home}embed/v1/loader.js"${attributes}></script>`;
}

/** Returns writers of a part's snippets and of articles around them. */
export function templates(part: Part): Templates {
  const { home, name: story, chapter } = part;

  const figure: Templates["figure"] = (attributes = "", from = home) =>
    `<figure data-${story}="${from}"${chapter === "" ? "" : ` data-chapter="${chapter}"`}${attributes}>` +
    `<a href="${from}${folderOf(part)}"><img src="${from}icon.svg" width="320" height="200" alt="示意"></a>` +
    `<figcaption>安源转身</figcaption></figure>`;

  const host: Templates["host"] = (name, shown, template = {}) => {
    const { head = "", style = "", before = "", after = "", attributes, headers = {}, top = 0, lead = 14 } = template;
    const {
      script = loader(home),
      embed = figure(attributes),
      logged = null,
      inDefaultRun = [],
      changes = false,
    } = template;
    const html =
      `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>${name}</title>${head}<link rel="stylesheet" href="/base.css"><link rel="stylesheet" href="/${name}.css"></head>` +
      `<body><article><h1>头条</h1>${filler(lead)}${before}${embed}${after}${filler(30)}</article>${script}</body></html>`;
    return { name, shown, inDefaultRun, html, style, headers, top, changes, logged };
  };

  return { figure, host };
}
