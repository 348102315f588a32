import { markSpoken, type Run, splitSpeech } from "../../src/core/lib/speech.ts";
import type { Block, Inline, Step, Story } from "../../src/core/model/story.ts";
import { ARTICLE_WORDS } from "../../src/core/model/strings.ts";
import type { Texts } from "./files.ts";

export const SPEECH = "tests/goldens/speech";

function runsOf(part: Inline, story: Story): readonly Run[] {
  if (part.type === "strong") return part.children.flatMap((child) => runsOf(child, story));
  const fact = part.type === "fact" ? story.facts.find(({ id }) => id === part.id) : undefined;
  return [{ text: part.text, spoken: fact?.text === part.text ? fact.spoken : undefined }];
}

function passagesOf(block: Block): readonly (readonly Inline[])[] {
  return block.type === "list" ? block.items : [block.children];
}

/** The passages of a step in the order in which they are read aloud. */
function stepPassages(step: Step, story: Story): readonly (readonly Run[])[] {
  const chapter = story.chapters.find(({ id }) => id === step.chapter);
  const opens = story.steps.find((one) => one.chapter === step.chapter) === step;
  const said = story.facts.flatMap(({ id, text, spoken }) =>
    spoken !== undefined && step.facts.includes(id) ? [{ text, spoken }] : [],
  );
  const heads =
    chapter === undefined
      ? [story.title, story.deck]
      : [
          ...(opens && !chapter.title.startsWith(chapter.official) ? [`${chapter.numeral} ${chapter.official}`] : []),
          ...(opens ? [chapter.title] : []),
          step.title,
        ];
  return [
    ...heads.map((text) => [{ text }]),
    ...step.text.flatMap(passagesOf).map((parts) => parts.flatMap((part) => runsOf(part, story))),
    [{ text: ARTICLE_WORDS.picture }, ...markSpoken(step.alt, said)],
  ];
}

/** Everything that is read aloud: an utterance a line, a step below its address. */
export function writeSpeech(story: Story): Texts {
  const steps = story.steps.map((step) =>
    [
      `# ${step.id}`,
      ...stepPassages(step, story).flatMap((runs) => splitSpeech(runs).map(({ spoken }) => spoken)),
    ].join("\n"),
  );
  return new Map([["story.txt", `${steps.join("\n\n")}\n`]]);
}
