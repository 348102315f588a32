import { readInReaderMode, type Reading } from "./reader-mode.ts";
import { expect, test } from "./story-test.ts";

/** Passages that do not follow the one before them in the text of reader mode. */
function missingPassages({ written, read }: Reading): readonly string[] {
  let from = 0;
  return written.filter((passage) => {
    const at = read.indexOf(passage, from);
    if (at >= 0) from = at + passage.length;
    return at < 0;
  });
}

test("reader mode gives the title, the lede and every text in their order, from the page as it is served", async ({
  page,
  request,
}) => {
  const reading = await readInReaderMode(page, await (await request.get("./")).text());
  expect(missingPassages(reading)).toEqual([]);
  expect(reading.written.length).toBeGreaterThan(30);
});

for (const path of ["./", "./environment/firms/"])
  test(`reader mode gives them from the page as it runs, too: ${path}`, async ({ page, story }) => {
    await story.open(path);
    await story.settled();
    const reading = await readInReaderMode(page, await page.content());
    expect(missingPassages(reading)).toEqual([]);
    expect(reading.written.length).toBeGreaterThan(30);
  });
