import { forceStillTheme, parseTheme } from "../theme.ts";
import { connectToHost } from "./host-connection.ts";
import { reportHeight } from "./report-height.ts";
import { forwardWordPressLinks } from "./wordpress-links.ts";

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
