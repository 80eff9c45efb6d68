import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFileChunks } from '../../src/ingest/bytes.js';
import { groupDuplicates, signatureOf } from '../../src/ingest/duplicates.js';
import type { FormatName } from '../../src/ingest/index.js';
import { findDates } from '../../src/language/arabic/dates.js';
import { folder, PROSE, type Read, read, TEXT } from './help.js';
import { docxOf, pdfOf, zipOf } from './make.js';

const RECORD = JSON.stringify({ id: 'a', title: PROSE.title, date: '2022-03-09', text: TEXT });
const SAMPLES: Readonly<Record<FormatName, Uint8Array>> = {
  text: Buffer.from(`${PROSE.title}\nTT\n${PROSE.title}\n\n${TEXT}`),
  markdown: Buffer.from(`---\ntitle: ${PROSE.title}\n---\n\n${TEXT}`),
  html: Buffer.from(
    `<!doctype html><html><body><h1>${PROSE.title}</h1><p>${TEXT.replaceAll('\n', '</p><p>')}</p></body></html>`,
  ),
  json: Buffer.from(`[${RECORD},${RECORD}]`),
  jsonl: Buffer.from(`${RECORD}\n${RECORD}\n`),
  csv: Buffer.from(`id,title,text\na,"${PROSE.title}","${TEXT}"\nb,x,"${PROSE.first}"\n`),
  tsv: Buffer.from(`id\ttitle\ttext\na\t${PROSE.title}\t${PROSE.first}\n`),
  feed: Buffer.from(
    `<rss version="2.0"><channel><title>x</title><item><title>${PROSE.title}</title><description>${TEXT}</description></item></channel></rss>`,
  ),
  trec: Buffer.from(`<DOC><DOCNO>a</DOCNO><TITLE>${PROSE.title}</TITLE><TEXT>${TEXT}</TEXT></DOC>`),
  pdf: pdfOf([PROSE.title, PROSE.first]),
  docx: await docxOf([PROSE.title, PROSE.first]),
  zip: await zipOf({ 'a.json': RECORD, 'b.txt': TEXT }),
  gzip: gzipSync(RECORD),
};

/** What must hold whatever was read. */
function check({ items }: Read): void {
  for (const item of items) {
    if (item.kind === 'skipped') {
      expect(item.message.length).toBeGreaterThan(0);
      expect(item.message.length).toBeLessThan(400);
      continue;
    }
    const { id, title, text, date, language } = item.article;
    expect(id).not.toBe('');
    expect(language).toBe('ar');
    expect(title).not.toContain('\n');
    expect(`${title}${text}`).not.toMatch(/[\ud800-\udfff]/u);
    if (date !== undefined) expect(date).toMatch(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/u);
  }
  groupDuplicates(items.flatMap(item => (item.kind === 'article' ? [signatureOf(item.article)] : [])));
}

const readBytes = (bytes: Uint8Array, format?: FormatName) =>
  read('-', { stdin: Readable.from([Buffer.from(bytes)]), ...(format === undefined ? {} : { format }) });

/** The bytes with some replaced, some removed and the end cut. */
const mutated = (bytes: Uint8Array) =>
  fc
    .record({
      changes: fc.array(fc.tuple(fc.nat(bytes.length), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
      cut: fc.option(fc.tuple(fc.nat(bytes.length), fc.nat(40)), { nil: undefined }),
      end: fc.option(fc.nat(bytes.length), { nil: bytes.length }),
    })
    .map(({ changes, cut, end }) => {
      const copy = Buffer.from(bytes);
      for (const [at, byte] of changes) if (at < copy.length) copy[at] = byte;
      const whole = cut ? Buffer.concat([copy.subarray(0, cut[0]), copy.subarray(cut[0] + cut[1])]) : copy;
      return whole.subarray(0, end);
    });

describe('whatever comes in, articles or reasons come out, the same each time', () => {
  for (const [format, bytes] of Object.entries(SAMPLES) as [FormatName, Uint8Array][]) {
    it(`damaged ${format}`, async () => {
      await fc.assert(
        fc.asyncProperty(mutated(bytes), async damaged => {
          const first = await readBytes(damaged);
          check(first);
          expect((await readBytes(damaged)).items).toEqual(first.items);
        }),
        { seed: 7, numRuns: format === 'html' || format === 'pdf' ? 25 : 120 },
      );
    }, 60_000);
  }

  it('any bytes, as any format', async () => {
    const formats = fc.constantFrom(undefined, ...(Object.keys(SAMPLES) as FormatName[]));
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), formats, async (bytes, format) => {
        check(await readBytes(bytes, format));
      }),
      { seed: 11, numRuns: 300 },
    );
  }, 60_000);

  it('any text', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        PROSE.title,
        PROSE.first,
        '\n',
        '\n\n\n',
        'TT',
        '---',
        '(رويترز)',
        '٢٧ نوفمبر 2024',
        '"',
        '{',
        '<p>',
        ',',
        '#',
      ),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async pieces => {
        const text = pieces.join(' ');
        check(await readBytes(Buffer.from(text)));
        for (const { start, end } of findDates(text))
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
      }),
      { seed: 13, numRuns: 500 },
    );
  }, 60_000);
});

it('a file that grows while it is read ends where it ended when it was opened', async () => {
  const root = folder({ 'a.txt': 'x'.repeat(3 * 2 ** 20) });
  let length = 0;
  for await (const chunk of readFileChunks(join(root, 'a.txt'))) {
    length += chunk.length;
    appendFileSync(join(root, 'a.txt'), 'y'.repeat(2 ** 20));
  }
  expect(length).toBe(3 * 2 ** 20);
});
