import type { Place } from "../formations/strip.ts";
import { strata } from "../motifs/strata.ts";
import { spoke, wheel } from "../motifs/wheel.ts";
import { mixRgb } from "../picture/colour.ts";
import { heavy, settling, span } from "../picture/ease.ts";
import type { Moment, Path, Scene, Shape } from "../picture/model.ts";
import { textWidth } from "../picture/text.ts";
import { label, labelSize } from "./label.ts";
import { above, type Hub, rimGrains, standing, wayGrains } from "./pair.ts";

/** Directions of the two spokes, radians clockwise from the right: the upper one reaches for the farther flag. */
const SPOKES = [-0.36, -1.02] as const;

/** A banner without a field: pole and hem drawn, its cloth a dashed outline, its name down the cloth. A goal. */
function banner(key: string, at: Moment, foot: Place, height: number, name: string, raised: number): readonly Shape[] {
  const { palette } = at;
  const type = labelSize(at.size) * 1.15;
  const [width, drop] = [type * 1.75, height * 0.78];
  const top = foot.y - height * raised;
  const cloth = top + height * 0.06;
  const letters = [...name.replace(/[“”「」]/gu, "")];
  const step = Math.min(type * 1.3, (drop - type) / letters.length);
  const first = cloth + (drop - step * (letters.length - 1)) / 2 + type * 0.36;
  return [
    { kind: "line", key: `${key}:pole`, opacity: raised, x1: foot.x, y1: foot.y, x2: foot.x, y2: top, stroke: palette.ink, width: 1.6 },
    {
      kind: "path", key: `${key}:cloth`, opacity: raised, fill: null, stroke: palette.textIndustry, width: 1.3, dash: "4 3",
      d: `M${foot.x} ${cloth}L${foot.x + width} ${cloth}L${foot.x + width} ${cloth + drop}L${foot.x + width / 2} ${cloth + drop - width * 0.28}L${foot.x} ${cloth + drop}`,
    },
    ...letters.map((text, k) => label({ key: `${key}:${k}`, text, x: foot.x + width / 2, y: first + k * step - width * 0.1, size: type, face: "song", fill: palette.textIndustry, opacity: span(raised, 0.7, 1) })),
  ];
}

function named(k: number, at: Moment, { centre, radius }: Hub, to: Place, text: string): readonly Shape[] {
  const { palette } = at;
  const type = labelSize(at.size);
  const angle = SPOKES[k] ?? 0;
  const grown = heavy(span(at.act, 0.24 * k, 0.22 + 0.24 * k));
  const shown = span(at.act, 0.16 + 0.24 * k, 0.3 + 0.24 * k);
  const rim = { x: centre.x + radius * 1.03 * Math.cos(angle), y: centre.y + radius * 1.03 * Math.sin(angle) };
  const start = to.x - textWidth(text, type) / 2 - 5;
  const bend = rim.x + Math.abs(to.y - rim.y) * 0.4;
  const line: Path = { kind: "path", key: `industry:lead:${k}`, opacity: shown, d: `M${rim.x} ${rim.y}L${Math.min(bend, start)} ${to.y}L${start} ${to.y}`, fill: null, stroke: palette.industry, width: 1.2 };
  return [
    { kind: "path", key: `industry:spoke:${k}`, layer: "back", opacity: grown > 0 ? 1 : 0, d: spoke(centre, radius, angle, grown), fill: palette.industry, stroke: palette.ground, width: 0.8 },
    line,
    label({ key: `industry:name:${k}`, text, x: to.x, y: to.y + type * 0.36, size: type, fill: palette.ink, opacity: shown }),
  ];
}

/** The industry wheel comes forward and grows two equal spokes; ahead of it two banners, outlined: goals. The link to the second is dashed, since the interview does not spell it out. */
export const industry: Scene = {
  words: ["wheel", "one", "two", "flag-one", "flag-two", "goal"],
  ground: () => 0.28,
  draw(at) {
    const { act, size, box, palette, word } = at;
    const land = standing(size, 0.66);
    const type = labelSize(size);
    const ground = land.horizon;
    const radius = Math.min(box.width * 0.29, (ground - box.y) / 2 - 3);
    const hub: Hub = { centre: { x: box.x + radius * 1.06, y: ground - radius - 1 }, radius };
    const left = hub.centre.x + radius * 1.12;
    const right = box.x + box.width;
    const wide = textWidth(word("two"), type);
    const far = right - Math.min(wide / 2, (right - left) * 0.28);
    const near = Math.min(far - type * 3.4, left + textWidth(word("one"), type) / 2 + (far - left) * 0.16);
    const rows = [box.y + type * 3.4, box.y + type * 1.0] as const;
    const tall = ground - rows[0] - type * 3;
    const goals = [near, far].flatMap((x, k): readonly Shape[] => {
      const raised = settling(span(act, 0.52 + 0.16 * k, 0.74 + 0.16 * k));
      const foot = { x: x - type * 0.88, y: ground };
      const from = (rows[k] ?? 0) + type * 0.9;
      const top = ground - tall;
      return [
        { kind: "line", key: `industry:link:${k}`, opacity: span(raised, 0.6, 1), x1: x, y1: from, x2: x, y2: top + tall * 0.06 - 2, stroke: palette.industry, width: 1.2, ...(k === 1 ? { dash: "2 4" } : {}) },
        ...banner(`industry:flag:${k}`, at, foot, tall, word(k === 0 ? "flag-one" : "flag-two"), raised),
        label({ key: `industry:goal:${k}`, text: word("goal"), x, y: ground + type * 1.9, size: type, fill: palette.muted, role: "note", opacity: span(raised, 0.8, 1) }),
      ];
    });
    return {
      grains: above(at, land, {
        industry: rimGrains("industry", hub, 0, palette),
        services: wayGrains("services", size.width * 0.015, size.width * 0.97, ground, mixRgb(palette.ground, palette.services, 0.55)),
      }),
      shapes: [
        ...strata(land, size, palette),
        ...wheel({ key: "wheel:industry", ...hub, turn: 0, colour: palette.industry, ground: palette.ground, grown: 0 }),
        label({ key: "wheel:industry:name", text: word("wheel"), x: hub.centre.x, y: ground + type * 2.3, size: type * 1.2, face: "song", fill: palette.textIndustry }),
        ...named(0, at, hub, { x: near, y: rows[0] }, word("one")),
        ...named(1, at, hub, { x: far, y: rows[1] }, word("two")),
        ...goals,
      ],
    };
  },
};
