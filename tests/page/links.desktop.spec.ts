import { builtSite, type Files } from "../site.ts";
import { fixtureFiles } from "./public-fixture.ts";
import { expect, test } from "./story-test.ts";

const HOST = "https://site";

type Ids = (path: string) => ReadonlySet<string>;

/** Returns a reader of the ids of a document, which decodes each document once. */
function idReader(files: Files): Ids {
  const read = new Map<string, ReadonlySet<string>>();
  return (path) => {
    const html = read.has(path) ? "" : new TextDecoder().decode(files.get(path));
    const ids = read.get(path) ?? new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id));
    read.set(path, ids);
    return ids;
  };
}

/** Links of a document that lead neither to a file of the site nor to an id of one of its documents. */
function deadLinks(files: Files, path: string, ids: Ids): readonly string[] {
  const html = new TextDecoder().decode(files.get(path));
  const links = new Set([...html.matchAll(/ (?:href|src|srcset)="([^"]*)"/g)].map(([, link = ""]) => link));
  return [...links].filter((link) => {
    const { origin, pathname, hash } = new URL(link, HOST + path);
    if (origin !== HOST) return false;
    const file = [pathname, `${pathname}index.html`].find((name) => files.has(name));
    return file === undefined || (hash !== "" && !ids(file).has(decodeURIComponent(hash.slice(1))));
  });
}

for (const [name, read, leastLinks] of [
  ["the story", () => builtSite("dist"), 250],
  ["the fixture story with a public address", () => fixtureFiles("public"), 40],
] as const)
  test(`every link of every document of ${name} leads to a file of the site, and to an id of it`, async () => {
    const files = await read();
    const ids = idReader(files);
    const documents = [...files.keys()].filter((path) => path.endsWith("/index.html"));
    const start = new TextDecoder().decode(files.get("/index.html"));
    expect(start.match(/ (?:href|src|srcset)="/g)?.length).toBeGreaterThan(leastLinks);
    expect(documents.flatMap((path) => deadLinks(files, path, ids).map((link) => `${path} ${link}`))).toEqual([]);
  });
