import { expect, test } from "vitest";
import { buildArticle } from "../../src/build/site/article.ts";
import { atomFeed } from "../../src/build/site/feed.ts";
import { parsePage, toHtml } from "../../src/build/site/html.ts";
import { addCsp } from "../../src/build/vite/csp.ts";
import { fixtureStory } from "../fixture-story/compiled.ts";

const story = fixtureStory();
const [chapter] = story.chapters;
const address = "https://example.org/night.mp3";
const HOME = "https://example.org/harbour/";
const recorded = {
  ...story,
  site: { ...story.site, recordings: [{ chapter: chapter?.id ?? "", address, times: [3] }] },
};

test("a recording is an enclosure of the feed", () => {
  expect(atomFeed(recorded, "https://example.org/")).toContain(
    `<link rel="enclosure" type="audio/mpeg" title="${chapter?.title}" href="${address}"></link>`,
  );
  expect(atomFeed(story, "https://example.org/")).not.toContain("enclosure");
});

test("a recording in the site's folder has its public address in the feed", () => {
  const [own] = recorded.site.recordings.map((one) => ({ ...one, address: "recordings/night.mp3" }));
  const feed = atomFeed({ ...story, site: { ...story.site, recordings: own === undefined ? [] : [own] } }, HOME);
  expect(feed).toContain(`href="${HOME}recordings/night.mp3"`);
});

test.each([
  [[], "blob:"],
  [["https://example.org/a.mp3", "https://example.org/b/c.mp3"], "blob: https://example.org"],
  [["https://a.example:8443/a.mp3", "recordings/b.ogg"], "blob: https://a.example:8443 'self'"],
])("the policy of a page that can be listened to allows the sources of %j alone", (addresses, allowed) => {
  const recordings = addresses.map((one) => ({ chapter: "night", address: one, times: [] }));
  const rules = (page: Parameters<typeof addCsp>[2]) =>
    toHtml(addCsp(parsePage("<!doctype html><html><head><meta charset=utf-8></head></html>"), story.site, page));
  expect(rules({ recordings })).toContain(`; media-src ${allowed};`);
  expect(rules({})).not.toContain("media-src");
});

test("a chapter with a recording links it at its end, without a script, and another has no such link", () => {
  const page = (told: typeof story) => toHtml([...(buildArticle(told, "").chapters?.children ?? [])]);
  expect(page(recorded).match(/href="?https:\/\/example\.org\/night\.mp3"?/g)).toHaveLength(1);
  expect(page(recorded)).toContain('data-recording="3"');
  expect(page(story)).not.toContain("录音");
});
