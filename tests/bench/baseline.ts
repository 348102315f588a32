const DROPPED = ["script", "style", "svg", "picture", "noscript", "nav"];

/** Keeps a browser from asking for an icon the plain page does not have. */
const NO_ICON = '<link rel="icon" href="data:,">';

/** The same text without style, script and pictures: the floor any page of this text stands on. */
export function plainPage(html: string): string {
  const bare = DROPPED.reduce(
    (rest, name) => rest.replaceAll(new RegExp(`<${name}\\b[^>]*>.*?</${name}>`, "gs"), ""),
    html,
  );
  return bare
    .replaceAll(/<(link|img|input|source)\b[^>]*>/g, "")
    .replaceAll(/<meta http-equiv[^>]*>/g, "")
    .replaceAll(/ (class|style|data-[a-z-]+|aria-[a-z-]+)(="[^"]*")?(?=[\s>/])/g, "")
    .replace("</head>", `${NO_ICON}</head>`);
}

/** Up to the end of the cover, which is the first screen; undefined when the page has no cover. */
export function untilCoverEnd(html: string): string | undefined {
  const cover = /<header\b[^>]*\bcover\b.*?<\/header>/s.exec(html);
  return cover === null ? undefined : html.slice(0, cover.index + cover[0].length);
}
