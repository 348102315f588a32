import type { Finding } from "./prose.ts";

const HAN = String.raw`[\p{Script=Han}\u3001\u3002\u2014\u2026\u201C\u201D\u2018\u2019\uFF01-\uFF1F\u25A1]`;

const WIDE: Readonly<Record<string, string>> = {
  ",": "\uFF0C",
  ";": "\uFF1B",
  ":": "\uFF1A",
  "!": "\uFF01",
  "?": "\uFF1F",
  "(": "\uFF08",
  ")": "\uFF09",
  ".": "。",
};

/** Signs that a Chinese text has in another form; `wanted` says what to write. */
const RULES: readonly {
  readonly sign: RegExp;
  readonly name: string;
  readonly wanted: (sign: string) => string;
}[] = [
  { sign: /"/gu, name: "英文双引号", wanted: () => "应写“ ”" },
  { sign: /(?<![A-Za-z])'|'(?![A-Za-z])/gu, name: "英文单引号", wanted: () => "应写‘ ’，用在“ ”里面" },
  { sign: /[「」『』]/gu, name: "直角引号", wanted: () => "应写“ ”，里面一层写‘ ’" },
  { sign: /-{2,}/gu, name: "半角连字符", wanted: () => "应写破折号——" },
  {
    sign: /[\uFF0C\u3001\uFF1B\uFF1A]{2,}|[\uFF0C\u3001\uFF1B\uFF1A]+。|。[\uFF0C\u3001\uFF1B\uFF1A]+/gu,
    name: "标点重了",
    wanted: () => "应只留一个",
  },
  { sign: /\.{3,}|。{2,}/gu, name: "半角点号", wanted: () => "应写省略号……" },
  {
    sign: new RegExp(`(?<=${HAN})[,;:!?()](?![^\\s]*//)|[,;:!?()](?=${HAN})|(?<=${HAN})\\.(?![.\\w])`, "gu"),
    name: "半角标点",
    wanted: (sign) => `中文里应写 ${WIDE[sign] ?? "全角标点"}`,
  },
  {
    sign: /(?![\u2190-\u21FF\u00A9\u00AE\u2122\u203C\u2049])(?:\p{Extended_Pictographic}|\p{Regional_Indicator})[\uFE0F\u200D\p{Extended_Pictographic}\p{Emoji_Modifier}]*/gu,
    name: "表情符号",
    wanted: () => "应删去，有的设备印不出",
  },
];

/** Characters that nobody sees in an editor, mostly pasted from Word or a web page. */
const INVISIBLE = /(?:(?![ \t\n])[\p{Cc}\p{Z}\p{Default_Ignorable_Code_Point}])+/gu;

export function findTypography(masked: string): readonly Finding[] {
  const signs = RULES.flatMap(({ sign, name, wanted }) =>
    [...masked.matchAll(sign)].map(({ index, 0: found }): Finding => ({
      from: index,
      to: index + found.length,
      message: `${name}：${found}，${wanted(found)}`,
    })),
  );
  const alone = [...masked.matchAll(INVISIBLE)].filter(
    ({ index }) => !signs.some((one) => one.from < index && index < one.to),
  );
  const hidden = alone.map(({ index, 0: found }): Finding => {
    const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return {
      from: index,
      to: index + found.length,
      message: `看不见的字符：U+${code}，应删去`,
      hint: "多半是粘贴带来的",
    };
  });
  return [...signs, ...hidden, ...findUnpaired(masked)];
}

/** Finds “ without ”, and ” without “. */
function findUnpaired(masked: string): readonly Finding[] {
  const open: number[] = [];
  const alone: number[] = [];
  for (const { index, 0: sign } of masked.matchAll(/[“”]/gu)) {
    if (sign === "“") open.push(index);
    else if (open.pop() === undefined) alone.push(index);
  }
  return [...open, ...alone].map((index) => ({
    from: index,
    to: index + 1,
    message: `引号不成对：${masked.charAt(index)}，应前面写“，后面写”`,
  }));
}

const ADDRESS = /(?:https?:\/\/|www\.)[!-~]+/gu;

/** Finds addresses that are no links. */
export function findAddresses(masked: string): readonly Finding[] {
  return [...masked.matchAll(ADDRESS)].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
    message: `直接写了网址：${found}，应写成链接 [字](${found.startsWith("www") ? `https://${found}` : found})`,
  }));
}

/** The page itself sets the space between Chinese and Latin. */
const SPACE = /(?<=\p{Script=Han}) +(?=[A-Za-z0-9\p{Script=Han}])|(?<=[A-Za-z0-9]) +(?=\p{Script=Han})/gu;

export function findSpaces(masked: string): readonly Finding[] {
  return [...masked.matchAll(SPACE)].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
    message: "中文旁边有空格，应删去，中西文之间的间隙由页面自己排",
  }));
}
