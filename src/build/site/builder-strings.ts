import type { EmbedFormat } from "../../core/embed/snippet.ts";

export const FORMAT_LABELS: Readonly<Record<EmbedFormat, readonly [name: string, meaning: string]>> = {
  frame: ["随页滚动", "读者滚动你的页面，故事跟着走。要能放一行脚本。"],
  inline: ["并入页面", "直接长在你的页面里，最顺。要能放脚本，适合合作媒体。"],
  cards: ["翻页", "一个普通的框架，不要脚本，高度固定，按键翻页，不抢滚动。"],
  static: ["海报", "一张图、一行出处、一个链接。什么都不许放的地方用。"],
  svg: ["矢量图", "图的 SVG 文件，放大不糊。"],
  png: ["位图", "图的 PNG 文件，哪里都能放。"],
};

/** Overrides of `FORMAT_LABELS` for a single step. */
export const FIGURE_FORMAT_LABELS: Readonly<Partial<Record<EmbedFormat, readonly [name: string, meaning: string]>>> = {
  frame: ["一幅图", "题目、图、类别、出处和数据，高度自己调好。要能放一行脚本。"],
  cards: ["一幅图，不用脚本", "同样的内容，放在一个普通的框架里，高度固定。"],
};

export const CMS_TABLE: readonly (readonly [system: string, way: string, note: string])[] = [
  ["自己的网页，能放脚本", "随页滚动，或并入页面", "粘进正文的 HTML。"],
  ["WordPress", "直接贴故事的网址", "自动变成翻页的框架；能用“自定义 HTML”块又有权限的，用随页滚动。"],
  ["Ghost", "HTML 卡片里放随页滚动", "直接贴网址只会得到一张书签卡。"],
  ["Drupal、TYPO3", "随页滚动", "文本格式要允许 figure、data 属性和脚本；不允许就用翻页。"],
  ["AMP 页面", "翻页的网址放进 amp-iframe", "要在首屏以下，并给一张占位图。"],
  ["公众号", "公众号版", "不能放脚本和框架：打开公众号版，整篇复制，图重新上传。"],
  ["头条号、百家号、网易号", "公众号版，或海报", "图重新上传，链接常会被去掉，留着网址的文字。"],
  ["飞书、Notion、语雀", "翻页的网址", "用“嵌入网页”，贴框架里 src 的网址。"],
  ["Substack、邮件、RSS", "海报；阅读器可订 feed.xml", "图加链接；订阅里是公众号版全文。"],
  [
    "安全策略（CSP）很严的站",
    "翻页，或海报",
    "随页滚动要在 script-src 和 frame-src 里写上故事的网址；翻页只要 frame-src。",
  ],
];
