/** Whether the page is read inside WeChat, whose own menu alone can send it on. */
export function inWeChat({ navigator }: Window): boolean {
  return /MicroMessenger/i.test(navigator.userAgent);
}
