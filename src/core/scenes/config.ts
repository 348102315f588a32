import { defineConfig } from "../picture/define-config.ts";
import { art } from "./colours-and-kinds.ts";
import { scenes } from "./index.ts";

export const config = defineConfig({ ...art, scenes });
