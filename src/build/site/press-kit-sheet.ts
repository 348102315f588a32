import type { Element } from "hast";
import { h } from "hastscript";
import type { EmbedTarget } from "../../core/embed/snippet.ts";
import { EMBED_BUILDER_PATH } from "../../core/model/files.ts";
import { secondsOfFilm, STORY_FILM } from "../../core/model/film.ts";
import { PRESS_KIT_PATH } from "../../core/model/routes.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import {
  countFiles,
  formatSeconds,
  offerReturn,
  PRESS_KIT_KINDS,
  PRESS_KIT_PLATFORMS,
  PRESS_KIT_WORDS as WORDS,
  type PressKitKind,
} from "../../core/model/strings.ts";
import { embedTargets } from "./embed-targets.ts";
import type { HtmlPage } from "./html-page.ts";
import { formatBytes, formatPixels, type KitFile } from "./kit-file.ts";
import { plainPageStyles } from "./plain-page.ts";
import css from "./press-kit-sheet.css?raw";

/** Kinds by path, the first that fits. */
const KINDS: readonly (readonly [PressKitKind, RegExp])[] = [
  ["films", /^films\/.*\.mp4$/],
  ["covers", /^films\//],
  ["carousels", /^carousels\//],
  ["posters", /^posters\//],
  ["squares", /^cards\/.*-square\./],
  ["cards", /^cards\//],
  ["pictures", /^pictures\//],
  ["long", /^long\//],
  ["codes", /^codes\//],
  ["edition", /^edition\//],
  ["snippets", /^snippets\//],
  ["oembed", /^oembed\//],
  ["texts", /^texts\//],
  ["data", /^data\//],
  ["others", /^/],
];

/** Most sizes that the table of platforms names for a kind. */
const FEW = 3;

const IMAGE = /\.(?:png|svg|jpe?g)$/;

interface Entry {
  readonly target: EmbedTarget | undefined;
  readonly files: readonly KitFile[];
}

interface Group {
  readonly kind: PressKitKind;
  readonly entries: readonly Entry[];
}

function stem(path: string): string {
  return path.replace(/\.\w+$/, "");
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Files of one picture, and codes of one place, stand together. */
function entryKey(kind: PressKitKind, path: string): string {
  if (kind === "pictures") return stem(path).replace(/-night$/, "");
  return kind === "snippets" ? path.slice(0, path.lastIndexOf("/")) : path;
}

/** Returns the finder of the place that a file is of, by its name: `films/idea-3x4.png` is of the chapter `idea`. */
function targetFinder(targets: readonly EmbedTarget[], cover: string): (path: string) => EmbedTarget | undefined {
  const named = new Map(
    targets.flatMap((target) => {
      const { path, chapter, step } = target;
      const names = path === "" ? [STORY_FILM, cover] : [path.slice(0, -1).replaceAll("/", "-"), step ?? chapter ?? ""];
      return names.map((name) => [name, target] as const);
    }),
  );
  return (path) => {
    const parts = stem(path).split("/").slice(1).reverse();
    const names = parts.flatMap((part) => {
      const words = part.split("-");
      return words.map((_, index) => words.slice(0, words.length - index).join("-"));
    });
    return named.get(names.find((name) => named.has(name)) ?? "");
  };
}

/** The day's picture comes before the night's, for it stands for both. */
function compareFiles({ path: one }: KitFile, { path: other }: KitFile): number {
  const night = (path: string): number => Number(stem(path).endsWith("-night"));
  return night(one) - night(other) || (one < other ? -1 : 1);
}

function groupFiles(files: readonly KitFile[], targets: readonly EmbedTarget[], cover: string): readonly Group[] {
  const find = targetFinder(targets, cover);
  const order = (target: EmbedTarget | undefined): number => (target === undefined ? -1 : targets.indexOf(target));
  return KINDS.flatMap(([kind]) => {
    const own = files.filter(({ path }) => KINDS.find(([, pattern]) => pattern.test(path))?.[0] === kind);
    const keys = [...new Set(own.map(({ path }) => entryKey(kind, path)))];
    const entries = keys.map((key): Entry => {
      const together = own.filter(({ path }) => entryKey(kind, path) === key).sort(compareFiles);
      return { target: find(together[0]?.path ?? ""), files: together };
    });
    const sorted = [...entries].sort((one, other) => order(one.target) - order(other.target));
    return own.length === 0 ? [] : [{ kind, entries: sorted }];
  });
}

/** Builds the link to a file, with what it weighs. */
function fileLink(file: KitFile, seconds: number | undefined, ...content: readonly Element[]): Element {
  const { path, bytes, size } = file;
  const facts = [
    ...(size === null ? [] : [formatPixels(size)]),
    ...(seconds === undefined ? [] : [formatSeconds(seconds)]),
    ...(bytes === null ? [] : [formatBytes(bytes)]),
  ];
  return h("p.file", h("a", { href: path }, ...content, h("span", nameOf(path))), " ", h("small", facts.join(" · ")));
}

/** Chooses the picture that stands for some files: a film has its upright cover. */
function thumbnail({ files: [first] }: Entry, all: readonly KitFile[]): KitFile | undefined {
  if (first === undefined || IMAGE.test(first.path)) return first;
  return all.find(({ path }) => path === `${stem(first.path)}-3x4.png`);
}

function tile(entry: Entry, kind: PressKitKind, story: Story, all: readonly KitFile[], common: string): Element {
  const shown = thumbnail(entry, all);
  const image =
    shown === undefined || shown.size === null
      ? []
      : [h("img", { src: shown.path, alt: "", ...shown.size, loading: "lazy", decoding: "async" })];
  const { target, files } = entry;
  const film = story.films.find(({ id }) => kind === "films" && files.some(({ path }) => nameOf(stem(path)) === id));
  const seconds = film === undefined ? undefined : secondsOfFilm(film);
  return h(
    "li",
    ...files.map((file, index) => fileLink(file, seconds, ...(index === 0 ? image : []))),
    target === undefined ? null : h("p.of", target.title),
    target === undefined || target.credit === common ? null : h("p.credit", target.credit),
  );
}

function line({ target, files }: Entry): Element {
  return h(
    "li",
    target === undefined ? null : h("p.of", target.title),
    ...files.map((file) => fileLink(file, undefined)),
  );
}

function section({ kind, entries }: Group, story: Story, all: readonly KitFile[], common: string): Element {
  const [title, use] = PRESS_KIT_KINDS[kind];
  const count = entries.reduce((sum, { files }) => sum + files.length, 0);
  const pictured = kind !== "others" && entries.some((entry) => (thumbnail(entry, all)?.size ?? null) !== null);
  return h(
    "section",
    { id: kind },
    h("h2", title, " ", h("small", countFiles(count))),
    h("p.use", use),
    pictured
      ? h(`ul.tiles.${kind}`, ...entries.map((entry) => tile(entry, kind, story, all, common)))
      : h("ul.lines", ...entries.map(line)),
  );
}

/** Lists the sizes of a group's pictures, if there are few. */
function sizesOf({ entries }: Group): string {
  const sizes = entries.flatMap(({ files }) =>
    files.flatMap(({ size }) => (size === null ? [] : [formatPixels(size)])),
  );
  const different = [...new Set(sizes)];
  return different.length > FEW ? "" : different.join("、");
}

function platforms(groups: readonly Group[]): Element {
  const rows = PRESS_KIT_PLATFORMS.flatMap(([platform, kinds, note]) => {
    const uses = groups
      .filter(({ kind }) => kinds.includes(kind))
      .map((group) =>
        h("li", h("a", { href: `#${group.kind}` }, kindTitle(group.kind)), " ", h("small", sizesOf(group))),
      );
    if (uses.length === 0) return [];
    return [h("tr", h("th", { scope: "row" }, platform), h("td", h("ul", ...uses)), h("td", note))];
  });
  const head = h("tr", ...WORDS.columns.map((text) => h("th", { scope: "col" }, text)));
  return h("section", h("h2", WORDS.platforms), h("table", h("thead", head), h("tbody", ...rows)));
}

function kindTitle(kind: PressKitKind): string {
  return PRESS_KIT_KINDS[kind][0];
}

export interface KitPlace {
  /** The story's public URL with a trailing slash, or empty. */
  readonly home: string;
  /** The page stands in the site, not in the press kit: it has a way back, and names what the kit alone has. */
  readonly inSite: boolean;
}

/** Builds the page that shows every file: by kind, with its size, its use and its credit. It has no script. */
export function pressKitSheet(
  story: Illustrated<Story>,
  files: readonly KitFile[],
  { home, inSite }: KitPlace,
): HtmlPage {
  const { title } = story;
  const targets = embedTargets(story);
  const credit = targets[0]?.credit ?? "";
  const groups = groupFiles(files, targets, story.steps[0]?.id ?? "");
  return {
    path: inSite ? PRESS_KIT_PATH : "",
    title: `${WORDS.name} · ${title}`,
    metas: { robots: "noindex" },
    canonical: "",
    styles: plainPageStyles(story, css),
    sheet: null,
    scripts: [],
    frames: false,
    pasted: null,
    main: h(
      "main",
      inSite ? h("p.back", h("a", { href: "./" }, offerReturn(title))) : null,
      h("h1", h("span", WORDS.name), title),
      h("p.lead", WORDS.lead),
      h(
        "section.line",
        h("h2", WORDS.credit),
        h("p.credit", `${credit}${home === "" ? "" : ` ${home}`}`),
        h("p", WORDS.creditNote),
      ),
      platforms(groups),
      ...groups.map((group) => section(group, story, files, credit)),
      inSite ? h("p.more", h("a", { href: EMBED_BUILDER_PATH }, WORDS.elsewhere)) : null,
    ),
  };
}
