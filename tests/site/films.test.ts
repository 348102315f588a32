import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { renderSite } from "../../src/build/site/render-site.ts";
import { buildAppendix } from "../../src/build/site/appendix.ts";
import { embedTargets } from "../../src/build/site/embed-targets.ts";
import { pressKit, PRESS_KIT_ASSETS } from "../../src/build/site/press-kit.ts";
import { toHtml } from "../../src/build/site/html.ts";
import { realStory } from "../pictures/real-story.ts";

const HOME = "https://news.example.org/anyuan/";
const story = realStory();

test("every page names the films that were made, for its share dialog; without films it says nothing", () => {
  const made = renderSite(story, HOME, ["story", "idea"]);
  expect(made.addresses.map((address) => made.page(address).root["dataFilms"])).toEqual(
    made.addresses.map(() => "story idea"),
  );
  const bare = renderSite(story, HOME);
  for (const address of bare.addresses) expect(bare.page(address).root).not.toHaveProperty("dataFilms");
});

test("the downloads have the films that were made, and no others", () => {
  const html = toHtml({ type: "root", children: [buildAppendix(story, HOME, ["story", "idea"])] });
  const links = [...html.matchAll(/<a href="(films\/[^"]+)" download="([^"]+)" aria-label="([^"]+)">([^<]+)</g)];
  expect(links.map(([, ...parts]) => parts)).toEqual([
    ["films/story.mp4", "安源转身-story.mp4", "影片：安源转身", "影片"],
    ["films/idea.mp4", "安源转身-idea.mp4", "影片：没有“形成”，只有“要”", "叁"],
  ]);
  expect(toHtml({ type: "root", children: [buildAppendix(story, HOME, [])] })).not.toContain("films/");
});

test("hosts send films as films, and let other sites keep them", () => {
  const nginx = readFileSync("docs/nginx.conf", "utf8");
  expect(nginx).toMatch(/^\s*video\/mp4 mp4;$/m);
  expect(nginx).toMatch(/\|films\|/);
  expect(readFileSync("assets/_headers", "utf8")).toMatch(/^\/films\/\*\n {2}Cache-Control: public/m);
});

test("the press kit takes films and covers, and says so where there are any", () => {
  expect(
    ["films/story.mp4", "films/story-3x4.png", "posters/cover.png"].every((path) => PRESS_KIT_ASSETS.test(path)),
  ).toBe(true);
  const readme = (films: boolean): string =>
    pressKit(story, embedTargets(story), HOME, "", films).get("README.md") ?? "";
  expect(readme(true)).toMatch(/^\| films\/ \| .+ \|$/m);
  expect(readme(true).replace(/^\| films\/.*\n/m, "")).toBe(readme(false));
});
