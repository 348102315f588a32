import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { embedTargets } from "../../src/build/site/embed-targets.ts";
import { pressKit } from "../../src/build/site/press-kit.ts";
import { formatsOf } from "../../src/core/embed/snippet.ts";
import { realStory } from "../pictures/real-story.ts";
import { everyElement, parsed } from "../html-tree.ts";

const HOME = "https://news.example.org/anyuan/";
const story = realStory();
const parts = embedTargets(story);
const files = pressKit(story, parts, HOME, "");

describe("the box for newsrooms", () => {
  test("has the code of every part in every way, to paste and to look at", () => {
    const names = [...files.keys()].filter((name) => name.startsWith("snippets/"));
    expect(names).toHaveLength(2 * parts.reduce((sum, part) => sum + formatsOf(part).length, 0));
    for (const name of names.filter((one) => one.endsWith(".txt"))) {
      const code = files.get(name) ?? "";
      expect(parsed(code)[0]?.name, name).toBe("figure");
      expect(files.get(name.replace(".txt", ".html")), name).toContain(code);
    }
  });

  test("says of every folder what is in it", () => {
    const folders = new Set(
      [...files.keys()].flatMap((name) => (name.includes("/") ? [name.split("/")[0] ?? ""] : [])),
    );
    for (const folder of [...folders, "carousels", "oembed", "pictures", "posters", "edition", "data"])
      expect(files.get("README.md")).toContain(`| ${folder}/ |`);
    expect(files.get("README.md")).toContain(HOME);
    expect(pressKit(story, parts, "", "https://stand.example/").get("README.md")).toContain("公开网址未定");
  });

  test("has what every picture shows, as text and as a table", () => {
    const rows = parse<Record<string, string>>(files.get("texts/alt.csv") ?? "", { bom: true, columns: true });
    expect(rows.map((row) => [row["id"], row["画面"]])).toEqual(story.steps.map(({ id, alt }) => [id, alt]));
    for (const { alt, title } of story.steps) {
      expect(files.get("texts/alt.txt")).toContain(`${title}\n${alt}`);
      expect(files.get("texts/story.txt")).toContain(title);
    }
    for (const { credit, path } of parts)
      expect(files.get("texts/credits.txt")).toContain(`${credit} ${HOME}${path}\n`);
  });

  test("tries every way to show the story on its page, and has room to say what came up", () => {
    const body = /<body>([^]*)<script>/.exec(files.get("self-test.html") ?? "")?.[1] ?? "";
    const sections = everyElement(parsed(body)).filter(({ attributes }) => "data-test" in attributes);
    expect(sections.map(({ attributes }) => attributes["data-test"])).toEqual([
      "static",
      "cards",
      "frame",
      "frame",
      "inline",
    ]);
    for (const section of sections)
      expect(everyElement([section]).filter(({ attributes }) => "data-said" in attributes)).toHaveLength(1);
  });
});
