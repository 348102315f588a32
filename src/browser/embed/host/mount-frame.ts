import {
  CARDS_HEIGHT,
  FRAME_TIMEOUT,
  HELLO,
  type HostMessage,
  parseFrameMessage,
} from "../../../core/embed/protocol.ts";
import { findScrollContainer } from "../scroll-container.ts";
import { readFigureOptions } from "./figure-options.ts";

/**
 * The figure's styles that we set, and all that we set: others are the host's, which may change them at any time. By
 * their logical names, margin and height leave the host's own in place.
 */
const OWN = ["margin-block-end", "block-size", "box-sizing", "zoom", "visibility"];

/**
 * Makes the iframe sticky and scrolls it by messages; article mode if it cannot be sticky, cards inside another iframe.
 * The returned cleanup restores the figure, as does a host that cuts the iframe off, hides or wraps it.
 */
export function mountFrame(figure: HTMLElement, home: URL): () => void {
  const { dataset } = figure;
  // A host may put back markup that it took while the figure had its iframe.
  figure.querySelector("iframe")?.remove();
  const [path, edge, reserved] = readFigureOptions(dataset, figure.clientWidth);
  const frame = document.createElement("iframe");
  const shifts = new ResizeObserver(wake);
  let [limit, scroller] = findScrollContainer(figure, shifts);
  let height = reserved;
  let port: MessagePort | undefined;
  let waking = 0;
  let near = 0;
  let y = -1;
  /** Fixed and hidden at first, then sticky, which does not move an iframe as tall as its figure. */
  let place = "fixed";

  function listen(turn: typeof addEventListener): void {
    turn("message", hear);
    turn("scroll", wake, true);
    turn("beforeprint", fold);
    turn("afterprint", shape);
  }

  function stop(): void {
    listen(removeEventListener);
    shifts.disconnect();
    port?.close();
    styleFigure();
    frame.remove();
  }

  /** Sets our styles of the figure, in the order of `OWN`, and removes the others of them. */
  function styleFigure(...values: readonly string[]): void {
    OWN.forEach((name, index) => figure.style.setProperty(name, values[index] ?? "", "important"));
  }

  function styleFrame(styles: string): void {
    frame.style.cssText = styles.replaceAll(";", "!important;");
  }

  function shape(): void {
    const tall = height ? `${height}px` : "";
    styleFigure(
      "",
      tall,
      "content-box",
      `${1 / (figure.parentElement ?? figure).currentCSSZoom}`,
      port ? "hidden" : "",
    );
    styleFrame(
      `all:initial;flex:none;width:100%;display:block;height:${mode === "frame" ? `calc(${scroller ? `${scroller.clientHeight}px` : "100vh"} - ${edge}px)` : tall};top:${edge}px;position:${place};visibility:${port ? "visible" : "hidden"};`,
    );
  }

  /**
   * Prints the fallback content: a sticky iframe would print as one screen and many blank pages. The margin keeps the
   * page's height and so the scroll offset; the end of a printed page truncates it.
   */
  function fold(): void {
    styleFigure(`${height}px`);
    styleFrame("position:fixed;visibility:hidden;");
  }

  function follow(): void {
    waking = 0;
    const { bottom, y: upper } = figure.getBoundingClientRect();
    const { paddingTop, width } = getComputedStyle(figure);
    const above = upper + figure.clientTop + parseFloat(paddingTop);
    // The host's styles may load or change at any time.
    [limit, scroller] = findScrollContainer(figure, shifts);
    // Cut off by an ancestor, capped, hidden or wrapped.
    if (
      (bottom > upper && (bottom > limit + 1 || bottom - upper < height - 1 || !frame.offsetHeight)) ||
      figure !== frame.parentElement
    )
      return stop();
    // Within three viewport heights, and not above the viewport.
    const seen = +(bottom > 0 && upper < 3 * innerHeight);
    if (seen && !frame.src) {
      frame.src = `${home}${path}?mode=${mode}&theme=${dataset["theme"] ?? ""}`;
      setTimeout(() => port || (frame.isConnected && stop()), FRAME_TIMEOUT);
    }
    const stood = place;
    if (port) place = "sticky";
    if (mode === "frame" && limit < Infinity) {
      const end = height - frame.offsetHeight;
      const due = edge - above;
      place = due > 0 && due < end ? `fixed;width:${width}` : `relative;top:${due > 0 && height ? end : 0}px`;
    }
    if (place !== stood) shape();
    const at = Math.round(frame.getBoundingClientRect().y - above);
    if (seen !== near) port?.postMessage({ type: "visible", value: (near = seen) } satisfies HostMessage);
    if (at !== y) port?.postMessage({ type: "y", value: (y = at) } satisfies HostMessage);
  }

  function wake(): void {
    waking ||= requestAnimationFrame(follow);
  }

  function heard({ data }: MessageEvent): void {
    const { type, value = 0 } = parseFrameMessage(data) ?? {};
    // A figure above the viewport keeps its height: not every browser has scroll anchoring.
    if (type === "height" && near) {
      height = value;
      shape();
    }
    if (type === "scroll" && near) (scroller ?? window).scrollBy({ behavior: "instant", top: value - y });
  }

  function hear({ data, source, origin }: MessageEvent<unknown>): void {
    // The origin is "null" in a sandbox without `allow-same-origin`, ours or one around the host.
    if (source !== frame.contentWindow || (origin !== "null" && origin !== home.origin) || data !== HELLO) return;
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = heard;
    y = -1;
    // The root's clientHeight is the viewport's height while all browser toolbars are shown.
    source?.postMessage({ v: data, mode, top: edge, svh: document.documentElement.clientHeight }, "*", [channel.port2]);
    shape();
    wake();
  }

  figure.prepend(frame);
  styleFrame("all:initial;position:fixed;height:100%;");
  // A clipped figure cannot pin the iframe when an ancestor scrolls it or contains its fixed descendants.
  const loose = limit < Infinity && (scroller ?? frame.clientHeight !== innerHeight);
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
