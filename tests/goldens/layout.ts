/** Ends of tags with a tag right behind or on a later line; escaped tags, as a feed has them, among these. */
const BETWEEN_TAGS = /(>|&gt;)(\n*)(?=<|&lt;)/g;
const BROKEN = /(>|&gt;)\n(\n*)(?=<|&lt;)/g;

/** Puts one line break more between neighbouring tags, so that each begins a line; `joinTags` takes it away again. */
export function breakTags(markup: string): string {
  return markup.replace(BETWEEN_TAGS, "$1\n$2");
}

/** Takes away what `breakTags` has put in. */
export function joinTags(broken: string): string {
  return broken.replace(BROKEN, "$1$2");
}
