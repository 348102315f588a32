import type { Fact } from "../../core/model/story.ts";
import { type Numeral, numeralsIn, statesValue } from "./numerals.ts";
import type { Report } from "./problem.ts";
import { positionAt, type Yaml, type YamlPath } from "./yaml.ts";

interface Written {
  readonly text?: string | null | undefined;
  readonly spoken?: string | null | undefined;
  readonly quote?: string | null | undefined;
  readonly implied?: string | null | undefined;
}

type Valued = Pick<Fact, "value" | "unit">;

/** Reports a text that is printed without the fact's value. */
export function checkText(
  yaml: Yaml,
  path: YamlPath,
  { text, value, unit }: Valued & Pick<Written, "text">,
  report: Report,
): void {
  if (value === null || !text || numeralsIn(text).some((one) => statesValue(one, value, unit))) return;
  report(
    positionAt(yaml, [...path, "text"]),
    `text 与 value 不一致：text 是“${text}”，value 是 ${value}${unit}，应是同一个数`,
    "文章和图印的是 text，改 value 时要一起改",
  );
}

/** Reports a text for voices that says another value, or nothing else than the printed text. */
export function checkSpoken(
  yaml: Yaml,
  path: YamlPath,
  { text, spoken, value, unit }: Valued & Pick<Written, "text" | "spoken">,
  report: Report,
): void {
  if (!spoken) return;
  const place = positionAt(yaml, [...path, "spoken"]);
  if (spoken === text) report(place, "spoken 多余：与印出来的一样，应删去 spoken");
  else if (value !== null && !numeralsIn(spoken).some((one) => statesValue(one, value, unit)))
    report(place, `spoken 与 value 不一致：spoken 是“${spoken}”，value 是 ${value}${unit}，应是同一个数`);
}

/** Reports a quote that lacks the fact's value or a number of its text, unless `implied` states why. */
export function checkQuoted(
  yaml: Yaml,
  path: YamlPath,
  { text, quote, implied, value, unit }: Valued & Written,
  report: Report,
): void {
  if (!quote) return;
  const quoted = numeralsIn(quote);
  const lacking = value !== null && !quoted.some((one) => statesValue(one, value, unit));
  const strays = lacking ? [] : straysIn(text ?? "", quoted, value);
  const hint = "原话确实没写的，另加一行 implied: 写明凭什么";
  const dropped = value === null ? null : droppedApproximation({ text: text ?? `${value}${unit}`, quote, value, unit });
  if (dropped !== null && !implied)
    report(
      positionAt(yaml, [...path, text ? "text" : "value"]),
      `印出来的数少了“${dropped}”：quote 里有，应写进 text`,
      text ? undefined : "另加一行 text，如 3%左右",
    );
  if (implied) {
    if (!lacking && strays.length === 0)
      report(positionAt(yaml, [...path, "implied"]), "implied 多余：quote 里已经有 value 和 text 的数，应删去 implied");
  } else if (lacking) {
    report(
      positionAt(yaml, [...path, "value"]),
      `value 与 quote 不一致：value 是 ${value}${unit}，quote 里${named(quote, quoted)}，应是同一个数`,
      hint,
    );
  } else if (strays.length > 0) {
    report(positionAt(yaml, [...path, "text"]), `text 里的数 quote 里没有：${strays.join("、")}，应与原话一致`, hint);
  }
}

/** Words beside a number that make it approximate. */
const AFTER = /^(?:左右|上下|以上|以下|以内)/u;
const BEFORE = /(?:约|近|逾|超过|不到|不足)$/u;

/** Returns the word that makes the value approximate in the quote, and that the text has lost. */
function droppedApproximation({
  text,
  quote,
  value,
  unit,
}: Valued & { readonly text: string; readonly quote: string }): string | null {
  for (const one of numeralsIn(quote)) {
    if (value === null || !statesValue(one, value, unit)) continue;
    const rest = quote
      .slice(one.index + one.length)
      .replace(/^\s*(?:%|\u2030|\uFF05|[万亿]?[元吨家条个人次年户座位米]?)/u, "");
    const word = AFTER.exec(rest)?.[0] ?? BEFORE.exec(quote.slice(0, one.index))?.[0];
    if (word !== undefined && !text.includes(word)) return word;
  }
  return null;
}

/** Chinese numerals in a text are mostly parts of names. */
function isInFigures(text: string, { index }: Numeral): boolean {
  return /[0-9\uFF10-\uFF19]/.test(text.charAt(index));
}

function named(quote: string, numerals: readonly Numeral[]): string {
  const figures = numerals.filter((one) => isInFigures(quote, one)).map(({ value, scale }) => `${value}${scale}`);
  return figures.length === 0 ? "没有这个数" : `只有 ${figures.join("、")}`;
}

function straysIn(text: string, quoted: readonly Numeral[], value: number | null): readonly string[] {
  return numeralsIn(text)
    .filter((one) => isInFigures(text, one))
    .filter((one) => one.value !== value && !quoted.some((other) => other.value === one.value))
    .map(({ index, length }) => text.slice(index, index + length));
}
