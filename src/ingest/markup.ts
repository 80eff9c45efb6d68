/** HTML as plain text, without a parser: in linear time, whatever the page. */

const BLOCK =
  /^(?:address|article|aside|blockquote|body|br|center|dd|div|dl|dt|figure|figcaption|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|td|th|tr|ul)$/u;
const SILENT =
  /^(?:script|style|noscript|template|svg|head|iframe|object|select|textarea|figure|figcaption)$/u;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/u;
const END_OPTIONAL = /^(?:p|li|dt|dd|tr|td|th|tbody|thead|tfoot|option|colgroup)$/u;
const TAG = /<(\/?)([a-z][a-z0-9:-]*)(?:[^<>"']|"[^"<>]*"|'[^'<>]*')*>|<!\[CDATA\[|\]\]>|<[!?][^<>]*>/giu;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  zwnj: '\u200c',
  zwj: '\u200d',
  rlm: '\u200f',
  lrm: '\u200e',
};

/** Whether a text has HTML tags in it, as the bodies of feeds and exports often do. */
export function hasMarkup(text: string): boolean {
  return (
    text.includes('<') &&
    /<(?:p|br|div|span|a|strong|b|i|em|h[1-6]|ul|li|img|table)(?:\s[^<>]*)?\/?>/iu.test(text)
  );
}

/** The text of HTML: a line for each block, entities decoded, scripts and captions left out. */
export function htmlToText(page: string): string {
  const html = withoutComments(page);
  let text = '';
  let last = 0;
  let silent: string | undefined;
  let silentSince = 0;
  for (const match of html.matchAll(TAG)) {
    const name = match[2]?.toLowerCase() ?? '';
    const closing = match[1] === '/';
    if (silent === undefined) text += html.slice(last, match.index).replace(/\s+/gu, ' ');
    last = match.index + match[0].length;
    if (silent !== undefined) {
      if (closing && name === silent) silent = undefined;
      continue;
    }
    if (!closing && SILENT.test(name) && !match[0].endsWith('/>')) {
      silent = name;
      silentSince = last;
    }
    if (BLOCK.test(name)) text += '\n';
  }
  // An element that is never closed hides nothing.
  const rest = silent === undefined ? html.slice(last) : html.slice(silentSince).replace(TAG, ' ');
  text += rest.replace(/\s+/gu, ' ');
  return decodeEntities(text)
    .replace(/[ \t]*\n\s*/gu, '\n')
    .trim();
}

export function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/giu, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
  });
}

/** One that is never closed goes on to the end, and is none: so browsers and readers differ, and the text stays. */
function withoutComments(html: string): string {
  let kept = '';
  let last = 0;
  for (let start = html.indexOf('<!--'); start >= 0; start = html.indexOf('<!--', last)) {
    const end = html.indexOf('-->', start + 4);
    if (end < 0) break;
    kept += `${html.slice(last, start)} `;
    last = end + 3;
  }
  return last === 0 ? html : kept + html.slice(last);
}

/**
 * How deep a page's elements lie in one another, how many there are, and the sum of their depths. Elements
 * that need no end tag count as empty.
 */
export function measureMarkup(html: string): { depth: number; elements: number; depths: number } {
  let depth = 0;
  let deepest = 0;
  let elements = 0;
  let depths = 0;
  for (const match of withoutComments(html).matchAll(TAG)) {
    const name = match[2]?.toLowerCase();
    if (name === undefined) continue;
    const closing = match[1] === '/';
    if (!closing) {
      elements++;
      depths += depth + 1;
    }
    if (VOID.test(name) || END_OPTIONAL.test(name) || match[0].endsWith('/>')) continue;
    depth = closing ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) deepest = depth;
  }
  return { depth: deepest, elements, depths };
}
