import {
  CAPTION,
  type Film,
  FILM_SECONDS,
  READ_PER_SECOND,
  secondsOfFilm,
  secondsOfShot,
  type Shot,
  SHOT_SECONDS,
  STORY_FILM,
  widthInCharacters,
} from "../../core/model/film.ts";
import type { Chapter, Step } from "../../core/model/story.ts";
import { readPassage } from "./check-prose.ts";
import type { CompileContext } from "./context.ts";
import { FILM, FILM_COVER, FILM_END, SHOT } from "./schema.ts";
import type { SourceFile } from "./source-file.ts";
import { didYouMean } from "./suggest.ts";
import { validate } from "./validate.ts";
import {
  describeAt,
  keyPosition,
  lengthAt,
  positionAt,
  readYaml,
  textAt,
  valueAt,
  type Yaml,
  type YamlPath,
} from "./yaml.ts";

type Steps = readonly Pick<Step, "id" | "chapter">[];

interface Cast {
  readonly yaml: Yaml;
  /** Steps that the film may show. */
  readonly steps: Steps;
  readonly context: CompileContext;
}

/** Reads `film.yaml`: the score of the story's film and of its chapters' films, in the order of the story. */
export function parseFilms(
  source: SourceFile,
  { steps, chapters }: { readonly steps: Steps; readonly chapters: readonly Pick<Chapter, "id">[] },
  outer: CompileContext,
): readonly Film[] {
  // A fact that only a film cites counts as unused: readers of the page could not look it up.
  const context: CompileContext = { ...outer, onFact: () => undefined, onTerm: () => undefined };
  const { report } = context;
  const yaml = readYaml(source, 0, source.text.length, report);
  if (yaml === null) return [];
  const scores = valueAt(yaml, []);
  if (typeof scores !== "object" || scores === null || Array.isArray(scores)) {
    report(positionAt(yaml, []), `这里是${describeAt(yaml, [])}，应是“影片: 谱”，如 ${STORY_FILM}:`);
    return [];
  }
  const names = [STORY_FILM, ...chapters.map(({ id }) => id)];
  for (const name of Object.keys(scores)) {
    if (names.includes(name)) continue;
    const message = `没有这一章：${name}，应是 ${names.join("、")} 之一`;
    report(keyPosition(yaml, [name]), message, didYouMean(name, names));
  }
  return names.flatMap((id) => {
    if (!(id in scores)) return [];
    const own = id === STORY_FILM ? steps : steps.filter(({ chapter }) => chapter === id);
    return parseFilm(id, { yaml, steps: own, context }) ?? [];
  });
}

function parseFilm(id: string, cast: Cast): Film | null {
  const { yaml, context } = cast;
  const at = [id];
  const keys = Object.keys(FILM.shape);
  const found = validate(yaml, { path: at, what: `影片 ${id} 里`, schema: FILM, keys }, context.report);
  if (found === null) return null;
  const cover = readCover([...at, "cover"], cast);
  const end = readEnd([...at, "end"], cast);
  const count = lengthAt(yaml, [...at, "shots"]);
  const shots = Array.from({ length: count }, (_, index) => readShot([...at, "shots", index], index, cast));
  const read = shots.filter((shot): shot is Shot => shot !== null);
  if (cover === null || end === null || read.length !== count) return null;
  const film = { id, cover, shots: read, end };
  checkDuration(film, at, cast);
  return film;
}

function checkDuration(film: Film, at: YamlPath, { yaml, context }: Cast): void {
  const [least, most] = FILM_SECONDS[film.id === STORY_FILM ? "story" : "chapter"];
  const seconds = secondsOfFilm(film);
  if (seconds >= least && seconds <= most) return;
  const message = `影片 ${film.id} 长 ${written(seconds)} 秒，应在 ${least} 到 ${most} 秒之间`;
  context.report(
    keyPosition(yaml, at),
    message,
    seconds > most ? "把 hold 改短，或删一个镜头" : "把 hold 加长，或加一个镜头",
  );
}

