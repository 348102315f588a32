import { createHash } from "node:crypto";
import type { Element, Root } from "hast";
import { h } from "hastscript";
import { visit } from "unist-util-visit";
import { stagePolicy, wechatPolicy, workerPolicy } from "../../core/model/names.ts";
import type { Recording, Site } from "../../core/model/story.ts";
import { mapElements, textOf } from "../site/html.ts";

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

function attributeStyles(tree: Element | Root): string {
  const styles = new Set<string>();
  visit(tree, "element", ({ properties: { style } }) => {
    if (typeof style === "string") styles.add(hashOf(style));
  });
  return ["'unsafe-hashes'", ...styles].join(" ");
}

type Publisher = Pick<Site, "name" | "wechat">;

/** Hashes of the page's own scripts or styles; an element with attributes is a file or data. */
function inlineHashes(page: Root, name: "script" | "style"): string {
  const hashes: string[] = [];
  visit(page, "element", (element) => {
    if (element.tagName === name && Object.keys(element.properties).length === 0) hashes.push(hashOf(textOf(element)));
  });
  return hashes.join(" ");
}

/** Lists the sources of the recordings, each once: the site itself for files in its folder. */
function soundSources(recordings: readonly Recording[]): readonly string[] {
  const own = recordings.map(({ address }) => (address.includes(":") ? new URL(address).origin : "'self'"));
  return ["blob:", ...new Set(own)];
}

interface Other {
  /**
   * Public URL, or empty. A sandboxed document has an opaque origin, and WebKit then matches nothing with `'self'`, so
   * the URL is listed too.
   */
  readonly home?: string;
  readonly frames?: boolean;
  /** Those of a page that can be listened to; null for any other page. */
  readonly recordings?: readonly Recording[] | null;
  /** Without an origin a document can begin a worker from a blob alone. */
  readonly blobWorkers?: boolean;
  /**
   * Content that the page copies to the clipboard. Browsers sanitize it inside the page, so its style attributes need
   * hashes.
   */
  readonly pasted?: Element | null;
}

function policy(
  page: Root,
  { name, wechat }: Publisher,
  { home = "", frames = false, recordings = null, blobWorkers = false, pasted = null }: Other,
): string {
  const also = (text: string | undefined): string => (text === undefined ? "" : ` ${text}`);
  const own = `'self'${also(home === "" ? undefined : home)}`;
  return [
    "default-src 'none'",
    `script-src ${own} ${inlineHashes(page, "script")}${also(wechat?.sdk)}`,
    `style-src 'self' ${inlineHashes(page, "style")}${also(pasted === null ? undefined : attributeStyles(pasted))}`,
    `img-src ${own}`,
    `font-src ${own}`,
    "manifest-src 'self'",
    // The silent sound that gives a page that speaks the lock screen's controls, and the recordings.
    ...(recordings === null ? [] : [`media-src ${soundSources(recordings).join(" ")}`]),
    // For the offline copy of the story's files.
    `connect-src 'self'${also(wechat?.signature)}`,
    `worker-src ${blobWorkers ? `${own} blob:` : "'self'"}`,
    ...(frames ? ["frame-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${workerPolicy(name)} ${stagePolicy(name)}${also(wechat === null ? undefined : wechatPolicy(name))}${also(frames ? "default" : undefined)}`,
  ].join("; ");
}

function withPolicy(page: Root, content: string): Root {
  const meta = h("meta", { httpEquiv: "Content-Security-Policy", content });
  return mapElements(page, (element) =>
    element.tagName === "head"
      ? {
          ...element,
          children: element.children.flatMap((child) =>
            child.type === "element" && child.properties["charSet"] !== undefined ? [child, meta] : [child],
          ),
        }
      : element,
  );
}

export function addCsp(page: Root, site: Publisher, other: Other = {}): Root {
  return withPolicy(page, policy(page, site, other));
}

export function addStyleCsp(page: Root): Root {
  const allowed = attributeStyles(page);
  return withPolicy(
    page,
    `default-src 'none'; img-src 'self'; style-src ${allowed}; base-uri 'none'; form-action 'none'`,
  );
}
