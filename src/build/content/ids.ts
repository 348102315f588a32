import { formatPosition, type Report, type SourcePosition } from "./problem.ts";

const WELL_FORMED = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

export const ID_RULE = "lower-case ascii letters, digits and single hyphens, a letter first";

export function isId(text: string): boolean {
  return WELL_FORMED.test(text);
}

export interface Declaration {
  readonly id: string;
  readonly place: SourcePosition;
}

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
