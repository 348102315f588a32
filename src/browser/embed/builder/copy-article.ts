import { ARTICLE_COPIED, ARTICLE_NOT_COPIED } from "../../../core/model/strings.ts";
async function copyEdition(home: string): Promise<void> {
  const file = new URL("fragment.html", location.href);
  const html = await (await fetch(file)).text();
  const body = /<body>([^]*)<\/body>/.exec(html)?.[1] ?? "";
  const whole = body.replaceAll('src="../', `src="${home}`);
  const text = whole.replace(/<\/p>/g, "\n").replace(/<[^>]*>/g, "");
  const types = { "text/html": whole, "text/plain": text };
  const blobs = Object.entries(types).map(([type, content]) => [type, new Blob([content], { type })] as const);
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}

const button = document.querySelector("#copy");
const said = document.querySelector('[role="status"]');
if (button instanceof HTMLButtonElement && said !== null) {
  const home = button.dataset["home"] || new URL("../", location.href).href;
  button.hidden = false;
  button.addEventListener("click", () => {
    copyEdition(home).then(
      () => said.replaceChildren(ARTICLE_COPIED),
      () => said.replaceChildren(ARTICLE_NOT_COPIED),
    );
  });
}
