/** How a host shows the embed: pinned by its layout or by the loader, unrolled, in cards, or as the figure's own content. */
export type Shown = "sticky" | "fixed" | "stack" | "cards" | "poster";

/** An article page that is hard on what is embedded in it. */
export interface Host {
  readonly name: string;
  readonly shown: Shown;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What the page keeps at the top of its window, px. */
  readonly top: number;
}

interface Template {
  readonly head?: string;
  readonly style?: string;
  readonly before?: string;
  readonly after?: string;
  readonly attributes?: string;
  readonly script?: string;
  readonly embed?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly top?: number;
  /** How many paragraphs stand before the embed. */
  readonly lead?: number;
}

const TEXT = "<p>记者从发布会上了解到,当地将继续推进相关工作,更多情况正在整理,稍后会在本页更新。</p>";

type Figure = (attributes?: string, from?: string) => string;
type Article = (name: string, shown: Shown, given?: Template) => Host;

const loader = (from: string): string => `<script async src="${from}embed/v1/loader.js"></script>`;

/** What writes snippets of the story at `home` and articles around them. */
function templates(home: string, chapter: string): readonly [figure: Figure, host: Article] {
  const figure: Figure = (attributes = "", from = home) =>
    `<figure data-anyuan="${from}" data-chapter="${chapter}"${attributes}><a href="${from}${chapter}/">` +
    `<img src="${from}icon.svg" width="320" height="200" alt="示意"></a><figcaption>安源转身</figcaption></figure>`;

  const host: Article = (name, shown, given = {}) => {
    const { head = "", style = "", before = "", after = "", attributes, headers = {}, top = 0, lead = 14 } = given;
    const { script = loader(home), embed = figure(attributes) } = given;
    const html =
      `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>${name}</title>${head}<link rel="stylesheet" href="/base.css"><link rel="stylesheet" href="/${name}.css"></head>` +
      `<body><article><h1>头条</h1>${TEXT.repeat(lead)}${before}${embed}${after}${TEXT.repeat(30)}</article>${script}</body></html>`;
    sheets.set(`/${name}.css`, style);
    return { name, shown, html, headers, top };
  };

  return [figure, host];
}

/** Newsrooms that take the story into their own page. */
export function newsrooms(home: string, chapter: string): readonly Host[] {
  const [figure, host] = templates(home, chapter);
  const inline = ' data-mode="inline"';
  return [
    host("I1-clean", "sticky", { attributes: inline }),
    host("I2-overflow-x", "stack", { attributes: inline, style: "html,body{overflow-x:hidden}" }),
    host("I3-scroller", "sticky", {
      attributes: inline,
      style: "html,body{height:100%;overflow:hidden}article{height:100%;overflow:auto}",
    }),
    host("I4-header", "sticky", {
      attributes: `${inline} data-top="60"`,
      style: "header{background:#fff;height:60px;inset:0 0 auto;position:fixed;z-index:9}",
      before: "<header>本报</header>",
      top: 60,
    }),
    host("I5-two", "sticky", { embed: figure(inline) + TEXT.repeat(8) + figure(inline) }),
  ];
}

/**
 * Hosts in the manner of real templates. `home` is the story's address on another site, `bare` one where it is served without any header,
 * `chapter` what is embedded.
 */
