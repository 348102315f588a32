import { createHash } from "node:crypto";
import { wechatPolicy, workerPolicy } from "../../core/model/names.ts";
import type { Site } from "../../core/model/story.ts";

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

function attributeStyles(html: string): string {
  const styles = new Set([...html.matchAll(/ style="([^"]*)"/g)].map(([, style = ""]) => hashOf(style)));
  return ["'unsafe-hashes'", ...styles].join(" ");
}

type Publisher = Pick<Site, "name" | "wechat">;

interface Other {
  /**
   * Public URL, or empty. A sandboxed document has an opaque origin, and WebKit then matches nothing with `'self'`, so
   * the URL is listed too.
   */
  readonly home?: string;
  readonly frames?: boolean;
  /**
   * HTML that the page copies to the clipboard. Browsers sanitize it inside the page, so its style attributes need
   * hashes.
   */
  readonly pasted?: string;
}

/**
 * Allows the story's own files, inline scripts and styles by hash, and nothing else but WeChat's script and signature
 * URL.
 */
function policy(html: string, { name, wechat }: Publisher, { home = "", frames = false, pasted = "" }: Other): string {
  const also = (text: string | undefined): string => (text === undefined ? "" : ` ${text}`);
  const own = `'self'${also(home === "" ? undefined : home)}`;
  const inline = (name: string) =>
    [...html.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, "g"))]
      .map((match) => hashOf(match[1] ?? ""))
      .join(" ");
  return [
    "default-src 'none'",
    `script-src ${own} ${inline("script")}${also(wechat?.sdk)}`,
    `style-src 'self' ${inline("style")}${also(pasted === "" ? undefined : attributeStyles(pasted))}`,
    `img-src ${own}`,
    `font-src ${own}`,
    "manifest-src 'self'",
    // For the offline copy of the story's files.
    `connect-src 'self'${also(wechat?.signature)}`,
    "worker-src 'self'",
    ...(frames ? ["frame-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${workerPolicy(name)}${also(wechat === null ? undefined : wechatPolicy(name))}${also(frames ? "default" : undefined)}`,
  ].join("; ");
}

/** Inserts the CSP first in the head. `wechat` is null on pages that do not load it. */
export function addCsp(html: string, site: Publisher, other: Other = {}): string {
  return html.replace(
    /<meta charset="utf-8">/,
    (found) => `${found}<meta http-equiv="Content-Security-Policy" content="${policy(html, site, other)}">`,
  );
}

/** Inserts a CSP for a page with style attributes: these styles, the story's pictures and no scripts. */
export function addStyleCsp(html: string): string {
  const content = `default-src 'none'; img-src 'self'; style-src ${attributeStyles(html)}; base-uri 'none'; form-action 'none'`;
  return html.replace(
    /<meta charset="utf-8">/,
    (found) => `${found}<meta http-equiv="Content-Security-Policy" content="${content}">`,
  );
}
