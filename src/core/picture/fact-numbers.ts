export interface FactText {
  readonly id: string;
  readonly text: string;
}

/** Characters `from` to `to` (exclusive) of a text that print a fact; `fact` is null when none or several match. */
export interface FactMatch {
  readonly from: number;
  readonly to: number;
  readonly fact: string | null;
}

const NUMBER = /\d+(?:\.\d+)?/g;

function numbers(text: string): readonly string[] {
  return text.match(NUMBER) ?? [];
}

function places(text: string, part: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) found.push(at);
  return found;
}

function only(ids: readonly string[]): string | null {
  return new Set(ids).size === 1 ? (ids[0] ?? null) : null;
}

/**
 * Finds the fact that each number in `text` prints: the longest fact written out in full around it, or else the only
 * fact with that bare figure. Pictures set 「374」 apart from 「约」 and 「万元」.
 */
export function matchFacts(text: string, facts: readonly FactText[]): readonly FactMatch[] {
  const written = facts.flatMap(({ id, text: whole }) =>
    numbers(whole).length === 0 ? [] : places(text, whole).map((from) => ({ from, to: from + whole.length, fact: id })),
  );
  const figures = new Map<number, FactMatch>();
  for (const { index: from, 0: digits } of text.matchAll(NUMBER)) {
    const to = from + digits.length;
    const round = written.filter((figure) => figure.from <= from && figure.to >= to);
    const longest = Math.max(...round.map((figure) => figure.to - figure.from));
    const full = round.filter((figure) => figure.to - figure.from === longest);
    const [first] = full;
    const bare = facts.filter((fact) => numbers(fact.text).join() === digits);
    const figure =
      first === undefined
        ? { from, to, fact: only(bare.map(({ id }) => id)) }
        : { from: first.from, to: first.to, fact: only(full.map(({ fact }) => fact)) };
    figures.set(figure.from, figure);
  }
  return [...figures.values()];
}
