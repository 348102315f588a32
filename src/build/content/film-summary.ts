/** The lines of `npm run film`, and those of a build about films. */

export const FILM_WORDS = {
  usage: `npm run film -- [--only story,pattern] [--out films] [--codec avc]

按 story/film.yaml 做影片和封面。没有变的影片不重做。
  --only   只做这几部：story，或章的 id
  --out    放在哪个文件夹；构建只认 films
  --codec  avc、hevc、vp9、av1 之一；发布用 avc，别的只为试验`,
  none: "story/film.yaml 里没有影片",
  noAddress: "没有公开网址（SITE_URL，或 story/site.yaml 的 address）：最后一帧没有二维码和网址",
  noBrowser: "没有 Chromium：影片没有做。装一个，或用 CHROMIUM_PATH 指一个",
} as const;

export function formatCovers(count: number, folder: string): string {
  return `封面 ${count} 张，在 ${folder}/`;
}

export function formatNoEncoder(codec: string): string {
  return `没有编码器：这里的 Chromium 编不了 ${codec}，影片没有做。Debian 的 chromium 能编 H.264`;
}

export function formatUnopened(path: string, error: unknown): string {
  const [reason = ""] = String(error).split("\n");
  return `浏览器打不开：${path}（${reason}）`;
}

export function formatUnchanged(id: string, file: string): string {
  return `影片 ${id} 没有变：${file}`;
}

export function formatFilm(id: string, file: string, frames: number, bytes: number): string {
  return `影片 ${id}：${file}，${frames} 帧，${(bytes / 1e6).toFixed(1)} MB`;
}

export function formatTooLarge(id: string, bytes: number, largest: number): string {
  return `影片 ${id} 有 ${(bytes / 1e6).toFixed(1)} MB，大于 ${largest / 1e6} MB：再编一遍，每秒少用些`;
}

export function formatOldFilms(ids: readonly string[]): string {
  return `影片 ${ids.join("、")} 是故事改动以前做的，或做给别的网址，没有放进网站：再运行 npm run film`;
}

/** `seconds` is the time passed. */
export function formatProgress(id: string, done: number, frames: number, seconds: number): string {
  const share = done / frames;
  const left = share === 0 ? "" : `，还要约 ${Math.ceil(seconds * (1 / share - 1))} 秒`;
  return `影片 ${id}：${done}/${frames} 帧，${Math.floor(share * 100)}%${left}`;
}
