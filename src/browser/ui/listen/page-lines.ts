import { type Run, splitSpeech } from "../../../core/lib/speech.ts";
import type { StoryOutline } from "../../../core/model/story.ts";
import { ARTICLE_WORDS } from "../../../core/model/strings.ts";
import type { ChapterRecording, SpokenLine } from "./lines.ts";

/** A text node with its offset in a passage. */
interface Piece {
  readonly node: Text;
  readonly at: number;
}

interface Passage {
  readonly runs: readonly Run[];
  readonly pieces: readonly Piece[];
}

/** Reads the text nodes of an element; those of one `data-spoken` are one run. */
function readPassage(element: Element): Passage {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const pieces: Piece[] = [];
  const runs: Run[] = [];
  let at = 0;
  let last: Element | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const said = node.parentElement?.closest<HTMLElement>("[data-spoken]") ?? null;
    const before = said !== null && said === last ? runs.pop() : undefined;
    runs.push({ text: (before?.text ?? "") + node.data, spoken: said?.dataset["spoken"] });
    pieces.push({ node, at });
    at += node.data.length;
    last = said;
  }
  return { runs, pieces };
}

function rangeOf(pieces: readonly Piece[], from: number, to: number): Range | null {
  const first = pieces.filter(({ at }) => at <= from).at(-1);
  const last = pieces.filter(({ at }) => at < to).at(-1);
  if (first === undefined || last === undefined) return null;
  const range = new Range();
  range.setStart(first.node, from - first.at);
  range.setEnd(last.node, Math.min(to - last.at, last.node.data.length));
  return range;
}

function rangeAround(element: Element | null): readonly Range[] {
  if (element === null) return [];
  const range = new Range();
  range.selectNodeContents(element);
  return [range];
}

/** Leaves out the change from the picture before: readers hear the pictures one after another. */
function describedPicture(runs: readonly Run[]): readonly Run[] {
  const last = runs.at(-1);
  const cut = last?.text.indexOf(` ${ARTICLE_WORDS.change}`) ?? -1;
  return last === undefined || cut < 0 ? runs : [...runs.slice(0, -1), { ...last, text: last.text.slice(0, cut) }];
}

/** Selects the paragraphs, quotes and items of a text; what else a page puts there has a class. */
function blocksOf(text: string): string {
  return ["p:not([class])", "blockquote > p", "ul > li"].map((block) => `${text} > ${block}`).join(", ");
}

/** Reads a step's lines from the page, in the order in which they are read aloud. */
function readStep(section: HTMLElement, step: number): readonly SpokenLine[] {
  const lines: SpokenLine[] = [];

  function add(part: SpokenLine["part"], { runs, pieces }: Passage, twin: Element | null = null): void {
    for (const { from, to, spoken } of splitSpeech(runs)) {
      const range = part === "picture" ? null : rangeOf(pieces, from, to);
      lines.push({ step, part, spoken, printed: [...(range === null ? [] : [range]), ...rangeAround(twin)] });
    }
  }

  function addEach(part: SpokenLine["part"], selector: string): void {
    for (const element of section.querySelectorAll(selector)) add(part, readPassage(element));
  }

  if (section.matches(".cover")) {
    addEach("title", "h1");
    addEach("text", ".deck");
    addEach("text", blocksOf(".grammar"));
    addEach("picture", ".titles > .visually-hidden");
    return lines;
  }
  const opening = section.querySelector(".text > .opening");
  const words = (name: string): string => opening?.querySelector(`.${name}`)?.textContent ?? "";
  const [numeral, official, name] = [words("numeral"), words("official"), opening?.querySelector(".name") ?? null];
  if (official !== "" && !words("name").startsWith(official))
    add("title", { runs: [{ text: `${numeral} ${official}` }], pieces: [] });
  if (name !== null) add("title", readPassage(name));
  const title = section.querySelector("h3");
  if (title !== null) add("title", readPassage(title), section.querySelector(".text > .title"));
  addEach("text", blocksOf(".text"));
  const caption = section.querySelector("figcaption");
  if (caption !== null) add("picture", { runs: describedPicture(readPassage(caption).runs), pieces: [] });
  return lines;
}

export function readLines(sections: readonly HTMLElement[]): readonly SpokenLine[] {
  return sections.flatMap(readStep);
}

/** Reads the recordings that the ends of chapters link. */
export function readRecordings(sections: readonly HTMLElement[], { steps }: StoryOutline): readonly ChapterRecording[] {
  return sections.flatMap((section, last) => {
    const link = section.querySelector<HTMLAnchorElement>("a[data-recording]");
    if (link === null) return [];
    const first = steps.findIndex(({ chapter }) => chapter === steps[last]?.chapter);
    const times = link.dataset["recording"]?.split(" ").filter(Boolean).map(Number) ?? [];
    return [{ file: link.href, first, last, times }];
  });
}
