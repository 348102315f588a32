import type { WeChat } from "../../../core/model/story.ts";

/** Returns true in WeChat's browser, where only its own menu can share a page. */
export function inWeChat({ navigator }: Window): boolean {
  return /MicroMessenger/i.test(navigator.userAgent);
}

/** Delay for a reader who does not scroll, ms: by then the pictures run and the network is idle. */
const REST = 2000;

/** Call before URL sync starts: the signature may need the URL at page load. */
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
