/** Elements set in the Song face; keep in step with the style sheets. */
const SET = /<(h[1-3]|caption)\b[^>]*>(.*?)<\/\1>|<td class="value">(.*?)<\/td>|<p class="deck">(.*?)<\/p>/gs;

export function headingText(html: string): string {
  const found = [...html.matchAll(SET)].map(([, , heading = "", figure = "", deck = ""]) => heading + figure + deck);
  return found
    .join("")
    .replace(/<span class="subtitle">.*?<\/span>|<[^>]*>/gs, "")
    .replace(/&(lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? "");
}

const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };
