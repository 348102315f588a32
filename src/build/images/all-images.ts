import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import { carousels } from "./carousel/carousel.ts";
import { factCards } from "./fact-card.ts";
import { linkCards } from "./link-card.ts";
import { posters } from "./poster.ts";
import { qrImages } from "./qr.ts";
import type { ShareTarget } from "./share-targets.ts";
import { squareCards } from "./square-card.ts";
import { type ImageSpec, stepImages } from "./step-image.ts";

export function allImages(
  story: Illustrated<Story>,
  linkTo: (place: ShareTarget) => string | null,
): readonly ImageSpec[] {
  return [
    ...stepImages(story),
    ...linkCards(story),
    ...squareCards(story),
    ...posters(story, linkTo),
    ...qrImages(story, linkTo),
    ...factCards(story, linkTo),
    ...carousels(story, linkTo),
  ];
}
