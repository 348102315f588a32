import { compareFiles, cutShared } from "./compare.ts";

/** Every golden that a test found changed, beside what was drawn or written instead. */
const changed = import.meta.glob<string>("./{pictures,site}/**/*-changed.*", {
  query: "?raw",
  import: "default",
  eager: true,
});
const goldens = import.meta.glob<string>(["./{pictures,site}/**/*.*", "!./**/*-changed.*"], {
  query: "?raw",
  import: "default",
});

function build<K extends keyof HTMLElementTagNameMap>(name: K, ...children: readonly (Node | string)[]) {
  const node = document.createElement(name);
  node.append(...children);
  return node;
}

function buildStage(svg: string): Element {
  const stage = document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
  const [, , width = "", height = ""] = (stage.getAttribute("viewBox") ?? "").split(" ");
  stage.setAttribute("width", width);
  stage.setAttribute("height", height);
  return stage;
}

function buildPictures(golden: string, made: string): HTMLElement {
  const difference = build("div", buildStage(golden), buildStage(made));
  difference.className = "difference";
  const figures = [
    ["golden", buildStage(golden)],
    ["changed", buildStage(made)],
    ["difference", difference],
  ] as const;
  return build("section", ...figures.map(([name, shown]) => build("figure", shown, build("figcaption", name))));
}

/** Characters that are shown before and after what differs in a long line. */
const CONTEXT = 80;

/** Two lines without most of what they share. */
function cropLines(before: string, after: string): readonly [string, string] {
  const [cutBefore, cutAfter, start] = cutShared([...before], [...after], (one, other) => one === other);
  const crop = (line: string, length: number): string => {
    const [from, to] = [Math.max(0, start - CONTEXT), start + length + CONTEXT];
    const characters = [...line];
    return `${from > 0 ? "…" : ""}${characters.slice(from, to).join("")}${to < characters.length ? "…" : ""}`;
  };
  return [crop(before, cutBefore.length), crop(after, cutAfter.length)];
}

/** Lines that only one of both texts has. */
function buildLines(golden: string, made: string): HTMLElement {
  const [before, after] = [golden.split("\n"), made.split("\n")];
  const [kept, found] = [new Set(before), new Set(after)];
  const gone = before.filter((line) => !found.has(line));
  const come = after.filter((line) => !kept.has(line));
  // As many lines before as after are most likely the same lines, changed.
  const pairs = gone.map((line, index) => cropLines(line, come[index] ?? ""));
  const shown: readonly (readonly [readonly string[], readonly string[]])[] =
    gone.length === come.length ? pairs.map(([from, to]) => [[from], [to]]) : [[gone, come]];
  return build(
    "pre",
    ...shown.flatMap(([from, to]) => [
      ...from.map((line) => build("del", line)),
      ...to.map((line) => build("ins", line)),
    ]),
  );
}

async function buildEntry(file: string, made: string): Promise<readonly HTMLElement[]> {
  const golden = await goldens[file]?.();
  const name = file.replace("./", "");
  if (golden === undefined) return [build("h2", `${name}: there is no golden of it`)];
  const shown = file.endsWith(".svg") ? buildPictures(golden, made) : buildLines(golden, made);
  return [build("h2", `${name}: ${compareFiles(file, golden, made) ?? "the same"}`), shown];
}

async function show(): Promise<void> {
  const entries = Object.entries(changed).map(([file, made]) =>
    buildEntry(file.replace(/-changed(?=\.[a-z]+$)/, ""), made),
  );
  const amount = entries.length === 1 ? "1 golden has changed" : `${entries.length || "no"} goldens have changed`;
  document.querySelector("header span")?.append(amount);
  document.querySelector("main")?.append(...(await Promise.all(entries)).flat());
}

void show();