function readCover(path: YamlPath, cast: Cast): Film["cover"] | null {
  const { yaml, context } = cast;
  const keys = Object.keys(FILM_COVER.shape);
  const found = validate(yaml, { path, what: "cover 里", schema: FILM_COVER, keys }, context.report);
  if (found === null) return null;
  checkStep(found.step, [...path, "step"], cast);
  return { step: found.step, text: readCaption([...path, "text"], cast) };
}

function readEnd(path: YamlPath, cast: Cast): Film["end"] | null {
  const { yaml, context } = cast;
  const keys = Object.keys(FILM_END.shape);
  const found = validate(yaml, { path, what: "end 里", schema: FILM_END, keys }, context.report);
  return found && { text: readCaption([...path, "text"], cast), hold: found.hold };
}

function readShot(path: YamlPath, index: number, cast: Cast): Shot | null {
  const { yaml, context } = cast;
  const keys = Object.keys(SHOT.shape);
  const found = validate(yaml, { path, what: "这个镜头", schema: SHOT, keys }, context.report);
  if (found === null) return null;
  checkStep(found.step, [...path, "step"], cast);
  const first = index === 0;
  if (first && (found.enter ?? 0) > 0)
    context.report(positionAt(yaml, [...path, "enter"]), "头一个镜头前面没有画面，enter 应删去");
  if (!first && typeof found.from === "number")
    context.report(positionAt(yaml, [...path, "from"]), "from 只给头一个镜头，别处画面会跳，应删去");
  if (!first && found.act === 0)
    context.report(positionAt(yaml, [...path, "act"]), "act 是 0，画面会跳，应大于 0", "只有头一个镜头可以是 0");
  const shot: Shot = {
    step: found.step,
    enter: first ? 0 : (found.enter ?? SHOT_SECONDS.enter),
    from: found.from ?? 0,
    act: found.act ?? SHOT_SECONDS.act,
    hold: found.hold,
    captions: found.captions.map((_, caption) => readCaption([...path, "captions", caption], cast)),
  };
  checkReading(shot, path, cast);
  return shot;
}

/** Reports a shot that is over before its captions are read. */
function checkReading(shot: Shot, path: YamlPath, { yaml, context }: Cast): void {
  const characters = shot.captions.reduce((sum, caption) => sum + widthInCharacters(caption), 0);
  const needed = characters / READ_PER_SECOND;
  const seconds = secondsOfShot(shot);
  if (seconds >= needed) return;
  const hold = Math.ceil((shot.hold + needed - seconds) * 10) / 10;
  const message = `字幕读不完：${characters} 个字要 ${written(needed)} 秒，这个镜头只有 ${written(seconds)} 秒`;
  context.report(positionAt(yaml, [...path, "hold"]), `${message}，应把 hold 写成 ${written(hold)}，或删几个字`);
}

function checkStep(id: string, path: YamlPath, { yaml, steps, context }: Cast): void {
  const ids = steps.map((step) => step.id);
  if (ids.includes(id)) return;
  context.report(positionAt(yaml, path), `这部影片里没有这一幕：${id}，应是某一幕的 id`, didYouMean(id, ids));
}

function readCaption(path: YamlPath, { yaml, context }: Cast): string {
  const passage = textAt(yaml, path);
  const text = readPassage(passage, context);
  const lines = text.split("|").map(widthInCharacters);
  const { lines: most, characters } = CAPTION;
  if (lines.length > most) {
    const message = `字幕有 ${lines.length} 行，应在 ${most} 行以内`;
    context.report(passage.place(0, passage.value.length), message, "一行长的，分成两条字幕");
  } else if (Math.max(...lines) > characters) {
    const message = `字幕一行有 ${Math.max(...lines)} 个字，应在 ${characters} 个字以内`;
    context.report(passage.place(0, passage.value.length), message, "用 | 分行，或分成两条");
  }
  return text;
}

function written(seconds: number): string {
  return String(Math.round(seconds * 10) / 10);
}
