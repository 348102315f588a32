import { toHex } from "../../src/core/lib/color.ts";
import type { Size, Theme } from "../../src/core/model/picture.ts";
import type { Illustrated } from "../../src/core/model/scene-config.ts";
import type { Story } from "../../src/core/model/story.ts";
import { ACTION_END, ENTER_END, REST_AT } from "../../src/core/model/timing.ts";
import { pictureToSvg } from "../../src/core/render/svg-string.ts";
import { createPainter } from "../../src/core/picture/painter.ts";
import { SIZES } from "../pictures/sizes.ts";
import type { Texts } from "./files.ts";
import { breakTags } from "./layout.ts";

/** Folder of the pictures' goldens. */
export const PICTURES = "tests/goldens/pictures";

/** Parts of an entry and of an action at which they are drawn. */
const PARTS = { early: 0.25, middle: 0.5, late: 0.75 } as const;

const MOVING = Object.entries(PARTS).flatMap(([part, share]) => [
  [`entry-${part}`, share * ENTER_END] as const,
  [`action-${part}`, ENTER_END + share * (ACTION_END - ENTER_END)] as const,
]);

interface View {
  readonly name: string;
  readonly size: Size;
  readonly theme: Theme;
  readonly progress: number;
}

function sizeOf(screen: string): Size {
  const size = SIZES[screen];
  if (size === undefined) throw new RangeError(`unknown screen: ${screen}`);
  return size;
}

const PHONE = sizeOf("390×844");
const DESKTOP = sizeOf("1440×900");

/** All that is drawn of one step. */
const VIEWS: readonly View[] = [
  { name: "phone-day-rest", size: PHONE, theme: "day", progress: REST_AT },
  { name: "phone-night-rest", size: PHONE, theme: "night", progress: REST_AT },
  { name: "desktop-day-rest", size: DESKTOP, theme: "day", progress: REST_AT },
  { name: "desktop-night-rest", size: DESKTOP, theme: "night", progress: REST_AT },
  ...MOVING.map(([name, progress]) => ({ name: `phone-day-${name}`, size: PHONE, theme: "day" as const, progress })),
];

/** Draws a step's pictures as SVG files, each with its ground behind it. */
export type Draw = (step: number) => Texts;

/** Binds a story. */
export function drawPictures(story: Illustrated<Story>): Draw {
  const paint = createPainter(story);
  return (step) =>
    new Map(
      VIEWS.map(({ name, size, theme, progress }) => {
        const picture = paint({ step, progress }, size, theme);
        const style = `background:${toHex(story.config.paletteAt(picture.elevation, theme).background)}`;
        const markup = pictureToSvg(picture, size, { xmlns: "http://www.w3.org/2000/svg", style });
        return [`${story.steps[step]?.id}/${name}.svg`, `${breakTags(markup)}\n`];
      }),
    );
}

/** The files of a story's pictures, without drawing them. */
export function namePictures({ steps }: Story): readonly string[] {
  return steps.flatMap(({ id }) => VIEWS.map(({ name }) => `${id}/${name}.svg`));
}
