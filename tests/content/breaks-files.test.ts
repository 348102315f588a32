import { describe, expect, test } from "vitest";
import { formatPublished } from "../../src/build/content/published.ts";
import { BASE } from "./base.ts";
import { broken, said } from "./broken.ts";

test("S11: a changed id says which published address breaks", () => {
  const addresses = ["mine/", "mine/depletion/", "mine/growth/", "town/", "town/average/"];
  const published = new Map([["story/published.yaml", formatPublished(addresses)]]);
  expect(said(new Map([...BASE, ...published]))).toEqual([]);
  expect(said(new Map([...broken("1-mine.md", ["id: depletion", "id: depletions"]), ...published]))).toEqual([
    "story/published.yaml:3:3 发布过的网址打不开了：mine/depletion/，应把 id 改回来，别人存的链接还在用（是不是 mine/depletions/？）",
  ]);
});

describe("S12: a file in another encoding", () => {
  const decode = (bytes: readonly number[]): string => new TextDecoder().decode(Uint8Array.from(bytes));

  test.each([
    // 方法 in GBK, and in UTF-16 after its byte order mark.
    ["GBK", decode([0x23, 0x23, 0x20, 0xb7, 0xbd, 0xb7, 0xa8, 0x0a])],
    ["UTF-16", decode([0xff, 0xfe, 0x23, 0x00, 0x23, 0x00, 0x20, 0x00, 0xb9, 0x65, 0xd5, 0x6c, 0x0a, 0x00])],
  ])("%s is named, and nothing else of it", (encoding, text) => {
    for (const name of ["after.md", "facts.yaml", "1-mine.md", "site.yaml", "terms.yaml"]) {
      const found = said(new Map([...BASE, [`story/${name}`, text]]));
      expect(found.filter((one) => one.startsWith(`story/${name}`))).toEqual([
        expect.stringMatching(new RegExp(`:1:\\d 文件不是 UTF-8 编码，像是 ${encoding}，应在编辑器里另存为 UTF-8$`)),
      ]);
      expect(found, name).toHaveLength(1);
    }
  });
});
