import type { Story } from "../../core/model/story.ts";
import { factCards } from "./fact-card.ts";
import { linkCards } from "./link-card.ts";
import { posters } from "./poster.ts";
import { qrImages } from "./qr.ts";
import type { ShareTarget } from "./share-targets.ts";
import { squareCards } from "./square-card.ts";
import { type ImageSpec, stepImages } from "./step-image.ts";

/**
 * Every picture that stands alone: each step to take away, a card, a square, a poster and a code of each place that can be shared,
 * and a card of each figure.
 * `linkTo` gives the address that a place's codes lead to, or null where there is none.
 */
export function allImages(story: Story, linkTo: (place: ShareTarget) => string | null): readonly ImageSpec[] {
  return [
    ...stepImages(story),
    ...linkCards(story),
    ...squareCards(story),
    ...posters(story, linkTo),
    ...qrImages(story, linkTo),
    ...factCards(story, linkTo),
  ];
}
