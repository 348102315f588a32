import { z } from "zod";
import { AUTHOR_KINDS, KINDS, PACES } from "../../core/model/story.ts";
import { isBaseUrl, isFileInSite, isHttpsFileUrl } from "./url.ts";
import { EMPTY_TEXT_RULE } from "./validate.ts";

const text = z.string().refine((value) => value.trim() !== "", EMPTY_TEXT_RULE);
const number = z.number().refine(Number.isFinite, "一个数，不带单位");
const blank = z.string().nullish();

export const STORY_SCHEMA = z.strictObject({
  title: text,
  kicker: text,
  deck: text,
  byline: text,
  hint: text,
  description: text,
  share: text.nullish(),
  chapters: z.array(text),
});

export const CHAPTER = z.strictObject({
  id: text,
  numeral: text,
  official: text.nullish(),
  title: text,
  subtitle: text,
  share: text.nullish(),
  epilogue: z.boolean().nullish(),
  picture: text.nullish(),
  emblem: text.nullish(),
  carousel: z.array(text).min(1, "至少一幕").nullish(),
});

export const STEP = z.strictObject({
  id: text,
  scene: text.nullish(),
  kind: z.enum(KINDS),
  pace: z.enum(PACES),
  facts: z.array(text).nullish(),
  scopes: z.array(text).nullish(),
  alt: text,
  change: blank,
  "pull-quote": text.nullish(),
  emblem: blank,
  labels: z.record(z.string(), text).nullish(),
});

export const SECTION = z.strictObject({ id: text });

/** Trust in an outside figure, from the best; a lower one is not drawn. */
const CONFIDENCES = ["A", "A−", "B+", "B", "B−"] as const;

/** Tells whether a year, month or day is in the calendar. */
function isDate(value: string): boolean {
  const { year, month = "01", day: date = "01" } = DATE.exec(value)?.groups ?? {};
  if (year === undefined) return false;
  const [y, m] = [Number(year), Number(month)];
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1] ?? 0;
  return Number(date) >= 1 && Number(date) <= days;
}

const DATE = /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?$/;

const day = z.string().refine((value) => value.length === 10 && isDate(value), "日历上有的日子，如 2021-03-01");

export const COUNTED = "计数";
export const COMPUTED = "计算";

/** A count may count all characters, or the numbers that are no dates, instead of its word. */
export const COUNTABLE = ["characters", "figures"] as const;

interface FactWords {
  readonly statuses: readonly string[];
  readonly sections: readonly string[];
}

function word(words: readonly string[] | undefined) {
  return words === undefined ? text : z.enum(words);
}

export function factSchemas(words: FactWords | null) {
  const said = {
    id: text,
    name: text,
    value: number.nullish(),
    unit: blank,
    text: text.nullish(),
    spoken: text.nullish(),
    period: text,
    status: word(words?.statuses),
    speaker: text,
    quote: text,
    place: text,
    note: blank,
    implied: text.nullish(),
  };

  const interview = z.strictObject(said);

  const context = z.strictObject({
    ...said,
    speaker: blank,
    place: blank,
    note: text,
    scope: text.nullish(),
    // A keyboard has no −.
    confidence: z.preprocess(
      (value) => (typeof value === "string" ? value.replace("-", "−") : value),
      z.enum(CONFIDENCES).nullish(),
    ),
    checked: text.nullish(),
    confirmed: day.nullish(),
    table: text.nullish(),
    names: z.array(text).nullish(),
    total: text.nullish(),
    break: z.number().int().nullish(),
    source: z.strictObject({
      title: text,
      publisher: text.nullish(),
      url: z.string().refine((value) => /^(?:https?:\/\/[^\s]+)?$/.test(value), "https:// 或 http:// 开头的网址"),
      date: z.string().refine(isDate, "日历上有的日期，如 2021-10-20、2021-10 或 2021"),
    }),
  });

  const counts = z.strictObject({
    ...said,
    value: z.number().refine((value) => Number.isSafeInteger(value) && value >= 0, "整数，因为是个数"),
    status: z.enum([COUNTED]).nullish(),
    period: blank,
    speaker: blank,
    quote: blank,
    place: blank,
    word: text,
    of: z.enum(COUNTABLE).nullish(),
    section: word(words?.sections),
    places: z.array(z.number().int().positive()).nullish(),
  });

  const derived = z.strictObject({
    ...said,
    value: number,
    status: z.enum([COMPUTED]).nullish(),
    period: blank,
    speaker: blank,
    quote: blank,
    place: blank,
    formula: text,
    round: z
      .number()
      .refine((value) => Number.isInteger(value) && value >= 0 && value <= 6, "0 到 6 的整数")
      .nullish(),
  });
  return { interview, context, counts, derived };
}

