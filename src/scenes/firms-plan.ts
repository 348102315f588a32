import { disc, type Disc } from "../formations/disc.ts";
import type { Place } from "../formations/strip.ts";
import { letters, lettering } from "../motifs/lettering.ts";
import { numeral, numeralSize, parts } from "../motifs/numeral.ts";
import { clamp } from "../picture/ease.ts";
import { GRAINS } from "../picture/grains.ts";
import type { Box, Moment, Palette, Shape } from "../picture/model.ts";
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
