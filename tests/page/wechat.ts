import type { Page, Route } from "@playwright/test";
import { WORKER_BLOCKED } from "./page-faults.ts";

export const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.49";
export const ANDROID =
  "Mozilla/5.0 (Linux; Android 14; V2241A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/134.0.0.0 Mobile Safari/537.36 XWEB/1340043 MMWEBSDK/20250201 MicroMessenger/8.0.58";

export const SIGNING = "https://sign.example.org/wechat/signature";
export const SDK = "https://res.wx.qq.com/open/js/jweixin-1.6.0.js";

/** The part of WeChat's script that the page uses; it records its calls. */
const STUB = `{
  const calls = [];
  let then;
  const note = (name) => (value) => void calls.push([name, JSON.parse(JSON.stringify(value))]);
  window.calls = calls;
  window.wx = {
    config(settings) { note("config")(settings); setTimeout(() => then?.()); },
    ready(heard) { then = heard; },
    updateAppMessageShareData: note("updateAppMessageShareData"),
    updateTimelineShareData: note("updateTimelineShareData"),
  };
}`;

const SCRIPTS = {
  loads: STUB,
  late: STUB,
  other: "window.wx = { config() {} };",
  refuses: `${STUB} wx.config = () => wx.then(); wx.ready = (then) => { wx.then = then; }; wx.updateAppMessageShareData = () => { throw new Error("no"); };`,
  throws: `${STUB} wx.config = wx.ready = () => { throw new Error("not now"); };`,
};

interface Answers {
  /** The publisher's server: signs, refuses, sends another JSON, or does not answer. */
  readonly signature?: "signs" | "refused" | "none" | "late";
  /** WeChat's own script: late until it is released. */
  readonly sdk?: keyof typeof SCRIPTS | "fails";
}

export interface WeChatStub {
  /** Sets the answers of the next load, and forgets the requests before. */
  readonly setAnswers: (answers: Answers) => void;
  /** Addresses that the page has requested of either, in order. */
  readonly requests: readonly string[];
  /** Calls of WeChat's script with their arguments, in order. */
  readonly readCalls: () => Promise<readonly unknown[]>;
  /** Answers the requests that are kept waiting. */
  readonly release: () => Promise<void>;
  /** Errors of the page; the browser's own word about a request that failed is none. */
  readonly faults: readonly string[];
}

/** Answers for WeChat and the publisher's server, without a network. */
export async function stubWeChat(page: Page): Promise<WeChatStub> {
  let { signature, sdk }: Required<Answers> = { signature: "signs", sdk: "loads" };
  const requests: string[] = [];
  const faults: string[] = [];
  const waiting: (() => Promise<void>)[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  page.on("console", (message) => {
    const text = message.text();
    if (text === WORKER_BLOCKED || text.startsWith("Failed to load resource")) return;
    if (message.type() === "error" || message.type() === "warning") faults.push(text);
  });

  async function sign(route: Route): Promise<void> {
    const url = route.request().url();
    requests.push(url);
    if (signature === "late") return;
    const signed = { appId: "wx1", timestamp: 1_600_000_000, nonceStr: "n" };
    const of = new URL(url).searchParams.get("url") ?? "";
    await route.fulfill({
      status: signature === "refused" ? 403 : 200,
      headers: { "access-control-allow-origin": "*" },
      json: signature === "none" ? { errcode: 40_001 } : { ...signed, signature: `of ${of}` },
    });
  }

  async function sendScript(route: Route): Promise<void> {
    requests.push(route.request().url());
    if (sdk === "fails") {
      await route.abort();
      return;
    }
    const body = SCRIPTS[sdk];
    const answer = (): Promise<void> => route.fulfill({ contentType: "text/javascript", body });
    if (sdk === "late") waiting.push(answer);
    else await answer();
  }

  await page.route(`${SIGNING}*`, sign);
  await page.route(SDK, sendScript);
  return {
    setAnswers(next) {
      ({ signature = "signs", sdk = "loads" } = next);
      requests.length = 0;
    },
    requests,
    readCalls: () =>
      page.evaluate(() => (Array.isArray(Reflect.get(window, "calls")) ? Reflect.get(window, "calls") : [])),
    async release() {
      await Promise.all(waiting.splice(0).map((answer) => answer()));
    },
    faults,
  };
}
