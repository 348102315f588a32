import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { copiedProject } from "../page/project-copy.ts";

const FIXTURE = "tests/fixture-story";
const KEPT = resolve("node_modules/.cache/fixture-story");

/** A build that no run has asked for in this time is removed, ms; a run that still serves one asked for it later. */
const UNUSED = 2 * 60 * 60 * 1000;

/**
 * A copy of the project, in a folder of its own, that tells the fixture story in place of the real one; whoever asks removes it. Scenes that
 * nothing but the real story uses are not in it.
 */
export function fixtureRoot(name: string): string {
  const root = copiedProject(name);
  rmSync(join(root, "story"), { recursive: true });
  cpSync(join(FIXTURE, "story"), join(root, "story"), { recursive: true });
  cpSync(join(FIXTURE, "scenes"), join(root, FIXTURE, "scenes"), { recursive: true });
  writeFileSync(
    join(root, "src/core/scenes/index.ts"),
    `export { scenes } from "../../../${FIXTURE}/scenes/index.ts";\n`,
  );
  removeUnusedScenes(root);
  return root;
}

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function removeUnusedScenes(root: string): void {
  const scenes = join(root, "src/core/scenes/");
  const used = new Set<string>();
  const use = (file: string): void => {
    for (const [, to = ""] of readFileSync(file, "utf8").matchAll(/from "(\.[^"]+\.ts)"/g)) {
      const imported = join(dirname(file), to);
      if (!imported.startsWith(scenes) || used.has(imported)) continue;
      used.add(imported);
      use(imported);
    }
  };
  const files = filesIn(join(root, "src")).filter((file) => file.endsWith(".ts"));
  for (const file of files) if (!file.startsWith(scenes)) use(file);
  for (const file of files) if (file.startsWith(scenes) && !used.has(file)) rmSync(file);
}

function hashOf(root: string, address: string): string {
  const hash = createHash("sha256").update(readFileSync("package-lock.json")).update(address);
  for (const file of filesIn(root)) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

/** Builds the project in `root` into `folder` for a public address, which may be empty. Rejects with the output of a build that fails. */
async function buildInto(folder: string, root: string, address: string): Promise<void> {
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
}

/** The folder of the fixture story's built site. It is built only when something that a build reads has changed. */
export async function builtFixture({ address = "", settings = "" }: Edition = {}): Promise<string> {
  const root = fixtureRoot("fixture");
  try {
    appendFileSync(join(root, "story/site.yaml"), settings);
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
