import { violations } from "./axe.ts";
import { PARTS, stepSelector } from "./parts.ts";
import { expect, test } from "./story-test.ts";

// Every sixth step, the last among them, is looked at in each run; the page around them changes with none.
for (const before of [0, 1, 2, 3, 4, 5])
  test(
    `axe finds nothing at every sixth step back from the last but ${before}`,
    { tag: before === 0 ? [] : "@wide" },
    async ({ page, story }) => {
      await story.open();
      const ids = await story.stepIds();
      for (const [index, id] of ids.entries()) {
        if ((ids.length - 1 - index) % 6 !== before) continue;
        await story.goTo(index, 0.92);
        await story.numberLinksPlaced();
        const include = [stepSelector(id), PARTS.stage, PARTS.progressNav];
        expect.soft(await violations(page, { include }), id).toEqual([]);
      }
    },
  );
