const HALF = ",;:?!()";
const FULL = "，；：？！（）";
const BESIDE_CHINESE = /(?<=[\p{Script=Han}“”‘’《》、。])[,;:?!()]|[,;:?!()](?=[\p{Script=Han}“”‘’《》])/gu;

/** Sets marks beside Chinese in full width, and leaves those between digits or Latin letters: 「10.2:52.1」. */
export function toFullWidthMarks(text: string): string {
  return text.replace(BESIDE_CHINESE, (mark) => FULL[HALF.indexOf(mark)] ?? mark);
}

/** Returns a quote without its outer marks: full-width, and with single marks where it has double ones. */
export function innerQuote(text: string): string {
  return toFullWidthMarks(text).replaceAll("“", "‘").replaceAll("”", "’");
}

export function quoteWords(text: string): string {
  return `“${innerQuote(text)}”`;
}
