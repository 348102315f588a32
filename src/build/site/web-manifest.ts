import { toHex } from "../../core/lib/color.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";

export const ICONS = {
  touch: { file: "apple-touch-icon.png", side: 180 },
  small: { file: "icon-192.png", side: 192 },
  large: { file: "icon-512.png", side: 512 },
} as const;

export function webManifest(story: Illustrated<Story>): string {
  const colour = toHex(story.config.paletteAt(0, "day").background);
  const icon = ({ file, side }: (typeof ICONS)[keyof typeof ICONS], purpose: string) => ({
    src: file,
    sizes: `${side}x${side}`,
    type: "image/png",
    purpose,
  });
  const about = {
    name: story.title,
    short_name: story.title,
    description: story.description,
    lang: "zh-CN",
    start_url: "./",
    scope: "./",
    display: "minimal-ui",
    background_color: colour,
    theme_color: colour,
    icons: [icon(ICONS.small, "any"), icon(ICONS.large, "any"), icon(ICONS.large, "maskable")],
  };
  return `${JSON.stringify(about, null, 2)}\n`;
}
