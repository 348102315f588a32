import { type Document, isAlias, isScalar, Scalar, visit } from "yaml";
import type { Report } from "./problem.ts";
import type { SourceFile } from "./source-file.ts";
import { findLayoutFaults } from "./yaml-layout.ts";

/** `back` maps offsets in the document to offsets in the source file. */
export interface YamlSource {
  readonly document: Document;
  readonly source: SourceFile;
  /** The repaired text that the document was parsed from. */
  readonly text: string;
  readonly back: (offset: number) => number;
}

/** Reports malformed YAML and YAML that is seldom meant, such as anchors; returns true if it found any. */
export function reportYamlErrors({ document, source, text, back }: YamlSource, report: Report): boolean {
  let last = -1;
  let found = false;
  const say = (offset: number, message: string, hint?: string): void => {
    found = true;
    report(source.positionAt(back(offset)), `写法不对：${message}`, hint);
  };
  const layout = document.errors.length === 0 ? [] : findLayoutFaults(text);
  for (const { offset, message } of layout) say(offset, message);
  if (found) return true;
  const faults = [...document.errors, ...document.warnings].map((fault) => ({
    ...fault,
    message: fault.message,
    at: fault.pos[0],
  }));
  for (const { code, message, at } of faults.sort((a, b) => a.at - b.at)) {
    const { line } = source.positionAt(back(at));
    // An error causes follow-up errors on the lines right after it: skip them.
    if (line > last + 1 || last === -1)
      say(opening(document, code, message, at), said(code, message, text.slice(at)), wayOut(code, message));
    last = line;
  }
  visit(document, {
    Node: (_, node) => {
      const [from, end] = node.range ?? [0, 0];
      if (isAlias(node) || node.anchor !== undefined) {
        say(from, "值以 & 或 * 开头，应是普通的字", "整个值加英文引号");
      } else if (isScalar(node) && !isBlock(node) && /^[ \t]+#/.test(source.text.slice(back(end)))) {
        say(end, "值后面有 #，注释应另起一行", "值里要用 # 的，整个值加英文引号");
      }
    },
  });
  return found;
}

/** Returns the start of an unclosed quotation; for other errors, the offset that the parser gives. */
function opening(document: Document, code: string, message: string, at: number): number {
  let start = at;
  if (code === "MISSING_CHAR" && message.includes("quote")) {
    visit(document, {
      Scalar: (_, { type, range }) => {
        const quoted = type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE;
        if (quoted && range && range[0] < at && range[1] >= at) start = range[0];
      },
    });
  }
  return start;
}

function isBlock({ type }: Scalar): boolean {
  return type === Scalar.BLOCK_FOLDED || type === Scalar.BLOCK_LITERAL;
}

function said(code: string, message: string, rest: string): string {
  if (code === "DUPLICATE_KEY") return `${/^[\w-]*/.exec(rest)?.[0] ?? ""} 写了两次，应只写一次`;
  if (code === "MULTIPLE_DOCS") return "多了一行 ---，应删去";
  if (message.includes("indicator")) return "这一行没有对齐，应与上面几行对齐";
  if (message.includes("quote")) return "引号没有收尾，应在值的最后再写一个";
  const closing = /end with an? (?<sign>[\]}])/.exec(message)?.groups?.["sign"];
  if (closing !== undefined) return `括号没有收尾，应有 ${closing}`;
  return SAID[code] ?? "这一行读不懂，应是 键: 值";
}

function wayOut(code: string, message: string): string | undefined {
  if (code === "MISSING_CHAR" && /indicator|quote/.test(message)) return undefined;
  return WAYS_OUT[code];
}

const SAID: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: "缩进用了制表符，应用空格",
  BLOCK_AS_IMPLICIT_KEY: "一行里有两个冒号，应只有一个",
  UNEXPECTED_TOKEN: "值的后面还有字，应只有一个值",
  MULTILINE_IMPLICIT_KEY: "这一行缺冒号，应是 键: 值",
  MISSING_CHAR: "少了冒号或括号，应补上",
  BAD_INDENT: "缩进对不上，应与上面几行对齐",
};

const WAYS_OUT: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: "值里要用冒号的，写成全角，或整个值加英文引号",
  UNEXPECTED_TOKEN: "整个值加英文引号",
  BAD_ALIAS: "整个值加英文引号",
};
