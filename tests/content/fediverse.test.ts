import { expect, test } from "vitest";
import { compileStory } from "../../src/build/content/compile.ts";
import { BASE_SCENES } from "./base.ts";
import { broken, said } from "./broken.ts";

function withAccount(written: string): ReadonlyMap<string, string> {
  return broken("site.yaml", ["publisher:", `fediverse: ${written}\npublisher:`]);
}

test("an account in the fediverse is taken as it is", () => {
  const { story } = compileStory(withAccount('"@desk.a-b@news.example.org"'), BASE_SCENES);
  expect(story?.site.fediverse).toBe("@desk.a-b@news.example.org");
});

test.each(["desk@example.org", "@desk", "@desk@example", "https://example.org/@desk", '@desk@example.org"><b>'])(
  "%s is refused",
  (account) => {
    const [line = "", ...more] = said(withAccount(`'${account}'`));
    expect(more).toEqual([]);
    expect(line).toMatch(
      /^story\/site\.yaml:\d+:12 fediverse .*，应是联邦宇宙的账号，如 @name@example\.org，整个加英文引号/u,
    );
  },
);
