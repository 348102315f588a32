import { dayAndNightViolations } from "./axe.ts";
import { PARTS } from "./parts.ts";
import { expect, test } from "./story-test.ts";

// The fixture story has a fact of every kind; the story has a hundred more, which takes long.
for (const { site, wide } of [
  { site: "fixture", wide: false },
  { site: "story", wide: true },
] as const)
  test.describe(`of the ${site}`, () => {
    test.use({ site });

    test(
      "the unfolded appendix has no axe violation by day and by night",
      { tag: wide ? "@wide" : [] },
      async ({ page, story }) => {
        await story.open("./#after");
        await story.unfoldAppendix();
        await story.finishAnimations();
        expect(await dayAndNightViolations(page, { include: [PARTS.appendix] })).toEqual([]);
      },
    );
  });
