import { realStory } from "../pictures/real-story.ts";
import { type Renewal, renewGoldens, type Texts } from "./files.ts";
import { drawPictures, PICTURES } from "./pictures.ts";
import { SITE, writeSite } from "./site.ts";
import { SPEECH, writeSpeech } from "./speech.ts";

function renew(folder: string, made: Texts): Renewal {
  const done = renewGoldens(folder, made);
  const { added, changed, removed } = done;
  for (const line of changed) process.stdout.write(`${line}\n`);
  process.stdout.write(
    `${folder}: ${made.size} written (${added.length} new, ${changed.length} changed), ${removed.length} removed\n`,
  );
  return done;
}

/** Writes all goldens anew. */
export function main(): Promise<number> {
  const story = realStory();
  const draw = drawPictures(story);
  renew(PICTURES, new Map(story.steps.flatMap((_, step) => [...draw(step)])));
  renew(SITE, writeSite(story));
  renew(SPEECH, writeSpeech(story));
  return Promise.resolve(0);
}
