/**
 * All Chinese of the interface but three labels in `source-dialog.css`; that of the story is in `story/`, that of
 * messages to its editors in `build/content/`. Exports are parts of the interface, so that a script holds only its own.
 */
import type { Theme } from "./picture.ts";
import type { Origin } from "./story.ts";
import type { ViewMode } from "./view-mode.ts";

type Words = readonly [name: string, meaning: string];

export function quoteTitle(title: string): string {
  return `《${title}》`;
}

// Pictures

/** Characters of units, which stay on the line of their number. */
export const UNITS = "年月日家条次个项万亿元吨米%";

/** Words behind a year or an amount that belong to it. */
export const AFTER_NUMBERS = "初|底|末|左右|上下";

/** Parts of an ordinal; one of the nouns may follow, or any other character. */
export const ORDINAL = { sign: "第", numerals: "一二三四五六七八九十", nouns: "产业|部分" } as const;

/** Words of one character: no line ends with one of the first, or begins with one of the second. */
export const SHORT_WORDS = {
  leading: "在从和与或及为以把被对向按由第约",
  trailing: "的了着过到地们吗呢里上中下",
  others: "是就也都要还又再不没最更这那他她它我你有各才很说叫讲答",
} as const;

/** Begins the outside sources of a picture; the story's byline begins with its own word for the interview. */
export const OUTSIDE_SOURCES = "来源：";

export const SCAN_POSTER = "扫码读这里";

export const FILM_WORDS = { scan: "扫码读全文" } as const;

export const CAROUSEL_WORDS = {
  numbers: "这一章里的数",
  sources: "出处",
  seeLast: "出处见末页",
  scan: "扫码读这一章",
  origins: {
    interview: "访谈里的话",
    context: "访谈之外",
    count: "数访谈的字得来",
    derived: "由原数算出",
  } satisfies Readonly<Record<Origin, string>>,
} as const;

export const FACT_CARD_WORDS = {
  scan: "扫码看出处",
  working: "算法：",
  count: "逐字计数：",
  interview: "访谈",
} as const;

// The story's pages

export function offerStart(title: string): string {
  return `从头读《${title}》`;
}

export const SKIP_LINK = "跳到正文";

export const CHAPTERS_LABEL = "章节";

export const SHARE_LABEL = "分享";

export const SOURCE_LABEL = "出处";

export const TERM_LABEL = "名词";

export const ARTICLE_WORDS = {
  start: "从头读",
  shareChapter: "分享这一章",
  readArticle: "直接读文章",
  recording: "听这一章的录音",
  picture: "画面：",
  change: "与上一幅相比：",
  data: "这幅图的数据",
  year: "年",
  unknown: "未查",
  columns: ["项目", "数值", "状态与期间"],
  slider: "用手拖一遍，来回都行",
} as const;

export function readingTime(minutes: number): string {
  return `约${minutes}分钟`;
}

export const VIEW_MODE_WORDS = {
  summary: "读法",
  legend: "用哪种读法",
  modes: [
    ["scroll", "滚动", "图跟着手走"],
    ["cards", "翻页", "一步一屏"],
    ["article", "全文", "文字和静图"],
  ] satisfies readonly (readonly [ViewMode, ...Words])[],
} as const;

export const PAGER_WORDS = { label: "翻页", back: "上一页", next: "下一页" } as const;

export const RESUME_WORDS = { place: "上次读到 ", resume: "继续阅读", restart: "从头读" } as const;

export const APPENDIX_WORDS = {
  title: "读完之后",
  share: "分享",
  checkNumbers: "查每个数",
  restart: "从头读",
  facts: "每个数字从哪里来",
  scope: "口径：",
  confidence: "把握：",
  checked: "核对：",
  onPaper: "数字旁的小号是总表里的编号。总表：",
  terms: "名词",
  columns: ["是什么", "写作", "状态与期间", "谁在哪里说", "原话与算法"],
} as const;

export const FACTS_PAGE_WORDS = {
  lead: "故事里写到、画到的数字和说法，一条一行：谁在哪里说的，原话是什么，怎样算出来。编号与打印稿上的相同。",
  parts: "总表的几部分",
  uses: "用在：",
} as const;

