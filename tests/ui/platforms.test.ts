import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  MASTODON_SERVER,
  mastodonLink,
  type ShareLinkInput,
  shareLinks,
} from "../../src/browser/ui/share/platforms.ts";

const PLAIN: ShareLinkInput = {
  title: "三足鼎立 · 安源转身",
  text: "第三足还是目标。",
  address: "https://example.org/turn/idea/third-leg/",
  picture: "https://example.org/turn/posters/third-leg.png",
};

/** What each platform's page is called and which of its parameters carry what. */
const READ: Readonly<
  Record<string, readonly [page: string, parameters: Readonly<Record<string, (told: ShareLinkInput) => string>>]>
> = {
  微博: [
    "https://service.weibo.com/share/share.php",
    {
      url: ({ address }) => address,
      title: ({ title, text }) => (text === "" ? title : `${title}：${text}`),
      pic: ({ picture }) => picture,
      searchPic: () => "false",
    },
  ],
  QQ: ["https://connect.qq.com/widget/shareqq/index.html", card()],
  QQ空间: ["https://sns.qzone.qq.com/cgi-bin/qzshare/cgi_qzshare_onekey", card()],
  X: ["https://x.com/intent/tweet", { text: ({ title }) => title, url: ({ address }) => address }],
  Bluesky: ["https://bsky.app/intent/compose", { text: ({ title, address }) => `${title} ${address}` }],
  Threads: ["https://www.threads.net/intent/post", { text: ({ title }) => title, url: ({ address }) => address }],
  Telegram: ["https://t.me/share/url", { url: ({ address }) => address, text: ({ title }) => title }],
  邮件: [
    "mailto:",
    {
      subject: ({ title }) => title.replace(/\s+/g, " "),
      body: ({ text, address }) => (text === "" ? address : `${text}\r\n\r\n${address}`),
    },
  ],
};

function card(): Readonly<Record<string, (told: ShareLinkInput) => string>> {
  return {
    url: ({ address }) => address,
    title: ({ title }) => title,
    summary: ({ text }) => text,
    pics: ({ picture }) => picture,
  };
}

/** All links, in the order in which the dialog has them. */
function allLinks(told: ShareLinkInput) {
  const { weibo, others, more } = shareLinks(told);
  return [weibo, ...others, ...more];
}

function expectRead(told: ShareLinkInput): void {
  for (const { name, href } of allLinks(told)) {
    const [page, parameters] = READ[name] ?? ["", {}];
    const url = new URL(href);
    expect(href.split("?")[0]).toBe(page);
    expect(url.hash).toBe("");
    const expected = Object.entries(parameters).map(([key, value]) => [key, value(told)]);
    expect([...url.searchParams]).toEqual(expected);
    // Mail programs take a plus for a plus.
    expect(href).not.toContain("+");
  }
}

describe("links to platforms", () => {
  test("each platform is told what it reads, in its own parameters", () => {
    expect(allLinks(PLAIN).map(({ name }) => name)).toEqual(Object.keys(READ));
    expectRead(PLAIN);
  });

  test("a hostile title arrives as it was", () => {
    for (const title of [
      "a&b=c#d?e",
      `“引”"号'<script>alert(1)</script>`,
      "100% +1 %41",
      "两行\n标题\r\n三行",
      "⛏️👨‍👩‍👧 安源",
      "javascript:alert(1)",
    ])
      expectRead({
        ...PLAIN,
        title,
        text: title,
        address: `https://example.org/a/?b=${encodeURIComponent(title)}&c#d`,
      });
  });

  test("any text arrives as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), (title, text) => {
        expectRead({ ...PLAIN, title, text });
      }),
    );
  });

  test("half a character breaks no link", () => {
    const [first] = allLinks({ ...PLAIN, title: "安\uD83D", text: "" });
    expect(new URL(first?.href ?? "").searchParams.get("title")).toBe("安\uFFFD");
  });
});

describe("a link to Mastodon", () => {
  test("leads to the reader's own server, however its name is written", () => {
    for (const written of [
      "mastodon.social",
      " https://Mastodon.Social/@me ",
      "@me@mastodon.social",
      "me@mastodon.social",
    ]) {
      const url = new URL(mastodonLink(PLAIN, written) ?? "");
      expect(url.origin + url.pathname).toBe("https://mastodon.social/share");
      expect([...url.searchParams]).toEqual([["text", `${PLAIN.title} ${PLAIN.address}`]]);
    }
    expect(mastodonLink(PLAIN, MASTODON_SERVER)).not.toBeNull();
  });

  test.each(["", "mastodon", "javascript:alert(1)", "a b.social", "例.social", "-a.social", "https://"])(
    "is none for %j",
    (written) => {
      expect(mastodonLink(PLAIN, written)).toBeNull();
    },
  );
});
