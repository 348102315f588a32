import { violations } from "./axe.ts";
import { PARTS, stepSelector } from "./parts.ts";
import { expect, test } from "./story-test.ts";

// Every sixth step, the last among them, is looked at in each run; the page around them changes with none.
for (const first of [6, 1, 2, 3, 4, 5])
  test(
    `axe finds nothing at every sixth step from step ${first} on`,
    { tag: first === 6 ? [] : "@wide" },
    async ({ page, story }) => {
      await story.open();
      const ids = await story.stepIds();
      expect(ids.length % 6).toBe(0);
      for (const [index, id] of ids.entries()) {
        if ((index + 1) % 6 !== first % 6) continue;
        await story.goTo(index, 0.92);
        await story.numberLinksPlaced();
        const include = [stepSelector(id), PARTS.stage, PARTS.progressNav];
        expect.soft(await violations(page, { include }), id).toEqual([]);
      }
    },
  );
