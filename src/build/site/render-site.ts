import type { Element, Properties } from "hast";
import { h } from "hastscript";
import { STILL_SIZE, stillFile } from "../../core/model/files.ts";
import type { Shape, Theme } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import { FACTS_PATH } from "../../core/model/routes.ts";
import type { Story } from "../../core/model/story.ts";
import { APPENDIX_WORDS, SHARE_LABEL, SKIP_LINK, SOURCE_LABEL, TERM_LABEL } from "../../core/model/strings.ts";
import { REST_AT } from "../../core/model/timing.ts";
import { pictureToSvg } from "../../core/render/svg-string.ts";
import { createPainter, elevationAt } from "../../core/picture/painter.ts";
import { SANS_FONTS } from "../images/standalone-svg.ts";
import { buildAppendix } from "./appendix.ts";
import { buildArticle, startLink } from "./article.ts";
import { buildCover } from "./cover.ts";
import { DATA_FILES, factsCsv, factsJson } from "./data-files.ts";
import { atomFeed, FEED } from "./feed.ts";
import { factsPage } from "./facts-page.ts";
import { buildHead } from "./head.ts";
import { headingText } from "./heading-text.ts";
import { bootScript, cardPager, MODE_LABELS, modeMenu } from "./mode-controls.ts";
import { oembedFiles } from "./oembed.ts";
import { progressNav } from "./progress-nav.ts";
import { type Route, storyRoutes } from "./routes.ts";
import { robots, sitemap } from "./sitemap.ts";
import { buildStage, PRERENDER_SIZE } from "./stage.ts";
import { initialThemeCss, stepThemeCss } from "./theme-css.ts";
import { webManifest } from "./web-manifest.ts";

const SONG = "'Noto Serif SC','Source Han Serif SC','Noto Serif CJK SC','Songti SC',STSong,serif";

/** The parts of a page that fill the HTML shell. Links are relative to the story's home. */
export interface StoryPage {
  readonly address: Route;
  readonly root: Properties;
  readonly head: readonly Element[];
  readonly body: readonly Element[];
}

export interface RenderedSite {
  readonly addresses: readonly Route[];
  readonly page: (address: Route) => StoryPage;
  readonly files: () => ReadonlyMap<string, string>;
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

/** Other words in the Song face: titles of dialogs, and the ways on from the end. */
const OTHER_WORDS = [SOURCE_LABEL, TERM_LABEL, SHARE_LABEL, APPENDIX_WORDS.checkNumbers, APPENDIX_WORDS.restart].join(
  "",
);

function stills(story: Illustrated<Story>): ReadonlyMap<string, string> {
  const paint = createPainter(story, { titled: false, alone: true });
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

function songText(story: Illustrated<Story>, elements: readonly Element[]): string {
  const paint = createPainter(story);
  const drawn = story.steps.flatMap((_, step) =>
    SAMPLES.flatMap((progress) =>
      paint({ step, progress }, PRERENDER_SIZE, "day").shapes.flatMap((shape) =>
        shape.kind === "text" && shape.face === "song" ? [shape.text] : [],
      ),
    ),
  );
  // A counting number shows every digit.
  return [...drawn, ...elements.map(headingText), OTHER_WORDS, MODE_LABELS, "0123456789.%"].join("");
}

function page(story: Illustrated<Story>, address: Route, home: string, films: readonly string[]): StoryPage {
  const step = story.steps.findIndex(({ id }) => id === address.step);
  const isDeepLink = step > 0;
  const { chapters, stepsAfter, stepsBefore } = buildArticle(story, address.step);
  const target = isDeepLink ? address.step : (story.steps[1]?.id ?? "after");
  const still = [buildStage(story, step), progressNav(story)];
  const main = h(
    "main.story",
    modeMenu(),
    isDeepLink ? startLink(story.title) : null,
    h(
      // Readability takes 'scroll' in a name for an advertisement's; 'content' outweighs it.
      "div.scroll-track.content",
      { "data-past-cover": isDeepLink ? "" : undefined },
      buildCover(story, address.step),
      // Text before the picture, so that it can be read while the picture loads.
      ...(isDeepLink ? [chapters, ...still, stepsAfter] : [...still, chapters]),
    ),
    cardPager(),
    buildAppendix(story, home, films),
    stepsBefore,
  );
  return {
    address,
    root: {
      ...(isDeepLink ? { className: ["deep-link"], dataEntryPath: address.path } : {}),
      ...(films.length === 0 ? {} : { dataFilms: films.join(" ") }),
    },
    head: [
      ...buildHead(story, address, { home, elevation: elevationAt(story, { step, progress: REST_AT }) }),
      h("script", bootScript(story.site.name)),
      h("style", initialThemeCss(story, step) + stepThemeCss(story)),
    ],
    body: [h("a.skip", { href: `#${target}` }, SKIP_LINK), main],
  };
}

/**
 * Renders the story as a page per route, deterministically. `home` is the public URL with a trailing slash; if it is
 * empty, everything that needs absolute URLs is left out. `films` are the ids of those that were made.
 */
export function renderSite(story: Illustrated<Story>, home: string, films: readonly string[] = []): RenderedSite {
  const all = storyRoutes(story);
  return {
    addresses: all,
    page: (address) => page(story, address, home, films),
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
              ["sitemap.xml", sitemap([...all.map(({ path }) => path), FACTS_PATH], story.site, home)],
              [FEED.file, atomFeed(story, home)],
            ] as const)),
      ]),
    songText: songText(story, [
      ...all.slice(0, 1).flatMap((start) => page(story, start, home, films).body),
      factsPage(story, home).main,
    ]),
  };
}
