import type { BasePalette, Shape, Size } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import { sourceNotes } from "../../core/model/source-line.ts";
import type { Chapter, Step, Story } from "../../core/model/story.ts";
import { REST_AT } from "../../core/model/timing.ts";
import { paragraphMarks, rectMark } from "../../core/picture/marks.ts";
import { breakLines } from "../../core/picture/text.ts";
import { createPainter } from "../../core/picture/painter.ts";
import { drawChapterHead, sourceFooter, titleBlock } from "./parts.ts";
import { blockText, quotedFacts } from "./pull-quote.ts";
import type { ImageSpec } from "./step-image.ts";

/** A panel is as wide as a phone, and as high as its text needs; `width` in CSS pixels, `pixels` in device pixels. */
export const PANEL = { width: 360, pixels: 1080 } as const;

const STAGE: Size = { width: PANEL.width, height: 376 };
const [PAD, TYPE, LEADING] = [20, 15, 26] as const;
const OPENING = 62;

export interface LongImagePart {
  readonly file: string;
  readonly panels: readonly ImageSpec[];
}

/** Steps per file: platforms shrink images that are higher. */
const STEPS = 4;

export function longImageFiles({ steps }: Story): readonly string[] {
  const count = Math.ceil(steps.length / STEPS);
  return Array.from({ length: count }, (_, index) => `long/${String(index + 1).padStart(2, "0")}`);
}

export function longImageParts(story: Illustrated<Story>): readonly LongImagePart[] {
  const bare = createPainter(story);
  const panels = story.steps.map((step, index) => {
    const { elevation, grains, shapes } = bare({ step: index, progress: REST_AT }, STAGE, "day");
    const colours = story.config.paletteAt(elevation, "day");
    const first = story.steps[index - 1]?.chapter !== step.chapter;
    const chapter = first ? story.chapters.find(({ id }) => id === step.chapter) : undefined;
    const last = (index + 1) % STEPS === 0 || index === story.steps.length - 1;
    const { height, written } = below(story, step, { chapter, last }, colours);
    const head = step.chapter === null ? titleBlock(story, STAGE, colours) : [];
    return {
      file: `long/${step.id}`,
      formats: [],
      title: step.title,
      description: step.alt,
      size: { width: PANEL.width, height },
      pixels: PANEL.pixels,
      ground: colours.background,
      drawing: { grains, shapes: [...shapes, ...head, ...written] },
    } satisfies ImageSpec;
  });
  return longImageFiles(story).map((file, index) => ({
    file,
    panels: panels.slice(index * STEPS, (index + 1) * STEPS),
  }));
}

interface Surroundings {
  readonly chapter: Chapter | undefined;
  readonly last: boolean;
}

function below(story: Story, step: Step, { chapter, last }: Surroundings, colours: BasePalette) {
  const width = PANEL.width - 2 * PAD;
  const top = STAGE.height + (chapter === undefined ? 8 : OPENING);
  const texts = step.text.flatMap((block) => breakLines(blockText(block), TYPE, width - TYPE));
  const notes = sourceNotes(story, [...step.drawn, ...quotedFacts(step)]).filter((note) => note !== story.byline);
  const sources = notes.flatMap((note) => breakLines(note, 10, width));
  const footer = last ? sourceFooter(story, [story.byline], { x: PAD, width }) : null;
  const after = top + 18 + texts.length * LEADING;
  const end = after + sources.length * 15 + 10;
  const height = end + (footer?.height ?? 0);
  const written: readonly Shape[] = [
    rectMark({
      key: "panel:ground",
      x: 0,
      y: STAGE.height,
      width: PANEL.width,
      height: height - STAGE.height,
      fill: colours.background,
    }),
    ...(chapter === undefined
      ? []
      : drawChapterHead("opening", chapter, [PAD, STAGE.height + 10], [36, width], colours)),
    ...paragraphMarks({
      key: "panel",
      lines: texts,
      x: PAD,
      y: top + 18,
      leading: LEADING,
      size: TYPE,
      fill: colours.ink,
      role: "note",
    }),
    ...paragraphMarks({
      key: "panel:source",
      lines: sources,
      x: PAD,
      y: after,
      leading: 15,
      size: 10,
      fill: colours.muted,
      role: "note",
    }),
    ...(footer?.draw(end, colours) ?? []),
  ];
  return { height, written };
}
