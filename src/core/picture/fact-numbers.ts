/** A fact as it is printed, e.g. 「约374万元」. */
export interface FactText {
  readonly id: string;
  readonly text: string;
}

/** A part of a text, characters `from` to `to`, that prints a fact; a null fact is a number that cannot be told. */
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

/** The one id among `ids`, or null when there is none or more than one. */
function only(ids: readonly string[]): string | null {
  return new Set(ids).size === 1 ? (ids[0] ?? null) : null;
}

/**
 * Which numbers in `text` print which of `facts`: a fact written out in full, the longest first, or else a bare figure that only one of
 * them has, since pictures set 「374」 apart from 「约」 and 「万元」.
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
