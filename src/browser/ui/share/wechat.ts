import type { WeChat } from "../../../core/model/story.ts";
import { trustedScriptUrl } from "../trusted-url.ts";
import { placeAtPath, placeHeadline } from "./payload.ts";

/** How long the publisher's server, and then WeChat's script, is waited for, ms. */
const PATIENCE = 4000;

/** What WeChat is told of a link. */
interface Card {
  readonly title: string;
  readonly desc: string;
  readonly link: string;
  readonly imgUrl: string;
}

/** The publisher's leave to speak to WeChat from one address. */
interface Signature {
  readonly appId: string;
  /** Seconds since 1970. */
  readonly timestamp: number | string;
  readonly nonceStr: string;
  readonly signature: string;
}

/** WeChat's script as far as it is used here. */
interface Sdk {
  readonly config: (settings: Signature & { readonly debug: boolean; readonly jsApiList: readonly string[] }) => void;
  readonly ready: (then: () => void) => void;
  readonly updateAppMessageShareData: (card: Card) => void;
  readonly updateTimelineShareData: (card: Omit<Card, "desc">) => void;
}

/** To a chat, and to one's own circle. */
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

/** Ends what takes longer than `limit` ms. */
function expiring(view: Window, limit: number): AbortSignal {
  const control = new AbortController();
  view.setTimeout(() => control.abort(), limit);
  return control.signal;
}

/** The publisher's signature of an address. Rejects when it is refused, late, or none. */
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

/** WeChat's script, loaded. Rejects when it fails, is late, or is something else. */
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
    node.src = trustedScriptUrl(view, "anyuan-wechat", address);
    view.document.head.append(node);
  });
}

interface Parts {
  readonly root: Document;
  readonly view: Window;
  /** The address that the page was entered with. */
  readonly entered: string;
}

/** The card of the place that the page's address names. */
function cardOf({ root, view }: Parts, home: string): Card {
  const { origin, pathname } = view.location;
  const { id, path, name, text } = placeAtPath((origin + pathname).slice(home.length), { root });
  return {
    title: placeHeadline(name, { root }),
    desc: text || (root.querySelector(".byline")?.textContent ?? ""),
    link: home + path,
    imgUrl: `${home}cards/${id}-square.png`,
  };
}

/**
 * Tells WeChat what the links that its menu sends on are shown with: title, text and picture of the place that is read, anew whenever
 * the page's address has followed the reader. Rejects when WeChat or the publisher's server does not help; `limit` is how long each is
 * waited for, ms.
 */
export async function updateWeChatCards({ signature, sdk }: WeChat, parts: Parts, limit = PATIENCE): Promise<void> {
  const { root, view, entered } = parts;
  const control = root.querySelector<HTMLAnchorElement>("a[data-share]");
  if (control === null) return;
  // It leads to a picture in a folder of the story's home.
  const home = new URL("../", control.href).href;
  // On iOS WeChat knows a page only by the address it was entered with, elsewhere by the one it has.
  const known = (): string =>
    (/iPhone|iPad|iPod/.test(view.navigator.userAgent) ? entered : view.location.href).replace(/#.*/, "");

  const address = known();
  const first = await signatureOf(address, signature, view, limit);
  const wx = await loaded(sdk, view, limit);
  const settings = known() === address ? first : await signatureOf(known(), signature, view, limit);

  let last = "";
  const tell = (): void => {
    const { desc, ...card } = cardOf(parts, home);
    // Also when the address only loses what was asked with it.
    if (card.link === last) return;
    last = card.link;
    try {
      wx.updateAppMessageShareData({ ...card, desc });
      wx.updateTimelineShareData(card);
    } catch {
      // WeChat then shows links as it always did.
    }
  };
  wx.ready(() => {
    tell();
    // The title follows the reader right after the address.
    const title = root.querySelector("title");
    if (title !== null) new MutationObserver(tell).observe(title, { childList: true });
  });
  wx.config({ ...settings, debug: false, jsApiList: ASKED });
}