/** Counts what a part of the tables has: facts, or terms. */
export function countEntries(count: number): string {
  return `${count}条`;
}

export const ORIGIN_TITLES: Readonly<Record<Origin, string>> = {
  interview: "访谈里的事实",
  derived: "由访谈数字算出",
  count: "对访谈文本的计数",
  context: "访谈之外的背景",
};

export const DOWNLOAD_WORDS = {
  csv: "总表CSV",
  json: "总表JSON",
  longImage: "长图",
  film: "影片",
  embed: "嵌入：放进别的网页",
  pictures: "逐幅下载图",
  carousels: "逐章下载组图",
  fontLicence: "字体许可全文",
  codeLicences: "程序许可全文",
} as const;

export const THEME_NAMES: Readonly<Record<Theme, string>> = { day: "日", night: "夜" };

export function nameCarouselPage(title: string, number: number): string {
  return `${title}，组图第${number}页`;
}

export function nameLongImage(number: number): string {
  return `长图第${number}张`;
}

export const NOT_FOUND_WORDS = {
  title: "没有这一页",
  text: "地址也许抄错了，也许这一页改了名字。故事还在。",
} as const;

// Data files

export const FACT_COLUMNS = {
  origin: "类别",
  name: "名称",
  value: "数值",
  unit: "单位",
  text: "写作",
  status: "状态",
  period: "期间",
  speaker: "说话人",
  place: "出处",
  quote: "原话",
  working: "算法",
  formula: "公式",
  sourceTitle: "来源标题",
  sourceUrl: "来源地址",
  sourceDate: "来源日期",
  note: "备注",
  scope: "口径",
  publisher: "来源发布者",
  confidence: "把握",
  checked: "核对",
} as const;

// Pages for other publishers

export const DATA_LABEL = "数据";

export function offerStory(title: string): string {
  return `在《${title}》里看`;
}

export const PORTABLE_ARTICLE_WORDS = {
  name: "公众号版",
  back: "回到“嵌入”",
  lead: "整篇文字和图，没有脚本，样式写在每一段上，数字的出处在文末。",
  steps: [
    "按“整篇复制”，到公众号的编辑器里粘贴。按钮用不了，就点一下下面的框，全选，复制。",
    "公众号会把图搬到自己的服务器；没有搬成的，从“逐幅下载图”里取来，重新上传。",
    "文末的网址在公众号里点不开，可以放进“阅读原文”。",
  ],
  copy: "整篇复制",
  open: "单独打开",
  sources: "出处",
  poster: "海报",
  whole: "完整的故事在：",
} as const;

export const PLACEHOLDER_URL = "https://公开网址未定/";

export const EMBED_BUILDER_WORDS = {
  title: "嵌入",
  lead: "一段代码，把整篇、一章或一幅图放进你的页面。脚本不能用的时候，图、题目、出处和链接也都在。",
  noAddress: "代码里用的是故事现在的地址。",
  placeholder: `脚本没有运行：请把代码里的 ${PLACEHOLDER_URL} 换成故事现在的地址。`,
  part: ["壹", "放什么"],
  partLabel: "放哪一部分",
  singlePictures: "单幅图",
  format: ["贰", "怎样放"],
  details: ["叁", "细处"],
  theme: "明暗",
  themes: [
    ["auto", "随读者的系统"],
    ["day", "日间"],
    ["night", "夜间"],
  ],
  top: "你的页面顶上固定着的栏有多高（像素，没有就是0）",
  code: ["肆", "代码"],
  codeLabel: "要粘贴的代码",
  copy: "复制代码",
  preview: "预览",
  previewTitle: "在别人的页面里是这样",
  previewWidth: "预览的宽度",
  fullWidth: "满幅",
  previewLabel: "预览，可以滚动",
  ready: "现成的代码",
  systems: "哪个系统用哪一段",
  systemColumns: ["系统", "用哪一段", "说明"],
} as const;

export function offerReturn(title: string): string {
  return `回到《${title}》`;
}

