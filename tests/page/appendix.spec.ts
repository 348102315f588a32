import { violations } from "./axe.ts";
import { expect, PARTS, test } from "./story-page.ts";

// The fixture story has a fact of every kind; the story has a hundred more, which takes long.
for (const { site, wide } of [
  { site: "fixture", wide: false },
  { site: "story", wide: true },
] as const)
  test.describe(`of the ${site}`, () => {
    test.use({ site });

    for (const colorScheme of ["light", "dark"] as const)
      test(
        `the unfolded appendix has no axe violation where the device is ${colorScheme}`,
        {
          tag: wide ? "@wide" : [],
        },
        async ({ page, story }) => {
          await page.emulateMedia({ colorScheme });
          await story.open("./#after");
          await story.unfoldAppendix();
          await story.animationsEnded();
          expect(await violations(page, { include: [PARTS.appendix] })).toEqual([]);
        },
      );
  });
