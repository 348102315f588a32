import { expect, test } from "vitest";
import { buildArticle } from "../../src/build/site/article.ts";
import { toHtml } from "../../src/build/site/html.ts";
import { fixtureStory } from "../fixture-story/compiled.ts";

test("a page says how a fact is spoken, in the text and in the picture's description", () => {
  const story = fixtureStory();
  const facts = story.facts.map((fact) => (fact.id === "night-ships" ? { ...fact, spoken: "八十条船" } : fact));
  const page = toHtml([...(buildArticle({ ...story, facts }, "").chapters?.children ?? [])]);
  expect(page).toMatch(/<a class=["a-z ]*fact[^>]* data-spoken="八十条船"[^>]*>/);
  expect(page).toMatch(/<figcaption>画面：[^<]*<span data-spoken="八十条船">80艘<\/span>/);
  expect(page.match(/data-spoken/g)?.length).toBeLessThan(9);
});
