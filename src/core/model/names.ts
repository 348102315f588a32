/** Names that a story has outside its pages, made of `site.name`: in its hosts' HTML, browsers' stores, policies. */

export function elementName(name: string): string {
  return `${name}-story`;
}

export function figureAttribute(name: string): string {
  return `data-${name}`;
}

export function viewModeKey(name: string): string {
  return `${name}.reading.1`;
}

export function positionKey(name: string): string {
  return `${name}.place.1`;
}

export function listenKey(name: string): string {
  return `${name}.listen.1`;
}

export function cacheName(name: string): string {
  return `${name}.story.1`;
}

export function workerPolicy(name: string): string {
  return `${name}-worker`;
}

export function stagePolicy(name: string): string {
  return `${name}-stage`;
}

export function wechatPolicy(name: string): string {
  return `${name}-wechat`;
}

/** Stands in style sheets for `songFamily`, which a build writes there. */
export const SONG_FAMILY = "Story Song";

/** Font family of the story's subset of the Song face: two stories on one page have other characters. */
export function songFamily(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} Song`;
}
