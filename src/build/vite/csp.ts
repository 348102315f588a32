import { createHash } from "node:crypto";
import type { WeChat } from "../../core/model/story.ts";

/** `'sha256-…'` of an inline script or style, as a content security policy names it. */
function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** The styles at the elements of some HTML, as a policy lets them in. */
function attributeStyles(html: string): string {
  const styles = new Set([...html.matchAll(/ style="([^"]*)"/g)].map(([, style = ""]) => hashOf(style)));
  return ["'unsafe-hashes'", ...styles].join(" ");
}

/** What pages beside the story's own may do besides. */
interface Other {
  /**
   * The story's public address, or empty: what stands in a sandbox has no origin, and WebKit then knows no `'self'`. Without an address
   * the words and pictures are left to it.
   */
  readonly home?: string;
  /** Show in frames what other pages show of the story. */
  readonly frames?: boolean;
  /** HTML that the page hands to the clipboard; browsers clean it in the page itself, its styles among it. */
  readonly pasted?: string;
}

/**
 * What the page may do: its own scripts, fonts and pictures, the inline ones named by hash, nothing from elsewhere but the one script
 * and the one answer that the editors name for WeChat.
 */
function policy(html: string, wechat: WeChat | null, { home = "", frames = false, pasted = "" }: Other): string {
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
    // The story's own files, for the device to keep.
    `connect-src 'self'${also(wechat?.signature)}`,
    "worker-src 'self'",
    ...(frames ? ["frame-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types anyuan-worker${also(wechat === null ? undefined : "anyuan-wechat")}${also(frames ? "default" : undefined)}`,
  ].join("; ");
}

/** Puts the content security policy first in the head of a finished page; `wechat` is null where links are left to WeChat. */
export function addCsp(html: string, wechat: WeChat | null = null, other: Other = {}): string {
  return html.replace(
    /<meta charset="utf-8">/,
    (found) => `${found}<meta http-equiv="Content-Security-Policy" content="${policy(html, wechat, other)}">`,
  );
}

/** Puts a policy into a page of texts whose styles stand at their elements: these styles, the story's pictures, and nothing that runs. */
export function addStyleCsp(html: string): string {
  const policy = `default-src 'none'; img-src 'self'; style-src ${attributeStyles(html)}; base-uri 'none'; form-action 'none'`;
  return html.replace(
    /<meta charset="utf-8">/,
    (found) => `${found}<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
}
