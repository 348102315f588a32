import type { ShareContext, SharePayload } from "./payload.ts";
import { shareLinks } from "./platforms.ts";
import { inWeChat } from "./wechat-loader.ts";

/** Classes of the page behind a modal dialog; see `source-dialog.ts`. */
const BEHIND = ["dialog-open", "dialog-open-scrollbar"] as const;

function made<N extends keyof HTMLElementTagNameMap>(
  page: Document,
  name: N,
  properties: Partial<HTMLElementTagNameMap[N]>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[N] {
  const node = Object.assign(page.createElement(name), properties);
  node.append(...children);
  return node;
}

function hint(offer: SharePayload, view: Window): string {
  const { kind } = offer.picture;
  if (inWeChat(view)) return `点右上角 ··· 发送给朋友，或长按${kind}保存`;
  if (!view.matchMedia("(pointer: fine)").matches) return `长按${kind}也能保存`;
  return offer.code === null ? "" : `用手机${onDesk(view) ? "扫这个码，或" : ""}扫${kind}上的码，就在手机上打开这里`;
}

function onDesk(view: Window): boolean {
  return view.matchMedia("(pointer: fine) and (min-width: 1000px) and (min-height: 561px)").matches;
}

/** Falls back to a field with the URL selected when the clipboard is refused. */
function copying(address: string, view: Window): readonly [button: HTMLElement, rest: readonly HTMLElement[]] {
  const page = view.document;
  const said = made(page, "p", { className: "done", role: "status" });
  const field = made(page, "input", { value: address, readOnly: true, hidden: true, ariaLabel: "链接" });

  async function copy(): Promise<void> {
    try {
      await view.navigator.clipboard.writeText(address);
      said.textContent = "已复制";
    } catch {
      field.hidden = false;
      field.focus();
      field.select();
      said.textContent = "没能自动复制，请从上面的框里复制";
    }
  }

  const button = made(page, "button", { onclick: () => void copy() }, "复制链接");
  return [button, [field, said]];
}

/**
 * Opens the share dialog: the poster or card, a copy button and platform links. A modal dialog like the source dialog:
 * it adds no history entry and returns the focus to `control`.
 */
export function openShareDialog(offer: SharePayload, control: HTMLElement, { area, view }: ShareContext): void {
  const page = view.document;
  const { title, text, address, picture, code } = offer;
  if (page.querySelector("dialog.share") !== null) return;

  const image = made(page, "img", {
    width: picture.width,
    height: picture.height,
    alt: `${picture.kind}：${title}`,
    src: picture.url,
  });
  const save = made(page, "a", { href: picture.url, download: picture.name }, `保存${picture.kind}`);
  const [copy, copied] = copying(address, view);
  const wechat = inWeChat(view);
  // Lines break between phrases, not within one.
  const phrases = title
    .split(/(?<=[， ])|(?= )/u)
    .map((part) => (part === " " ? part : made(page, "span", { className: "phrase" }, part)));
  const links = shareLinks({ title, text, address, picture: picture.url }).map(({ name, href }) =>
    made(page, "li", {}, made(page, "a", { href, target: "_blank", rel: "noopener noreferrer" }, name)),
  );
  const said = made(page, "p", { className: "hint" }, hint(offer, view));
  // On desktop the hint is placed below the QR code.
  const desk = code !== null && !wechat && onDesk(view);
  const ways = [
    made(page, "p", { className: "what" }, ...phrases),
    ...(desk ? [] : [said]),
    made(page, "p", { className: "acts" }, ...(wechat ? [] : [save]), copy),
    ...copied,
    ...(wechat ? [] : [made(page, "ul", { ariaLabel: "分享到" }, ...links)]),
    ...(desk ? [made(page, "img", { width: 150, height: 150, alt: `二维码：${address}`, src: code }), said] : []),
  ];
  const sheet = made(
    page,
    "div",
    { className: "sheet", tabIndex: 0 },
    made(page, "div", { className: "shown" }, image),
    made(page, "div", { className: "ways" }, ...ways),
  );
  const close = made(page, "button", { onclick: () => dialog.close() }, "收起");
  const dialog = made(
    page,
    "dialog",
    { className: "source-dialog share", ariaLabel: `分享：${title}` },
    sheet,
    made(page, "p", { className: "buttons" }, close),
  );
  dialog.dataset["about"] = "分享";

  const { classList, clientWidth } = page.documentElement;
  const within = BEHIND.some((name) => classList.contains(name));
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => {
    if (!within) classList.remove(...BEHIND);
    dialog.remove();
    control.focus({ preventScroll: true });
  });
  area.append(dialog);
  if (!within) classList.add(clientWidth < view.innerWidth ? "dialog-open-scrollbar" : "dialog-open");
  dialog.showModal();
  sheet.focus({ preventScroll: true });
}
