/** The members of a browser's 2D context that are used. Objects are the browser's own: Path2D and images. */
export interface CanvasContext {
  fillStyle: string | object;
  strokeStyle: string | object;
  globalAlpha: number;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  miterLimit: number;
  font: string;
  textAlign: string;
  textBaseline: string;
  /** Chooses the forms of characters that languages share; few browsers know it. */
  lang?: string;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  clearRect(x: number, y: number, width: number, height: number): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  strokeRect(x: number, y: number, width: number, height: number): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
  closePath(): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  fill(): void;
  fill(path: object): void;
  stroke(): void;
  stroke(path: object): void;
  clip(): void;
  save(): void;
  restore(): void;
  setLineDash(lengths: number[]): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): { readonly width: number };
  drawImage(
    image: object,
    sourceX: number,
    sourceY: number,
    sourceWidth: number,
    sourceHeight: number,
    x: number,
    y: number,
    width: number,
    height: number,
  ): void;
}

/** A context and the place of the picture's origin on it, device px. */
export interface Plane {
  readonly context: CanvasContext;
  readonly ratio: number;
  readonly x: number;
  readonly y: number;
}

/** Puts the context's origin at a point of the picture, turned by `angle`, radians. */
export function placeOrigin({ context, ratio, x, y }: Plane, dx = 0, dy = 0, angle = 0): void {
  const [cos, sin] = angle === 0 ? [ratio, 0] : [ratio * Math.cos(angle), ratio * Math.sin(angle)];
  context.setTransform(cos, sin, -sin, cos, x + ratio * dx, y + ratio * dy);
}

/** Sets the strokes of SVG where no style sheet says otherwise. */
export function prepareStrokes(context: CanvasContext): void {
  context.lineCap = "butt";
  context.lineJoin = "miter";
  context.miterLimit = 4;
}
