import type { Story } from "../story/model.ts";
import { placeTitle, type SharedPlace, sharedPlaces } from "./place.ts";
import type { Plate } from "./plate.ts";
import { qr } from "./qr.ts";

/** The most a code takes with its white margin, px; it is painted twice as large. */
const SIDE = 150;

/** File of a place's code relative to the start page, without its ending. */
export function codeFile({ id }: { readonly id: string }): string {
  return `codes/${id}`;
}

/** A code alone for every place that can be shared, to open it on a phone; none where `linkTo` gives null, for there is no address yet. */
export function codes(story: Story, linkTo: (place: SharedPlace) => string | null): readonly Plate[] {
  return sharedPlaces(story).flatMap((place): readonly Plate[] => {
    const link = linkTo(place);
    if (link === null) return [];
    const { box, shapes } = qr(link, SIDE, [SIDE, SIDE]);
    return [
      {
        file: codeFile(place),
        formats: ["png"],
        title: placeTitle(place, story),
        description: link,
        size: { width: box.width, height: box.height },
        view: box,
        pixels: 2 * box.width,
        ground: [255, 255, 255],
        drawing: { grains: [], shapes },
      },
    ];
  });
}
