import type { WeChat } from "../../../core/model/story.ts";

/** Whether the page is read inside WeChat, whose own menu alone can send it on. */
export function inWeChat({ navigator }: Window): boolean {
  return /MicroMessenger/i.test(navigator.userAgent);
}

/** How long a reader who does not scroll is left in peace, ms: by then the pictures run and the network is free. */
const REST = 2000;

/**
 * Inside WeChat alone: once the reader has begun to scroll, or after a while, the cards that links are sent on with are prepared, by a
 * script of their own. When that cannot be had nothing changes. To be called before the address has followed the reader.
 */
export function loadWeChatWhenIdle(wechat: WeChat, view: Window): void {
  if (!inWeChat(view) || view.parent !== view) return;
  const entered = view.location.href;
  const begin = (): void => {
    view.removeEventListener("scroll", begin);
    view.clearTimeout(timer);
    import("./wechat.ts")
      .then(({ updateWeChatCards }) => updateWeChatCards(wechat, { root: view.document, view, entered }))
      .catch(() => undefined);
  };
  const timer = view.setTimeout(begin, REST);
  view.addEventListener("scroll", begin, { passive: true });
}
