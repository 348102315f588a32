import { type Document, isAlias, isScalar, Scalar, visit } from "yaml";
import type { Report } from "./problem.ts";
import type { SourceFile } from "./source-file.ts";

/** `back` maps offsets in the document to offsets in the source file. */
export interface YamlSource {
  readonly document: Document;
  readonly source: SourceFile;
  readonly back: (offset: number) => number;
}

/** Reports malformed YAML and YAML that is seldom meant, such as anchors; returns true if it found any. */
export function reportYamlErrors({ document, source, back }: YamlSource, report: Report): boolean {
  let last = -1;
  let found = false;
  const say = (offset: number, message: string, hint?: string): void => {
    found = true;
    report(source.positionAt(back(offset)), `malformed yaml: ${message}`, hint);
  };
  const faults = [...document.errors, ...document.warnings].map((fault) => ({
    ...fault,
    message: fault.message,
    at: fault.pos[0],
  }));
  for (const { code, message, at } of faults.sort((a, b) => a.at - b.at)) {
    const { line } = source.positionAt(back(at));
    // An error causes follow-up errors on the lines right after it: skip them.
    if (line > last + 1 || last === -1)
      say(opening(document, code, message, at), said(code, message), wayOut(code, message));
    last = line;
  }
  visit(document, {
    Node: (_, node) => {
      const [from, end] = node.range ?? [0, 0];
      if (isAlias(node) || node.anchor !== undefined) {
        say(from, "found an anchor or alias, expected plain values", "put the value in quotes");
      } else if (isScalar(node) && !isBlock(node) && /^[ \t]+#/.test(source.text.slice(back(end)))) {
        say(
          end,
          "found a # after a value, expected comments on lines of their own",
          "put a value that holds # in quotes",
        );
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

function said(code: string, message: string): string {
  if (code === "DUPLICATE_KEY") return "found the same key twice, expected each key once";
  if (code === "MULTIPLE_DOCS") return "found a line ---, expected one document";
  if (message.includes("indicator")) return "found a line out of line, expected the indent of the lines above";
  if (message.includes("quote")) return "found a quotation that does not end, expected its closing quote";
  const closing = /end with an? (?<sign>[\]}])/.exec(message)?.groups?.["sign"];
  if (closing !== undefined) return `found an opening bracket that is not closed, expected ${closing}`;
  return message.charAt(0).toLowerCase() + message.slice(1);
}

function wayOut(code: string, message: string): string | undefined {
  if (code === "MISSING_CHAR" && /indicator|quote/.test(message)) return undefined;
  return WAYS_OUT[code];
}

const WAYS_OUT: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: "put a value that holds a colon in quotes",
  UNEXPECTED_TOKEN: "put the whole value in quotes",
  MULTILINE_IMPLICIT_KEY: "write key: value on one line",
  MISSING_CHAR: "a colon or bracket is missing",
  TAB_AS_INDENT: "indent with spaces",
};
