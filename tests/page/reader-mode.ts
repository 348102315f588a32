import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { PARTS } from "./parts.ts";

const LIBRARY = "readability/Readability.js";

/** Takes Mozilla's Readability out of the Firefox that is tested, which reads pages with it. */
function readabilitySource(): string {
  const folder = dirname(realpathSync(process.env.FIREFOX_PATH ?? ""));
  const archive = [join(folder, "omni.ja"), join(folder, "../Resources/omni.ja")].find((path) => existsSync(path));
  if (archive === undefined) throw new Error(`no omni.ja beside ${folder}`);
  const [source] = Object.values(unzipSync(readFileSync(archive), { filter: ({ name }) => name.endsWith(LIBRARY) }));
  if (source === undefined) throw new Error(`no ${LIBRARY} in ${archive}`);
  return strFromU8(source);
}

export interface Reading {
  /** The page's title, its lede and the sentences of its steps. */
  readonly written: readonly string[];
  /** The text of reader mode. */
  readonly read: string;
}

/** Reads a document as reader mode does, in an empty page: the story's own policy admits no other script. */
export async function readInReaderMode(page: Page, html: string): Promise<Reading> {
  await page.goto("about:blank");
  const parsed = `new DOMParser().parseFromString(${JSON.stringify(html)}, "text/html")`;
  const content = `${readabilitySource()}; document.body.textContent = new Readability(${parsed}).parse().textContent;`;
  await page.addScriptTag({ content });
  const read = withoutSpace(await page.locator("body").textContent());
  const passages = `h1, ${PARTS.deck}, ${PARTS.grammar} p, ${PARTS.paragraph}`;
  const texts = await page.evaluate(
    ([markup, selector]) =>
      [...new DOMParser().parseFromString(markup, "text/html").querySelectorAll(selector)]
        .filter((node) => node.closest("[hidden], [aria-hidden=true]") === null)
        // A paragraph without a stop is a way to another place.
        .filter((node) => node.localName === "h1" || /[。？！]/u.test(node.textContent))
        .map((node) => node.textContent),
    [html, passages] as const,
  );
  return { written: texts.map(withoutSpace), read };
}

function withoutSpace(text: string | null): string {
  return (text ?? "").replaceAll(/\s/gu, "");
}
