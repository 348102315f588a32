import type { Mount } from "../../lib/defer.ts";

/** Rows of the tables of facts and entries of the glossary, by their fragments (`fact-…`, `term-…`). */
export interface FactEntries {
  /** Null also while they are not loaded. */
  readonly find: (fragment: string) => HTMLElement | null;
  readonly href: (fragment: string) => string;
  readonly isLoaded: () => boolean;
  /** Resolves with false when they cannot be loaded; the next call tries again. */
  readonly load: () => Promise<boolean>;
  /** Copies what `selector` selects; nothing if the document itself has it. */
  readonly copies: (selector: string) => readonly Element[];
}

/** Finds the entries in the document that is read, as embeds have them: their origin may be opaque. */
export function ownEntries(root: ParentNode): FactEntries {
  return {
    find: (fragment) => root.querySelector<HTMLElement>(`[id="${fragment}"]`),
    href: (fragment) => `#${fragment}`,
    isLoaded: () => true,
    load: () => Promise.resolve(true),
    copies: () => [],
  };
}

/** Time after which a reader is led to the page itself, ms. */
const PATIENCE = 6000;

/** Loads a page without running its scripts; null when it does not come. */
function fetchDocument(address: string, signal: AbortSignal): Promise<Document | null> {
  return new Promise((done) => {
    // The browser parses the answer: `DOMParser` would need a Trusted Types policy.
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.timeout = PATIENCE;
    request.addEventListener("loadend", () => done(request.status === 200 ? request.responseXML : null));
    signal.addEventListener("abort", () => request.abort());
    request.send();
  });
}

/** Copies of the links stand in a document at another address. Those of the whole page at once took 30 ms at 4×. */
function makeLinksAbsolute<T extends Element>(part: T): T {
  for (const link of part.querySelectorAll<HTMLAnchorElement>("a[href]")) link.setAttribute("href", link.href);
  return part;
}

/** Finds the entries in the page of facts, at an absolute address, once it is loaded. */
export function entriesOfPage(address: string, { view, signal }: Mount): FactEntries {
  let loaded: Document | null = null;
  let coming: Promise<boolean> | null = null;

  async function load(): Promise<boolean> {
    loaded = await fetchDocument(address, signal);
    if (loaded === null) coming = null;
    return loaded !== null;
  }

  return {
    find(fragment) {
      const row = loaded?.querySelector<HTMLElement>(`[id="${fragment}"]`) ?? null;
      return row === null ? null : makeLinksAbsolute(row);
    },
    href: (fragment) => `${address}#${fragment}`,
    isLoaded: () => loaded !== null,
    load: () => (coming ??= load()),
    copies: (selector) =>
      [...(loaded?.querySelectorAll(selector) ?? [])].map((part) =>
        view.document.importNode(makeLinksAbsolute(part), true),
      ),
  };
}

/** Text of a part of a fact's row, by its class name; empty while it is unknown. */
export function factText(entries: FactEntries, fact: string, part: string): string {
  return entries.find(`fact-${fact}`)?.querySelector(`.${part}`)?.textContent ?? "";
}
