import { defineConfig } from "../picture/define-config.ts";
import { art } from "./art.ts";
import { scenes } from "./index.ts";

export const config = defineConfig({ ...art, scenes });
