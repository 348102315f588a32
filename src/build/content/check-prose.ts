import type { CompileContext } from "./context.ts";
import { findNumbers, findQuantities } from "./numbers-in-prose.ts";
import { type Finding, placeInSource, readProse } from "./prose.ts";
import type { Report } from "./problem.ts";
import { findUnhedged } from "./hedges.ts";
import { findRedLines, type RedLines } from "./red-lines.ts";
import { printReference, resolveReferences } from "./references.ts";
import type { SourceText } from "./source-text.ts";
import { findAddresses, findSpaces, findTypography } from "./typography.ts";

/** Longest texts that still fit their place, in Chinese characters; a longer one is warned of. */
const LONGEST = { title: 16, text: 120, label: 18, line: 40 } as const;

const NAMES = { title: "标题", text: "正文", label: "图上的字", line: "图边的一行" } as const;

export type Measured = keyof typeof LONGEST;

interface Passage {
  readonly measured?: Measured;
  /** Read together with the passage for `hedges`, e.g. the other labels of a picture. */
  readonly beside?: string;
}

/** Checks a passage of plain text and returns it as printed. */
export function readPassage(passage: SourceText, context: CompileContext, as: Passage = {}): string {
  checkProse(passage, context, as);
  return resolveReferences(passage, context);
}

/** Reports what a reader should not find in a passage. */
export function checkProse(passage: SourceText, context: CompileContext, { measured, beside }: Passage = {}): void {
  const { factTable, redLines, report, warn } = context;
  const prose = readProse(passage.value, (reference) => printReference(reference, factTable));
  const say = (findings: readonly Finding[], to: typeof report): void => {
    for (const one of findings) to(placeInSource(passage, prose, one), one.message, one.hint);
  };
  const addresses = findAddresses(prose.masked);
  say(
    findNumbers(prose, factTable.facts).filter(
      ({ from }) => !addresses.some((one) => one.from <= from && from < one.to),
    ),
    report,
  );
  say(findQuantities(prose), report);
  say(findTypography(prose.masked), report);
  say(addresses, report);
  say(findRedLines(prose.text, redLines), report);
  say(findUnhedged(prose, redLines.hedges, factTable.byId, beside), report);
  say(findSpaces(prose.masked), warn);
  if (measured !== undefined) say(findLength(prose.text, measured), warn);
}

/** Reports what a reader should not find in a printed field of `facts.yaml`, which may hold numbers. */
export function checkPrinted(passage: SourceText, redLines: RedLines, report: Report): void {
  for (const { from, to, message, hint } of [
    ...findTypography(passage.value),
    ...findRedLines(passage.value, redLines),
  ])
    report(passage.place(from, to - from), message, hint);
}

/** A picture sets its source, its scope and whole sentences as lines of small type beside the drawing. */
export function measureOfLabel(name: string, text: string): Measured {
  return name === "source" || name === "scope" || text.trim().endsWith("。") ? "line" : "label";
}

function findLength(text: string, measured: Measured): readonly Finding[] {
  const longest = Math.max(...text.split("|").map((line) => widthOf(line.trim())));
  const allowed = LONGEST[measured];
  if (longest <= allowed) return [];
  return [{ from: 0, to: 0, message: `${NAMES[measured]}偏长：${longest} 个字，宜在 ${allowed} 个字以内` }];
}

/** Width in Chinese characters; a half-width sign counts as half of one. */
function widthOf(line: string): number {
  const signs = [...line];
  return Math.ceil(signs.length - signs.filter((sign) => /[ -~]/.test(sign)).length / 2);
}
