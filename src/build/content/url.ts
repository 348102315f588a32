/** Of an address: scheme and host, then perhaps folders; nothing that a page's own path could not follow. */
const ADDRESS = /^https?:\/\/[^\s/?#"<>]+(?:\/[^\s?#"<>]*)?$/;

/** One file of a host, in characters that stand for themselves in a page's policy. */
const SECURE_FILE = /^https:\/\/[a-z0-9.-]+(?::\d+)?\/(?:[\w.~%-]+\/)*[\w.~%-]+$/;

/** Whether a text is the address of one file, over an encrypted connection, with nothing asked of it. */
export function isHttpsFileUrl(text: string): boolean {
  return SECURE_FILE.test(text);
}

/** Whether a text can be the address of a folder on the web. */
export function isBaseUrl(text: string): boolean {
  return ADDRESS.test(text);
}

/** An address of a folder with `/` at its end; an empty one stays empty. */
export function withTrailingSlash(text: string): string {
  return text === "" || text.endsWith("/") ? text : `${text}/`;
}
