import type { Element } from "hast";
import { h, s } from "hastscript";
import type { Drawing, Size } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import { REST_AT } from "../../core/model/timing.ts";
import { grainPaths } from "../../core/render/grain-paths.ts";
import { shapeAttributes } from "../../core/render/svg-attributes.ts";
import { groupContents } from "../../core/render/svg-string.ts";
import { createPainter } from "../../core/picture/painter.ts";
import { wrapMarkup } from "./html.ts";
import { shortenPaths } from "./short-path.ts";

/** Size of the prerendered picture, CSS px: the stage on a common phone. */
export const PRERENDER_SIZE: Size = { width: 390, height: 558 };

function drawn(story: Illustrated<Story>, step: number, theme: "day" | "night"): Drawing {
  const { grains, shapes } = createPainter(story)({ step, progress: REST_AT }, PRERENDER_SIZE, theme);
  return { grains, shapes: shapes.filter((shape) => shape.texture !== true) };
}

export function buildStage(story: Illustrated<Story>, step: number): Element {
  const { back, grains, front } = groupContents(drawn(story, step, "day"));
  return h(
    "div.stage",
    { "aria-hidden": "true" },
    s(
      "svg",
      {
        viewBox: `0 0 ${PRERENDER_SIZE.width} ${PRERENDER_SIZE.height}`,
        preserveAspectRatio: step === 0 ? "xMidYMin slice" : "xMidYMin meet",
        focusable: "false",
        "data-step": story.steps[step]?.id,
      },
      s("g", { id: "earth" }, wrapMarkup(shortenPaths(back))),
      s("g", { id: "grains" }, wrapMarkup(shortenPaths(grains))),
      s("g", wrapMarkup(shortenPaths(front))),
    ),
    h("i.line"),
  );
}

type Paints = readonly (readonly [mark: string, attributes: Readonly<Record<string, string>>])[];

function paints({ grains, shapes }: Drawing): Paints {
  return [
    ...grainPaths(grains).flatMap(({ attributes, members }) =>
      members.map((index) => [`grain ${index}`, attributes] as const),
    ),
    ...shapes.map((shape) => [`${shape.kind} ${shape.key}`, shapeAttributes(shape)] as const),
  ];
}

/** Writes rules that recolour the prerendered picture for the night theme until a script draws it (`data-position`). */
export function nightStageCss(story: Illustrated<Story>, step: number): string {
  const night = new Map(paints(drawn(story, step, "night")));
  const counts = new Map<string, Map<string, number>>();
  for (const [mark, day] of paints(drawn(story, step, "day")))
    for (const name of ["fill", "stroke"]) {
      const [from, to] = [day[name], night.get(mark)?.[name]];
      if (from === undefined || to === undefined) continue;
      const of = counts.get(`${name}="${from}"`) ?? new Map<string, number>();
      counts.set(`${name}="${from}"`, of.set(`${name}:${to}`, (of.get(`${name}:${to}`) ?? 0) + 1));
    }
  return [...counts]
    .flatMap(([from, of]) => {
      // A day colour may map to several night colours: the most frequent one wins.
      const [to] = [...of].reduce((most, next) => (next[1] > most[1] ? next : most));
      return to === from.replace('="', ":").slice(0, -1) ? [] : [`.stage svg:not([data-position]) [${from}]{${to}}`];
    })
    .join("");
}
