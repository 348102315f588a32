import type { Position } from "../../core/model/picture.ts";
import type { StoryOutline } from "../../core/model/story.ts";
import type { StoryRenderer } from "../player/easel.ts";
import { afterLoad, defer } from "../lib/defer.ts";
import { queryOne } from "../lib/dom.ts";
import { completeDeepLinkPage } from "./deep-link.ts";
import { entriesOfPage } from "./details/fact-entries.ts";
import type { PageEnvironment } from "./environment.ts";
import { openFoldsOnArrival } from "./folds.ts";
import { cardAt } from "./modes/cards.ts";
import { initModeControls } from "./modes/mode-menu.ts";
import { createResume } from "./resume/resume.ts";
import { initShareButtons } from "./share/share-buttons.ts";
import { createStoryView } from "./story-view.ts";
import { createUrlSync } from "./url-sync.ts";

export function mountPage(
  story: StoryOutline,
  renderer: StoryRenderer,
  root: Document | ShadowRoot | HTMLElement,
  themeRoot: HTMLElement,
  env: PageEnvironment,
): void {
  const middle = completeDeepLinkPage(themeRoot, root, env.view, env.isReturning);
  const entries = entriesOfPage(queryOne(root, "#facts a", HTMLAnchorElement).href, env);
  const events = { turned: () => returned.moved() };
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
  function read(at: Position): number {
    const { innerWidth, innerHeight, document } = env.view;
    const seen = reader.mode() === "article" && document.elementFromPoint(innerWidth / 2, innerHeight / 3);
    const index = seen ? steps.findIndex((step) => step.contains(seen)) : -1;
    return index < 0 ? cardAt(at, steps.length) : index;
  }

  returned.begin(paged.named(env.view.location.hash) ?? paged.named(middle));
  // While a page loads, the browser restores its own scroll offset, which on a busy device is not always the last one.
  afterLoad(env, () => env.address.setScrollRestoration(true));
  const menu = queryOne(root, ".mode-menu", HTMLDetailsElement);
  initModeControls({ root, menu }, reader.mode(), env.signal, (next, hash) => {
    reader.choose(next);
    storyView.release();
    const place = hash.length > 1 ? root.querySelector(`[id="${hash.slice(1)}"]`) : null;
    place?.scrollIntoView({ behavior: "instant" });
    place?.querySelector<HTMLElement>(".step")?.focus({ preventScroll: true });
    returned.moved();
  });
  afterLoad(env, () => void entries.load());
  defer(env, () => openFoldsOnArrival(root, after, env));
  initShareButtons({ root, area, view: env.view, entries }, env.signal);
}
