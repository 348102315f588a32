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

/** Adds `!important` to our own styles: in the host's it would break another `!important` or a `data:` URL. */
function important(styles: string): string {
  return styles.replaceAll(";", "!important;");
}

/**
 * Makes the iframe sticky and scrolls it by messages; article mode if it cannot be sticky, cards inside another iframe.
 * The returned cleanup restores the figure.
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
  /** Absolute over the fallback content at first, then sticky, which does not move an iframe as tall as its figure. */
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
   * Prints the fallback content: a sticky iframe would print as one screen and many blank pages. The margin keeps the
   * page's height and so the scroll offset; the end of a printed page truncates it.
   */
  function fold(): void {
    style.cssText = before + important(`margin-bottom:${height}px;`);
    frame.style.cssText = important("display:none;");
  }

  function follow(): void {
    if (!frame.isConnected) return;
    waking = 0;
    const { bottom, left, top: above, width } = figure.getBoundingClientRect();
    // Within three viewport heights, and not above the viewport.
    const seen = +(bottom > 0 && above < 3 * innerHeight);
    if (seen && !frame.src) {
      frame.src = `${home}${path}?mode=${mode}&theme=${dataset["theme"]}`;
      silence = setTimeout(() => port || stop(), FRAME_TIMEOUT);
    }
    const stood = place;
    if (port) place = "sticky";
    // The host's styles may load or change at any time.
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
    // A figure above the viewport keeps its height: not every browser has scroll anchoring.
    if (type === "height" && near) {
      height = value;
      shape();
    }
    if (type === "scroll" && near) (scroller ?? window).scrollBy({ behavior: "instant", top: value - y });
  }

  function hear({ data, source, origin }: MessageEvent): void {
    // The origin is "null" in a sandbox without `allow-same-origin`, ours or one around the host.
    if (source !== frame.contentWindow || (origin !== "null" && origin !== home.origin) || data !== HELLO) return;
    port?.close();
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = heard;
    y = -1;
    // The root's clientHeight is the viewport's height while all browser toolbars are shown.
    frame.contentWindow?.postMessage({ v: VERSION, mode, top: edge, svh: document.documentElement.clientHeight }, "*", [
      channel.port2,
    ]);
    shape();
    wake();
  }

  figure.prepend(frame);
  frame.style.cssText = important("position:fixed;height:100%;");
  // A clipped figure cannot pin the iframe when an ancestor scrolls it or contains its fixed descendants.
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
  // On the story's own origin, `allow-same-origin` would let the iframe remove its sandbox. On other sites it keeps its
  // origin, so that iframes share their cache.
  frame.sandbox = `allow-scripts allow-popups allow-popups-to-escape-sandbox${location.origin === home.origin ? "" : " allow-same-origin"}`;
  shape();
  wake();
  listen(addEventListener);
  return stop;
}