export const RED_LINE = z.strictObject({
  phrases: z.array(text).min(1, "至少一个说法"),
  except: z.array(text).nullish(),
  reason: text,
  instead: text,
});

export const HEDGE = z.strictObject({ status: text, words: z.array(text).min(1, "至少一个词") });

export const TERM = z.strictObject({ id: text, term: text, gloss: text });

const siteAddress = z
  .string()
  .refine((value) => value === "" || isBaseUrl(value), "网址，如 https://example.org/story/，或留空")
  .nullish();

/** An account of Mastodon and its kin: a name and the server that it is on. */
const FEDIVERSE_ACCOUNT = /^@\w(?:[\w.-]*\w)?@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i;

export const SITE = z.strictObject({
  address: siteAddress,
  publisher: text,
  authors: z.array(z.strictObject({ name: text, kind: z.enum(AUTHOR_KINDS) })).min(1, "至少一位作者"),
  published: day,
  modified: day,
  interview: z.strictObject({ title: text, address: siteAddress }),
  name: z.string().refine((value) => /^[a-z][a-z0-9]*$/.test(value), "小写字母和数字"),
  fediverse: z
    .string()
    .refine((value) => FEDIVERSE_ACCOUNT.test(value), "联邦宇宙的账号，如 @name@example.org，整个加英文引号")
    .nullish(),
  // Validated separately, so that messages list their own keys.
  statuses: z.unknown().optional(),
  parts: z.unknown().optional(),
  wechat: z.unknown().optional(),
  recordings: z.unknown().optional(),
});

export const STATUSES = z.strictObject({
  stated: z.array(text).min(1, "至少一个词"),
  hoped: z.array(text).nullish(),
});

export const PART = z.strictObject({ section: text, place: text, opens: text.nullish() });

export const WECHAT_SDK = "https://res.wx.qq.com/open/js/jweixin-1.6.0.js";

const file = (example: string) => z.string().refine(isHttpsFileUrl, `写到文件名为止、不带 ? 的网址，如 ${example}`);

export const WECHAT = z.strictObject({
  signature: file("https://example.org/wechat/signature"),
  sdk: file(WECHAT_SDK).nullish(),
});

/** Sound files that browsers and feed readers play, by the end of their names. */
export const SOUND_TYPES: Readonly<Record<string, string>> = {
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  ogg: "audio/ogg",
};

export function isSoundFile(address: string): boolean {
  const [, end = ""] = /\.(\w+)$/.exec(address) ?? [];
  return (isHttpsFileUrl(address) || isFileInSite(address)) && Object.hasOwn(SOUND_TYPES, end);
}

export const RECORDING = z.strictObject({
  // Validated separately, so that messages show how to write them.
  address: z.unknown().optional(),
  steps: z.unknown().optional(),
});

/** Times in seconds. */
const seconds = (most: number) =>
  z.number().refine((value) => value >= 0 && value <= most, `0 到 ${most} 的秒数，如 1.5`);

export const FILM = z.strictObject({
  // Validated separately, so that messages list their own keys.
  cover: z.unknown().optional(),
  shots: z.array(z.unknown()).min(1, "至少一个镜头"),
  end: z.unknown().optional(),
});

export const FILM_COVER = z.strictObject({ step: text, text });

export const FILM_END = z.strictObject({ text, hold: seconds(10) });

/** Most of an action that may be over when its film begins. */
const FROM = 0.9;

export const SHOT = z.strictObject({
  step: text,
  enter: seconds(5).nullish(),
  from: z
    .number()
    .refine((value) => value >= 0 && value <= FROM, `0 到 ${FROM} 的数，如 0.5`)
    .nullish(),
  act: seconds(20).nullish(),
  hold: seconds(20),
  captions: z.array(text).min(1, "至少一条字幕"),
});
