import type { Asked } from "./attributes.ts";
import { standing } from "./pin.ts";
import { isHello, type Order, readReport, type Room, SIGHT, VERSION } from "./protocol.ts";

/** How long a frame may be silent before the figure's own content stays, ms. */
const SILENCE = 4000;
/** Height of a story that is read card by card, px. */
const CARDS = 640;

/** Gives an element of ours its styles, stronger than the host's sheets; what a browser does not know is left out. */
function dress(element: HTMLElement, style: string): void {
  element.style.cssText = style.replaceAll(";", "!important;");
}

/**
 * Shows an embed document in a frame of the figure. While its story is scrolled, the frame is pinned by the host's layout and its document
 * scrolls on orders; where that cannot be, the story is unrolled, and in a frame within a frame it is read card by card. `again` is called
 * when the figure was moved and must begin anew. Returns its undo, which leaves the figure as it was found.
 */
export function framed(figure: HTMLElement, home: string, want: Asked, again: () => void): () => void {
  const { chapter, step, theme, top } = want;
  const { style } = figure;
  const before = style.cssText;
  const box = document.createElement("div");
  const frame = document.createElement("iframe");
  const ended = new AbortController();
  const { signal } = ended;
  const shifts = new ResizeObserver(wake);
  const { clipped, scroller } = standing(figure, shifts);
  let { height } = want;
  let wanted = height;
  let port: MessagePort | undefined;
  let timer = 0;
  let waking = 0;
  let near = false;
  let sight = 0;
  let y = 0;
  /** Where the frame stands. */
  let place = "static";

  function tell(order: Order): void {
    port?.postMessage(order);
  }

  function stop(): void {
    ended.abort();
    clearTimeout(timer);
    cancelAnimationFrame(waking);
    shifts.disconnect();
    seen.disconnect();
    port?.close();
    box.remove();
    style.cssText = before;
  }

  function shape(): void {
    const tall = height ? `height:${height}px;` : "";
    const pinned = (whole: string): string => `height:calc(${whole} - ${top}px);`;
    dress(figure, `${before};position:relative;${tall}visibility:${port ? "hidden" : "visible"};display:block;`);
    dress(box, `all:initial;position:absolute;top:0;left:0;width:100%;${tall}`);
    dress(
      frame,
      `all:initial;width:100%;${mode === "frame" ? pinned("100vh") + pinned(scroller ? `${scroller.clientHeight}px` : "100lvh") : tall}visibility:${port ? "visible" : "hidden"};display:block;top:${top}px;position:${place};`,
    );
  }

  /** How much room the host's page gives; measured with the box, whose own shape comes back at once. */
  function room(): Room {
    dress(box, "position:fixed;height:100vh;height:100svh;");
    const svh = scroller?.clientHeight ?? box.offsetHeight;
    shape();
    return { top, svh };
  }

  function follow(): void {
    waking = 0;
    const { top: above, bottom, left, width } = box.getBoundingClientRect();
    // What stands above the window never changes its height: not every browser keeps the reader's place.
    if (bottom > 0 && height !== wanted) {
      height = wanted;
      shape();
    }
    const edge = top + (scroller?.getBoundingClientRect().top ?? 0);
    const end = height - frame.offsetHeight;
    const at = Math.round(Math.max(0, Math.min(edge - above, end)));
    if (mode === "frame" && clipped) {
      place = at > 0 && at < end ? `fixed;left:${left}px;width:${width}px` : `absolute;top:${at}px`;
      shape();
    }
    const next = near ? (bottom > 0 && above < innerHeight ? SIGHT.in : SIGHT.near) : SIGHT.out;
    if (next !== sight) tell({ t: "vis", n: (sight = next) });
    if (at !== y) tell({ t: "y", n: (y = at) });
  }

  function wake(): void {
    waking ||= requestAnimationFrame(follow);
  }

  function heard({ data }: MessageEvent): void {
    const { t, n = 0 } = readReport(data) ?? {};
    if (t === "err") stop();
    if (t === "step") figure.dispatchEvent(new CustomEvent("anyuan-step", { bubbles: true, detail: n }));
    if (t === "height") {
      wanted = n;
      wake();
    }
    if (t === "goto" && sight === SIGHT.in) (scroller ?? window).scrollBy({ top: n - y, behavior: "instant" });
  }

  function hear({ source, origin, data }: MessageEvent): void {
    const child = frame.contentWindow;
    // What is in a sandbox has no origin; whatever has one is not what was asked for.
    if (!child || source !== child || origin !== "null" || !isHello(data)) return;
    if (port) return again();
    const { port1, port2 } = new MessageChannel();
    clearTimeout(timer);
    port = port1;
    port.onmessage = heard;
    y = -1;
    child.postMessage({ v: VERSION, t: "welcome", mode, ...room() }, "*", [port2]);
    wake();
  }

  // The frame is asked for when the figure comes near.
  const seen = new IntersectionObserver(
    (entries) => {
      near = entries.pop()?.isIntersecting === true;
      if (near && !frame.src) {
        frame.src = `${home}embed/${chapter && `${chapter}/`}${step && `${step}/`}?mode=${mode}&theme=${theme}`;
        timer = window.setTimeout(stop, SILENCE);
      }
      wake();
    },
    { rootMargin: "150% 0px" },
  );

  figure.append(box);
  box.append(frame);
  dress(box, "position:fixed;top:0;bottom:0;");
  // Where something around holds what is fixed within it, or scrolls it besides, only a story that is not pinned is whole.
  const loose = clipped && (scroller || Math.abs(box.offsetHeight - innerHeight) > 20);
  const mode = step
    ? "stack"
    : self !== window.top || want.mode === "steps"
      ? "steps"
      : loose || matchMedia("(prefers-reduced-motion:reduce)").matches
        ? "stack"
        : "frame";
  if (mode === "steps") height = wanted = CARDS;
  if (mode === "frame") place = "sticky";
  frame.title = figure.textContent.trim();
  frame.referrerPolicy = "no-referrer";
  frame.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox");
  frame.setAttribute("scrolling", "no");
  shape();
  seen.observe(figure);
  addEventListener("message", hear, { signal });
  addEventListener("scroll", wake, { signal, capture: true });
  addEventListener("resize", () => tell({ t: "env", ...room() }), { signal });
  return stop;
}
