import { greet } from "./child.ts";
import { heights } from "./heights.ts";
import { linking } from "./linking.ts";
import { stillsIn, themeOf } from "./theme.ts";

// A file of its own scope: the build makes one classic script of it, without a name of its own in the page.
const { documentElement: root, body } = document;
const theme = themeOf(new URLSearchParams(location.search).get("theme"));

if (theme !== null) {
  root.dataset["theme"] = theme;
  stillsIn(document, theme);
}
linking(body, window);
let tell: (height: number) => void = () => undefined;
let last = 0;
heights(window, (height) => {
  last = height;
  tell(height);
});
greet(window, {
  welcomed(_, report) {
    tell = (height) => report({ t: "height", n: height });
    if (last > 0) tell(last);
    return () => undefined;
  },
  alone: () => undefined,
});
