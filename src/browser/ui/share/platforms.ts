import { MAIL, QZONE, WEIBO } from "../../../core/model/strings.ts";
export interface ShareLinkInput {
  readonly title: string;
  readonly text: string;
  readonly address: string;
  readonly picture: string;
}

export interface Platform {
  readonly name: string;
  readonly href: string;
}

/** Replaces lone surrogates, on which `encodeURIComponent` throws, with U+FFFD. */
function asking(address: string, parameters: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(parameters).map(
    ([name, value]) => `${name}=${encodeURIComponent(value.replace(/\p{Surrogate}/gu, "\uFFFD"))}`,
  );
  return `${address}?${pairs.join("&")}`;
}

/** Links to the platforms of this story's readers, and to those behind 更多. Nothing is requested before a click. */
export interface ShareLinks {
  readonly weibo: Platform;
  /** After the ways that no link leads to: 小红书 and 视频号 take files. */
  readonly others: readonly Platform[];
  readonly more: readonly Platform[];
}

export function shareLinks(input: ShareLinkInput): ShareLinks {
  const { title, text, address, picture } = input;
  const both = text === "" ? title : `${title}：${text}`;
  const card = { url: address, title, summary: text, pics: picture };
  return {
    weibo: {
      name: WEIBO,
      href: asking("https://service.weibo.com/share/share.php", {
        url: address,
        title: both,
        pic: picture,
        searchPic: "false",
      }),
    },
    others: [
      { name: "QQ", href: asking("https://connect.qq.com/widget/shareqq/index.html", card) },
      { name: QZONE, href: asking("https://sns.qzone.qq.com/cgi-bin/qzshare/cgi_qzshare_onekey", card) },
      { name: "X", href: asking("https://x.com/intent/tweet", { text: title, url: address }) },
    ],
    more: [
      { name: "Bluesky", href: asking("https://bsky.app/intent/compose", { text: `${title} ${address}` }) },
      { name: "Threads", href: asking("https://www.threads.net/intent/post", { text: title, url: address }) },
      { name: "Telegram", href: asking("https://t.me/share/url", { url: address, text: title }) },
      {
        name: MAIL,
        href: asking("mailto:", {
          subject: title.replace(/\s+/g, " "),
          body: text === "" ? address : `${text}\r\n\r\n${address}`,
        }),
      },
    ],
  };
}

/** The server that most readers of Mastodon are on. */
export const MASTODON_SERVER = "mastodon.social";

/**
 * Returns the page of a Mastodon server that shares, or null for what is no server's name. Mastodon has no address for
 * all servers, and a page that forwards to the reader's would be a third party that learns what is shared.
 */
export function mastodonLink({ title, address }: ShareLinkInput, server: string): string | null {
  const host = server
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/\/.*$/, "")
    .replace(/^.*@/, "");
  if (!/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(host)) return null;
  return asking(`https://${host}/share`, { text: `${title} ${address}` });
}
