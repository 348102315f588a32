import { halfWidth } from "./half-width.ts";

/** A number in a text, in figures or Chinese numerals, with the multiplier or percent sign of its unit. */
export interface Numeral {
  readonly index: number;
  readonly length: number;
  readonly value: number;
  readonly scale: Scale;
  /** True where no unit follows, as in `10.2:52.1`. */
  readonly bare: boolean;
}

type Scale = "" | "%" | "‰" | "万" | "亿";

const FACTORS: Readonly<Record<Scale, number>> = { "": 1, "%": 1, "‰": 1, 万: 1e4, 亿: 1e8 };

/** Figures, with thousands separators or the decimal comma of `0,78`; Chinese numerals, with 百分之 or 点. */
const NUMERAL =
  /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|0,\d+|\d+(?:\.\d+)?|(?<percent>百分之)?(?<han>[〇零一二两三四五六七八九十百千]+(?:点[〇零一二三四五六七八九]+)?)/gu;

const MEASURE = /^(?:百分点|个百分点|[元吨家条个户倍年人次米座亩月日项名处里千百])/u;

export function numeralsIn(text: string): readonly Numeral[] {
  const half = halfWidth(text);
  return [...half.matchAll(NUMERAL)].flatMap(({ index, 0: written, groups }): readonly Numeral[] => {
    const { han, percent } = groups ?? {};
    const value = han === undefined ? valueOfFigures(written) : valueOfHan(han);
    if (value === null) return [];
    const rest = half.slice(index + written.length).trimStart();
    const scale = percent === undefined ? scaleOf(rest) : "%";
    const bare = scale === "" && !MEASURE.test(rest);
    return [{ index, length: written.length, value, scale, bare }];
  });
}

/** Tells whether a numeral states a value with its unit, e.g. 3.87万 for 38700人; 下降0.7% states −0.7%. */
export function statesValue(numeral: Numeral, signed: number, unit: string): boolean {
  const value = Math.abs(signed);
  const scale = scaleOf(unit);
  if (numeral.value === value && (numeral.bare || numeral.scale === scale)) return true;
  const percents = [numeral.scale, scale].filter((one) => one === "%" || one === "‰");
  return percents.length === 0 && near(numeral.value * FACTORS[numeral.scale], value * FACTORS[scale]);
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

function scaleOf(rest: string): Scale {
  const [first = ""] = halfWidth(rest);
  return first === "%" || first === "‰" || first === "万" || first === "亿" ? first : "";
}

function valueOfFigures(written: string): number {
  return Number(written.startsWith("0,") ? written.replace(",", ".") : written.replaceAll(",", ""));
}

const DIGITS = "〇一二三四五六七八九";
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

function digitOf(sign: string): number {
  if (sign === "零") return 0;
  return sign === "两" ? 2 : DIGITS.indexOf(sign);
}

/** Returns e.g. 18 for 十八, 2020 for 二〇二〇, 3.3 for 三点三; null for signs that make no number. */
function valueOfHan(written: string): number | null {
  const [whole = "", part] = written.split("点");
  const digits = [...(part ?? "")].map((sign) => String(digitOf(sign))).join("");
  const value = wholeOf(whole);
  return value === null || part === undefined ? value : Number(`${value}.${digits}`);
}

function wholeOf(written: string): number | null {
  if (!/[十百千]/.test(written)) return Number([...written].map((sign) => digitOf(sign)).join(""));
  let sum = 0;
  let digit: number | null = null;
  let last = Infinity;
  for (const sign of written) {
    const unit = UNITS[sign];
    if (unit === undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = digitOf(sign);
    } else {
      if (unit >= last) return null;
      sum += (digit === null || digit === 0 ? 1 : digit) * unit;
      [digit, last] = [null, unit];
    }
  }
  return sum + (digit ?? 0);
}

/** Writes a count in words, as it stands before a measure word: 2 is 两, 12 is 十二; null above 9999. */
export function countInWords(value: number): string | null {
  if (!Number.isInteger(value) || value < 0 || value > 9999) return null;
  if (value === 0) return "零";
  if (value === 2) return "两";
  const digits = [...String(value)].map(Number);
  const out = digits
    .map((digit, index) =>
      digit === 0 ? "〇" : (DIGITS[digit] ?? "") + (["", "十", "百", "千"][digits.length - 1 - index] ?? ""),
    )
    .join("")
    .replace(/〇+$/u, "")
    .replace(/〇+/gu, "零");
  return out.replace(/^一十/u, "十");
}