export function hosts(home: string, bare: string, chapter: string): readonly Host[] {
  const site = new URL(home).origin;
  const [figure, host] = templates(home, chapter);
  const policy = (value: string) => ({ "content-security-policy": value });
  const plain = `<iframe title="安源转身" width="100%" height="640" src="${home}embed/${chapter}/?mode=steps"`;
  sheets.set("/inner.html", `<!DOCTYPE html><meta charset="utf-8"><body>${figure()}${loader(home)}</body>`);
  return [
    host("H1-clean", "sticky"),
    host("H2-hostile-css", "sticky", {
      style:
        "*{line-height:3!important;box-sizing:content-box!important;max-width:640px!important}iframe{border:9px solid red!important;height:150px!important}" +
        "figure,div{margin:9px!important;padding:7px!important;text-align:right!important}img{max-width:50px!important}",
    }),
    host("H3-overflow-x", "fixed", { style: "html,body{overflow-x:hidden}" }),
    host("H4-card", "fixed", {
      style: ".page{border-radius:12px;overflow:hidden}",
      before: '<div class="page">',
      after: "</div>",
    }),
    host("H5-transform", "sticky", {
      style: ".page{transform:translateZ(0)}",
      before: '<div class="page">',
      after: "</div>",
    }),
    host("H6-overflow-transform", "stack", {
      style: ".page{overflow:hidden;transform:translateZ(0)}",
      before: '<div class="page">',
      after: "</div>",
    }),
    host("H7-scroller", "sticky", {
      style: "html,body{height:100%;overflow:hidden}article{height:100%;overflow:auto}",
    }),
    host("H8-header", "sticky", {
      style: "header{background:#fff;height:60px;inset:0 0 auto;position:fixed;z-index:9}",
      before: "<header>本报</header>",
      attributes: ' data-top="60"',
      top: 60,
    }),
    host("H9-rem", "sticky", { style: "html{font-size:100px}body{font-size:16px}" }),
    host("H10-viewport", "sticky", { head: '<meta name="viewport" content="width=750">' }),
    host("H11-csp", "sticky", {
      headers: policy(`default-src 'none'; script-src ${site}; style-src 'self'; img-src ${site}; frame-src ${site}`),
    }),
    host("H12-no-frames", "poster", {
      headers: policy(`default-src 'none'; script-src ${site}; style-src 'self'; img-src ${site}; frame-src 'none'`),
    }),
    host("H13-nonce", "sticky", {
      headers: policy(`script-src 'nonce-a1' 'strict-dynamic'; style-src 'self'; object-src 'none'; base-uri 'none'`),
      script: `<script nonce="a1" async src="${home}embed/v1/loader.js"></script>`,
    }),
    host("H14-trusted-types", "sticky", {
      headers: policy("require-trusted-types-for 'script'; trusted-types 'none'"),
    }),
    host("H15-gsap", "sticky", { head: '<script src="/gsap.js"></script>' }),
    host("H16-no-cors", "sticky", { script: loader(bare), embed: figure("", bare) }),
    host("H17-plain", "cards", { script: "", embed: `${plain}></iframe>` }),
    host("H18-sandbox", "cards", { script: "", embed: `${plain} sandbox="allow-scripts"></iframe>` }),
    host("H19-late", "sticky", { head: '<script src="/late.js" defer></script>' }),
    host("H21-nested", "cards", {
      script: "",
      embed: '<iframe title="文章" src="/inner.html" width="700" height="900"></iframe>',
    }),
    host("H28-sandboxed", "cards", {
      script: "",
      embed: '<iframe title="文章" src="/inner.html" width="700" height="900" sandbox="allow-scripts"></iframe>',
    }),
    host("H22-no-script", "poster", { script: "" }),
    host("H23-vertical", "sticky", {
      style: ".page{direction:rtl}.page p{writing-mode:vertical-rl;height:8em}",
      before: '<div class="page">',
      after: "</div>",
    }),
    host("H24-content-visibility", "sticky", {
      style: ".page{content-visibility:auto}",
      before: '<div class="page">',
      after: "</div>",
    }),
    host("H25-slow-sheet", "fixed", {
      style: ".page{border-radius:12px;overflow:hidden}",
      before: '<div class="page">',
      after: "</div>",
    }),
    host("H26-late-styles", "fixed", {
      head: '<script src="/restyle.js"></script>',
      style: ".cut{overflow:hidden}",
      before: '<div class="page">',
      after: "</div>",
    }),
    host("H27-first-screen", "sticky", { style: "figure[data-anyuan]{min-height:100vh;margin:0}", lead: 1 }),
  ];
}

/** Files of the hosts' own site, by path: filled as their pages are written. */
export const sheets = new Map<string, string>([
  ["/favicon.ico", ""],
  [
    "/base.css",
    "body{background:#fff;color:#222;font:16px/1.7 sans-serif;margin:0}article{margin:0 auto;max-width:720px}",
  ],
  [
    "/gsap.js",
    'window.gsap={version:"3.4.0",core:{globals(){return{}}},registerPlugin(){},ticker:{add(){}}};window.TweenMax=gsap',
  ],
  // When the story has spoken, as a script of a template may do it.
  ["/restyle.js", 'addEventListener("message",()=>document.querySelector(".page").classList.add("cut"),{once:true})'],
  [
    "/late.js",
    'for(const wait of [300,900])setTimeout(()=>{const ad=document.createElement("div");ad.style.height="500px";document.querySelector("h1").after(ad)},wait)',
  ],
]);
