import type { Position } from "../../core/model/picture.ts";
import type { ViewMode } from "../../core/model/view-mode.ts";
import type { StoryOutline } from "../../core/model/story.ts";
import type { StoryRenderer } from "../player/easel.ts";
import { afterLoad, defer } from "../lib/defer.ts";
import { queryOne } from "../lib/dom.ts";
import { entriesOfPage } from "./details/fact-entries.ts";
import type { PageEnvironment } from "./environment.ts";
import { openFoldsOnArrival } from "./folds.ts";
import { createGuide } from "./listen/guide.ts";
import { cardAt } from "./modes/cards.ts";
import { createLateStill, showStillsWhileLate } from "./late-picture.ts";
import { initModeControls } from "./modes/mode-menu.ts";
import { createResume } from "./resume/resume.ts";
import { initShareButtons } from "./share/share-buttons.ts";
import { createStoryView, type StoryViewEvents } from "./story-view.ts";
import { createUrlSync } from "./url-sync.ts";

/** `arrival`: hash of the step that a deep link opened, or an empty string. */
export function mountPage(
  story: StoryOutline,
  renderer: StoryRenderer,
  root: Document | ShadowRoot | HTMLElement,
  themeRoot: HTMLElement,
  env: PageEnvironment,
  arrival: string,
): void {
  const factsPage = queryOne(root, "#facts a", HTMLAnchorElement).href;
  const entries = entriesOfPage(factsPage, env);
  const showStill = createLateStill(root, env);
  const events: StoryViewEvents = {
    turned: () => returned.moved(),
    missing(missing, step) {
      showStill(missing === "late" ? step : null);
      if (missing === "lost") showMode("article");
    },
  };
  const storyView = createStoryView(story, renderer, root, themeRoot, { ...env, entries }, events);
  const { steps, area, after, reader, paged } = storyView;
  const words = (selector: string): string => queryOne(root, selector, HTMLElement).textContent;
  const follow = createUrlSync(
    story,
    { themeRoot, after, title: words("h1"), deck: words(".deck") },
    env.address,
    env.view,
  );
  const returned = createResume(
    story,
    {
      offer: queryOne(root, ".resume-prompt", HTMLElement),
      steps,
      numeral: (chapter) => root.querySelector(`.progress-nav a[data-chapter="${chapter}"] span`)?.textContent ?? "",
      kept: (at, text) => follow(read(at), text),
    },
    reader,
    env,
  );
  /** Shows a view mode that the reader has not chosen: the article has stills where pictures do not come. */
  function showMode(mode: ViewMode): void {
    if (mode === reader.mode()) return;
    reader.show(mode);
    storyView.release();
    markMode(mode);
  }

  function read(at: Position): number {
    const { innerWidth, innerHeight, document } = env.view;
    const seen = reader.mode() === "article" && document.elementFromPoint(innerWidth / 2, innerHeight / 3);
    const index = seen ? steps.findIndex((step) => step.contains(seen)) : -1;
    return index < 0 ? cardAt(at, steps.length) : index;
  }

  returned.begin(paged.named(env.view.location.hash) ?? paged.named(arrival));
  // While a page loads, the browser restores its own scroll offset, which on a busy device is not always the last one.
  afterLoad(env, () => env.address.setScrollRestoration(true));
  const menu = queryOne(root, ".mode-menu", HTMLDetailsElement);
  const endWait = showStillsWhileLate(root, reader, env, showMode);
  const markMode = initModeControls({ root, menu }, reader.mode(), env.signal, (next, hash) => {
    endWait();
    reader.choose(next);
    storyView.release();
    const place = hash.length > 1 ? root.querySelector(`[id="${hash.slice(1)}"]`) : null;
    place?.scrollIntoView({ behavior: "instant" });
    place?.querySelector<HTMLElement>(".step")?.focus({ preventScroll: true });
    returned.moved();
  });
  afterLoad(env, () => void entries.load());
  defer(env, () => openFoldsOnArrival(root, after, env));
  const { view, signal, device } = env;
  const details = {
    view,
    signal,
    device,
    story,
    themeRoot,
    steps,
    menu,
    stage: queryOne(root, ".stage svg", SVGSVGElement),
    home: new URL("../", factsPage).href,
    title: words("h1"),
    guide: createGuide(reader, steps.length),
    moved: returned.moved,
  };
  afterLoad(env, () => {
    const offered = import("./listen/offer.ts").then(({ offerListening }) => offerListening(details));
    offered.catch(() => undefined);
  });
  initShareButtons({ root, area, view: env.view, entries }, env.signal);
}
