/** A photograph or drawing on the filmstrip. */
export interface Frame {
  readonly step: string;
  /** The column it stands in. */
  readonly look: string;
  /** Address relative to the strip. */
  readonly file: string;
}

/** Width of a frame on the strip, px. */
const WIDTH = 260;

function cell(frame: Frame | undefined): string {
  if (frame === undefined) return "<td></td>";
  const { file, step, look } = frame;
  return `<td><a href="${file}"><img src="${file}" width="${WIDTH}" loading="lazy" alt="${step}, ${look}"></a></td>`;
}

/** The contact sheet as a page of its own: a row for each step, a column for each look, each frame a link to its full size. */
export function strip(title: string, frames: readonly Frame[]): string {
  const looks = [...new Set(frames.map(({ look }) => look))];
  const steps = [...new Set(frames.map(({ step }) => step))];
  const found = new Map(frames.map((frame) => [`${frame.step}\n${frame.look}`, frame]));
  const head = looks.map((look) => `<th scope="col">${look}</th>`).join("");
  const rows = steps.map(
    (step) =>
      `<tr id="${step}"><th scope="row">${step}</th>${looks.map((look) => cell(found.get(`${step}\n${look}`))).join("")}</tr>`,
  );
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>
body{background:#666;color:#fff;font:13px sans-serif;margin:0}
table{border-spacing:6px}td,th{vertical-align:top}img{display:block;height:auto}
thead th{background:#666;position:sticky;top:0}tbody th{background:#666;position:sticky;left:0}
</style></head><body><table><thead><tr><th scope="col">step</th>${head}</tr></thead><tbody>${rows.join("\n")}</tbody></table></body></html>`;
}
