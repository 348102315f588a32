import { pairs } from "d3-array";
import type { Point } from "../../model/picture.ts";
import { pathData } from "../../picture/path.ts";

/** Grains in one writing of the word. */
export const WORD_GRAINS = 80;

/** Top and foot of the word's ink, and where it begins and ends, em from its upper left corner. */
export const INK = { top: 0.029, foot: 0.983, left: 0.013, right: 1.993 } as const;

interface Writing {
  /** Outlines as `x,y` corners in thousandths of an em, y down; a bar separates outlines. */
  readonly outlines: string;
  /** Grains as `x,y,radius`, none on another and all within the strokes. */
  readonly grains: string;
}

/** The strokes of Noto Serif SC Black, joined and drawn with straight lines, and grains packed into them. */
const CHARACTERS: readonly Writing[] = [
  // 形
  {
    outlines:
      "21,968 29,975 57,957 83,938 108,919 129,899 149,878 167,857 183,834 210,789 222,766 240,719 247,694 " +
      "259,646 267,597 269,572 275,463 356,463 356,962 399,962 415,960 443,955 455,951 475,942 488,933 495,927 " +
      "496,924 496,463 639,463 651,459 658,452 660,447 626,413 547,340 496,416 496,147 615,147 627,143 634,136 " +
      "636,131 577,81 513,29 445,119 41,119 49,147 138,147 138,435 22,435 30,463 138,463 137,491 133,585 " +
      "128,649 120,711 107,771 91,830 68,887 54,915|275,435 275,147 356,147 356,435|490,971 537,956 583,940 " +
      "626,922 668,902 708,880 747,856 784,830 820,801 855,769 888,734 920,696 951,655 967,656 979,654 988,649 " +
      "993,641 812,552 792,599 771,643 749,685 725,724 700,760 675,794 647,826 618,856 588,884 555,911 522,936 " +
      "486,959|539,634 612,608 647,594 682,578 750,543 814,502 845,479 876,455 934,403 950,405 961,403 969,399 " +
      "976,392 805,292 787,326 748,392 727,422 685,480 638,533 614,557 562,602 534,622|576,350 639,326 670,312 " +
      "732,282 793,248 851,210 906,169 932,147 947,149 958,148 966,144 973,137 810,35 758,123 701,204 660,253 " +
      "639,276 617,298 570,338",
    grains:
      "833,133,44 427,189,44 427,301,44 826,392,44 427,413,44 203,511,44 427,525,44 427,637,44 847,644,44 " +
      "427,749,44 427,861,44 196,623,43 203,189,43 203,294,43 203,399,43 791,742,42 175,728,38 763,469,36 " +
      "770,203,33 721,812,31 525,98,30 553,413,30 140,819,29 700,525,26 665,861,25 714,245,24 105,875,20 " +
      "385,931,19 903,392,19 651,560,19 924,644,19 616,896,18 672,280,18 609,434,18 581,119,17 910,133,16 " +
      "476,133,16 252,455,16",
  },
  // 成
  {
    outlines:
      "15,973 22,980 74,944 97,924 118,904 137,883 155,862 184,817 208,770 226,723 234,693 234,700 261,710 " +
      "276,719 287,730 297,744 303,761 306,775 308,827 333,826 367,821 386,815 413,804 428,794 443,780 455,763 " +
      "465,742 476,700 485,643 490,567 494,467 515,462 524,457 533,449 418,353 351,417 261,417 261,261 517,261 " +
      "521,313 531,392 545,468 553,505 573,578 585,613 598,647 615,686 590,725 570,751 528,801 506,825 482,849 " +
      "432,893 404,914 346,953 353,964 428,935 497,902 529,884 589,844 617,823 667,780 687,809 710,839 735,868 " +
      "762,896 788,918 822,939 849,951 867,957 886,961 904,962 923,961 940,956 956,947 963,941 971,930 974,923 " +
      "975,906 974,897 962,860 939,813 966,634 957,631 933,678 900,735 881,763 876,769 870,772 866,772 857,767 " +
      "828,741 808,720 790,698 767,667 810,604 842,551 882,471 904,418 921,417 929,415 937,409 943,399 760,337 " +
      "738,420 719,476 701,524 689,486 676,425 662,332 656,261 943,261 957,259 967,254 972,245 871,165 878,155 " +
      "882,141 883,119 882,112 876,98 866,84 851,72 831,62 806,54 792,51 758,49 719,50 697,52 690,58 719,86 " +
      "746,121 765,151 777,182 798,190 764,233 654,233 652,137 652,72 669,68 677,64 684,55 688,43 509,26 " +
      "511,151 515,233 282,233 116,177 115,504 111,624 105,685 90,776 76,835 66,864 44,920|235,688 248,627 " +
      "255,580 259,511 261,445 360,445 357,531 352,611 347,646 341,671 337,679 333,684 327,688 313,691",
    grains:
      "581,105,44 581,217,44 189,273,44 595,336,44 189,385,44 812,427,44 427,448,44 616,469,44 182,497,44 " +
      "770,532,44 644,574,44 420,595,44 182,609,44 693,672,44 399,707,44 756,763,44 833,840,44 161,721,40 " +
      "819,126,39 917,903,37 847,210,33 133,805,32 630,749,31 350,784,26 581,798,26 756,616,25 903,791,23 " +
      "98,875,22 539,840,21 756,84,20 847,917,20 462,518,20 322,728,20 749,840,19 385,525,18 910,231,18 " +
      "560,406,17 840,497,17 231,553,17 490,875,16 140,329,16 924,742,16",
  },
];

function readNumbers(text: string): readonly (readonly number[])[] {
  return text.split(" ").map((corner) => corner.split(",").map((part) => Number(part) / 1000));
}

const OUTLINES: readonly (readonly Point[])[] = CHARACTERS.flatMap(({ outlines }, k) =>
  outlines.split("|").map((outline) => readNumbers(outline).map(([x = 0, y = 0]) => ({ x: x + k, y }))),
);

/** Grains of the word in em from its upper left corner, from top to foot. */
export const GRAINS: readonly (Point & { readonly r: number })[] = CHARACTERS.flatMap(({ grains }, k) =>
  readNumbers(grains).map(([x = 0, y = 0, r = 0]) => ({ x: x + k, y, r })),
).sort((a, b) => a.y - b.y || a.x - b.x);

/** Cuts off what is above `level`. Edges along the cut enclose no area, so that one outline stays one. */
function below(outline: readonly Point[], level: number): readonly Point[] {
  const last = outline.at(-1);
  if (last === undefined) return [];
  return pairs([last, ...outline]).flatMap(([a, b]) => {
    const share = (level - a.y) / (b.y - a.y);
    const crossing = a.y < level === b.y < level ? [] : [{ x: a.x + share * (b.x - a.x), y: level }];
    return b.y < level ? crossing : [...crossing, b];
  });
}

/** Returns the path of the word with its upper left corner at (x, y), without the part above `level`, in em. */
export function wordPath({ x, y }: Point, em: number, level: number = INK.top): string {
  return pathData((path) => {
    for (const outline of OUTLINES) {
      below(outline, level).forEach((corner, k) => {
        const [px, py] = [x + corner.x * em, y + corner.y * em];
        if (k === 0) path.moveTo(px, py);
        else path.lineTo(px, py);
      });
      path.closePath();
    }
  });
}
