/** Has no query or fragment, so that a page's path can be appended. */
const ADDRESS = /^https?:\/\/[^\s/?#"<>]+(?:\/[^\s?#"<>]*)?$/;

/** Allows only characters that need no escape in a Content-Security-Policy source. */
const SECURE_FILE = /^https:\/\/[a-z0-9.-]+(?::\d+)?\/(?:[\w.~%-]+\/)*[\w.~%-]+$/;

export function isHttpsFileUrl(text: string): boolean {
  return SECURE_FILE.test(text);
}

/** A path from the site's own folder, without a way out of it. */
const FILE_IN_SITE = /^(?:(?!\.\.?\/)[\w.~%-]+\/)*[\w.~%-]+$/;

export function isFileInSite(text: string): boolean {
  return FILE_IN_SITE.test(text);
}

export function isBaseUrl(text: string): boolean {
  return ADDRESS.test(text);
}

export function withTrailingSlash(text: string): string {
  return text === "" || text.endsWith("/") ? text : `${text}/`;
}
