import { mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildInto, fixtureRoot } from "../fixture-story/build.ts";
import { builtSite, type Files } from "../site.ts";
import { multiplySteps } from "./size-story.ts";

/**
 * Stands in for the code that makes pages and pictures: the start page and its scripts are enough, and hundreds of
 * pages take minutes.
 */
const START_PAGE_ONLY = `import { siteCode as whole } from "./whole-site.ts";

const renderSite: typeof whole.renderSite = (story, home) => {
  const site = whole.renderSite(story, home);
  return { ...site, addresses: site.addresses.slice(0, 1) };
};

export const siteCode = { ...whole, allImages: () => [], longImageParts: () => [], renderSite };
`;

/** Builds the fixture story with a number of steps; its site has only the start page. */
export async function buildSteps(count: number): Promise<Files> {
  const root = fixtureRoot("size");
  const folder = await mkdtemp(join(tmpdir(), "anyuan-size-site-"));
  try {
    const story = join(root, "story");
    const names = await readdir(story);
    const texts = names.map(async (name): Promise<[string, string]> => [
      name,
      await readFile(join(story, name), "utf8"),
    ]);
    const files = multiplySteps(new Map(await Promise.all(texts)), count);
    for (const name of names) await rm(join(story, name));
    for (const [name, text] of files) await writeFile(join(story, name), text);
    const entry = join(root, "src/build/vite/site-entry.ts");
    await rename(entry, join(root, "src/build/vite/whole-site.ts"));
    await writeFile(entry, START_PAGE_ONLY);
    await buildInto(folder, root, "");
    return await builtSite(folder);
  } finally {
    for (const made of [root, folder]) await rm(made, { recursive: true, force: true });
  }
}
