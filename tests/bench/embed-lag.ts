import type { Frame, JSHandle, Page } from "@playwright/test";
import { amid } from "../page/embed-page.ts";
import { median, percentile } from "./statistics.ts";

/** How far an embed's document is behind the host's page that it follows. */
export interface Lag {
  /** Drawn frames behind, while the host is scrolled. */
  readonly p50: number;
  readonly p95: number;
  /** ms from the host's last movement until the document is where it belongs. */
  readonly rest: number;
  /** Movements of the document later than 200 ms after the host's last: none, if it is at rest. */
  readonly restless: number;
}

/** One drawn frame: ms since 1970, px into the story. */
export type Sample = readonly [time: number, y: number];

/** How long a movement may take to arrive, ms. */
const ARRIVED = 200;
const WAY = 4000;

/** Samples of the host's page and of the embed's document, both in order of time; the host moves one way. Throws RangeError without a movement. */
export function lag(host: readonly Sample[], frame: readonly Sample[]): Lag {
  const moves = host.filter(([, y], index) => index > 0 && y !== host[index - 1]?.[1]);
  const [from, stop] = [moves[0], moves.at(-1)];
  if (from === undefined || stop === undefined) throw new RangeError("the host did not move");
  const [last, final] = stop;
  const drawnBy = (moment: number): number => host.filter(([time]) => time <= moment).length - 1;
  const behind = frame
    .filter(([time]) => time >= from[0] && time <= last)
    .map(([time, y]) => drawnBy(time) - host.findIndex(([, at]) => at >= y));
  const arrived = frame.find(([time, y]) => time >= last && Math.abs(y - final) < 1);
  const late = frame.filter(([time], index) => time > last + ARRIVED && frame[index]?.[1] !== frame[index - 1]?.[1]);
  return {
    p50: median(behind),
    p95: percentile(behind, 0.95),
    rest: arrived === undefined ? Number.POSITIVE_INFINITY : arrived[0] - last,
    restless: late.length,
  };
}

/** Begins to write down every drawn frame of a host's page, how far it is in its embed, or of the embed's document, how far it is scrolled. */
function watched(document: Page | Frame): Promise<JSHandle<readonly Sample[]>> {
  return document.evaluateHandle(() => {
    const embed = window.document.querySelector("iframe");
    const figure = embed?.closest("figure");
    const samples: [time: number, y: number][] = [];
    const note = (): void => {
      const y = embed && figure ? embed.getBoundingClientRect().top - figure.getBoundingClientRect().top : scrollY;
      samples.push([performance.timeOrigin + performance.now(), Math.round(y)]);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    return samples;
  });
}

/** Scrolls the host at an address at `speed` px/s through its embed, and watches both in every frame that is drawn. */
export async function ridden(page: Page, address: string, speed: number): Promise<Lag> {
  const frame = await amid(page, address, 500);
  const [host, embed] = [await watched(page), await watched(frame)];
  const session = await page.context().newCDPSession(page);
  await session.send("Input.synthesizeScrollGesture", {
    x: 20,
    y: 300,
    yDistance: -WAY,
    speed,
    gestureSourceType: "mouse",
  });
  await page.waitForTimeout(1000);
  return lag(await host.jsonValue(), await embed.jsonValue());
}
