import { ACT_END, ENTER } from "../picture/beats.ts";
import { span } from "../picture/ease.ts";
import { frame } from "../picture/frame.ts";
import { mixPictures } from "../picture/mix.ts";
import type { Picture, Position, Size, Theme } from "../picture/model.ts";
import { palette } from "../picture/palette.ts";
import type { PictureFact, PictureStory } from "../story/model.ts";
import { scenes } from "./index.ts";

/** The whole story as one function of position, size and theme. */
export type Painter = (at: Position, size: Size, theme: Theme) => Picture;

/** Ground of a position's own scene, 0–1, before any mixing. Throws `unknown scene: name` or `unknown step: index`. */
export function groundAt(story: PictureStory, at: Position): number {
  return sceneOf(stepAt(story, at.step).scene).ground(at.progress);
}

function stepAt(story: PictureStory, index: number) {
  const step = story.steps[index];
  if (step === undefined) throw new RangeError(`unknown step: ${index}`);
  return step;
}

function sceneOf(name: string) {
  const scene = scenes[name];
  if (scene === undefined) throw new RangeError(`unknown scene: ${name}`);
  return scene;
}

/**
 * Binds a story. `picture` is the step's own scene; during the entry it is the mix of the previous step's last picture and the scene,
 * so a position determines its picture whatever was shown before. The previous step's last picture is kept, since a reader stays near it.
 * `titled: false` leaves the title out where a heading already stands beside the picture.
 */
export function painter(story: PictureStory, { titled }: { readonly titled: boolean } = { titled: true }): Painter {
  const facts = new Map(story.facts.map((fact) => [fact.id, fact]));
  let kept: { readonly step: number; readonly size: Size; readonly theme: Theme; readonly picture: Picture } | null = null;

  function fact(id: string): PictureFact {
    const found = facts.get(id);
    if (found === undefined) throw new RangeError(`unknown fact: ${id}`);
    return found;
  }

  function draw(index: number, progress: number, size: Size, theme: Theme): Picture {
    const step = stepAt(story, index);
    const scene = sceneOf(step.scene);
    const ground = scene.ground(progress);
    const colours = palette(ground, theme);
    const framed = frame({ id: step.id, kind: step.kind, title: titled && step.chapter !== null ? step.title : null }, size, colours);
    const drawing = scene.draw({
      progress, act: span(progress, ENTER, ACT_END), size, box: framed.box, palette: colours, theme, fact,
      word(key) {
        const word = step.words[key];
        if (word === undefined) throw new RangeError(`unknown word: ${key}`);
        return word;
      },
    });
    return { grains: drawing.grains, shapes: [...drawing.shapes, ...framed.shapes], ground };
  }

  function last(step: number, size: Size, theme: Theme): Picture {
    if (kept?.step !== step || kept.size.width !== size.width || kept.size.height !== size.height || kept.theme !== theme) {
      kept = { step, size, theme, picture: draw(step, 1, size, theme) };
    }
    return kept.picture;
  }

  return (at, size, theme) => {
    if (at.step === 0 || at.progress >= ENTER) return draw(at.step, at.progress, size, theme);
    const before = last(at.step - 1, size, theme);
    if (at.progress <= 0) return before;
    return mixPictures(before, draw(at.step, at.progress, size, theme), at.progress / ENTER);
  };
}

/** `painter` for one picture. */
export function picture(story: PictureStory, at: Position, size: Size, theme: Theme): Picture {
  return painter(story)(at, size, theme);
}
