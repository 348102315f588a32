import { offered, type Sharing } from "./offer.ts";
import { shareSheet } from "./share-sheet.ts";
import { sharedBySystem } from "./system-share.ts";

/** Shares what a control stands for: by the system's own sheet where there is one, else by the story's. */
export async function share(control: HTMLAnchorElement, parts: Sharing): Promise<void> {
  const offer = offered(control, parts);
  if (!(await sharedBySystem(offer, parts.view))) shareSheet(offer, control, parts);
}
