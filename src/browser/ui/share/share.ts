import { openShareDialog } from "./dialog.ts";
import { type ShareContext, type SharedPicture, type SharePayload, sharePayload } from "./payload.ts";
import { inWeChat } from "./wechat-loader.ts";

/** How long a picture is waited for, ms: a system soon forgets that a finger asked for its sheet. */
const PATIENCE = 2500;

const TYPE = "image/png";

/** The picture as a file, if it comes in time. */
async function file({ url, name }: SharedPicture, view: Window): Promise<readonly File[]> {
  try {
    const response = await view.fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
    return response.ok ? [new File([await response.blob()], name, { type: TYPE })] : [];
  } catch {
    return [];
  }
}

/** Hands an offer to the system's own sheet, with its picture where files are taken. False when there is none, or it fails; a reader who closes it has been served. */
export async function shareBySystem({ title, text, address, picture }: SharePayload, view: Window): Promise<boolean> {
  const { navigator } = view;
  if (!("share" in navigator) || inWeChat(view)) return false;
  const data = { title, text, url: address };
  const takes = (files: readonly File[]): boolean =>
    "canShare" in navigator && navigator.canShare({ ...data, files: [...files] });
  try {
    const files = takes([new File([], picture.name, { type: TYPE })]) ? await file(picture, view) : [];
    await navigator.share(files.length > 0 && takes(files) ? { ...data, files: [...files] } : data);
    return true;
  } catch (error) {
    // The second is a sheet that stands open already.
    return error instanceof DOMException && ["AbortError", "InvalidStateError"].includes(error.name);
  }
}

/** Shares what a control stands for: by the system's own sheet where there is one, else by the story's. */
export async function share(control: HTMLAnchorElement, parts: ShareContext): Promise<void> {
  const offer = sharePayload(control, parts);
  if (!(await shareBySystem(offer, parts.view))) openShareDialog(offer, control, parts);
}
