import { pageTitle, stepPath } from "../../../core/model/routes.ts";

/** What the story stands in. */
interface Within {
  readonly root: Document | ShadowRoot | HTMLElement;
}

/** Where the controls are, and what what they open needs. */
export interface ShareContext extends Within {
  /** What the sheet stands in. */
  readonly area: HTMLElement;
  readonly view: Window;
}

/** A picture to send along or to keep. */
export interface SharedPicture {
  /** What it is called: a place has a poster, a figure a card. */
  readonly kind: "海报" | "卡片";
  readonly url: string;
  /** To save it under. */
  readonly name: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** What is given to a platform or to another reader. */
export interface SharePayload {
  readonly title: string;
  /** What is said there, in a few sentences. */
  readonly text: string;
  /** Absolute. */
  readonly address: string;
  readonly picture: SharedPicture;
  /** Picture of a code that leads to the address; null where the story's public address is not known, and then no picture has a code to scan. */
  readonly code: string | null;
}

/** The most that is said, characters. */
const MOST = 90;

/** A place of the story by itself. */
export interface PlaceSummary {
  readonly id: string;
  /** Relative to the story's home. */
  readonly path: string;
  /** Null for the story as a whole. */
  readonly name: string | null;
  readonly text: string;
}

function words(within: ParentNode | undefined | null, selector: string): string {
  return within?.querySelector(selector)?.textContent.trim() ?? "";
}

/** As many whole sentences as may be said, the first in any case. */
function sentences(text: string): string {
  const all = text.match(/[^。！？]+[。！？]?[”」』]?/gu) ?? [];
  return all.reduce((said, next) => ((said + next).length > MOST ? said : said + next), "") || (all[0] ?? "");
}

/** The step that the reader is at; none before the story's first and after its last. */
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
  const paragraphs = [...step.querySelectorAll(".text > :is(p, blockquote, ul):not(.kicker, .opening, .beginning)")];
  const text = sentences(paragraphs.map((part) => part.textContent.trim()).join(""));
  return { id, path: stepPath({ id, chapter }), name: words(step, "h3"), text };
}

function chapterPlace(id: string, { root }: Within): PlaceSummary {
  const heading = root.querySelector(`.chapter[id="${id}"] h2`);
  const name = `${words(heading, ".name")}，${words(heading, ".subtitle")}`;
  return { id, path: `${id}/`, name, text: words(root, ".deck") };
}

/** The place of a page's path: a chapter, a step, or else the story as a whole. */
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

/** Headline of a link to a place that stands alone. */
export function placeHeadline(name: string | null, { root }: Within): string {
  return pageTitle(name, { title: words(root, "h1"), deck: words(root, ".deck") });
}

function factPlace(id: string, parts: ShareContext): PlaceSummary {
  const row = parts.root.querySelector(`[id="fact-${id}"]`);
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

/** What a control offers. Its own link, to a picture in a folder of the story's home, tells where that is. */
export function sharePayload(control: HTMLAnchorElement, parts: ShareContext): SharePayload {
  const asked = control.dataset["share"] ?? "";
  const fact = asked.startsWith("fact-");
  const place = fact
    ? factPlace(asked.slice("fact-".length), parts)
    : asked === ""
      ? stepPlace(present(parts), parts)
      : chapterPlace(asked, parts);
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
    picture: {
      kind: fact ? "卡片" : "海报",
      url: `${home}${fact ? "facts" : "posters"}/${place.id}.png`,
      name: `${title}-${place.id}.png`,
      width: 1080,
      height: fact ? 1440 : 1920,
    },
    code:
      known === undefined ? null : `${home}codes/${place.path.split("/").at(-2) ?? stepPlace(undefined, parts).id}.png`,
  };
}
