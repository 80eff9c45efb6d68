import { readAll } from '../bytes.js';
import { readScraped, unwrap } from '../scraped.js';
import { type Format, IngestError, type Source } from '../types.js';

const MOST_PAGES = 500;

/** The text of a PDF, where it has any: pictures of pages are not read. */
export const pdf: Format = {
  name: 'pdf',
  extensions: ['pdf'],
  matches: head => Buffer.from(head.subarray(0, 1024)).toString('latin1').includes('%PDF-'),
  async *read(source: Source, { limits }) {
    const bytes = await readAll(source, limits.fileBytes);
    const { getDocumentProxy, extractText } = await import('unpdf');
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    try {
      if (document.numPages > MOST_PAGES) {
        throw new IngestError('too-large', `has more than ${MOST_PAGES} pages`);
      }
      const { text } = await extractText(document, { mergePages: false });
      const whole = text.map(page => unwrap(cleanPage(page))).join('\n');
      if (!/\p{L}/u.test(whole))
        throw new IngestError('no-text', 'has no text in it, perhaps only pictures of pages');
      yield* readScraped(whole, source.name);
    } finally {
      await document.destroy();
    }
  },
};

/** Letters instead of their presentation forms, and vowel marks on their letters again. */
function cleanPage(page: string): string {
  return page.normalize('NFKC').replace(/ +(?=[\u064b-\u0652])/gu, '');
}
