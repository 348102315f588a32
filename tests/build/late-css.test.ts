import { expect, test } from "vitest";
import { splitCss } from "../../src/build/vite/late-css.ts";

test("print, dialogs and the appendix go into the late sheet, everything else stays; nothing is lost or doubled", () => {
  const css = [
    "@media screen{.text{top:0}.source-dialog{inset:auto}@media (min-width:1000px){.fold>div{padding:0}.stage{left:0}}}",
    "@page{size:a4}",
    "@media print{.text{float:left}}",
    "@keyframes in{0%{opacity:0}}",
    ".appendix p,.text p{margin:0}",
    ".ledger td{padding:0}",
    ":is(.step,.appendix):not(.card){display:none}",
  ].join("");
  expect(splitCss(css)).toEqual({
    first:
      "@media screen{.text{top:0}@media (min-width:1000px){.stage{left:0}}}" +
      "@keyframes in{0%{opacity:0}}.appendix p,.text p{margin:0}:is(.step,.appendix):not(.card){display:none}",
    late:
      "@media screen{.source-dialog{inset:auto}@media (min-width:1000px){.fold>div{padding:0}}}" +
      "@page{size:a4}@media print{.text{float:left}}.ledger td{padding:0}",
  });
});
