import { disc, grid, type Disc } from "../formations/disc.ts";
import type { Place } from "../formations/strip.ts";
import { letters, lettering } from "../motifs/lettering.ts";
import { numeral, numeralSize, parts } from "../motifs/numeral.ts";
import { mixRgb } from "../picture/colour.ts";
import { blend, clamp, heavy, span } from "../picture/ease.ts";
import { eachGrain, GRAINS } from "../picture/grains.ts";
import type { Box, Grain, Moment, Palette, Rgb, Scene, Shape } from "../picture/model.ts";
import { breakLines } from "../picture/text.ts";

/** Rows of the grains that stand aside, and what is left above them. */
interface Aside {
  readonly places: readonly Place[];
  readonly r: number;
  /** Baseline of what is said of them, px. */
  readonly note: number;
  readonly above: Box;
}

/** Where the loud figure and the disc stand: one over the other, or side by side in a low box. All px. */
interface Plan {
  readonly n: number;
  readonly type: number;
  readonly aside: Aside;
  readonly side: boolean;
  /** Room of the figure and of what is written under it. */
  readonly words: Box;
  /** Room of the disc. */
  readonly field: Box;
}

function aside(n: number, box: Box, type: number): Aside {
  const rows = Math.max(1, Math.ceil((n * 5.4) / box.width));
  const columns = Math.max(1, Math.ceil(n / rows));
  const gap = box.width / columns;
  const pitch = Math.min(gap, type * 0.85);
  const top = box.y + box.height - rows * pitch;
  const note = top - type * 0.55;
  return {
    places: Array.from({ length: n }, (_, k) => ({
      x: box.x + (Math.floor(k / rows) + 0.5) * gap,
      y: top + ((k % rows) + 0.5) * pitch,
    })),
    r: Math.min(pitch, gap) * 0.36,
    note,
    above: { ...box, height: note - type * 1.3 - box.y },
  };
}

/** Shared by the two pictures that count firms, so that the figure and the disc keep their places. */
export function firmsPlan({ size, box, fact }: Moment): Plan {
  const n = clamp(fact("firms").value ?? 0, 0, GRAINS);
  const type = lettering(size, 12, 17);
  const away = aside(GRAINS - n, box, type);
  const { above } = away;
  const side = above.width > above.height * 1.2;
  if (side) {
    const share = clamp(above.height / above.width, 0.42, 0.56);
    const left = above.width * (1 - share) - type;
    return {
      n,
      type,
      aside: away,
      side,
      words: { ...above, width: left },
      field: { ...above, x: above.x + left + type, width: above.width * share },
    };
  }
  const height = Math.min(above.height * 0.27, above.width * 0.24) + type * 4.2;
  return {
    n,
    type,
    aside: away,
    side,
    words: { ...above, height },
    field: { ...above, y: above.y + height, height: above.height - height },
  };
}

/** The largest disc in a box. */
export function discIn(n: number, { x, y, width, height }: Box): Disc {
  return disc(n, { x: x + width / 2, y: y + height / 2 }, Math.min(width, height) / 2);
}

interface Loud {
  readonly key: string;
  readonly text: string;
  readonly shown?: string;
  readonly opacity?: number;
  /** Written under the figure, broken to the room there is. */
  readonly under: readonly string[];
}

/** The loud figure in its room with what is to be said of it; `largest` is the type size it may reach. */
export function loudFigure(
  { words, type, side }: Plan,
  palette: Palette,
  { key, text, shown, opacity = 1, under }: Loud,
): readonly Shape[] {
  const [before, digits, unit] = parts(text);
  // In a narrow column the unit goes under the figure, which is then larger.
  const folded = side && words.width < type * 14;
  const figure = folded ? before + digits : text;
  const unitSize = folded ? type * 1.5 : 0;
  const lines = under.flatMap((line) => breakLines(line, type, words.width));
  const tall = words.height - lines.length * type * 1.5 - unitSize * 1.3;
  const size = numeralSize(figure, words.width, side ? words.height * 0.55 : tall / 1.06, 26);
  const base = words.y + (side ? Math.max(0, (tall - size * 0.8) / 2.4) : 0) + size * 0.88;
  // Under the descent that any text is granted.
  const below = base + size * 0.15;
  const first = below + unitSize * 1.2 + type;
  return [
    ...numeral(key, figure, [words.x, base], size, { loud: palette.textRed, quiet: palette.ink }, opacity, shown),
    ...(folded
      ? [
          letters(`${key}:unit`, unit, [words.x, below + unitSize * 0.9], unitSize, palette.ink, {
            role: "unit",
            opacity,
          }),
        ]
      : []),
    ...lines.map((line, k) =>
      letters(`${key}:under:${k}`, line, [words.x, first + k * type * 1.5], type, palette.muted, {
        role: "note",
        opacity,
      }),
    ),
  ];
}

/** Colour of a grain that stands for nothing here. */
export function idle(palette: Palette): Rgb {
  return mixRgb(palette.ground, palette.muted, 0.75);
}

/** One equal grain for each firm, lit shell by shell into a packed disc while the figure counts them; the others go to the foot, hollow. */
export const firms: Scene = {
  words: ["unit", "others", "each"],
  facts: ["firms"],
  ground: () => 0.9,
  draw(at) {
    const { act, palette, word, fact } = at;
    const plan = firmsPlan(at);
    const { n, type, aside: away, field } = plan;
    const packed = discIn(n, field);
    const [cx, cy] = [field.x + field.width / 2, field.y + field.height / 2];
    const far = (p: Place) => Math.hypot(p.x - cx, p.y - cy);
    const spread = [...grid(GRAINS, field)].sort((a, b) => far(a) - far(b));
    const leaving = spread.slice(n).sort((a, b) => a.x - b.x);
    const lit = (index: number) => {
      const from = 0.1 + (0.6 * (packed.places[index]?.shell ?? 0)) / packed.shells;
      return span(act, from, from + 0.28);
    };
    const grains = eachGrain((index): Grain => {
      if (index >= n) {
        const rank = index - n;
        const [from, to] = [leaving[rank] ?? field, away.places[rank] ?? field];
        const start = (0.25 * rank) / (GRAINS - n);
        const gone = span(act, start, start + 0.4);
        // Down first and then along the foot, so that none passes through what is written.
        return {
          x: blend(from.x, to.x, heavy(span(gone, 0.4, 1))),
          y: blend(from.y, to.y, heavy(span(gone, 0, 0.7))),
          r: blend(packed.r * 0.8, away.r, gone),
          fill: idle(palette),
          opacity: 1,
          hollow: 1,
        };
      }
      const [from, to] = [spread[index] ?? field, packed.places[index] ?? field];
      const here = heavy(lit(index));
      return {
        x: blend(from.x, to.x, here),
        y: blend(from.y, to.y, here),
        r: packed.r,
        fill: mixRgb(idle(palette), palette.ember, here),
        opacity: 1,
        hollow: 1 - span(here, 0.6, 1),
      };
    });
    const count = Array.from({ length: n }, (_, index) => lit(index)).filter((k) => k > 0.85).length;
    const { period, status, value } = fact("firms");
    return {
      grains,
      shapes: [
        ...loudFigure(plan, palette, {
          key: "firms",
          text: `${value ?? ""}${word("unit")}`,
          shown: String(count),
          under: [word("each"), ...(plan.side ? [status, period] : [`${status} · ${period}`])],
        }),
        letters("firms:others", word("others"), [at.box.x, away.note], type, palette.muted, {
          role: "note",
          opacity: span(act, 0.3, 0.5),
        }),
      ],
    };
  },
};
