import { expect, test } from "vitest";
import { realStory } from "../pictures/real-story.ts";
import { findStale, judgeGoldens, refuseDifferences } from "./files.ts";
import { SITE, writeSite } from "./site.ts";

const made = writeSite(realStory());
const files = [...made.keys()];

test.each(files)("writes %s as its golden has it", (file) => {
  refuseDifferences(judgeGoldens(SITE, new Map([[file, made.get(file) ?? ""]])));
});

test("compares pages, embed documents, snippets, oEmbed, feed, sitemap and data of the site", () => {
  const kinds = [/^index\.html$/, /^embed\/index\.html$/, /^snippets\/.*\.txt$/, /^oembed\//, /^feed\.xml$/];
  for (const kind of [...kinds, /^sitemap\.xml$/, /^data\/.*csv$/, /^data\/.*json$/])
    expect(files).toContainEqual(expect.stringMatching(kind));
});

test("keeps no golden without a file of the site", () => {
  refuseDifferences(findStale(SITE, files));
});
