/** Numerals of the chapters, as many as the real story has, and their titles. */
const CHAPTERS = [
  ["壹", "初更"],
  ["贰", "更深"],
  ["叁", "夜半"],
  ["肆", "潮平"],
  ["伍", "将明"],
] as const;

/** A step's heading, settings and text, as a chapter's file has them. */
const STEP = /^## .+?(?=^## |$(?![\s\S]))/gms;

/**
 * A story of `count` steps, its cover among them, by file names: the steps of the fixture's chapters again and again,
 * with ids of their own. `sources` are the fixture's files by name. Throws RangeError when they have no steps.
 */
export function multiplySteps(sources: ReadonlyMap<string, string>, count: number): ReadonlyMap<string, string> {
  const names = [...sources.keys()].filter((name) => /^\d/.test(name)).sort();
  const steps = names.flatMap((name) => sources.get(name)?.match(STEP) ?? []);
  if (steps.length === 0) throw new RangeError("chapters without steps");
  const copies = Array.from({ length: count - 1 }, (_, index) =>
    (steps[index % steps.length] ?? "").replace(/^id: (.+)$/m, `id: $1-${index + 1}`).trimEnd(),
  );
  const written = CHAPTERS.map(([numeral, title], index): [string, string] => {
    const [from, to] = [index, index + 1].map((edge) => Math.round((edge * copies.length) / CHAPTERS.length));
    const own = copies.slice(from, to);
    const id = `part-${index + 1}`;
    const pages = own.slice(0, 3).map((step) => /^id: (.+)$/m.exec(step)?.[1] ?? "");
    const keys = { id, numeral, title, subtitle: "夜里也有船", carousel: `[${pages.join(", ")}]` };
    const head = Object.entries(keys).map(([key, value]) => `${key}: ${value}`);
    return [`${index + 1}-${id}.md`, [["---", ...head, "---"].join("\n"), ...own, ""].join("\n\n")];
  });
  const kept = [...sources].filter(([name]) => !names.includes(name));
  const ids = CHAPTERS.map((_, index) => `part-${index + 1}`).join(", ");
  return new Map([
    ...kept.map(([name, text]): [string, string] => [name, text.replace(/^chapters: .*$/m, `chapters: [${ids}]`)]),
    ...written,
  ]);
}
