import { expect, test } from "vitest";
import { plainPage, untilCoverEnd } from "./baseline.ts";

const PAGE = `<!DOCTYPE html><html lang="zh-CN" class="enhanced"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="x"><title>题</title><style>p{color:red}</style><link rel="icon" href="./i.svg"></head><body><svg><text>画</text></svg><header class="step cover" data-step="cover" id="cover"><h1>题</h1></header><figure><picture><source srcset="a"><img src="b" alt=""></picture><figcaption>画面:一</figcaption></figure><p class="kicker" aria-hidden="true">文 <a href="#x">词</a></p><script>var a=1</script></body></html>`;

test("the plain page keeps the text and its structure, and nothing else", () => {
  expect(plainPage(PAGE)).toBe(
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>题</title><link rel="icon" href="data:,"></head><body><header id="cover"><h1>题</h1></header><figure><figcaption>画面:一</figcaption></figure><p>文 <a href="#x">词</a></p></body></html>`,
  );
});

test("the first screen ends with the cover", () => {
  expect(untilCoverEnd(PAGE)?.endsWith("<h1>题</h1></header>")).toBe(true);
  expect(untilCoverEnd("<p>文</p>")).toBeUndefined();
});
