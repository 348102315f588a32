import type { Fact } from "../../core/model/story.ts";
import type { CompileContext, FactTable } from "./context.ts";
import { halfWidth } from "./half-width.ts";
import { ID_RULE, isId } from "./ids.ts";
import { countInWords } from "./numerals.ts";
import type { SourcePosition } from "./problem.ts";
import { sliceText, type SourceText } from "./source-text.ts";
import { closest, didYouMean } from "./suggest.ts";

export type TextPart =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "fact"; readonly id: string; readonly text: string };

/** Matches, in half-width text, a reference, an opening brace with the id it may have meant, or a closing brace. */
const BRACES = /\{(?<id>[^{}]*)\}|\{(?<meant>[a-z0-9-]*)|\}/gu;

export function splitReferences(passage: SourceText, context: CompileContext): readonly TextPart[] {
  const out: TextPart[] = [];
  let end = 0;
  const words = (to: number): void => {
    if (to > end) out.push({ type: "text", text: plain(sliceText(passage, end, to), context) });
  };
  for (const match of halfWidth(passage.value).matchAll(BRACES)) {
    words(match.index);
    end = match.index + match[0].length;
    const place = passage.place(match.index, match[0].length);
    const inside = match.groups?.["id"];
    if (inside === undefined) {
      const meant = match.groups?.["meant"];
      if (meant) context.onFact(meant);
      context.report(place, `括号不成对：${passage.value.charAt(match.index)}，应写成 {事实 id}，两头都有括号`);
      continue;
    }
    const { id, form } = readReference(inside);
    if (!isId(id)) {
      context.report(place, `写法不对：{${id}}，应是 {事实 id}，id 是${ID_RULE}`);
      continue;
    }
    const text = citeFact(id, sliceText(passage, match.index, end), context);
    if (form !== null) checkForm({ id, form }, place, context);
    out.push({ type: "fact", id, text: form === null ? text : printReference(inside, context.factTable) });
  }
  words(passage.value.length);
  return out;
}

interface Reference {
  readonly id: string;
  /** The words after a colon; null for the fact's own text. */
  readonly form: string | null;
}

const IN_WORDS = "汉字";

function readReference(inside: string): Reference {
  const [id = "", form] = halfWidth(inside).split(":");
  return { id: id.trim(), form: form === undefined ? null : form.trim() };
}

/** Prints `loans`, or `count-mine:汉字` as 两次; an unknown fact is empty. */
export function printReference(inside: string, { byId }: FactTable): string {
  const { id, form } = readReference(inside);
  const fact = byId.get(id);
  return (form === IN_WORDS && fact && inWords(fact)) || (fact?.text ?? "");
}

function inWords({ value, unit, text }: Fact): string | null {
  const words = value === null || unit === "年" || text !== `${value}${unit}` ? null : countInWords(value);
  return words === null ? null : words + unit;
}

function checkForm({ id, form }: Reference, place: SourcePosition, { factTable, report }: CompileContext): void {
  const fact = factTable.byId.get(id);
  if (form !== IN_WORDS) report(place, `冒号后面不认识：${form ?? ""}，应是 {${id}:${IN_WORDS}} 或 {${id}}`);
  else if (fact && inWords(fact) === null)
    report(place, `不能写成汉字：{${id}}，只有个数能写，如 2次 写成“两次”，应写 {${id}}`);
}

export function resolveReferences(passage: SourceText, context: CompileContext): string {
  return splitReferences(passage, context)
    .map(({ text }) => text)
    .join("")
    .trim();
}

export function citeFact(id: string, passage: SourceText, { factTable, onFact, report }: CompileContext): string {
  const known = factTable.known === null || factTable.known.has(id);
  if (!known) {
    const place = passage.place(0, passage.value.length);
    report(place, `没有这个事实：${id}，应是 facts.yaml 里的 id`, didYouMean(id, factTable.known));
  }
  // A misspelt id counts as a use of the closest fact, so that one mistake gives one problem.
  onFact(known ? id : (closest(id, factTable.known) ?? id));
  return factTable.byId.get(id)?.text ?? "";
}

const MARKUP = /[*_]+|`+|!?\[|\]|~~+|<\/?[a-zA-Z!]/gu;

/** A term's link in a text without links, or one that lacks some of its brackets. */
const LINK =
  /\[(?<words>[^[\]()\n]+)(?:\] ?\(|\]|\()term: ?(?<term>[a-z0-9-]*)\)?|\]\(term: ?(?<unopened>[a-z0-9-]*)\)/gu;

function plain(passage: SourceText, { report, onTerm }: CompileContext): string {
  const half = halfWidth(passage.value);
  const links = [...half.matchAll(LINK)];
  for (const { index, 0: link, groups } of links) {
    const { words, term, unopened } = groups ?? {};
    const id = term ?? unopened ?? "";
    const wanted = `[${words ?? "字"}](term:${id})`;
    const written = passage.value.slice(index, index + link.length);
    onTerm(id);
    report(
      passage.place(index, link.length),
      link === wanted
        ? `这里不能有名词的记号：${written}，应只写 ${words ?? ""}`
        : `名词写法不对：${written}，应写 ${wanted}`,
    );
  }
  for (const { index, 0: sign } of half.matchAll(MARKUP)) {
    if (links.some((link) => link.index <= index && index < link.index + link[0].length)) continue;
    const found = passage.value.slice(index, index + sign.length);
    const place = passage.place(index, found.length);
    report(place, `这里不能有记号：${found}，应是普通的字`, WAY_OUT[sign]);
  }
  return unfolded(passage.value);
}

const WAY_OUT: Readonly<Record<string, string>> = {
  "**": "加粗只在正文里用",
  "[": "名词写成 [字](term:id)",
  "]": "名词写成 [字](term:id)",
};

/** Joins folded lines: Chinese without a space, two Latin words with one. */
function unfolded(text: string): string {
  return text.replace(/[ \t]*\n[ \t]*/g, (_, index: number) => {
    const fold = text.slice(index).match(/^\s*/)?.[0] ?? "";
    return /\w/.test(text[index - 1] ?? "") && /\w/.test(text[index + fold.length] ?? "") ? " " : "";
  });
}
