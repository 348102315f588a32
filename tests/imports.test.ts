import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

/** Folders of `src/` in the order data flows; a file imports from its own folder or an earlier one. `build` is the shell around them all. */
const ORDER = [
  "story",
  "picture",
  "formations",
  "motifs",
  "scenes",
  "draw",
  "drive",
  "publish",
  "page",
  "reader",
  "embed",
  ".",
  "build",
];

/** Folders whose code runs anywhere: no browser, no clock, no chance. */
const PURE = ["story", "picture", "formations", "motifs", "scenes", "publish", "page"];

/** Foreign libraries and the one place that knows each. */
const DOORS: Readonly<Record<string, RegExp>> = {
  "d3-selection": /^draw\/adopt\.ts$/,
  scrollama: /^drive\/scroll(ama\.d)?\.ts$/,
  gsap: /^drive\/clock\.ts$/,
  "d3-shape": /^(scenes|formations|motifs)\//,
  yaml: /^story\//,
  zod: /^story\//,
  jsep: /^story\//,
  uqr: /^(build|publish)\//,
  parse5: /^build\//,
  postcss: /^build\//,
  vite: /^build\//,
  harfbuzzjs: /^build\//,
  "@resvg/resvg-js": /^build\//,
  fflate: /^build\//,
  sharp: /^build\//,
};

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = walk("src").map((file) => relative("src", file));

function walk(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : name.endsWith(".ts") ? [path] : [];
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

function folder(file: string): string {
  return dirname(file).split("/")[0] ?? ".";
}

describe("imports", () => {
  test("are found in every file that has any", () => {
    const importing = files.filter((file) => /^(?:import|export) .* from /m.test(source(file)));
    expect(importing.length).toBeGreaterThan(200);
    expect(importing.filter((file) => !imports.some(({ from }) => from === file))).toEqual([]);
  });

  test("point one way: no folder knows a later one", () => {
    const backwards = imports.filter(
      ({ from, to }) => files.includes(to) && ORDER.indexOf(folder(to)) > ORDER.indexOf(folder(from)),
    );
    expect(backwards.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
    expect(files.filter((file) => !ORDER.includes(folder(file)))).toEqual([]);
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
      Object.entries(DOORS).some(
        ([library, door]) => (to === library || to.startsWith(`${library}/`)) && !door.test(from),
      ),
    );
    expect(strays.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
    const unused = Object.keys(DOORS).filter(
      (library) => !imports.some(({ to }) => to === library || to.startsWith(`${library}/`)),
    );
    expect(unused, "doors that nobody goes through").toEqual([]);
  });
});

describe("pure folders", () => {
  test.each(files.filter((file) => PURE.includes(folder(file)) && !file.endsWith(".d.ts")))(
    "%s asks neither browser, clock nor chance",
    (file) => {
      const code = source(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*|"[^"\n]*"|'[^'\n]*'|`[^`]*`/g, "");
      // The YAML library calls its parsed text a document.
      if (folder(file) !== "story") expect(code).not.toMatch(/\bdocument\b/);
      expect(code).not.toMatch(
        /\b(?:window\.|globalThis|navigator|localStorage|process|Date|performance|fetch|setTimeout|requestAnimationFrame\b)|Math\.random/,
      );
    },
  );

  test("colours of pictures come from the palette: no scene or formation names one", () => {
    const named = files.filter(
      (file) => ["scenes", "formations"].includes(folder(file)) && /#[0-9a-f]{3,6}\b|rgb\("/i.test(source(file)),
    );
    expect(named).toEqual([]);
  });
});
