import { carouselFiles, filmFile, qrFile } from "../../../core/model/files.ts";
import { STORY_FILM } from "../../../core/model/film.ts";
import { CARDS_QUERY, pageTitle, stepPath } from "../../../core/model/routes.ts";
import { CARD_NAME, POSTER_NAME } from "../../../core/model/strings.ts";
import type { FactEntries } from "../details/fact-entries.ts";

interface Within {
  readonly root: Document | ShadowRoot | HTMLElement;
}

export interface ShareContext extends Within {
  readonly area: HTMLElement;
  readonly entries: FactEntries;
  readonly view: Window;
}

export interface SharedPicture {
  readonly kind: typeof CARD_NAME | typeof POSTER_NAME;
  readonly url: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

export interface SharedFile {
  readonly url: string;
  readonly name: string;
}

export interface SharePayload {
  readonly title: string;
  readonly text: string;
  /** Address of the place, as the QR code has it. */
  readonly address: string;
  /** Address that is handed on: it opens in cards for a reader who has not chosen another view mode. */
  readonly link: string;
  readonly picture: SharedPicture;
  /** The film of the place's chapter or of the story; null when none was made. */
  readonly film: SharedFile | null;
  /** The pages of the chapter's carousel; none for the whole story or a fact. */
  readonly carousel: readonly SharedFile[];
  /** Null when the site's public URL is unknown; then the pictures have no QR code either. */
  readonly code: string | null;
}

const MOST = 90;

export interface PlaceSummary {
  readonly id: string;
  readonly path: string;
  readonly name: string | null;
  readonly text: string;
}

function words(within: ParentNode | undefined | null, selector: string): string {
  return within?.querySelector(selector)?.textContent.trim() ?? "";
}

/** Returns leading sentences of at most MOST characters, but always the first. */
function sentences(text: string): string {
  const all = text.match(/[^。！？]+[。！？]?[”」』]?/gu) ?? [];
  return all.reduce((said, next) => ((said + next).length > MOST ? said : said + next), "") || (all[0] ?? "");
}

function present({ root, view }: ShareContext): HTMLElement | undefined {
  const line = view.innerHeight / 2;
  const after = root.querySelector(".appendix")?.getBoundingClientRect();
  if (after !== undefined && after.height > 0 && after.top < line) return undefined;
  const steps = [...root.querySelectorAll<HTMLElement>(".chapter .step")];
  const shown = root.querySelector(".stage svg")?.getAttribute("data-step");
  return steps.find(({ dataset }) => dataset["step"] === shown);
}

function stepPlace(step: HTMLElement | undefined, { root }: Within): PlaceSummary {
  const chapter = step?.closest(".chapter")?.id ?? null;
  if (step === undefined || chapter === null)
    return { id: root.querySelector<HTMLElement>(".cover")?.dataset["step"] ?? "", path: "", name: null, text: "" };
  const id = step.dataset["step"] ?? "";
  const paragraphs = [...step.querySelectorAll(".text > :is(p, blockquote, ul):not([class])")];
  const text = sentences(paragraphs.map((part) => part.textContent.trim()).join(""));
  return { id, path: stepPath({ id, chapter }), name: words(step, "h3"), text };
}

function chapterPlace(id: string, { root }: Within): PlaceSummary {
  const chapter = root.querySelector<HTMLElement>(`.chapter[id="${id}"]`);
  const text = chapter?.dataset["sentence"] ?? words(root, ".deck");
  return { id, path: `${id}/`, name: words(chapter, "h2 .name"), text };
}

export function placeAtPath(path: string, { root }: Within): PlaceSummary {
  const id = path.split("/").at(-2);
  const chapters = [...root.querySelectorAll(".chapter")];
  if (id !== undefined && chapters.some((chapter) => chapter.id === id)) return chapterPlace(id, { root });
  const steps = [...root.querySelectorAll<HTMLElement>(".chapter .step")];
  return stepPlace(
    steps.find(({ dataset }) => dataset["step"] === id),
    { root },
  );
}

export function placeHeadline(name: string | null, { root }: Within): string {
  return pageTitle(name, { title: words(root, "h1"), deck: words(root, ".deck") });
}

function factPlace(id: string, parts: ShareContext): PlaceSummary {
  const row = parts.entries.find(`fact-${id}`);
  const steps = [...parts.root.querySelectorAll<HTMLElement>(".chapter .step")];
  const uses = (step: Element): boolean =>
    step.matches(`[data-facts~="${id}"]`) || step.querySelector(`[data-fact="${id}"]`) !== null;
  const { path } = stepPlace(steps.find(uses), parts);
  const sure = [words(row, ".status"), words(row, ".period")].filter(Boolean).join("，");
  const quote = words(row, "q");
  return {
    id,
    path,
    name: `${words(row, ".what")}：${words(row, ".value")}`,
    text: quote === "" ? sure : `${sure}。“${quote}”`,
  };
}

/** Finds the place's film among those that the build names on its pages. */
function filmOf({ path }: PlaceSummary, home: string, title: string, page: Document): SharePayload["film"] {
  const id = path.split("/")[0] || STORY_FILM;
  const made = page.documentElement.dataset["films"]?.split(" ") ?? [];
  return made.includes(id) ? { url: `${home}${filmFile({ id })}.mp4`, name: `${title}-${id}.mp4` } : null;
}

/** Lists the pages of the carousel of the place's chapter, whose share control says how many there are. */
function carouselOf({ path }: PlaceSummary, home: string, title: string, { root }: Within): readonly SharedFile[] {
  const id = path.split("/")[0] ?? "";
  const control = root.querySelector<HTMLElement>(`a[data-share="${id}"][data-pages]`);
  const count = Number(control?.dataset["pages"] ?? 0);
  return carouselFiles({ id }, count).map((file) => ({
    url: `${home}${file}.png`,
    name: `${title}-${file.slice(file.indexOf("/") + 1)}.png`,
  }));
}

/** Takes the story's home from the control's link, a picture in a folder of it. */
export function sharePayload(control: HTMLAnchorElement, parts: ShareContext): SharePayload {
  const asked = control.dataset["share"] ?? "";
  const fact = asked.startsWith("fact-");
  const place = fact
    ? factPlace(asked.slice("fact-".length), parts)
    : asked === ""
      ? stepPlace(present(parts), parts)
      : placeAtPath(`${asked}/`, parts);
  const page = control.ownerDocument;
  const home = new URL("../", control.href).href;
  const known = page.querySelector<HTMLMetaElement>('meta[property="og:url"]')?.content;
  const opened = page.documentElement.dataset["entryPath"] ?? "";
  const published = known === undefined ? home : known.slice(0, known.length - opened.length);
  const title = words(parts.root, "h1");
  return {
    title: placeHeadline(place.name, parts),
    text: place.text,
    address: published + place.path,
    link: published + place.path + CARDS_QUERY,
    picture: {
      kind: fact ? CARD_NAME : POSTER_NAME,
      url: `${home}${fact ? "facts" : "posters"}/${place.id}.png`,
      name: `${title}-${place.id}.png`,
      width: 1080,
      height: fact ? 1440 : 1920,
    },
    film: fact ? null : filmOf(place, home, title, page),
    carousel: fact ? [] : carouselOf(place, home, title, parts),
    code:
      known === undefined
        ? null
        : `${home}${qrFile({ id: place.path.split("/").at(-2) ?? stepPlace(undefined, parts).id })}.png`,
  };
}
