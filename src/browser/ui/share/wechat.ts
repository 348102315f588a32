import { squareCardFile } from "../../../core/model/files.ts";
import { CARDS_QUERY } from "../../../core/model/routes.ts";
import { wechatPolicy } from "../../../core/model/names.ts";
import type { WeChat } from "../../../core/model/story.ts";
import { trustedScriptUrl } from "../trusted-url.ts";
import { placeAtPath, placeHeadline } from "./payload.ts";

/** Timeout of the signature request, and then of WeChat's script, ms. */
const PATIENCE = 4000;

interface Card {
  readonly title: string;
  readonly desc: string;
  readonly link: string;
  readonly imgUrl: string;
}

interface Signature {
  readonly appId: string;
  readonly timestamp: number | string;
  readonly nonceStr: string;
  readonly signature: string;
}

interface Sdk {
  readonly config: (settings: Signature & { readonly debug: boolean; readonly jsApiList: readonly string[] }) => void;
  readonly ready: (then: () => void) => void;
  readonly updateAppMessageShareData: (card: Card) => void;
  readonly updateTimelineShareData: (card: Omit<Card, "desc">) => void;
}

const ASKED = ["updateAppMessageShareData", "updateTimelineShareData"] as const satisfies readonly (keyof Sdk)[];

function isSdk(value: unknown): value is Sdk {
  if (typeof value !== "object" || value === null) return false;
  return ["config", "ready", ...ASKED].every((name) => typeof Reflect.get(value, name) === "function");
}

function isSignature(value: unknown): value is Signature {
  if (typeof value !== "object" || value === null || !("timestamp" in value)) return false;
  const texts = ["appId", "nonceStr", "signature"].every((name) => typeof Reflect.get(value, name) === "string");
  return texts && ["number", "string"].includes(typeof value.timestamp);
}

function expiring(view: Window, limit: number): AbortSignal {
  const control = new AbortController();
  view.setTimeout(() => control.abort(), limit);
  return control.signal;
}

async function signatureOf(address: string, endpoint: string, view: Window, limit: number): Promise<Signature> {
  const response = await view.fetch(`${endpoint}?url=${encodeURIComponent(address)}`, {
    credentials: "omit",
    redirect: "error",
    signal: expiring(view, limit),
  });
  const answer: unknown = response.ok ? await response.json() : null;
  if (!isSignature(answer)) throw new TypeError("no signature");
  const { appId, timestamp, nonceStr, signature } = answer;
  return { appId, timestamp, nonceStr, signature };
}

function loaded(address: string, view: Window, limit: number): Promise<Sdk> {
  return new Promise((done, fail) => {
    const node = view.document.createElement("script");
    node.addEventListener("error", fail);
    node.addEventListener("load", () => {
      const found: unknown = Reflect.get(view, "wx");
      if (isSdk(found)) done(found);
      else fail(new TypeError("not WeChat's script"));
    });
    expiring(view, limit).addEventListener("abort", fail);
    node.src = trustedScriptUrl(view, wechatPolicy(STORY_NAME), address);
    view.document.head.append(node);
  });
}

interface Parts {
  readonly root: Document;
  readonly view: Window;
  readonly entered: string;
}

function cardOf({ root, view }: Parts, home: string): Card {
  const { origin, pathname } = view.location;
  const { id, path, name, text } = placeAtPath((origin + pathname).slice(home.length), { root });
  return {
    title: placeHeadline(name, { root }),
    desc: text || (root.querySelector(".byline")?.textContent ?? ""),
    link: home + path + CARDS_QUERY,
    imgUrl: `${home}${squareCardFile({ id })}.png`,
  };
}

/** Rejects when the signature or the SDK is refused, invalid or later than `limit` ms. */
export async function updateWeChatCards({ signature, sdk }: WeChat, parts: Parts, limit = PATIENCE): Promise<void> {
  const { root, view, entered } = parts;
  const control = root.querySelector<HTMLAnchorElement>("a[data-share]");
  if (control === null) return;
  // Its picture is in a folder of the story's home.
  const home = new URL("../", control.href).href;
  // On iOS WeChat checks the signature against the URL at page load, elsewhere against the current one.
  const known = (): string =>
    (/iPhone|iPad|iPod/.test(view.navigator.userAgent) ? entered : view.location.href).replace(/#.*/, "");

  const address = known();
  const first = await signatureOf(address, signature, view, limit);
  const wx = await loaded(sdk, view, limit);
  const settings = known() === address ? first : await signatureOf(known(), signature, view, limit);

  let last = "";
  const tell = (): void => {
    const { desc, ...card } = cardOf(parts, home);
    // The URL may also only have lost its query or hash.
    if (card.link === last) return;
    last = card.link;
    try {
      wx.updateAppMessageShareData({ ...card, desc });
      wx.updateTimelineShareData(card);
    } catch {
      // WeChat then keeps its default cards.
    }
  };
  wx.ready(() => {
    tell();
    // The title changes right after the URL.
    const title = root.querySelector("title");
    if (title !== null) new MutationObserver(tell).observe(title, { childList: true });
  });
  wx.config({ ...settings, debug: false, jsApiList: ASKED });
}
