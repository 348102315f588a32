/** The only place where the page tests name the story's classes and attributes. */
export const PARTS = {
  step: ".step",
  chapter: ".chapter",
  cover: ".cover",
  coverText: ".titles",
  deck: ".deck",
  /** How the pictures are to be read, on the cover. */
  grammar: ".grammar",
  text: ".text",
  /** A step's title where the page sets it above the text, beside the picture. */
  title: ".text .title",
  /** Control under a step's text: the slider with its name. */
  textFoot: ".foot",
  factLink: "a.fact",
  termLink: "a.term",
  /** Link to a fact or a term, wherever it stands. */
  sourceLink: "a[data-fact], a[data-term]",
  /** The page of facts, and the links in it to the steps that use a fact. */
  factsPage: "main.facts",
  useLink: ".uses a",
  /** A picture or film with its files, on the page of the files for publishers. */
  kitTile: ".tiles li",
  /** Leads from the middle of the story to its cover. */
  startLink: ".beginning a",
  still: "img",
  /** Picture of a step on paper. */
  printedPicture: ".plate",
  stage: ".stage",
  picture: ".stage svg",
  /** Still that stands for a picture that is late. */
  lateStill: ".stage .late-still img",
  /** Its offset in the stage is the line that decides which step is read. */
  line: ".stage .line",
  numberLinks: ".number-links",
  numberLink: ".number-links .number-link",
  /** Box over a number in the picture that is meant in the text. */
  mark: ".marks i",
  /** Description of a picture, read aloud. */
  caption: "figcaption",
  slider: "input[data-handle]",
  /** The track that the picture draws for the slider. */
  sliderTrack: '.stage [data-key$=":track"]',
  progressNav: ".progress-nav",
  progressStop: ".progress-nav a",
  progressStopName: ".progress-nav a span:first-child",
  progressThumb: ".progress-nav .thumb",
  shareButton: ".progress-nav .share",
  chapterShare: ".share a",
  modeMenu: ".mode-menu",
  modeButton: ".mode-menu summary",
  modeOptions: ".mode-menu fieldset",
  modeOption: ".mode-menu label",
  listenButton: ".mode-menu .listen",
  listenBar: ".listen-bar",
  pager: ".pager",
  pagerCount: ".pager b",
  pagerStatus: ".pager [role=status]",
  nextCard: '[data-page-turn="1"]',
  previousCard: '[data-page-turn="-1"]',
  /** The step that is open as a card. */
  card: ".step.card",
  resumePrompt: ".resume-prompt",
  sourceDialog: "dialog.source-dialog:not(.share)",
  shareDialog: "dialog.share",
  appendix: ".appendix",
  factTable: ".ledger",
  skipLink: ".skip",
  hint: ".hint",
  byline: ".byline",
  kicker: ".text > .kicker",
  /** First sentences of a chapter, which its heading says too. */
  opening: ".text > .opening",
  /** Picture of the cover that runs on below its stage. */
  coverOverflow: ".cover-overflow",
  chapterHeadings: ".chapters h2, .chapters h3",
  visuallyHidden: ".visually-hidden",
  dataTable: "details.data",
  dialogContent: ".sheet",
  dialogClose: ".close",
  /** Name of a fact, in its row and in the dialog. */
  factName: ".what",
  factValue: ".value",
  factStatus: ".status",
  factPeriod: ".period",
  factFormula: ".working",
  /** Source of a fact that is not from the interview. */
  factSource: ".outside",
  factNote: ".note",
  /** Meaning of a term. */
  termMeaning: ".gloss",
  pagerButton: ".pager button",
  stepHeading: ".step > h3",
  /** Links to the files of the story's data, of its long picture, of the licences; on the page with the codes, of every picture. */
  dataLinks: "#downloads .files:not(.long) a",
  factsDataLinks: ".facts .files a",
  longPictureLinks: "#downloads .files.long a",
  pictureLinks: "#pictures .pictures a",
  carouselLinks: "#carousels .pictures a",
  licenceLinks: "#credits .files a",
  factRow: ".ledger tbody tr",
  glossaryTerm: ".glossary dt",
  /** Link to a fact or a term, with its number on paper in `data-note`. */
  numberedLink: "a[data-note]",
  /** Table of the numbers in a step's picture. */
  numberTable: "details.data table",
  printedSources: ".notes",
  printedGrains: ".plate > g:nth-of-type(2) path",
  /** The story as an element of another page; its parts are in the element's shadow root. */
  element: ":is(anyuan-story, harbour-story)",
  /** In that shadow root it carries what `<html>` does in the story's own page. */
  elementRoot: ".theme-root",
  /** Holds the stage and every step. */
  track: ".scroll-track",
  chapterOpening: ".opening",
  paragraph: ".text p:not(.kicker, .title)",
  pictureText: ".stage text",
  /** Link to the story itself at the end of an embed. */
  creditLink: ".credit a",
} as const;

/** Classes of the root element. */
export const STATES = { enhanced: /\benhanced\b/, dialogOpen: /\bdialog-open\b/, offScreen: /\baway\b/ } as const;

/** Names of the stories, of which those of their elements, stores and policies are made. */
export const NAMES = { story: "anyuan", fixture: "harbour" } as const;

/** Under these names a device keeps what its reader chose and where they were. */
export function storageKeys(site: keyof typeof NAMES): { readonly mode: string; readonly position: string } {
  return { mode: `${NAMES[site]}.reading.1`, position: `${NAMES[site]}.place.1` };
}

export const MODE_NAMES = { scroll: "滚动", cards: "翻页", article: "全文" } as const;
export type ViewMode = keyof typeof MODE_NAMES;

/** Selector of a step, for tools that take no locator. */
export function stepSelector(id: string): string {
  return `${PARTS.step}[data-step="${id}"]`;
}

/** Selector of a part of a step, by its name in `PARTS`, in the step or in a layer over the picture behind it. */
export function partSelector(id: string, part: keyof typeof PARTS): string {
  return `${stepSelector(id)} ${PARTS[part]}, ${stepSelector(id)} ~ ${PARTS[part]}`;
}