export const FORMAT_LABELS = {
  frame: ["随页滚动", "读者滚动你的页面，故事跟着走。要能放一行脚本。"],
  inline: ["并入页面", "直接长在你的页面里，最顺。要能放脚本，适合合作媒体。"],
  cards: ["翻页", "一个普通的框架，不要脚本，高度固定，按键翻页，不抢滚动。"],
  static: ["海报", "一张图、一行出处、一个链接。什么都不许放的地方用。"],
  svg: ["矢量图", "图的SVG文件，放大不糊。"],
  png: ["位图", "图的PNG文件，哪里都能放。"],
} as const;

export const FIGURE_FORMAT_LABELS = {
  frame: ["一幅图", "题目、图、类别、出处和数据，高度自己调好。要能放一行脚本。"],
  cards: ["一幅图，不用脚本", "同样的内容，放在一个普通的框架里，高度固定。"],
} as const;

export const CMS_TABLE: readonly (readonly [system: string, way: string, note: string])[] = [
  ["自己的网页，能放脚本", "随页滚动，或并入页面", "粘进正文的HTML。"],
  ["WordPress", "直接贴故事的网址", "自动变成翻页的框架；能用“自定义HTML”块又有权限的，用随页滚动。"],
  ["Ghost", "HTML卡片里放随页滚动", "直接贴网址只会得到一张书签卡。"],
  ["Drupal、TYPO3", "随页滚动", "文本格式要允许figure、data属性和脚本；不允许就用翻页。"],
  ["AMP页面", "翻页的网址放进amp-iframe", "要在首屏以下，并给一张占位图。"],
  ["公众号", "公众号版", "不能放脚本和框架：打开公众号版，整篇复制，图重新上传。"],
  ["头条号、百家号、网易号", "公众号版，或海报", "图重新上传，链接常会被去掉，留着网址的文字。"],
  ["飞书、Notion、语雀", "翻页的网址", "用“嵌入网页”，贴框架里src的网址。"],
  ["Substack、邮件、RSS", "海报；阅读器可订feed.xml", "图加链接；订阅里是公众号版全文。"],
  ["安全策略（CSP）很严的站", "翻页，或海报", "随页滚动要在script-src和frame-src里写上故事的网址；翻页只要frame-src。"],
];

// Press kit

export const ALT_COLUMNS = ["标题", "画面", "与上一幅相比"] as const;

/** Kinds of files in the press kit, in the order of its page: a title, and what each is for. */
export const PRESS_KIT_KINDS = {
  films: ["影片", "竖版，没有声音，字幕在画面里：视频号、抖音、快手、小红书、微博、哔哩哔哩。"],
  covers: ["影片封面", "3:4给小红书、抖音、快手，16:9给哔哩哔哩，4:3给视频号、头条号。"],
  carousels: ["组图", "按次序一次发完：小红书、微博、公众号图片消息。"],
  posters: ["海报", "单张发：朋友圈、微信群、QQ、QQ空间。"],
  squares: ["方图", "会裁成方形的地方：公众号次条的封面、微信和QQ的链接卡。"],
  cards: ["链接卡", "贴链接时平台自己取；要自己配图，用它：公众号头条的封面、微博、X。"],
  pictures: ["单幅图", "文章里的配图。SVG放大不糊，PNG哪里都能放；night是夜间的颜色。"],
  long: ["长图", "按次序发：微博、公众号正文。"],
  codes: ["二维码", "印在纸上，边长不小于两厘米：报纸、杂志、幻灯片。"],
  edition: ["公众号版", "打开，全选，复制，粘贴；图重新上传，网址放进“阅读原文”。头条号、百家号、网易号也用它。"],
  snippets: ["代码", "自己的网站和客户端。txt拿来粘贴，html拿来看。"],
  oembed: ["oEmbed应答", "WordPress这样的系统自己来取。"],
  texts: ["文字", "全文，图的文字说明，署名行。"],
  data: ["数据", "全部数字，连同原话、状态和出处。"],
  others: ["其他", "说明、自测页、标志和校验和。"],
} as const;

export type PressKitKind = keyof typeof PRESS_KIT_KINDS;

