import { viteConfig } from "./src/build/vite/vite-config.ts";

export default viteConfig("src/core/scenes/config.ts", "src/core/scenes/config-in-parts.ts");
