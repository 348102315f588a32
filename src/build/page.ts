import { createHash } from "node:crypto";
import type { WeChat } from "../story/model.ts";
import { songSubset } from "./font.ts";

/** `'sha256-…'` of an inline script or style, as a content security policy names it. */
function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/**
 * What the page may do: its own scripts, fonts and pictures, the inline ones named by hash, nothing from elsewhere but the one script
 * and the one answer that the editors name for WeChat.
 */
function policy(html: string, wechat: WeChat | null): string {
  const also = (text: string | undefined): string => (text === undefined ? "" : ` ${text}`);
  const inline = (name: string) =>
    [...html.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, "g"))]
      .map((match) => hashOf(match[1] ?? ""))
      .join(" ");
  return [
    "default-src 'none'",
    `script-src 'self' ${inline("script")}${also(wechat?.sdk)}`,
    `style-src 'self' ${inline("style")}`,
    "img-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    // The story's own files, for the device to keep.
    `connect-src 'self'${also(wechat?.signature)}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types anyuan-worker${also(wechat === null ? undefined : "anyuan-wechat")}`,
  ].join("; ");
}

/** Puts the content security policy first in the head of a finished page; `wechat` is null where links are left to WeChat. */
export function withPolicy(html: string, wechat: WeChat | null = null): string {
  return html.replace(
    /<meta charset="utf-8">/,
    (found) => `${found}<meta http-equiv="Content-Security-Policy" content="${policy(html, wechat)}">`,
  );
}

/** Moves a built style sheet into the page: nothing then blocks the first paint but the page itself. */
export function withInlineStyle(html: string, css: string): string {
  return html.replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${css.trim()}</style>`);
}

/** The font file of a page and the rule that names it, `url` relative to the page. */
export async function songFace(
  text: string,
): Promise<{ readonly file: string; readonly bytes: Uint8Array; readonly rule: (url: string) => string }> {
  const bytes = await songSubset(text);
  const file = `assets/song-${createHash("sha256").update(bytes).digest("hex").slice(0, 8)}.woff2`;
  const rule = (url: string) =>
    `@font-face{font-family:"Anyuan Song";font-weight:900;font-display:swap;src:url(${url}) format("woff2")}`;
  return { file, bytes, rule };
}
