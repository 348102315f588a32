import {
  CAROUSEL_FOR,
  CAROUSEL_PAGE,
  COPIED_FOR_WECHAT,
  FILM_FOR,
  MASTODON_LABEL,
  MORE_PLATFORMS,
  SAVE_CAROUSEL,
  SAVE_FILM,
  SHARE_TO,
  WECHAT_NAME,
} from "../../../core/model/strings.ts";
import { createElement } from "../../lib/dom.ts";
import type { SharedFile, SharePayload } from "./payload.ts";
import { MASTODON_SERVER, mastodonLink, type Platform, type ShareLinkInput, shareLinks } from "./platforms.ts";

const AWAY = { target: "_blank", rel: "noopener noreferrer" } as const;

/** Id of the carousel's pages, unique while the one dialog is open. */
const CAROUSEL_ID = "share-carousel";

function linkTo(page: Document, { name, href }: Platform): HTMLElement {
  return createElement(page, "a", { href, ...AWAY }, name);
}

function listOf(page: Document, label: string, items: readonly HTMLElement[]): HTMLElement {
  return createElement(
    page,
    "ul",
    { "aria-label": label },
    ...items.map((item) => createElement(page, "li", {}, item)),
  );
}

/** Builds the pages of a carousel to save, and the button that shows them. */
function carouselWays(page: Document, files: readonly SharedFile[]): readonly [button: HTMLElement, set: HTMLElement] {
  const links = files.map(({ url, name }, index) =>
    createElement(
      page,
      "a",
      { href: url, download: name, "aria-label": CAROUSEL_PAGE.replace("{number}", String(index + 1)) },
      String(index + 1),
    ),
  );
  const pages = createElement(page, "p", { class: "pages" }, ...links);
  const said = createElement(page, "p", { class: "hint" }, SAVE_CAROUSEL);
  const set = createElement(page, "div", { id: CAROUSEL_ID, hidden: true }, said, pages);
  const state = { "aria-expanded": "false", "aria-controls": CAROUSEL_ID };
  const button = createElement(page, "button", { type: "button", ...state }, CAROUSEL_FOR);
  button.addEventListener("click", () => {
    set.hidden = !set.hidden;
    button.setAttribute("aria-expanded", String(!set.hidden));
  });
  return [button, set];
}

/** Builds the link to the reader's own Mastodon server, and the field with its name. */
function mastodonWays(page: Document, input: ShareLinkInput): readonly [link: HTMLElement, field: HTMLElement] {
  const link = createElement(page, "a", { href: mastodonLink(input, MASTODON_SERVER) ?? "", ...AWAY }, "Mastodon");
  const settings = { inputmode: "url", autocapitalize: "off", autocomplete: "off", spellcheck: "false" };
  const field = createElement(page, "input", { value: MASTODON_SERVER, ...settings });
  field.addEventListener("input", () => {
    const href = mastodonLink(input, field.value);
    field.setAttribute("aria-invalid", String(href === null));
    // A link to the server before would send the words where the reader does not want them.
    if (href === null) link.removeAttribute("href");
    else link.setAttribute("href", href);
  });
  field.addEventListener("keydown", ({ key }) => {
    if (key === "Enter" && link.hasAttribute("href")) link.click();
  });
  return [link, createElement(page, "label", { class: "server" }, MASTODON_LABEL, field)];
}

/** Builds the list of platforms in the order of this story's readers, and the others, folded. */
export function waysToShare(
  { title, text, link, picture, film, carousel }: SharePayload,
  page: Document,
  copy: (done: string) => void,
): readonly HTMLElement[] {
  const input = { title, text, address: link, picture: picture.url };
  const { weibo, others, more } = shareLinks(input);
  const wechat = createElement(page, "button", { type: "button" }, WECHAT_NAME);
  wechat.addEventListener("click", () => copy(COPIED_FOR_WECHAT));
  const set = carousel.length === 0 ? [] : carouselWays(page, carousel);
  const video =
    film === null
      ? []
      : [
          createElement(
            page,
            "a",
            { href: film.url, download: film.name, "aria-label": `${FILM_FOR}：${SAVE_FILM}` },
            FILM_FOR,
          ),
        ];
  const first = [
    wechat,
    linkTo(page, weibo),
    ...set.slice(0, 1),
    ...video,
    ...others.map((platform) => linkTo(page, platform)),
  ];
  const [mastodon, server] = mastodonWays(page, input);
  const [bluesky, ...rest] = more.map((platform) => linkTo(page, platform));
  const folded = [...(bluesky === undefined ? [] : [bluesky]), mastodon, ...rest];
  return [
    listOf(page, SHARE_TO, first),
    ...set.slice(1),
    createElement(
      page,
      "details",
      {},
      createElement(page, "summary", {}, MORE_PLATFORMS),
      listOf(page, MORE_PLATFORMS, folded),
      server,
    ),
  ];
}
