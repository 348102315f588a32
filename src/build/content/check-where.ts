import { type Interview, type InterviewPlace, placeAt } from "./interview.ts";
import { countInWords, numeralsIn } from "./numerals.ts";
import type { Report } from "./problem.ts";
import type { Part } from "./site-config.ts";
import { positionAt, textAt, type Yaml, type YamlPath } from "./yaml.ts";

interface Quoted {
  readonly interview: Interview;
  /** Offsets at which the quote stands. */
  readonly places: readonly number[];
}

/** Compares `place` and `speaker` with the places of the quote; one of them has to agree. */
export function checkWhere(yaml: Yaml, path: YamlPath, { interview, places }: Quoted, report: Report): void {
  const [place, speaker] = ["place", "speaker"].map((key) => textAt(yaml, [...path, key]).value.trim());
  const found = places.map((offset) => placeAt(interview, offset));
  const said = found.filter((one) => agreesWithSpeaker(one, speaker ?? "", interview));
  const [first] = found;
  if (first === undefined) return;
  if (path[0] === "interview" && speaker && said.length === 0)
    report(
      positionAt(yaml, [...path, "speaker"]),
      `speaker 与访谈不符：写的是 ${speaker}，这句是${first.speaker ?? "编者"}说的，应改成 ${first.speaker ?? "编者"}`,
    );
  const inPlace = said.length > 0 ? said : found;
  if (place && interview.spans.length > 0 && !inPlace.some((one) => agreesWithPlace(one, place, interview)))
    report(
      positionAt(yaml, [...path, "place"]),
      `place 与访谈不符：写的是“${place}”，这句在“${inPlace.map(formatPlace)[0] ?? ""}”，应照改`,
    );
}

/** Anybody may have spoken in a part without turns. */
function agreesWithSpeaker({ speaker, part }: InterviewPlace, named: string, { turns, spans }: Interview): boolean {
  if (speaker !== null) return speaker === named;
  const span = spans.find((one) => one.part === part);
  const spoken = turns.some(({ from }) => span !== undefined && from >= span.from && from < span.to);
  return !spoken;
}

function agreesWithPlace({ part, speaker, paragraph }: InterviewPlace, place: string, { turns }: Interview): boolean {
  const name = part === null ? undefined : namesOf(part).find((one) => place.startsWith(one));
  if (name === undefined) return false;
  const rest = place.slice(name.length);
  const named = turns.find((turn) => rest.includes(turn.speaker))?.speaker;
  if (named !== undefined && speaker !== null && named !== speaker) return false;
  const number = /第(?<number>.+)段/u.exec(rest)?.groups?.["number"];
  return number === undefined || numeralsIn(number).some(({ value }) => value === paragraph);
}

function namesOf({ opens, place }: Part): readonly string[] {
  return [opens ?? "", place].filter((name) => name !== "");
}

function formatPlace({ part, speaker, paragraph }: InterviewPlace): string {
  const name = part === null ? "" : (namesOf(part)[0] ?? "");
  return speaker === null ? name : `${name} · ${speaker}第${ordinal(paragraph)}段`;
}

function ordinal(paragraph: number): string {
  return paragraph === 2 ? "二" : (countInWords(paragraph) ?? String(paragraph));
}
