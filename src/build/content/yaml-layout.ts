import { halfWidth } from "./half-width.ts";

/** A fault in the layout of a YAML block that its parser names badly; `offset` is that of the text. */
export interface LayoutFault {
  readonly offset: number;
  readonly message: string;
}

interface Line {
  readonly from: number;
  /** Column of the key or value behind `- `. */
  readonly column: number;
  readonly dashes: string;
  readonly key: string | null;
  readonly value: string;
}

const LINE = /^(?<indent> *)(?<dashes>(?:- +)*)(?:(?<key>[A-Za-z][\w-]*) *:(?=\s|$|[^\s/]) *)?(?<value>.*)$/u;

/** Finds lines without a colon, out of line with their neighbours, or with a value that needs quotes. */
export function findLayoutFaults(text: string): readonly LayoutFault[] {
  const faults: LayoutFault[] = [];
  /** The lines so far, each at its right column: one wrong line is one fault. */
  const placed: Line[] = [];
  let open: readonly Level[] = [];
  for (const line of readLines(text)) {
    const fault = faultOf(line, placed, open);
    if (fault !== null) faults.push(fault);
    const shift = (fault?.column ?? line.column) - line.column;
    placed.push({ ...line, column: line.column + shift });
    if (line.key === null && line.dashes === "") continue;
    const column = line.column + shift;
    const start = column - line.dashes.length;
    open = [
      ...open.filter((level) => level.column <= start),
      ...(line.dashes === "" ? [] : [{ column: start, dash: true }]),
      { column, dash: false },
    ];
  }
  return faults.map(({ offset, message }) => ({ offset, message }));
}

/** A column at which list items (`dash`) or keys stand. */
interface Level {
  readonly column: number;
  readonly dash: boolean;
}

/** `column` is the one at which the line's key should stand, unless it stands well. */
interface Fault extends LayoutFault {
  readonly column?: number;
}

function faultOf(line: Line, placed: readonly Line[], open: readonly Level[]): Fault | null {
  const { from, column, dashes, key, value } = line;
  const before = placed.at(-1);
  const at = from + column;
  if (key === null) return colonless(line, before);
  const start = column - dashes.length;
  if (before?.key && before.value !== "" && column > before.column && dashes === "") {
    const third = placed.at(-2);
    // The line above may be the one that stands wrong.
    if (third?.key && third.column === column)
      return {
        offset: before.from + before.column,
        message: `缩进少了 ${column - before.column} 个空格：${before.key}，应与上一行的 ${third.key} 对齐`,
      };
    return {
      offset: at,
      message: `缩进多了 ${column - before.column} 个空格：${key}，应与上一行的 ${before.key} 对齐`,
      column: before.column,
    };
  }
  const levels = open.filter(({ dash }) => dash === (dashes !== "")).map(({ column: level }) => level);
  if (before !== undefined && start < before.column && levels.length > 0 && !levels.includes(start)) {
    const wanted = nearest(levels, start);
    return {
      offset: at,
      message: `缩进对不上：${key} 前面是 ${start} 个空格，应是 ${wanted} 个`,
      column: wanted + dashes.length,
    };
  }
  if (/^(?:"[^"]*"|'[^']*')\s*[^\s#,}\]]/u.test(value))
    return { offset: at, message: `${key} 的值以英文引号开头，后面还有字，应把英文引号换成“ ”` };
  if (/^[%@`&*!]/u.test(value))
    return { offset: at, message: `${key} 的值以 ${value.charAt(0)} 开头，应整个加英文引号：${key}: "${value}"` };
  if (/^[^"'[{|>].*?: /u.test(value))
    return { offset: at, message: `${key} 的值里有英文冒号加空格，应把冒号写成全角，或整个值加英文引号` };
  return null;
}

/** Of two levels as near, the inner one: a space is lost more often than added. */
function nearest(levels: readonly number[], start: number): number {
  return [...levels].sort((a, b) => Math.abs(a - start) - Math.abs(b - start) || b - a)[0] ?? 0;
}

/** A line that begins like a key. Other lines without one continue the value above. */
function colonless({ from, column, dashes, value }: Line, before: Line | undefined): Fault | null {
  const words = /^(?<key>[a-z][a-z-]*)(?:[ \u3000]+(?=\S)|(?=[^ -~]))(?<rest>.+)$/u;
  const { key, rest } = words.exec(value)?.groups ?? {};
  const continues = before !== undefined && before.key !== null && before.value !== "" && column > before.column;
  if (key === undefined || rest === undefined || (continues && dashes === "")) return null;
  return {
    offset: from + column,
    message: `这一行缺冒号：${value}，应写 ${key}: ${rest}，冒号用英文的，后面空一格`,
  };
}

/** Leaves out empty lines, comments, and the lines of a block text. */
function readLines(text: string): readonly Line[] {
  const out: Line[] = [];
  let block: number | null = null;
  let from = 0;
  for (const written of text.split("\n")) {
    const { indent = "", dashes = "", key, value = "" } = LINE.exec(halfWidth(written))?.groups ?? {};
    const blank = /^\s*(?:#.*)?$/.test(written);
    if (block !== null && !blank && indent.length <= block) block = null;
    if (!blank && block === null) {
      out.push({ from, column: indent.length + dashes.length, dashes, key: key ?? null, value: value.trim() });
      if (/^[|>][+-]?\d*\s*$/.test(value)) block = indent.length;
    }
    from += written.length + 1;
  }
  return out;
}
