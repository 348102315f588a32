import { element } from "../../core/lib/html.ts";
import { STILL_SIZE, stillFile } from "../../core/model/files.ts";
import type { Shape, Theme } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import { REST_AT } from "../../core/model/timing.ts";
import { pictureToSvg } from "../../core/render/svg-string.ts";
import { createPainter, elevationAt } from "../../core/picture/painter.ts";
import { SANS_FONTS } from "../images/standalone-svg.ts";
import { appendixCounts, appendixHtml } from "./appendix.ts";
import { articleHtml, coverHtml, startLink } from "./article.ts";
import { DATA_FILES, factsCsv, factsJson } from "./data-files.ts";
import { atomFeed, FEED } from "./feed.ts";
import { headHtml } from "./head.ts";
import { headingText } from "./heading-text.ts";
import { bootScript, cardPager, MODE_LABELS, modeMenu } from "./mode-controls.ts";
import { oembedFiles } from "./oembed.ts";
import { progressNav } from "./progress-nav.ts";
import { type Route, storyRoutes } from "./routes.ts";
import { robots, sitemap } from "./sitemap.ts";
import { PRERENDER_SIZE, stageHtml } from "./stage.ts";
import { initialThemeCss, stepThemeCss } from "./theme-css.ts";
import { webManifest } from "./web-manifest.ts";

const SONG = "'Noto Serif SC','Source Han Serif SC','Noto Serif CJK SC','Songti SC',STSong,serif";

/** The parts of a page that fill the HTML shell. Links are relative to the story's home. */
export interface StoryPage {
  readonly address: Route;
  /** Attributes of the root element, as markup. */
  readonly root: string;
  readonly head: string;
  readonly body: string;
}

export interface RenderedSite {
  readonly addresses: readonly Route[];
  readonly page: (address: Route) => StoryPage;
  readonly files: () => ReadonlyMap<string, string>;
  /** Text set in the Song face, for the font subset; characters may repeat. */
  readonly songText: string;
}

/** Replaces font classes by attributes: the page's style sheet does not apply to an SVG file in an `img`. */
function standalone(content: string): string {
  return content
    .replaceAll('class="song"', `font-family="${SONG}" font-weight="900"`)
    .replaceAll('class="sans"', `font-family="${SANS_FONTS}"`);
}

/** Progress values at which texts are collected: a picture may show other words later. */
const SAMPLES = [0.4, 0.5, 0.6, 0.7, 0.8, 1];

/** Words in the Song face that only the dialogs' scripts write. */
const SLIP = "出处名词分享";

function stills(story: Illustrated<Story>): ReadonlyMap<string, string> {
  const paint = createPainter(story, { titled: false });
  const files = new Map<string, string>();
  for (const theme of ["day", "night"] as const satisfies readonly Theme[]) {
    story.steps.forEach((step, index) => {
      const picture = paint({ step: index, progress: REST_AT }, STILL_SIZE, theme);
      const ground: Shape = {
        kind: "rect",
        key: "ground",
        layer: "back",
        opacity: 1,
        x: 0,
        y: 0,
        ...STILL_SIZE,
        fill: story.config.paletteAt(picture.elevation, theme).background,
        stroke: null,
        strokeWidth: 0,
      };
      const root = {
        xmlns: "http://www.w3.org/2000/svg",
        width: String(STILL_SIZE.width),
        height: String(STILL_SIZE.height),
      };
      const drawing = { ...picture, shapes: [ground, ...picture.shapes] };
      files.set(stillFile(step, theme), standalone(pictureToSvg(drawing, STILL_SIZE, root)));
    });
  }
  return files;
}

function songText(story: Illustrated<Story>, html: string): string {
  const paint = createPainter(story);
  const drawn = story.steps.flatMap((_, step) =>
    SAMPLES.flatMap((progress) =>
      paint({ step, progress }, PRERENDER_SIZE, "day").shapes.flatMap((shape) =>
        shape.kind === "text" && shape.face === "song" ? [shape.text] : [],
      ),
    ),
  );
  // A counting number shows every digit.
  return [...drawn, headingText(html), SLIP, MODE_LABELS, "0123456789.%"].join("");
}

function page(story: Illustrated<Story>, address: Route, home: string): StoryPage {
  const step = story.steps.findIndex(({ id }) => id === address.step);
  const isDeepLink = step > 0;
  const { chapters, stepsAfter, stepsBefore } = articleHtml(story, address.step);
  const skip = element(
    "a",
    { class: "skip", href: `#${isDeepLink ? address.step : (story.steps[1]?.id ?? "after")}` },
    "跳到正文",
  );
  const still = stageHtml(story, step) + progressNav(story);
  const track = element(
    "div",
    { class: "scroll-track" },
    coverHtml(story, address.step),
    // Text before the picture, so that it can be read while the picture loads.
    ...(isDeepLink ? [chapters, still, stepsAfter] : [still, chapters]),
  );
  const main = [
    modeMenu(),
    isDeepLink ? startLink(story.title) : "",
    track,
    cardPager(),
    appendixHtml(story),
    stepsBefore,
  ];
  return {
    address,
    root: isDeepLink ? ` class="deep-link" data-entry-path="${address.path}"` : "",
    head:
      headHtml(story, address, { home, elevation: elevationAt(story, { step, progress: REST_AT }) }) +
      element("script", {}, bootScript(story.site.name)) +
      element("style", {}, initialThemeCss(story, step) + stepThemeCss(story) + appendixCounts(story)),
    body: skip + element("main", { class: "story" }, ...main),
  };
}

/**
 * Renders the story as a page per route, deterministically. `home` is the public URL with a trailing slash; if it is
 * empty, everything that needs absolute URLs is left out.
 */
export function renderSite(story: Illustrated<Story>, home: string): RenderedSite {
  const all = storyRoutes(story);
  return {
    addresses: all,
    page: (address) => page(story, address, home),
    files: () =>
      new Map([
        ...stills(story),
        [DATA_FILES.csv, factsCsv(story)],
        [DATA_FILES.json, factsJson(story)],
        ["manifest.webmanifest", webManifest(story)],
        ["robots.txt", robots(home)],
        ...oembedFiles(story, home),
        ...(home === ""
          ? []
          : ([
              ["sitemap.xml", sitemap(all, story.site, home)],
              [FEED.file, atomFeed(story, home)],
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
