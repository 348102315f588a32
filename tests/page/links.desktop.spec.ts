import { builtSite, type Files } from "../site.ts";
import { fixtureFiles } from "./public-fixture.ts";
import { expect, test } from "./story-test.ts";

const HOST = "https://site";

/** Links of a document that lead neither to a file of the site nor to an id of the document. */
function deadLinks(files: Files, path: string): readonly string[] {
  const html = new TextDecoder().decode(files.get(path));
  const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id));
  const links = new Set([...html.matchAll(/ (?:href|src|srcset)="([^"]*)"/g)].map(([, link = ""]) => link));
  return [...links].filter((link) => {
    if (link.startsWith("#")) return !ids.has(decodeURIComponent(link.slice(1)));
    const { origin, pathname } = new URL(link, HOST + path);
    return origin === HOST && !files.has(pathname) && !files.has(`${pathname}index.html`);
  });
}

for (const [name, read, leastLinks] of [
  ["the story", () => builtSite("dist"), 300],
  ["the fixture story with a public address", () => fixtureFiles("public"), 40],
] as const)
  test(`every link of every document of ${name} leads to a file of the site or to an id of the document`, async () => {
    const files = await read();
    const documents = [...files.keys()].filter((path) => path.endsWith("/index.html"));
    const start = new TextDecoder().decode(files.get("/index.html"));
    expect(start.match(/ (?:href|src|srcset)="/g)?.length).toBeGreaterThan(leastLinks);
    expect(documents.flatMap((path) => deadLinks(files, path).map((link) => `${path} ${link}`))).toEqual([]);
  });
