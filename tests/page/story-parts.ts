import type { Frame, Locator, Page } from "@playwright/test";
import { MODE_NAMES, PARTS, partSelector, stepSelector, type ViewMode } from "./parts.ts";

/** The parts of the story in a page or an iframe. */
export class StoryParts {
  readonly picture: Locator;
  readonly stage: Locator;
  readonly sourceDialog: Locator;
  readonly shareDialog: Locator;
  readonly shareButton: Locator;
  readonly progressNav: Locator;
  readonly modeButton: Locator;
  readonly modeOptions: Locator;
  readonly pager: Locator;
  readonly pagerCount: Locator;
  readonly pagerStatus: Locator;
  readonly nextCard: Locator;
  readonly previousCard: Locator;
  readonly card: Locator;
  readonly resumePrompt: Locator;
  readonly appendix: Locator;
  readonly skipLink: Locator;
  readonly slider: Locator;
  readonly sliderTrack: Locator;
  readonly rootElement: Locator;

  constructor(readonly root: Page | Frame) {
    const find = (part: keyof typeof PARTS): Locator => root.locator(PARTS[part]);
    this.picture = find("picture");
    this.stage = find("stage");
    this.sourceDialog = find("sourceDialog");
    this.shareDialog = find("shareDialog");
    this.shareButton = find("shareButton");
    this.progressNav = find("progressNav");
    this.modeButton = find("modeButton");
    this.modeOptions = find("modeOptions");
    this.pager = find("pager");
    this.pagerCount = find("pagerCount");
    this.pagerStatus = find("pagerStatus");
    this.nextCard = find("nextCard");
    this.previousCard = find("previousCard");
    this.card = find("card");
    this.resumePrompt = find("resumePrompt");
    this.appendix = find("appendix");
    this.skipLink = find("skipLink");
    this.slider = find("slider");
    this.sliderTrack = find("sliderTrack");
    this.rootElement = root.locator("html");
  }

  step(id: string): Locator {
    return this.root.locator(stepSelector(id));
  }

  partOf(id: string, part: keyof typeof PARTS): Locator {
    return this.root.locator(partSelector(id, part));
  }

  text(id: string): Locator {
    return this.partOf(id, "text");
  }

  progressStop(chapter: string): Locator {
    return this.root.locator(`${PARTS.progressStop}[data-chapter="${chapter}"]`);
  }

  /** The radio button of a view mode, while the menu is open. */
  modeRadio(mode: ViewMode): Locator {
    return this.root.getByRole("radio", { name: MODE_NAMES[mode] });
  }

  /** The element that a fragment of an address names. */
  target(fragment: string): Locator {
    return this.root.locator(`[id="${fragment}"]`);
  }
}
