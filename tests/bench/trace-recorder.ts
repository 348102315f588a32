import type { Browser, CDPSession } from "@playwright/test";
import { readTrace, type TraceEvent } from "./trace-events.ts";

/** As few as the figures need: writing a trace takes time of the threads that it measures. */
const CATEGORIES = [
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
  "disabled-by-default-devtools.timeline.frame",
  "blink.user_timing",
  "__metadata",
];
/** KB. */
const BUFFER = 400_000;
const CHUNK = 1 << 22;

/** Runs `act` and returns the trace of every process of the browser in that time. */
export async function recordTrace(browser: Browser, act: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const session = await browser.newBrowserCDPSession();
  try {
    await session.send("Tracing.start", {
      transferMode: "ReturnAsStream",
      traceConfig: {
        recordMode: "recordUntilFull",
        traceBufferSizeInKb: BUFFER,
        includedCategories: CATEGORIES,
        excludedCategories: ["*"],
      },
    });
    await act();
    const complete = completion(session);
    await session.send("Tracing.end");
    return readTrace(await readStream(session, await complete));
  } finally {
    await session.detach();
  }
}

/** The stream of the trace that ends next. */
function completion(session: CDPSession): Promise<string> {
  return new Promise((done, fail) => {
    session.once("Tracing.tracingComplete", ({ stream, dataLossOccurred }) => {
      if (stream === undefined || dataLossOccurred) fail(new Error("the browser lost a part of the trace"));
      else done(stream);
    });
  });
}

async function readStream(session: CDPSession, handle: string): Promise<string> {
  const chunks: Buffer[] = [];
  let ended = false;
  while (!ended) {
    const { data, eof, base64Encoded = false } = await session.send("IO.read", { handle, size: CHUNK });
    chunks.push(Buffer.from(data, base64Encoded ? "base64" : "utf8"));
    ended = eof;
  }
  await session.send("IO.close", { handle });
  return Buffer.concat(chunks).toString();
}