/** Which files go where. `docs/newsrooms.md` has the same rows. */
export const PRESS_KIT_PLATFORMS: readonly (readonly [
  platform: string,
  kinds: readonly PressKitKind[],
  note: string,
])[] = [
  ["微信公众号", ["edition", "cards", "squares"], "头条封面用链接卡，次条封面用方图"],
  ["朋友圈、微信群", ["posters"], "也可以直接发链接"],
  ["视频号", ["films", "covers"], "封面用4:3"],
  ["抖音、快手", ["films", "covers"], "封面用3:4"],
  ["小红书", ["carousels", "films", "covers"], "封面用3:4"],
  ["微博", ["films", "carousels", "long"], "影片、组图、长图任选一种，正文里带链接"],
  ["QQ、QQ空间", ["posters"], "也可以直接发链接"],
  ["哔哩哔哩", ["films", "covers"], "封面用16:9"],
  ["头条号、百家号", ["edition", "covers"], "封面用4:3；链接常会被去掉，留着网址的文字"],
  ["X、Mastodon、Bluesky、Threads", ["cards", "films"], "贴链接就有链接卡；影片另传"],
  ["自己的网站、客户端", ["snippets", "oembed", "pictures"], "先用self-test.html试"],
  ["报纸、杂志", ["pictures", "codes"], "用SVG，印上二维码"],
];

export const PRESS_KIT_WORDS = {
  name: "媒体包",
  lead: "这里是每一个可以用的文件，点图打开。哪个平台用哪些，看下面的表。转载时带上署名行。",
  credit: "署名行",
  creditNote: "整篇和各章用这一行；单幅图的另有来源，写在各自下面。",
  platforms: "哪里用哪个",
  columns: ["发在", "用", "怎么发"],
  elsewhere: "代码、文字和自测页在打包的媒体包里；代码也可以在嵌入页取。",
} as const;

export function countFiles(count: number): string {
  return `${count}个文件`;
}

export function formatSeconds(seconds: number): string {
  return `${Math.round(seconds)}秒`;
}

export const TEST_PAGE_WORDS = {
  title: "自测",
  pending: "正在看……",
  gap: "（文章的其他段落）",
  static: "海报",
  cards: "翻页，不用脚本",
  figure: "一幅图",
  frame: "随页滚动",
  inline: "并入页面",
} as const;

export const TEST_PAGE_STATES = {
  frame: "起来了：随页滚动。滚一滚，图应当钉住不动。",
  article: "起来了：展开的静图。单幅图都是这样；整章这样，是因为这里钉不住，或者系统要求减少动态。",
  cards: "起来了：翻页。",
  other: "起来了：一个不用脚本的框架。",
  inline: "起来了：并入页面。",
  static: "海报，本来就是这样。",
  none: "还是图和链接：脚本没有来，或者还没有来。往下滚到它再看；一直这样，就查网址、网络和安全策略。",
} as const;

export function askForTest(title: string): string {
  return `《${title}》在这里起得来吗`;
}

export function explainTest(home: string): string {
  return `脚本和图都来自 ${home} ；要联网。每一处下面用字说明起来的是哪一种。`;
}

