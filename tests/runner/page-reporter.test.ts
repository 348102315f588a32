import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { EVENTS_VARIABLE } from "./events.mjs";
import PageReporter from "./page-reporter.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anyuan-reporter-"));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

test("an error outside the tests is written with its place and without colours", async () => {
  const file = join(folder, "events.jsonl");
  vi.stubEnv(EVENTS_VARIABLE, file);
  const location = { file: join(process.cwd(), "tests/page/serve.ts"), line: 3, column: 7 };
  new PageReporter().onError({ message: "\u001b[31mno server\u001b[39m", location });
  expect(await readFile(file, "utf8")).toBe(
    `${JSON.stringify({ event: "error", text: "no server\n    at tests/page/serve.ts:3:7" })}\n`,
  );
});
