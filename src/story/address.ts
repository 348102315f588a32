/** Of an address: scheme and host, then perhaps folders; nothing that a page's own path could not follow. */
const ADDRESS = /^https?:\/\/[^\s/?#"<>]+(?:\/[^\s?#"<>]*)?$/;

/** Whether a text can be the address of a folder on the web. */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text);
}

/** An address of a folder with `/` at its end; an empty one stays empty. */
export function folderAddress(text: string): string {
  return text === "" || text.endsWith("/") ? text : `${text}/`;
}
