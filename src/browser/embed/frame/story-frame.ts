import type { Welcome } from "../../../core/embed/protocol.ts";
import type { Theme } from "../../../core/model/picture.ts";
import type { StoryOutline } from "../../../core/model/story.ts";
import type { Mount } from "../../lib/defer.ts";
import { ownEntries } from "../../ui/details/fact-entries.ts";
import type { StoryRenderer } from "../../player/easel.ts";
import { browserEnvironment } from "../../ui/environment.ts";
import { NO_STORAGE } from "../../ui/storage.ts";
import { createStoryView, type StoryEnvironment } from "../../ui/story-view.ts";
import { forceStillTheme, parseTheme } from "../theme.ts";
import { type ConnectionHandlers, connectToHost, type SendToHost } from "./host-connection.ts";
import { reportHeight } from "./report-height.ts";
import { followHostScroll } from "./scroll-sync.ts";

function framed(chosen: Theme | null, mount: Mount): StoryEnvironment {
  const own = browserEnvironment(mount);
  return { ...own, device: NO_STORAGE, theme: () => chosen ?? own.theme(), entries: ownEntries(mount.view.document) };
}

export function startFrame(story: StoryOutline, renderer: StoryRenderer, root: HTMLElement, mount: Mount): void {
  const { view, signal } = mount;
  const chosen = parseTheme(root.dataset["theme"]);
  let tell: SendToHost = () => undefined;
  let last = -1;
  let height = 0;
  /** Keeps the height to send it again: the host ignores changes while the figure is out of view. */
  const report: SendToHost = (said) => {
    if (said.type === "height") height = said.value;
    tell(said);
  };
  const storyView = createStoryView(story, renderer, view.document, root, framed(chosen, mount), {
    turned: () => undefined,
    shown(step) {
      if (step === last) return;
      last = step;
      report({ type: "step", value: step });
    },
  });
  if (chosen !== null) forceStillTheme(root, chosen);
  if (storyView.reader.mode() === "cards") storyView.reader.go({ step: 0, progress: 0 });

  /** Leaves out the part of the iframe that the browser's toolbars may cover. */
  function fit({ svh, top }: Welcome): void {
    if (svh > top && svh - top < view.innerHeight) root.style.setProperty("--view", `${svh - top}px`);
    else root.style.removeProperty("--view");
  }

  function unroll(): void {
    storyView.reader.choose("article");
    reportHeight(view, (value) => report({ type: "height", value }));
  }

  if (storyView.reader.mode() === "article") unroll();
  let scrollToHost: ((y: number) => void) | undefined;
  const handlers: ConnectionHandlers = {
    onConnect(welcome, told) {
      tell = told;
      last = -1;
      if (welcome.mode === "article" && storyView.reader.mode() !== "article") unroll();
      if (welcome.mode === "frame" && storyView.reader.mode() === "scroll") {
        fit(welcome);
        scrollToHost ??= followHostScroll(view, report);
      }
      if (height > 0) tell({ type: "height", value: height });
      return ({ type, value }) => {
        if (type === "y") return scrollToHost?.(value);
        root.classList.toggle("away", value === 0);
        if (value > 0 && height > 0) tell({ type: "height", value: height });
      };
    },
    onNoHost() {
      // Without a host nothing scrolls the iframe, so the reader turns cards.
      if (view.parent !== view && storyView.reader.mode() === "scroll") storyView.reader.choose("cards");
    },
  };
  let disconnect = connectToHost(view, handlers);
  let width = view.innerWidth;

  /** Repeats the handshake for a rotated phone; toolbars that come and go change only the height. */
  function reconnect(): void {
    if (view.innerWidth === width) return;
    width = view.innerWidth;
    disconnect();
    disconnect = connectToHost(view, handlers);
  }

  view.addEventListener("resize", reconnect, { signal });
}
