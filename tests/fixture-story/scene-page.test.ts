import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { renderSite } from "../../src/build/site/render-site.ts";
import { stillFile } from "../../src/core/model/files.ts";
import { fixtureStory } from "./compiled.ts";

// After a change, `npx vitest run -c tests/vitest.config.ts tests/fixture-story/scene-page.test.ts -u` writes both files anew.
const scene = readFileSync("tests/fixture-story/scenes/ships.ts", "utf8");

test("docs/scene.md shows the scene of the ships, which has at most 40 lines below its imports", async () => {
  const lines = scene.trimEnd().split("\n");
  expect(lines.filter((line) => !line.startsWith("import ")).length).toBeLessThanOrEqual(40);
  const page = readFileSync("docs/scene.md", "utf8");
  const shown = page.replace(/```ts\n[^]*?```/, () => `\`\`\`ts\n${scene}\`\`\``);
  await expect(shown).toMatchFileSnapshot("../../docs/scene.md");
});

test("docs/scene.svg is the still of that scene", async () => {
  const still = renderSite(fixtureStory(), "")
    .files()
    .get(stillFile({ id: "ships" }, "day"));
  await expect(still).toMatchFileSnapshot("../../docs/scene.svg");
});
