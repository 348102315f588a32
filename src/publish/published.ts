import type { Story } from "../story/model.ts";
import { cards } from "./card.ts";
import { codes } from "./code.ts";
import { emblems } from "./emblem.ts";
import { factCards } from "./fact-card.ts";
import type { SharedPlace } from "./place.ts";
import { type Plate, plates } from "./plate.ts";
import { posters } from "./poster.ts";

/**
 * Every picture that stands alone: each step to take away, a card, a square, a poster and a code of each place that can be shared,
 * and a card of each figure.
 * `linkTo` gives the address that a place's codes lead to, or null where there is none.
 */
export function published(story: Story, linkTo: (place: SharedPlace) => string | null): readonly Plate[] {
  return [
    ...plates(story),
    ...cards(story),
    ...emblems(story),
    ...posters(story, linkTo),
    ...codes(story, linkTo),
    ...factCards(story, linkTo),
  ];
}
