import { svg } from "../draw/svg.ts";
import { REST } from "../picture/beats.ts";
import type { Shape, Theme } from "../picture/model.ts";
import { groundColour } from "../picture/palette.ts";
import { DATA, factsCsv, factsJson } from "../publish/data.ts";
import { FEED, feed } from "../publish/feed.ts";
import { SANS } from "../publish/standalone.ts";
import { groundAt, painter } from "../scenes/picture.ts";
import type { Story } from "../story/model.ts";
import { type Address, addresses } from "./addresses.ts";
import { after, appendixCounts } from "./after.ts";
import { article, beginning, opening } from "./article.ts";
import { openingColours, stepGrounds } from "./grounds.ts";
import { head } from "./head.ts";
import { element } from "../draw/html.ts";
import { manifest } from "./manifest.ts";
import { oembeds } from "./oembeds.ts";
import { choice, OPENING, pager, READING_WORDS } from "./reading.ts";
import { shaft } from "./shaft.ts";
import { robots, sitemap } from "./sitemap.ts";
import { headlines } from "./song.ts";
import { stage, STAGE } from "./stage.ts";
import { STILL, stillFile } from "./still.ts";

const SONG = "'Noto Serif SC','Source Han Serif SC','Noto Serif CJK SC','Songti SC',STSong,serif";

/** One page of the story: what goes into its frame. Links are relative to the story's home. */
export interface Page {
  readonly address: Address;
  /** Attributes of the root element, as markup. */
  readonly root: string;
  readonly head: string;
  readonly body: string;
}

/** All addresses and how to make their pages, what else is a file, and the characters that headlines and pictures set in the Song face. */
export interface Rendered {
  readonly addresses: readonly Address[];
  readonly page: (address: Address) => Page;
  readonly files: () => ReadonlyMap<string, string>;
  readonly songText: string;
}

/** A picture that stands alone in a file, its faces named on the element since no style sheet reaches it. */
function standalone(content: string): string {
  return content
    .replaceAll('class="song"', `font-family="${SONG}" font-weight="900"`)
    .replaceAll('class="sans"', `font-family="${SANS}"`);
}

/** Moments of a step at which its picture may show other words. */
const SAMPLES = [0.4, 0.5, 0.6, 0.7, 0.8, 1];

/** What the slip's own script sets in the Song face. */
const SLIP = "出处名词分享";

/** Still pictures of every step on their own grounds, day and night, by file name. */
function stills(story: Story): ReadonlyMap<string, string> {
  const paint = painter(story, { titled: false });
  const files = new Map<string, string>();
  for (const theme of ["day", "night"] as const satisfies readonly Theme[]) {
    story.steps.forEach((step, index) => {
      const picture = paint({ step: index, progress: REST }, STILL, theme);
      const ground: Shape = {
        kind: "rect",
        key: "ground",
        layer: "back",
        opacity: 1,
        x: 0,
        y: 0,
        ...STILL,
        fill: groundColour(picture.ground, theme),
        stroke: null,
        strokeWidth: 0,
      };
      const root = { xmlns: "http://www.w3.org/2000/svg", width: String(STILL.width), height: String(STILL.height) };
      const drawing = { ...picture, shapes: [ground, ...picture.shapes] };
      files.set(stillFile(step, theme), standalone(svg(drawing, STILL, root)));
    });
  }
  return files;
}

/** Every character that the page's markup, and the pictures themselves, may set in the Song face. */
function songText(story: Story, html: string): string {
  const paint = painter(story);
  const drawn = story.steps.flatMap((_, step) =>
    SAMPLES.flatMap((progress) =>
      paint({ step, progress }, STAGE, "day").shapes.flatMap((shape) =>
        shape.kind === "text" && shape.face === "song" ? [shape.text] : [],
      ),
    ),
  );
  // A figure that counts shows every digit.
  return [...drawn, headlines(html), SLIP, READING_WORDS, "0123456789.%"].join("");
}

/** The whole story as the page of one address, which opens at its step. */
function page(story: Story, address: Address, home: string): Page {
  const step = story.steps.findIndex(({ id }) => id === address.step);
  const amid = step > 0;
  const { chapters, later, earlier } = article(story, address.step);
  const skip = element(
    "a",
    { class: "skip", href: `#${amid ? address.step : (story.steps[1]?.id ?? "after")}` },
    "跳到正文",
  );
  const still = stage(story, step) + shaft(story);
  const track = element(
    "div",
    { class: "track" },
    opening(story, address.step),
    // Text first, that it may be read while the picture comes.
    ...(amid ? [chapters, still, later] : [still, chapters]),
  );
  const main = [choice(), amid ? beginning(story.title) : "", track, pager(), after(story), earlier];
  return {
    address,
    root: amid ? ` class="amid" data-opens="${address.path}"` : "",
    head:
      head(story, address, { home, ground: groundAt(story, { step, progress: REST }) }) +
      element("script", {}, OPENING) +
      element("style", {}, openingColours(story, step) + stepGrounds(story) + appendixCounts(story)),
    body: skip + element("main", { class: "story" }, ...main),
  };
}

/**
 * The story as a page for every address. `home` is the story's public address with `/` at its end; without one what needs it is left out.
 * Pure: the same story gives the same pages.
 */
export function render(story: Story, home: string): Rendered {
  const all = addresses(story);
  return {
    addresses: all,
    page: (address) => page(story, address, home),
    files: () =>
      new Map([
        ...stills(story),
        [DATA.csv, factsCsv(story)],
        [DATA.json, factsJson(story)],
        ["manifest.webmanifest", manifest(story)],
        ["robots.txt", robots(home)],
        ...oembeds(story, home),
        ...(home === ""
          ? []
          : ([
              ["sitemap.xml", sitemap(all, story.site, home)],
              [FEED.file, feed(story, home)],
            ] as const)),
      ]),
    songText: songText(
      story,
      all
        .slice(0, 1)
        .map((start) => page(story, start, home).body)
        .join(""),
    ),
  };
}
