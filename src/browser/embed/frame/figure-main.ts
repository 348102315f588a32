import { forceStillTheme, parseTheme } from "../theme.ts";
import { connectToHost } from "./host-connection.ts";
import { reportHeight } from "./report-height.ts";

// The build wraps this module in a classic script that defines no globals.
const { documentElement: root, body } = document;
const theme = parseTheme(new URLSearchParams(location.search).get("theme"));

if (theme !== null) {
  root.dataset["theme"] = theme;
  forceStillTheme(document, theme);
}
forwardWordPressLinks(body, window);
let tell: (height: number) => void = () => undefined;
let last = 0;
reportHeight(window, (height) => {
  last = height;
  tell(height);
});
connectToHost(window, {
  onConnect(_, report) {
    tell = (height) => report({ type: "height", value: height });
    if (last > 0) tell(last);
    return () => undefined;
  },
  onNoHost: () => undefined,
});

/**
 * WordPress sandboxes unknown embeds without popups, but opens links of the embed's own host when it gets a `link`
 * message. Active only when WordPress's `secret` is in the iframe's hash, which its script may write late.
 */
function forwardWordPressLinks(area: HTMLElement, view: Window): void {
  if (view.parent === view) return;
  area.addEventListener("click", (event) => {
    const secret = /[#?&]secret=([\w-]{1,64})/.exec(view.location.hash)?.[1];
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link === null || secret === undefined) return;
    event.preventDefault();
    view.parent.postMessage({ message: "link", value: link.href, secret }, "*");
  });
}
