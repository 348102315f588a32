import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

/** The doors of `src/`, each with its folders in the order of their imports, as `src/README.md` has them. */
const DOORS: ReadonlyMap<string, readonly string[]> = new Map(
  [...readFileSync("src/README.md", "utf8").matchAll(/^\| `(\w+)\/` +\|.*\|(.*)\|$/gm)].map(
    ([, door = "", folders = ""]) => [door, [...folders.matchAll(/`(\w+)\/`/g)].map(([, folder = ""]) => folder)],
  ),
);

/** The programs of embeds: each runs in a document of its own. */
const PROGRAMS = ["host", "frame", "element", "builder"];

/** Foreign libraries and the one place that knows each. */
const LIBRARIES: Readonly<Record<string, RegExp>> = {
  "d3-selection": /^browser\/player\/patch-svg\.ts$/,
  scrollama: /^browser\/player\/(step-observer|scrollama\.d)\.ts$/,
  gsap: /^(?:browser\/player\/tween|workers\/obey-orders)\.ts$/,
  "d3-shape": /^core\/(picture|scenes)\//,
  "d3-path": /^core\/picture\/path\.ts$/,
  "d3-array": /^core\/(picture|scenes)\//,
  yaml: /^build\/content\//,
  zod: /^build\/content\//,
  jsep: /^build\/content\//,
  uqr: /^build\/(images|vite)\//,
  hastscript: /^build\/(site|vite)\//,
  "hast-util-to-html": /^build\/site\/html\.ts$/,
  "hast-util-from-parse5": /^build\/site\/html\.ts$/,
  parse5: /^build\/site\/html\.ts$/,
  "property-information": /^build\/vite\/element-tuples\.ts$/,
  postcss: /^build\/vite\//,
  vite: /^build\/(vite|cli)\//,
  harfbuzzjs: /^build\/vite\//,
  "@resvg/resvg-js": /^build\/vite\//,
  fflate: /^build\/cli\//,
  "playwright-core": /^build\/cli\/film\//,
  mediabunny: /^browser\/film\//,
  sharp: /^build\/vite\//,
};

/** Folders whose code asks nothing of the world. */
const PURE = /^(?:core|build\/(?:content|images|site|film))\//;

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = walk("src").map((file) => relative("src", file));

function walk(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((entry) => {
    const path = join(folder, entry);
    return statSync(path).isDirectory() ? walk(path) : entry.endsWith(".ts") ? [path] : [];
  });
}

function source(file: string): string {
  return readFileSync(join("src", file), "utf8");
}

const imports: readonly Import[] = files.flatMap((from) =>
  [...source(from).matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => {
    const to = match[1] ?? "";
    return { from, to: to.startsWith(".") ? join(dirname(from), to) : to };
  }),
);

function doorOf(file: string): string {
  return file.split("/")[0] ?? "";
}

/** The folder of a door that a file lies in; the door's own files come after all its folders. */
function depthOf(file: string): number {
  const [door = "", folder = ""] = file.split("/");
  const folders = DOORS.get(door) ?? [];
  return folders.includes(folder) ? folders.indexOf(folder) : folders.length;
}

function programOf(file: string): string | undefined {
  return /^browser\/embed\/(\w+)\//.exec(file)?.[1];
}

function name({ from, to }: Import): string {
  return `${from} → ${to}`;
}

const own = imports.filter(({ to }) => files.includes(to));

/** The page needs the address of its worker, and gets it by an import with a suffix. */
const ADDRESS = /\?worker&url$/;

