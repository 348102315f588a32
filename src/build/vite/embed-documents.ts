import type { StoryAddress } from "../../core/embed/snippet.ts";
import { h } from "hastscript";
import { EMBED_FILES, type EmbedPage } from "../site/embed-page.ts";
import { buildPage, mapElements, toHtml } from "../site/html.ts";
import { addCsp } from "./csp.ts";
import { rebaseLinks } from "./page-shell.ts";

interface Built extends StoryAddress {
  readonly css: string;
  readonly script: string;
  /** Writes the `@font-face` rule for a document at a path of the story. */
  readonly face: (path: string) => string;
}

export function writeEmbedDocuments(
  pages: readonly EmbedPage[],
  { home, name, css, script, face }: Built,
): ReadonlyMap<string, string> {
  return new Map(
    pages.map(({ path, root, head, main }): readonly [string, string] => {
      const whole = buildPage([...head, h("style", css), h("style", face(path))], [main], root);
      const page = mapElements(whole, (element) =>
        element.properties["src"] === EMBED_FILES.story
          ? { ...element, properties: { ...element.properties, src: script } }
          : element,
      );
      return [
        `${path}index.html`,
        toHtml(addCsp(rebaseLinks(page, path), { name, wechat: null }, { home, blobWorkers: true })),
      ];
    }),
  );
}
