import { dayAndNightViolations } from "./axe.ts";
import { PARTS } from "./parts.ts";
import { expect, testBothStories } from "./story-test.ts";

testBothStories("the unfolded appendix has no axe violation by day and by night", async ({ page, story }) => {
  await story.open("./#after");
  await story.unfoldAppendix();
  await story.finishAnimations();
  expect(await dayAndNightViolations(page, { include: [PARTS.appendix] })).toEqual([]);
});