export function writePressKitReadme(title: string, publisher: string, home: string, films: boolean): string {
  const address =
    home === ""
      ? "这一包是在公开网址定下来以前做的：代码里写着“公开网址未定”的地方要换成故事的网址，或者定了网址再做一包。"
      : `故事在 ${home}`;
  return `# 《${title}》${PRESS_KIT_WORDS.name}

${address}

先打开 index.html：每个文件都在上面，看得见样子、大小、署名行，和哪个平台用哪些。

要放进网页的，打开 self-test.html，看每一种放法在你的电脑上起不起得来；再把它的内容放进你的系统试一遍。

| 文件夹 | 里面是 |
|---|---|
| index.html | 一页总览：每个文件的样子、尺寸、字节、用处和署名行 |
| self-test.html | 自测页：每一种放法各一处，旁边用字说明起来的是哪一种 |
| snippets/ | 整篇、每章、每幅图的代码：.txt 拿来粘贴，.html 拿来看 |
| oembed/ | oEmbed 应答（有公开网址时才有） |
| pictures/ | 每幅图的 SVG 和 PNG，日间、夜间（-night）各一版 |
| posters/ | 整篇、每章、每幕的海报 |
| carousels/ | 每章一套组图（1080×1440，3:4），按文件名的次序发：封面、各页、末页是出处 |
| cards/ | 整篇、每章、每幕的链接卡，和方图（-square） |
| long/ | 整篇的长图，八张 |
| codes/ | 整篇、每章、每幕网址的二维码（有公开网址时才有） |
${films ? "| films/ | 竖版影片（1080×1920，没有声音，字幕在画面里），和 3:4、16:9、4:3 的封面 |\n" : ""}| edition/ | 公众号版：打开 fragment.html，全选，复制，粘贴 |
| texts/ | 全文 story.txt，图的文字说明 alt.csv 和 alt.txt，署名行 credits.txt |
| data/ | 全部数字 facts.csv，连同原话、状态和出处 |
| SHA256SUMS | 每个文件的校验和 |

放法：frame 随页滚动，inline 并入页面，cards 翻页（不用脚本），static 海报，svg 和 png 单幅图。
图和数据可以转载，请保留图上的说明和 credits.txt 里的署名行。发布者：${publisher}。
`;
}

// Scripts of the page and of the pages for other publishers. The bundler writes constants where they are used; a
// function would load with the page even when the share dialog alone calls it.

export function describeBetween(from: string, to: string): string {
  return `从${from}到${to}`;
}

export function countCards(number: number, all: number): string {
  return `第${number}页，共${all}页：`;
}

export const SOURCE_OF = " 的出处";

export const LISTEN_WORDS = {
  name: "听",
  offer: "念给你听",
  back: "上一幕",
  next: "下一幕",
  chapterBack: "上一章",
  chapterNext: "下一章",
  play: "继续",
  again: "再听",
  pause: "暂停",
  rate: "语速",
  times: "倍",
  picture: "画面 · ",
  failed: "声音没有出来，再按一次“继续”试试",
  lost: "录音没有取到，按“继续”再试",
} as const;

export const VALUES_NAME = "图里的数";

export const READ_VALUES = "逐个读数";

export const BACK_LABEL = "返回";

export const CLOSE_LABEL = "收起";

export const CARD_NAME = "卡片";

export const POSTER_NAME = "海报";

/** Stands for `CARD_NAME` or `POSTER_NAME` in the texts below. */
export const PICTURE = "{picture}";

export const HINT_IN_WECHAT = "点右上角 ··· 发送给朋友，或长按{picture}保存";

export const HINT_ON_TOUCH = "长按{picture}也能保存";

export const HINT_ON_CODE = "用手机扫{picture}上的码，就在手机上打开这里";

export const HINT_ON_CODES = "用手机扫这个码，或扫{picture}上的码，就在手机上打开这里";

export const SAVE_PICTURE = "保存{picture}";

export const SAVE_FILM = "保存影片";

export const LINK_LABEL = "链接";

export const COPY_LINK = "复制链接";

export const COPIED = "已复制";

export const LINK_NOT_COPIED = "没能自动复制，请从上面的框里复制";

export const SHARE_TO = "分享到";

export const CODE_LABEL = "二维码";

export const WEIBO = "微博";

export const QZONE = "QQ空间";

export const MAIL = "邮件";

export const WECHAT_NAME = "微信";

export const COPIED_FOR_WECHAT = "链接已复制，到微信里粘贴给朋友或发朋友圈";

export const CAROUSEL_FOR = "小红书";

export const SAVE_CAROUSEL = "一套3:4的图，按次序存下，再到小红书里一起发";

export const CAROUSEL_PAGE = "第{number}页";

export const FILM_FOR = "视频号";

export const MORE_PLATFORMS = "更多";

export const MASTODON_LABEL = "你的 Mastodon 在哪个服务器";

export const SNIPPET_NOT_COPIED = "没能自动复制，代码已经选中，请手动复制";

export const ARTICLE_COPIED = "已复制，可以去粘贴了";

export const ARTICLE_NOT_COPIED = "没能自动复制：点一下下面的框，全选，复制";
