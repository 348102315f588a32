import type { WeChat } from "../story/model.ts";
import { inWeChat } from "./in-wechat.ts";

/** How long a reader who does not scroll is left in peace, ms: by then the pictures run and the network is free. */
const REST = 2000;

/**
 * Inside WeChat alone: once the reader has begun to scroll, or after a while, the cards that links are sent on with are prepared, by a
 * script of their own. When that cannot be had nothing changes. To be called before the address has followed the reader.
 */
export function wechatGate(wechat: WeChat, view: Window): void {
  if (!inWeChat(view) || view.parent !== view) return;
  const entered = view.location.href;
  const begin = (): void => {
    view.removeEventListener("scroll", begin);
    view.clearTimeout(timer);
    import("./wechat.ts")
      .then(({ wechatCards }) => wechatCards(wechat, { root: view.document, view, entered }))
      .catch(() => undefined);
  };
  const timer = view.setTimeout(begin, REST);
  view.addEventListener("scroll", begin, { passive: true });
}
