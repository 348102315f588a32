import {
  CARDS_HEIGHT,
  FRAME_TIMEOUT,
  HELLO,
  type HostMessage,
  parseFrameMessage,
  VERSION,
} from "../../../core/embed/protocol.ts";
import { findScrollContainer } from "../scroll-container.ts";
import { readFigureOptions } from "./figure-options.ts";

/** Makes our own declarations stronger than the host's sheets; those of the host would lose a `!important` or a `data:` URL by it. */
function important(styles: string): string {
  return styles.replaceAll(";", "!important;");
}

/**
 * Shows an embed document in a frame of the figure. While its story is scrolled, the frame is pinned by the host's layout and its document
 * scrolls on orders; where that cannot be, the story is unrolled, and in a frame within a frame it is read card by card.
 * Returns its undo, which leaves the figure as it was found.
 */
export function mountFrame(figure: HTMLElement, home: URL): () => void {
  const { dataset, style } = figure;
  const [path, edge, reserved] = readFigureOptions(dataset, figure.clientWidth);
  const before = style.cssText;
  const frame = document.createElement("iframe");
  const shifts = new ResizeObserver(wake);
  let [clipped, scroller] = findScrollContainer(figure, shifts);
  let height = reserved;
  let port: MessagePort | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let waking = 0;
  let near = 0;
  let y = 0;
  /** Where the frame stands: over the figure's content at first; one as tall as its figure cannot move in it. */
  let place = "absolute";

  function listen(turn: typeof addEventListener): void {
    turn("message", hear);
    turn("scroll", wake, true);
    turn("beforeprint", fold);
    turn("afterprint", shape);
  }

  function stop(): void {
    listen(removeEventListener);
    clearTimeout(silence);
    shifts.disconnect();
    port?.close();
    style.cssText = before;
    frame.remove();
  }

  function shape(): void {
    const tall = `height:${height || ""}px;`;
    const window = `height:calc(${scroller ? `${scroller.clientHeight}px` : "100vh"} - ${edge}px);`;
    style.cssText = before + important(`position:relative;visibility:${port ? "hidden" : ""};${tall}`);
    frame.style.cssText = important(
      `all:initial;width:100%;display:block;${mode === "frame" ? window : tall}top:${edge}px;position:${place};visibility:${port ? "visible" : "hidden"};`,
    );
  }

  /**
   * On paper a pinned frame is one screen of the story and many that are blank: what the figure is without it stands for it. The page stays
   * as long as it is, so that its reader's place does; a margin at the end of a sheet is left out of the next.
   */
  function fold(): void {
    style.cssText = before + important(`margin-bottom:${height}px;`);
    frame.style.cssText = important("display:none;");
  }

  function follow(): void {
    if (!frame.isConnected) return;
    waking = 0;
    const { bottom, left, top: above, width } = figure.getBoundingClientRect();
    // Within three screens, and not above the window.
    const seen = +(bottom > 0 && above < 3 * innerHeight);
    if (seen && !frame.src) {
      frame.src = `${home}${path}?mode=${mode}&theme=${dataset["theme"]}`;
      silence = setTimeout(() => port || stop(), FRAME_TIMEOUT);
    }
    const stood = place;
    if (port) place = "sticky";
    // A host's styles may come, or change, at any time.
    [clipped, scroller] = findScrollContainer(figure, shifts);
    if (mode === "frame" && clipped) {
      const end = height - frame.offsetHeight;
      const due = Math.max(0, Math.min(edge - above, end));
      place = due > 0 && due < end ? `fixed;left:${left}px;width:${width}px` : `absolute;top:${due}px`;
    }
    if (place !== stood) shape();
    const at = Math.round(frame.getBoundingClientRect().top - above);
    if (seen !== near) port?.postMessage({ type: "visible", value: (near = seen) } satisfies HostMessage);
    if (at !== y) port?.postMessage({ type: "y", value: (y = at) } satisfies HostMessage);
  }

  function wake(): void {
    waking ||= requestAnimationFrame(follow);
  }

  function heard({ data }: MessageEvent): void {
    const { type, value = 0 } = parseFrameMessage(data) ?? {};
    if (type === "error") stop();
    // What stands above the window never changes its height: not every browser keeps the reader's place.
    if (type === "height" && near) {
      height = value;
      shape();
    }
    if (type === "scroll" && near) (scroller ?? window).scrollBy({ behavior: "instant", top: value - y });
  }

  function hear({ data, source, origin }: MessageEvent): void {
    // A frame whose origin was taken, by us or by a sandbox around, says so.
    if (source !== frame.contentWindow || (origin !== "null" && origin !== home.origin) || data !== HELLO) return;
    port?.close();
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = heard;
    y = -1;
    // The root of a page is as tall as its window is with all bars shown.
    frame.contentWindow?.postMessage({ v: VERSION, mode, top: edge, svh: document.documentElement.clientHeight }, "*", [
      channel.port2,
    ]);
    shape();
    wake();
  }

  figure.prepend(frame);
  frame.style.cssText = important("position:fixed;height:100%;");
  // Where something around holds what is fixed within it, or scrolls it besides, only a story that is not pinned is whole.
  const loose = clipped && (scroller || frame.clientHeight !== innerHeight);
  const mode = dataset["step"]
    ? "article"
    : self !== top || dataset["mode"] === "cards"
      ? "cards"
      : loose || matchMedia("(prefers-reduced-motion)").matches
        ? "article"
        : "frame";
  if (mode === "cards") height = CARDS_HEIGHT;
  frame.title = figure.textContent;
  // A story of the host's own site could take its sandbox off: it gets no origin. Any other keeps its own, so that frames share what they load.
  frame.sandbox = `allow-scripts allow-popups allow-popups-to-escape-sandbox${location.origin === home.origin ? "" : " allow-same-origin"}`;
  shape();
  wake();
  listen(addEventListener);
  return stop;
}
