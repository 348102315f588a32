import type { Position } from "./picture/model.ts";
import { amid } from "./reader/amid.ts";
import { choice } from "./reader/choice.ts";
import type { Surroundings } from "./reader/env.ts";
import { following } from "./reader/following.ts";
import { live, one } from "./reader/live.ts";
import { loaded } from "./reader/loaded.ts";
import { cardAt } from "./reader/paging.ts";
import { returning } from "./reader/returning.ts";
import { sharing } from "./reader/sharing.ts";
import type { LeanStory } from "./story/lean.ts";

/**
 * Brings the story's own page to life: the story, and what a page of its own adds: its address, the place that was left, the choice of a
 * reading, sharing. `ground` is the element that carries the page's colours. Returns its undo.
 * Throws `missing element: selector` when the markup is not the story's.
 */
export function mount(
  story: LeanStory,
  root: Document | ShadowRoot | HTMLElement,
  ground: HTMLElement,
  env: Surroundings,
): () => void {
  const middle = amid(ground, root, env.view, env.again);
  const told = live(story, root, ground, env, { turned: () => returned.moved() });
  const { steps, area, after, reader, paged } = told;
  const words = (selector: string): string => one(root, selector, HTMLElement).textContent;
  const follow = following(story, { ground, after, title: words("h1"), deck: words(".deck") }, env.address, env.view);
  const returned = returning(
    story,
    {
      offer: one(root, ".resumption", HTMLElement),
      steps,
      numeral: (chapter) => root.querySelector(`.shaft a[data-chapter="${chapter}"] span`)?.textContent ?? "",
      kept: (at, text) => follow(read(at), text),
    },
    reader,
    env,
  );
  /** Number of the step that is read; in the article the one a reader's eyes are on. */
  function read(at: Position): number {
    const { innerWidth, innerHeight, document } = env.view;
    const seen = reader.reading() === "article" && document.elementFromPoint(innerWidth / 2, innerHeight / 3);
    const index = seen ? steps.findIndex((step) => step.contains(seen)) : -1;
    return index < 0 ? cardAt(at, steps.length) : index;
  }

  returned.begin(paged.named(env.view.location.hash) ?? paged.named(middle));
  // As long as a page loads, a browser goes to where it remembers, which on a busy device is not always where its reader was last.
  const unload = loaded(env.view, () => env.address.restores(true));
  const unchoice = choice(one(root, ".choice", HTMLDetailsElement), reader.reading(), (next) => {
    reader.choose(next);
    told.release();
    returned.moved();
  });
  const unshare = sharing({ root, area, view: env.view });
  return () => {
    told.stop();
    unload();
    returned.stop();
    unchoice();
    unshare();
  };
}
