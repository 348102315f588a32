/** An element of some markup: its start tag, and the text up to the next one. */
interface Element {
  /** Tag and key; elements without a key are told apart by their order. */
  readonly identity: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
}

/** Scripts and style sheets are taken whole, for a `<` in them begins no tag. */
const TOKEN = /<(script|style)\b(?:"[^"]*"|[^">])*>[\s\S]*?<\/\1>|<(?:"[^"]*"|[^">])*>|[^<]+/g;
const TAG = /^<([!?]?[a-zA-Z][\w:-]*)((?:"[^"]*"|[^">])*)>/;
const ATTRIBUTE = /([^\s="/]+)(?:="([^"]*)")?/g;
const RAW_END = /<\/(?:script|style)>$/;

function readElement(token: string): Element | null {
  const [start = "", name = "", written = ""] = TAG.exec(token) ?? [];
  if (name === "") return null;
  const found = [...written.matchAll(ATTRIBUTE)].map(([, key = "", value = ""]) => [key, value] as const);
  const attributes = new Map(found);
  const key = attributes.get("data-key") ?? attributes.get("id") ?? "";
  return { identity: `${name} ${key}`, attributes, text: token.slice(start.length).replace(RAW_END, "").trim() };
}

function readElements(markup: string): readonly Element[] {
  const elements: Element[] = [];
  for (const [token] of markup.matchAll(TOKEN)) {
    const element = readElement(token);
    if (element !== null) elements.push(element);
    else if (!token.startsWith("<")) {
      const last = elements.pop();
      if (last !== undefined) elements.push({ ...last, text: last.text + token.trim() });
    }
  }
  return elements;
}

/** Both lists without the beginning and the end that they share, and the length of that beginning. */
export function cutShared<T>(
  before: readonly T[],
  after: readonly T[],
  same: (one: T, other: T) => boolean,
): readonly [before: readonly T[], after: readonly T[], start: number] {
  const shorter = Math.min(before.length, after.length);
  const sameAt = (i: number, j: number): boolean => {
    const [one, other] = [before.at(i), after.at(j)];
    return one !== undefined && other !== undefined && same(one, other);
  };
  let start = 0;
  while (start < shorter && sameAt(start, start)) start++;
  let end = 0;
  while (end < shorter - start && sameAt(-1 - end, -1 - end)) end++;
  return [before.slice(start, before.length - end), after.slice(start, after.length - end), start];
}

/** Keys whose values differ, or that only one of both has. */
function findChangedKeys(before: Element, after: Element): readonly string[] {
  const keys = new Set([...before.attributes.keys(), ...after.attributes.keys()]);
  return [...keys].filter((key) => before.attributes.get(key) !== after.attributes.get(key));
}

function isSame(one: Element, other: Element): boolean {
  return one.identity === other.identity && one.text === other.text && findChangedKeys(one, other).length === 0;
}

/** Elements by identity, those that share one numbered in their order. */
function indexElements(elements: readonly Element[]): ReadonlyMap<string, Element> {
  const counts = new Map<string, number>();
  return new Map(
    elements.map((element) => {
      const ordinal = (counts.get(element.identity) ?? 0) + 1;
      counts.set(element.identity, ordinal);
      return [`${element.identity} ${ordinal}`, element] as const;
    }),
  );
}

function count(amount: number, thing: string, verb: "differ" | ""): readonly string[] {
  if (amount === 0) return [];
  const noun = amount === 1 ? thing : `${thing}s`;
  return [`${amount} ${noun}${verb === "" ? "" : amount === 1 ? " differs" : " differ"}`];
}

/**
 * Differences of two texts of HTML, SVG or XML in one line, or null where the texts are the same. Elements are matched
 * by tag and `data-key` or `id`.
 */
export function compareMarkup(golden: string, made: string): string | null {
  if (golden === made) return null;
  const [cutBefore, cutAfter] = cutShared(readElements(golden), readElements(made), isSame);
  const [before, after] = [indexElements(cutBefore), indexElements(cutAfter)];
  const pairs = [...before].flatMap(([name, one]) => {
    const other = after.get(name);
    return other === undefined ? [] : [[one, other] as const];
  });
  const keys = new Map<string, number>();
  for (const key of pairs.flatMap(([one, other]) => findChangedKeys(one, other)))
    keys.set(key, (keys.get(key) ?? 0) + 1);
  const sorted = [...keys].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const attributes = sorted.reduce((sum, [, amount]) => sum + amount, 0);
  const shared = (from: ReadonlyMap<string, Element>): string =>
    [...from.keys()].filter((name) => before.has(name) && after.has(name)).join("\n");
  const parts = [
    ...count(attributes, "attribute", "differ").map(
      (words) => `${words}: ${sorted.map(([key, amount]) => `${key} ${amount}`).join(", ")}`,
    ),
    ...count(after.size - pairs.length, "element", "").map((words) => `${words} added`),
    ...count(before.size - pairs.length, "element", "").map((words) => `${words} removed`),
    ...count(pairs.filter(([one, other]) => one.text !== other.text).length, "text", "differ"),
    ...(shared(before) === shared(after) ? [] : ["the order of elements differs"]),
  ];
  return parts.length === 0 ? "the same elements are written in another way" : parts.join("; ");
}

/** The same for texts without tags: from which line on they differ, and how much. */
export function compareLines(golden: string, made: string): string | null {
  if (golden === made) return null;
  const [before, after, start] = cutShared(golden.split("\n"), made.split("\n"), (one, other) => one === other);
  const lines = count(before.length, "line", "")[0] ?? "no line";
  return `${lines} became ${after.length === 0 ? "none" : after.length} at line ${start + 1}`;
}

/** Compares two texts of the file's kind. */
export function compareFiles(file: string, golden: string, made: string): string | null {
  return /\.(?:svg|html|xml)$/.test(file) ? compareMarkup(golden, made) : compareLines(golden, made);
}
