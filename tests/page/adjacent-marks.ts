/**
 * Runs in the page: lengths of two full-width commas in a heading and in a picture, em. A heading squeezes them; a
 * picture has shifts of its own.
 */
export function measureAdjacentMarks(): readonly [heading: number, picture: number] {
  const size = 100;
  const box = document.createElement("div");
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const [heading, label] = [document.createElement("span"), document.createElementNS(svg.namespaceURI, "text")];
  for (const text of [heading, label]) {
    text.setAttribute("class", "song");
    text.textContent = "，，";
  }
  box.style.fontSize = `${size}px`;
  svg.append(label);
  box.append(heading, svg);
  document.querySelector("h1")?.after(box);
  const length = label instanceof SVGTextContentElement ? label.getComputedTextLength() : 0;
  const { width } = heading.getBoundingClientRect();
  box.remove();
  return [width / size, length / size];
}
