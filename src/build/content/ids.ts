import { formatPosition, type Report, type SourcePosition } from "./problem.ts";

const WELL_FORMED = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** What an id has to look like, for messages. */
export const ID_RULE = "lower-case ascii letters, digits and single hyphens, a letter first";

/** Whether a text can be an id: it becomes part of addresses and file names. */
export function isId(text: string): boolean {
  return WELL_FORMED.test(text);
}

/** An id where it is given to something. */
export interface Declaration {
  readonly id: string;
  readonly place: SourcePosition;
}

/** Reports ill-formed ids, and every use of an id after its first. */
export function checkIds(namings: readonly Declaration[], report: Report): void {
  const first = new Map<string, SourcePosition>();
  for (const { id, place } of namings) {
    const earlier = first.get(id);
    if (!isId(id)) report(place, `ill-formed id: ${JSON.stringify(id)}, expected ${ID_RULE}`);
    else if (earlier !== undefined)
      report(place, `duplicate id: ${id}, expected each id once`, `first at ${formatPosition(earlier)}`);
    else first.set(id, place);
  }
}
