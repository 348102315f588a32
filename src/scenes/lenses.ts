import { ring } from "../formations/ring.ts";
import { letters, lettering } from "../motifs/lettering.ts";
import { mixRgb } from "../picture/colour.ts";
import { blend, clamp, heavy, span } from "../picture/ease.ts";
import { centre } from "../picture/frame.ts";
import { eachGrain, GRAINS } from "../picture/grains.ts";
import type { Grain, Path, Rgb, Scene, Shape } from "../picture/model.ts";
import { fitSize, textWidth } from "../picture/text.ts";
import { grainRadius, sized } from "./grain.ts";

const READINGS = ["literal", "economic"] as const;
const HALF = GRAINS / READINGS.length;

function circle(x: number, y: number, r: number): string {
  return `M${x - r} ${y}A${r} ${r} 0 1 1 ${x + r} ${y}A${r} ${r} 0 1 1 ${x - r} ${y}`;
}

/** Engraved light on a lens: short strokes inside its rim, longest at lower right. */
function shading(x: number, y: number, r: number): string {
  return Array.from({ length: 44 }, (_, k) => {
    const angle = -0.75 + (2.9 * k) / 43;
    const length = r * 0.085 * Math.sin((Math.PI * (k + 0.5)) / 44);
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    return `M${x + r * 0.985 * c} ${y + r * 0.985 * s}L${x + (r * 0.985 - length) * c} ${y + (r * 0.985 - length) * s}`;
  }).join("");
}

/** Two equal lenses lie on one word and slide apart: what each shows alone is a reading, what both show is the word. */
export const lenses: Scene = {
  words: ["name", "literal", "literal-gloss", "economic", "economic-gloss"],
  ground: () => 0.88,
  draw({ act, box, palette, size, word }) {
    const [cx, cy] = centre(box);
    const upright = box.height > box.width * 0.86;
    const rim = grainRadius(size) * 2.1;
    const along = (upright ? box.height : box.width) / 2 - rim;
    const across = (upright ? box.width : box.height) / 2 - rim;
    const share = upright ? 0.5 : 0.46;
    const r = Math.min(across, along / (1 + share));
    const apart = r * share * heavy(clamp(act / 0.92));
    const type = lettering(size, 13, 19);
    const name = word("name");
    const chord = upright ? 2 * Math.sqrt(r * r - (r * share * 1.16) ** 2) : 2 * r * (1 - share);
    const parts = upright ? [name] : name.split(/(?<=”)/u);
    const nameSize = fitSize(parts[0] ?? name, chord - rim * 4, 54, 13);
    const shapes: Shape[] = [];
    const places = READINGS.map((reading, k) => {
      const side = k === 0 ? -1 : 1;
      const at = upright ? { x: cx, y: cy + side * apart } : { x: cx + side * apart, y: cy };
      const key = `lenses:${reading}`;
      const tone: Rgb = k === 0 ? palette.ember : palette.muted;
      const said = span(act, 0.4 + 0.2 * k, 0.62 + 0.2 * k);
      const middle = upright ? { x: cx, y: cy + side * r * 0.98 } : { x: cx + side * r * 0.98, y: cy };
      const room = upright ? r * 1.3 : r * 2 * share - rim * 1.2;
      const gloss = word(`${reading}-gloss`);
      const glossSize = fitSize(upright ? gloss : gloss.slice(0, Math.ceil(gloss.length / 2)), room, type * 1.5, 12);
      const lines =
        textWidth(gloss, glossSize) <= room
          ? [gloss]
          : [gloss.slice(0, Math.ceil(gloss.length / 2)), gloss.slice(Math.ceil(gloss.length / 2))];
      const height = type * 1.3 + glossSize * 1.3 * lines.length;
      shapes.push(
        {
          kind: "path",
          key: `${key}:glass`,
          layer: "back",
          opacity: 0.55,
          d: circle(at.x, at.y, r),
          fill: mixRgb(palette.ground, tone, 0.16),
          stroke: null,
          width: 0,
        },
        {
          kind: "path",
          key: `${key}:rim`,
          layer: "back",
          opacity: 0.9,
          d: circle(at.x, at.y, r - rim * 0.62),
          fill: null,
          stroke: palette.ink,
          width: 1.2,
        },
        {
          kind: "path",
          key: `${key}:light`,
          layer: "back",
          opacity: 0.45,
          d: shading(at.x, at.y, r - rim * 0.62),
          fill: null,
          stroke: palette.ink,
          width: 0.8,
        } satisfies Path,
        letters(`${key}:name`, word(reading), [middle.x, middle.y - height / 2 + type], type, palette.muted, {
          anchor: "middle",
          opacity: said,
        }),
        ...lines.map((text, n) =>
          letters(
            `${key}:gloss:${n}`,
            text,
            [middle.x, middle.y - height / 2 + type * 1.3 + glossSize * (1.05 + 1.3 * n)],
            glossSize,
            palette.ink,
            { anchor: "middle", face: "song", opacity: said },
          ),
        ),
      );
      return ring(HALF, 2, 0.9, at, r + rim * 0.35, blend(0, 0.5 * side, act));
    }).flat();
    parts.forEach((text, n) =>
      shapes.push(
        letters(
          `lenses:word:${n}`,
          text,
          [cx, cy + nameSize * (0.36 + 1.25 * (n - (parts.length - 1) / 2))],
          nameSize,
          palette.textRed,
          { anchor: "middle", face: "song" },
        ),
      ),
    );
    const grains = eachGrain((index): Grain => ({
      x: places[index]?.x ?? cx,
      y: places[index]?.y ?? cy,
      r: sized(index, grainRadius(size) * 0.72),
      fill: index < HALF ? palette.ember : mixRgb(palette.ground, palette.ink, 0.75),
      opacity: 1,
      hollow: 0,
    }));
    return { grains, shapes };
  },
};
