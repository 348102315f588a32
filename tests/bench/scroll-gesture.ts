import type { Handset } from "./phone.ts";
import { BEGIN, END } from "./trace-figures.ts";

interface Gesture {
  /** px/s */
  readonly speed: number;
  /** px; the gesture ends at the end of the page. */
  readonly distance?: number;
}

/**
 * Scrolls down in one steady move by the browser's own gesture, marks its begin and end, and throws when the page was
 * not scrolled so far. It is the wheel's gesture: that of a finger does nothing in a headless browser.
 */
export async function scrollDown({ page, session }: Handset, { speed, distance = Infinity }: Gesture): Promise<void> {
  const { from, way } = await page.evaluate((mark) => {
    const height = document.documentElement.scrollHeight;
    performance.mark(mark);
    return { from: scrollY, way: height - innerHeight - scrollY };
  }, BEGIN);
  const due = Math.min(way, distance);
  const gesture = { x: 195, y: 400, yDistance: -due, speed, gestureSourceType: "mouse" } as const;
  await session.send("Input.synthesizeScrollGesture", gesture);
  const { y, end } = await page.evaluate((mark) => {
    performance.mark(mark);
    return { y: scrollY, end: document.documentElement.scrollHeight - innerHeight };
  }, END);
  const missing = (due < way ? from + due : end) - y;
  if (missing > 50) throw new Error(`the scroll ended ${missing} px early`);
}
