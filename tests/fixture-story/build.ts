import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { mkdir, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { copiedProject } from "../page/project-copy.ts";

const FIXTURE = "tests/fixture-story";
const KEPT = resolve("node_modules/.cache/fixture-story");

/** A build that no run has asked for in this time is removed, ms; a run that still serves one asked for it later. */
const UNUSED = 2 * 60 * 60 * 1000;

/**
 * A copy of the project, in a folder of its own, whose build is given the fixture story's texts and art; whoever asks removes it. The art of
 * the story that is shipped is not in it.
 */
export function fixtureRoot(name: string): string {
  const root = copiedProject(name);
  for (const part of ["story", "src/core/scenes"]) rmSync(join(root, part), { recursive: true });
  cpSync(join(FIXTURE, "story"), join(root, "story"), { recursive: true });
  cpSync(join(FIXTURE, "scenes"), join(root, FIXTURE, "scenes"), { recursive: true });
  writeFileSync(
    join(root, "vite.config.ts"),
    `import { viteConfig } from "./src/build/vite/vite-config.ts";\n\nexport default viteConfig("${FIXTURE}/scenes/config.ts");\n`,
  );
  return root;
}

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function hashOf(root: string, address: string): string {
  const hash = createHash("sha256").update(readFileSync("package-lock.json")).update(address);
  for (const file of filesIn(root)) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

/** Builds the project in `root` into `folder` for a public address, which may be empty. Rejects with the output of a build that fails. */
export async function buildInto(folder: string, root: string, address: string): Promise<void> {
  // Tools that load the sources run as "development", and a build of theirs would be one of that kind.
  const env = { ...process.env, NODE_ENV: "production", SITE_URL: address };
  const options = ["--config", join(root, "vite.config.ts"), "--outDir", folder, "--emptyOutDir", "--logLevel", "warn"];
  await promisify(execFile)(process.execPath, ["node_modules/vite/bin/vite.js", "build", root, ...options], { env });
}

async function removeUnusedBuilds(): Promise<void> {
  const oldest = Date.now() - UNUSED;
  for (const name of await readdir(KEPT)) {
    const folder = join(KEPT, name);
    const used = (await stat(folder).catch(() => undefined))?.mtimeMs ?? Infinity;
    if (used < oldest) await rm(folder, { recursive: true, force: true });
  }
}

interface Edition {
  /** Public address with `/` at its end; none without it. */
  readonly address?: string;
  /** YAML at the end of `story/site.yaml`. */
  readonly settings?: string;
  /** Steps at the end of the first chapter. */
  readonly steps?: string;
  /** Names of files in `assets/`, without content. */
  readonly assets?: readonly string[];
}

/** The folder of the fixture story's built site. It is built only when something that a build reads has changed. */
export async function builtFixture({
  address = "",
  settings = "",
  steps = "",
  assets = [],
}: Edition = {}): Promise<string> {
  const root = fixtureRoot("fixture");
  try {
    appendFileSync(join(root, "story/site.yaml"), settings);
    appendFileSync(join(root, "story/1-night.md"), steps);
    for (const name of assets) {
      mkdirSync(dirname(join(root, "assets", name)), { recursive: true });
      writeFileSync(join(root, "assets", name), "");
    }
    const folder = join(KEPT, hashOf(root, address));
    if (!existsSync(folder)) {
      // Built beside and renamed, so that a run at the same time never reads half a site.
      const draft = `${folder}.${randomUUID()}`;
      await mkdir(KEPT, { recursive: true });
      await buildInto(draft, root, address);
      await rename(draft, folder).catch(async (error: unknown) => {
        await rm(draft, { recursive: true });
        if (!existsSync(folder)) throw error;
      });
    }
    const now = new Date();
    await utimes(folder, now, now);
    await removeUnusedBuilds();
    return folder;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
