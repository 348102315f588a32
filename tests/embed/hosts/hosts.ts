import { ENGINES, filler, folderOf, type Host, loader, type Part, templates } from "./template.ts";

/** A browser's message about a frame that the host's policy forbids. */
const FRAME_REFUSED = /frame-src|refused to connect|Content Security Policy directive/i;

const SCROLLER = "html,body{height:100%;overflow:hidden}article{height:100%;overflow:auto}";
/** A transparent pixel: its address holds a semicolon, as declarations do between them. */
const PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";
const HEADER = "header{background:#fff;height:60px;inset:0 0 auto;position:fixed;z-index:9}";

/** Hosts that take the story into their own page as an element. */
export function elementHosts(part: Part): readonly Host[] {
  const { figure, host } = templates(part);
  const inline = ' data-mode="inline"';
  return [
    host("I1-clean", "sticky", { inDefaultRun: ENGINES, attributes: inline }),
    host("I2-overflow-x", "article", { attributes: inline, style: "html,body{overflow-x:hidden}" }),
    host("I3-scroller", "sticky", { inDefaultRun: ["chromium"], attributes: inline, style: SCROLLER }),
    host("I4-header", "sticky", {
      attributes: `${inline} data-top="60"`,
      style: HEADER,
      before: "<header>本报</header>",
      top: 60,
    }),
    host("I5-two", "sticky", { embed: figure(inline) + filler(8) + figure(inline) }),
  ];
}

/** The host as a document of XML. */
function asXhtml(host: Host): Host {
  const html = host.html
    .replace("<html ", '<html xmlns="http://www.w3.org/1999/xhtml" ')
    .replace(/<(?:meta|link|img)\b[^>]*/g, "$&/")
    .replace("<script async ", '<script async="" ');
  return { ...host, html, headers: { ...host.headers, "content-type": "application/xhtml+xml; charset=utf-8" } };
}

/** Hosts that embed the story in a frame. `bare` is the address of the same story on a site without headers. */
export function hosts(part: Part, bare: string): readonly Host[] {
  const { home } = part;
  const site = new URL(home).origin;
  const { figure, host } = templates(part);
  const policy = (value: string) => ({ "content-security-policy": value });
  const plain = `<iframe title="安源转身" width="100%" height="640" src="${home}embed/${folderOf(part)}?mode=cards"`;
  const inner = '<iframe title="文章" src="/inner.html" width="700" height="900"';
  const page = { before: '<div class="page">', after: "</div>" };
  return [
    host("H1-clean", "sticky", { inDefaultRun: ENGINES }),
    host("H2-hostile-css", "sticky", {
      style:
        "*{line-height:3!important;box-sizing:content-box!important;max-width:640px!important}iframe{border:9px solid red!important;height:150px!important}" +
        "figure,div{margin:9px!important;padding:7px!important;text-align:right!important}img{max-width:50px!important}",
    }),
    host("H3-overflow-x", "fixed", { inDefaultRun: ENGINES, style: "html,body{overflow-x:hidden}" }),
    host("H4-card", "fixed", { ...page, style: ".page{border-radius:12px;overflow:hidden}" }),
    host("H5-transform", "sticky", { ...page, style: ".page{transform:translateZ(0)}" }),
    host("H6-overflow-transform", "article", {
      ...page,
      inDefaultRun: ENGINES,
      style: ".page{overflow:hidden;transform:translateZ(0)}",
    }),
    host("H7-scroller", "sticky", { inDefaultRun: ["chromium", "firefox"], style: SCROLLER }),
    host("H8-header", "sticky", {
      style: HEADER,
      before: "<header>本报</header>",
      attributes: ' data-top="60"',
      top: 60,
    }),
    host("H9-rem", "sticky", { style: "html{font-size:100px}body{font-size:16px}" }),
    host("H10-viewport", "sticky", { head: '<meta name="viewport" content="width=750">' }),
    host("H11-csp", "sticky", {
      headers: policy(`default-src 'none'; script-src ${site}; style-src 'self'; img-src ${site}; frame-src ${site}`),
    }),
    host("H12-no-frames", "figure", {
      inDefaultRun: ENGINES,
      headers: policy(`default-src 'none'; script-src ${site}; style-src 'self'; img-src ${site}; frame-src 'none'`),
      logged: FRAME_REFUSED,
    }),
    host("H13-nonce", "sticky", {
      headers: policy(`script-src 'nonce-a1' 'strict-dynamic'; style-src 'self'; object-src 'none'; base-uri 'none'`),
      script: loader(home, ' nonce="a1"'),
    }),
    host("H14-trusted-types", "sticky", {
      headers: policy("require-trusted-types-for 'script'; trusted-types 'none'"),
    }),
    host("H15-gsap", "sticky", { head: '<script src="/gsap.js"></script>' }),
    // The frame has the origin of its own site, whose font needs no leave of another.
    host("H16-no-cors", "sticky", { script: loader(bare), embed: figure("", bare) }),
    host("H17-plain", "cards", { script: "", embed: `${plain}></iframe>` }),
    host("H18-sandbox", "cards", {
      inDefaultRun: ENGINES,
      script: "",
      embed: `${plain} sandbox="allow-scripts"></iframe>`,
    }),
    host("H19-late", "sticky", { changes: true, head: '<script src="/late.js" defer></script>' }),
    host("H21-nested", "cards", { script: "", embed: `${inner}></iframe>` }),
    host("H28-sandboxed", "cards", { script: "", embed: `${inner} sandbox="allow-scripts"></iframe>` }),
    host("H22-no-script", "figure", { script: "" }),
    host("H23-vertical", "sticky", {
      ...page,
      style: ".page{direction:rtl}.page p{writing-mode:vertical-rl;height:8em}",
    }),
    host("H24-content-visibility", "sticky", { ...page, style: ".page{content-visibility:auto}" }),
    host("H25-slow-sheet", "fixed", { ...page, style: ".page{border-radius:12px;overflow:hidden}" }),
    host("H26-late-styles", "fixed", {
      ...page,
      inDefaultRun: ["chromium"],
      head: '<script src="/restyle.js"></script>',
      style: ".cut{overflow:hidden}",
    }),
    host("H27-first-screen", "sticky", { style: `figure[data-${part.name}]{min-height:100vh;margin:0}`, lead: 1 }),
    host("H29-static", "figure", { inDefaultRun: ENGINES, attributes: ' data-mode="static"' }),
    host("H30-inline-style", "sticky", {
      inDefaultRun: ["chromium"],
      attributes: ` style="margin:24px 0!important;background:url(${PIXEL})"`,
    }),
    // The page is in a dialog that opens later.
    host("H31-dialog", "sticky", {
      inDefaultRun: ["chromium"],
      changes: true,
      before: "<dialog>",
      after: "</dialog>",
      head: '<script src="/open-dialog.js"></script>',
      style:
        "dialog{border:0;height:100%;margin:0;max-height:none;max-width:none;padding:0;width:100%}dialog::after{content:'';display:block;height:2000px}",
    }),
    asXhtml(host("H32-xhtml", "sticky", { inDefaultRun: ["chromium"] })),
    host("H33-vertical-rl", "sticky", {
      ...page,
      inDefaultRun: ["chromium"],
      style: ".page{writing-mode:vertical-rl}figure{writing-mode:horizontal-tb;width:600px}",
    }),
  ];
}

/** The article in the frame of hosts H21 and H28. */
export function innerArticle(part: Part): string {
  return `<!DOCTYPE html><meta charset="utf-8"><body>${templates(part).figure()}${loader(part.home)}</body>`;
}
