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

/** Requests nothing from a platform before a click. */
export function shareLinks({ title, text, address, picture }: ShareLinkInput): readonly Platform[] {
  const both = text === "" ? title : `${title}：${text}`;
  const card = { url: address, title, summary: text, pics: picture };
  return [
    {
      name: WEIBO,
      href: asking("https://service.weibo.com/share/share.php", {
        url: address,
        title: both,
        pic: picture,
        searchPic: "false",
      }),
    },
    { name: "QQ", href: asking("https://connect.qq.com/widget/shareqq/index.html", card) },
    { name: QZONE, href: asking("https://sns.qzone.qq.com/cgi-bin/qzshare/cgi_qzshare_onekey", card) },
    { name: "X", href: asking("https://x.com/intent/tweet", { text: title, url: address }) },
    { name: "Telegram", href: asking("https://t.me/share/url", { url: address, text: title }) },
    {
      name: MAIL,
      href: asking("mailto:", {
        subject: title.replace(/\s+/g, " "),
        body: text === "" ? address : `${text}\r\n\r\n${address}`,
      }),
    },
  ];
}
