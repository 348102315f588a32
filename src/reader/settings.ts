import type { Env } from "../drive/drive.ts";

/** The reader's own settings, heard from the browser. */
export function settings(view: Window): Pick<Env, "theme" | "motion" | "onChange"> {
  const dark = view.matchMedia("(prefers-color-scheme: dark)");
  const still = view.matchMedia("(prefers-reduced-motion: reduce)");
  return {
    theme: () => (dark.matches ? "night" : "day"),
    motion: () => (still.matches ? "reduced" : "full"),
    onChange(heard) {
      dark.addEventListener("change", heard);
      still.addEventListener("change", heard);
      return () => {
        dark.removeEventListener("change", heard);
        still.removeEventListener("change", heard);
      };
    },
  };
}
