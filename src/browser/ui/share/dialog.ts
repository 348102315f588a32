import {
  CLOSE_LABEL,
  CODE_LABEL,
  COPIED,
  COPY_LINK,
  HINT_IN_WECHAT,
  HINT_ON_CODE,
  HINT_ON_CODES,
  HINT_ON_TOUCH,
  LINK_LABEL,
  LINK_NOT_COPIED,
  PICTURE,
  SAVE_FILM,
  SAVE_PICTURE,
  SHARE_LABEL,
} from "../../../core/model/strings.ts";
import { createElement } from "../../lib/dom.ts";
import { stopBackgroundScroll } from "../background-scroll.ts";
import type { ShareContext, SharePayload } from "./payload.ts";
import { waysToShare } from "./ways.ts";
import { inWeChat } from "./wechat-loader.ts";

function hint(offer: SharePayload, view: Window): string {
  const { kind } = offer.picture;
  if (inWeChat(view)) return HINT_IN_WECHAT.replace(PICTURE, kind);
  if (!view.matchMedia("(pointer: fine)").matches) return HINT_ON_TOUCH.replace(PICTURE, kind);
  return offer.code === null ? "" : (onDesk(view) ? HINT_ON_CODES : HINT_ON_CODE).replace(PICTURE, kind);
}

function onDesk(view: Window): boolean {
  return view.matchMedia("(pointer: fine) and (min-width: 1000px) and (min-height: 561px)").matches;
}

interface CopyControls {
  readonly button: HTMLElement;
  readonly rest: readonly HTMLElement[];
  /** Copies the address and says `done`. */
  readonly copy: (done: string) => void;
}

function copyControls(address: string, view: Window): CopyControls {
  const page = view.document;
  const said = createElement(page, "p", { class: "done", role: "status" });
  const field = createElement(page, "input", {
    value: address,
    readonly: true,
    hidden: true,
    "aria-label": LINK_LABEL,
  });

  async function copy(done: string): Promise<void> {
    try {
      await view.navigator.clipboard.writeText(address);
      said.textContent = done;
    } catch {
      field.hidden = false;
      field.focus();
      field.select();
      said.textContent = LINK_NOT_COPIED;
    }
  }

  const button = createElement(page, "button", {}, COPY_LINK);
  button.addEventListener("click", () => void copy(COPIED));
  return { button, rest: [field, said], copy: (done) => void copy(done) };
}

export function openShareDialog(offer: SharePayload, control: HTMLElement, { area, view }: ShareContext): void {
  const page = view.document;
  const { title, address, link, picture, film, code } = offer;
  if (page.querySelector("dialog.share") !== null) return;

  const image = createElement(page, "img", {
    width: String(picture.width),
    height: String(picture.height),
    alt: `${picture.kind}：${title}`,
    src: picture.url,
  });
  const save = createElement(
    page,
    "a",
    { href: picture.url, download: picture.name },
    SAVE_PICTURE.replace(PICTURE, picture.kind),
  );
  const saves = [
    save,
    ...(film === null ? [] : [createElement(page, "a", { href: film.url, download: film.name }, SAVE_FILM)]),
  ];
  const copying = copyControls(link, view);
  const wechat = inWeChat(view);
  // Lines break between phrases, not within one.
  const phrases = title
    .split(/(?<=[， ])|(?= )/u)
    .map((part) => (part === " " ? part : createElement(page, "span", { class: "phrase" }, part)));
  const said = createElement(page, "p", { class: "hint" }, hint(offer, view));
  // On desktop the hint is placed below the QR code.
  const desk = code !== null && !wechat && onDesk(view);
  const ways = [
    createElement(page, "p", { class: "what" }, ...phrases),
    ...(desk ? [] : [said]),
    createElement(page, "p", { class: "acts" }, ...(wechat ? [] : saves), copying.button),
    ...copying.rest,
    ...(wechat ? [] : waysToShare(offer, page, copying.copy)),
    ...(desk
      ? [createElement(page, "img", { width: "150", height: "150", alt: `${CODE_LABEL}：${address}`, src: code }), said]
      : []),
  ];
  const sheet = createElement(
    page,
    "div",
    { class: "sheet", tabindex: "0" },
    createElement(page, "div", { class: "shown" }, image),
    createElement(page, "div", { class: "ways" }, ...ways),
  );
  const close = createElement(page, "button", {}, CLOSE_LABEL);
  const dialog = createElement(
    page,
    "dialog",
    { class: "source-dialog share", "aria-label": `${SHARE_LABEL}：${title}`, "data-about": SHARE_LABEL },
    sheet,
    createElement(page, "p", { class: "buttons" }, close),
  );

  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => {
    restoreScroll();
    dialog.remove();
    control.focus({ preventScroll: true });
  });
  area.append(dialog);
  const restoreScroll = stopBackgroundScroll(page.documentElement, view);
  dialog.showModal();
  sheet.focus({ preventScroll: true });
}
