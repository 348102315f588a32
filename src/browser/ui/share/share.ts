import { openShareDialog } from "./dialog.ts";
import { type ShareContext, type SharedPicture, type SharePayload, sharePayload } from "./payload.ts";
import { inWeChat } from "./wechat-loader.ts";

/** Timeout of the picture's request, ms: `navigator.share` needs a recent user activation. */
const PATIENCE = 2500;

const TYPE = "image/png";

async function file({ url, name }: SharedPicture, view: Window): Promise<readonly File[]> {
  try {
    const response = await view.fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
    return response.ok ? [new File([await response.blob()], name, { type: TYPE })] : [];
  } catch {
    return [];
  }
}

/** Returns false when there is no share sheet or it fails, true also when the reader dismisses it. */
async function shareBySystem({ title, text, link, picture }: SharePayload, view: Window): Promise<boolean> {
  const { navigator } = view;
  if (!("share" in navigator) || inWeChat(view)) return false;
  const data = { title, text, url: link };
  const takes = (files: readonly File[]): boolean =>
    "canShare" in navigator && navigator.canShare({ ...data, files: [...files] });
  try {
    const files = takes([new File([], picture.name, { type: TYPE })]) ? await file(picture, view) : [];
    await navigator.share(files.length > 0 && takes(files) ? { ...data, files: [...files] } : data);
    return true;
  } catch (error) {
    // InvalidStateError: a share sheet is open already.
    return error instanceof DOMException && ["AbortError", "InvalidStateError"].includes(error.name);
  }
}

export async function share(control: HTMLAnchorElement, parts: ShareContext): Promise<void> {
  const offer = sharePayload(control, parts);
  if (!(await shareBySystem(offer, parts.view))) openShareDialog(offer, control, parts);
}