describe("imports", () => {
  test("are found in every file that has any", () => {
    const importing = files.filter((file) => /^(?:import|export) .* from /m.test(source(file)));
    expect(importing.length).toBeGreaterThan(200);
    expect(importing.filter((file) => !imports.some(({ from }) => from === file))).toEqual([]);
  });

  test("stay within their door, or lead from it to core", () => {
    expect([...DOORS.keys()]).toEqual(["core", "build", "browser", "workers"]);
    expect(files.filter((file) => !DOORS.has(doorOf(file)))).toEqual([]);
    expect(own.filter(({ from, to }) => doorOf(to) !== "core" && doorOf(to) !== doorOf(from)).map(name)).toEqual([]);
    const addresses = imports.filter(({ to }) => ADDRESS.test(to));
    expect(addresses.map(({ from, to }) => [from, to.replace(ADDRESS, "")])).toEqual([
      ["browser/app.ts", "workers/stage-main.ts"],
    ]);
  });

  test("of core lead to core and to d3", () => {
    const foreign = imports.filter(
      ({ from, to }) => doorOf(from) === "core" && !files.includes(to) && !to.startsWith("d3-"),
    );
    expect(foreign.map(name)).toEqual([]);
  });

  test("point one way within a door: no folder knows a later one", () => {
    const backwards = own.filter(({ from, to }) => doorOf(from) === doorOf(to) && depthOf(to) > depthOf(from));
    expect(backwards.map(name)).toEqual([]);
    const unknown = files.filter(
      (file) => file.split("/").length > 2 && depthOf(file) === (DOORS.get(doorOf(file)) ?? []).length,
    );
    expect(unknown, "folders that src/README.md does not name").toEqual([]);
  });

  test("lead to the art of this story from nowhere but from the commands: a build is given it", () => {
    const importers = own.filter(({ from, to }) => to.startsWith("core/scenes/") && !from.startsWith("core/scenes/"));
    expect([...new Set(importers.map(({ from }) => from))]).toEqual([
      "build/cli/check.ts",
      "build/cli/film.ts",
      "build/cli/pack-press-kit.ts",
      "build/cli/scenes.ts",
    ]);
    expect(readFileSync("vite.config.ts", "utf8")).toContain('"src/core/scenes/config.ts"');
  });

  test("do not lead from one program of an embed to another", () => {
    expect([...new Set(files.flatMap((file) => programOf(file) ?? []))].sort()).toEqual([...PROGRAMS].sort());
    const across = own.filter(({ from, to }) => {
      const program = programOf(to);
      return program !== undefined && program !== programOf(from);
    });
    expect(across.map(name)).toEqual([]);
  });

  test("make no circle", () => {
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      if (done.has(file) || path.includes(file)) return;
      for (const { from, to } of imports) if (from === file && files.includes(to)) visit(to, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  test("of a foreign library go through its one door", () => {
    const strays = imports.filter(({ from, to }) =>
      Object.entries(LIBRARIES).some(
        ([library, door]) => (to === library || to.startsWith(`${library}/`)) && !door.test(from),
      ),
    );
    expect(strays.map(name)).toEqual([]);
    const unused = Object.keys(LIBRARIES).filter(
      (library) => !imports.some(({ to }) => to === library || to.startsWith(`${library}/`)),
    );
    expect(unused, "doors that nobody goes through").toEqual([]);
  });
});

describe("pure folders", () => {
  test.each(files.filter((file) => PURE.test(file) && !file.endsWith(".d.ts")))(
    "%s asks neither browser, clock nor chance",
    (file) => {
      const code = source(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*|"[^"\n]*"|'[^'\n]*'|`[^`]*`/g, "");
      // The YAML library calls its parsed text a document.
      if (!file.startsWith("build/content/")) expect(code).not.toMatch(/\bdocument\b/);
      expect(code).not.toMatch(
        /\b(?:window\.|globalThis|navigator|localStorage|process|Date|performance|fetch|setTimeout|STORY_NAME|requestAnimationFrame\b)|Math\.random/,
      );
    },
  );

  test("colours of pictures come from the palette: no scene or layout names one", () => {
    const named = files.filter(
      (file) =>
        /^core\/(?:scenes\/(?!props\/|colours-and-kinds\.ts)|picture\/layouts\/)/.test(file) &&
        /#[0-9a-f]{3,6}\b|rgb\("/i.test(source(file)),
    );
    expect(named).toEqual([]);
  });
});
