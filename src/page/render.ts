import { svg, svgContent } from "../draw/svg.ts";
import { REST } from "../picture/beats.ts";
import type { Shape, Size, Theme } from "../picture/model.ts";
import { groundColour } from "../picture/palette.ts";
import { DATA, factsCsv, factsJson } from "../publish/data.ts";
import { SANS } from "../publish/standalone.ts";
import { groundAt, painter } from "../scenes/picture.ts";
import type { Story } from "../story/model.ts";
import { after } from "./after.ts";
import { article, opening } from "./article.ts";
import { groundRule } from "./colours.ts";
import { element, empty } from "./html.ts";
import { choice, OPENING, pager, READING_WORDS } from "./reading.ts";
import { shaft } from "./shaft.ts";
import { headlines } from "./song.ts";
import { STILL, stillFile } from "./still.ts";

/** Stage of the prerendered cover, CSS pixels: a common phone's. */
const COVER: Size = { width: 390, height: 490 };

const SONG = "'Noto Serif SC','Source Han Serif SC','Noto Serif CJK SC','Songti SC',STSong,serif";

/** What goes into head and body of the page's frame, and the characters its headlines and pictures set in the Song face. */
export interface Page {
  readonly head: string;
  readonly body: string;
  readonly files: ReadonlyMap<string, string>;
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
const SLIP = "出处名词";

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

/** What lies on open paper wherever the reader is: the part after the story, and every slip. */
const PAPER = ".after,.slip";

/** Colours of each step for a page whose script does not run: each text on its own picture's ground. */
function stepGrounds(story: Story): string {
  const rules = (theme: Theme) =>
    story.steps
      .map((step, index) =>
        groundRule(`html:not(.live) [data-step=${step.id}]`, groundAt(story, { step: index, progress: REST }), theme),
      )
      .join("");
  return `${rules("day")}${groundRule(PAPER, 1, "day")}@media (prefers-color-scheme:dark){${rules("night")}${groundRule(PAPER, 1, "night")}}`;
}

function stage(story: Story): string {
  const { grains, shapes } = painter(story)({ step: 0, progress: REST }, COVER, "day");
  const content = svgContent({ grains, shapes: shapes.filter((shape) => shape.fine !== true) })
    .replace("<g>", '<g id="earth">')
    .replace("<g>", '<g id="grains">');
  return element(
    "div",
    { class: "stage", "aria-hidden": "true" },
    element(
      "svg",
      {
        viewBox: `0 0 ${COVER.width} ${COVER.height}`,
        preserveAspectRatio: "xMidYMin slice",
        focusable: "false",
        "data-step": "cover",
      },
      content,
    ),
    element("i", { class: "line" }),
    element("div", { class: "grip", hidden: true }),
  );
}

/** Every character that the page's markup, and the pictures themselves, may set in the Song face. */
function songText(story: Story, html: string): string {
  const paint = painter(story);
  const drawn = story.steps.flatMap((_, step) =>
    SAMPLES.flatMap((progress) =>
      paint({ step, progress }, COVER, "day").shapes.flatMap((shape) =>
        shape.kind === "text" && shape.face === "song" ? [shape.text] : [],
      ),
    ),
  );
  // A figure that counts shows every digit.
  return [...drawn, headlines(html), SLIP, READING_WORDS, "0123456789.%"].join("");
}

/** The whole story as one page. Pure: the same story gives the same page. */
export function render(story: Story): Page {
  const head = [
    empty("meta", { charset: "utf-8" }),
    empty("meta", { name: "viewport", content: "width=device-width, initial-scale=1, viewport-fit=cover" }),
    empty("meta", { name: "color-scheme", content: "light dark" }),
    empty("meta", { name: "theme-color", content: "#171513" }),
    element("title", {}, `${story.title} · ${story.deck}`),
    empty("meta", { name: "description", content: story.description }),
    empty("link", { rel: "icon", href: "./icon.svg", type: "image/svg+xml" }),
    element("script", {}, OPENING),
    element("style", {}, groundRule(":root", 0, "day") + stepGrounds(story)),
  ].join("");
  const skip = element("a", { class: "skip", href: `#${story.steps[1]?.id ?? "after"}` }, "跳到正文");
  const track = element("div", { class: "track" }, opening(story), stage(story), shaft(story), article(story));
  const body = skip + element("main", { class: "story" }, choice(), track, pager(), after(story));
  return {
    head,
    body,
    files: new Map([...stills(story), [DATA.csv, factsCsv(story)], [DATA.json, factsJson(story)]]),
    songText: songText(story, body),
  };
}
