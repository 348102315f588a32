import { heap } from "../../../src/formations/disc.ts";
import { engraved } from "../../../src/motifs/engraving.ts";
import { letters, lettering } from "../../../src/motifs/lettering.ts";
import { heavy, span } from "../../../src/picture/ease.ts";
import { eachGrain, GROUP_SIZE, groupOf, rankOf } from "../../../src/picture/grains.ts";
import type { Scene } from "../../../src/picture/model.ts";
import { sea, tower } from "./sea.ts";

const NAMES = ["one", "two", "three"];

/** Three equal boats, a group of grains for each sail, come in one after another. */
export const boats: Scene = {
  words: NAMES,
  ground: () => 1,
  draw({ act, box, size, palette, word }) {
    const type = lettering(size, 13, 20);
    const surface = box.y + box.height * 0.78;
    const each = box.width / NAMES.length;
    const wide = Math.min(each * 0.86, (surface - box.y) * 0.6);
    const berths = NAMES.map((_, boat) => {
      const arrived = heavy(span(act, 0.3 - 0.15 * boat, 0.9 - 0.15 * boat));
      const x = box.x + each * (boat + 0.5) - (1 - arrived) * each * 0.5;
      return { x, arrived, sail: heap(GROUP_SIZE, { x, y: surface - wide * 0.26 }, wide) };
    });
    const grains = eachGrain((index) => {
      const { places, r } = berths[Math.floor(index / GROUP_SIZE)]?.sail ?? { places: [], r: 0 };
      const { x, y } = places[rankOf(index)] ?? { x: 0, y: surface };
      return { x, y, r, fill: palette[groupOf(index)], opacity: 1, hollow: 0 };
    });
    const hulls = berths.map(({ x }, boat) => {
      const [deck, keel] = [surface - wide * 0.2, surface + wide * 0.04];
      const d = `M${x - wide * 0.5} ${deck}L${x + wide * 0.5} ${deck}L${x + wide * 0.34} ${keel}L${x - wide * 0.34} ${keel}Z`;
      return engraved(`boats:hull:${boat}`, d, palette.ink, 1.6, { fill: palette.ground });
    });
    const names = berths.map(({ x, arrived }, boat) =>
      letters(
        `boats:name:${boat}`,
        word(NAMES[boat] ?? ""),
        [x, surface + wide * 0.04 + type * 1.6],
        type,
        palette.ink,
        {
          anchor: "middle",
          opacity: arrived,
        },
      ),
    );
    return {
      grains,
      shapes: [
        ...sea(surface, size, palette),
        ...tower(box.x + box.width * 0.9, surface, wide * 0.5, 0, palette),
        ...hulls,
        ...names,
      ],
    };
  },
};
