import { inferDate } from '../article-date.js';
import { readAll } from '../bytes.js';
import { decode, isKnown } from '../encoding.js';
import { isCaption, isFurniture } from '../furniture.js';
import { htmlToText, measureMarkup } from '../markup.js';
import { isMhtml, readMhtml } from '../mhtml.js';
import { parseRecordDate } from '../record-date.js';
import { readScraped } from '../scraped.js';
import type { Format, RawRecord, Source } from '../types.js';

/** What is inside an article's element and no prose of it. */
const ASIDES =
  'figure, figcaption, aside, nav, form, script, style, button, iframe, table.infobox, [role=complementary]';
/** Above these a page is read as text only: the reader's time grows faster than the page. */
const MOST_ELEMENTS = 8000;
const MOST_DEPTHS = 120_000;
/** Prose shorter than this is a teaser or a notice: the reader has missed the article. */
const SHORTEST = 60;

export const html: Format = {
  name: 'html',
  extensions: ['html', 'htm', 'xhtml', 'mhtml', 'mht'],
  matches: (_, text) =>
    isMhtml(text) ||
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b/iu.test(text),
  async *read(source: Source, { options, limits }) {
    const file = await readAll(source, limits.fileBytes);
    const saved = isMhtml(Buffer.from(file.subarray(0, 4000)).toString('latin1'))
      ? readMhtml(file)
      : undefined;
    const bytes = saved?.html ?? file;
    const page = decode(bytes, options.encoding ?? declaredEncoding(bytes, saved?.charset));
    const { depth, elements, depths } = measureMarkup(page);
    const simple = depth <= limits.htmlDepth && elements <= MOST_ELEMENTS && depths <= MOST_DEPTHS;
    const record = simple ? await readPage(page, source.name, saved?.url) : undefined;
    if (record) yield record;
    else yield* readScraped(htmlToText(page), source.name);
  },
};

/** The article of a page as a reader view finds it. Undefined where there is none to be found. */
async function readPage(page: string, address: string, location?: string): Promise<RawRecord | undefined> {
  // Loaded when the first page comes: most runs have none.
  const [{ parseHTML }, { Defuddle }] = await Promise.all([import('linkedom'), import('defuddle/node')]);
  const document = parseHTML(page).document as unknown as Document;
  const meta = (selector: string, attribute: string) =>
    document.querySelector(selector)?.getAttribute(attribute)?.trim() || undefined;
  const url = meta('link[rel=canonical]', 'href') ?? meta('meta[property="og:url"]', 'content') ?? location;
  const time = meta('time[datetime]', 'datetime');
  const heading = document.querySelector('h1')?.textContent?.replace(/\s+/gu, ' ').trim();
  const found = await Defuddle(document, url ?? '', { useAsync: false, fetch: offline }).catch(
    () => undefined,
  );
  if (!found) return undefined;
  const content = parseHTML(`<!doctype html><html><body>${found.content}</body></html>`)
    .document as unknown as Document;
  const captions = [...content.querySelectorAll('figcaption')].map(caption => caption.textContent ?? '');
  for (const element of [...content.querySelectorAll(ASIDES)]) element.remove();
  dropRelated(content);
  const title = found.title || heading || '';
  const lines = [...new Set(htmlToText(content.body.innerHTML).split('\n'))].filter(
    line => !isFurniture(line) && line !== title,
  );
  captions.push(...lines.filter(isCaption));
  const paragraphs = lines.filter(line => !isCaption(line));
  if (paragraphs.join(' ').length < SHORTEST) return undefined;
  const date =
    [found.published, time].map(value => (value ? parseRecordDate(value) : undefined)).find(Boolean) ??
    inferDate([...paragraphs, ...captions.map(caption => caption.trim())], url ?? address);
  const site = found.site || found.domain;
  return {
    kind: 'record',
    title,
    text: paragraphs.join('\n'),
    ...(date === undefined ? {} : { date }),
    ...(site ? { source: site } : {}),
    ...(url ? { url } : {}),
  };
}

/** Removes "read also" headings together with the list of links that follows. */
function dropRelated(content: Document): void {
  for (const heading of [...content.querySelectorAll('h2, h3, h4, h5, strong, p')]) {
    if (!isFurniture((heading.textContent ?? '').trim())) continue;
    const next = heading.nextElementSibling;
    if (next && /^(?:ul|ol)$/iu.test(next.tagName)) next.remove();
    heading.remove();
  }
}

/** The encoding that a page names in its head, where that is a known one. */
function declaredEncoding(bytes: Uint8Array, charset?: string): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const label = /<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w-]{2,30})/iu.exec(head)?.[1] ?? charset;
  // UTF-8 is recognized anyhow, and is the one that is claimed wrongly.
  return label && isKnown(label) && !/^utf/iu.test(label) ? label : undefined;
}

function offline(): Promise<Response> {
  return Promise.reject(new Error('no network'));
}
