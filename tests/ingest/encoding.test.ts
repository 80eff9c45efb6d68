import { describe, expect, it } from 'vitest';
import { detectEncoding } from '../../src/ingest/encoding.js';
import { PROSE, readFile, TEXT } from './help.js';

/** Letters and marks at their places in the two single-byte encodings. */
const WINDOWS_1256 = new Map<string, number>();
const ISO_8859_6 = new Map<string, number>();
for (let byte = 0x80; byte < 0x100; byte++) {
  WINDOWS_1256.set(new TextDecoder('windows-1256').decode(Uint8Array.of(byte)), byte);
  ISO_8859_6.set(new TextDecoder('iso-8859-6').decode(Uint8Array.of(byte)), byte);
}
const encode = (text: string, table: ReadonlyMap<string, number>) =>
  Uint8Array.from([...text].map(letter => table.get(letter) ?? letter.charCodeAt(0)));
const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

const content = `${PROSE.title}\n\n${TEXT}\n`;
const RECORDS = [PROSE.first, PROSE.second].map((text, index) => ({
  id: `r${index}`,
  title: PROSE.title,
  text,
}));
const lines = RECORDS.map(record => JSON.stringify(record)).join('\n');

describe('the encoding of a text is recognized', () => {
  it.each([
    ['utf-8', Buffer.from(content)],
    ['utf-8 with a byte order mark', Buffer.from(`\ufeff${content}`)],
    ['utf-16le with a mark', utf16le(`\ufeff${content}`)],
    ['utf-16be with a mark', utf16be(`\ufeff${content}`)],
    ['utf-16le without', utf16le(content)],
    ['utf-16be without', utf16be(content)],
    ['windows-1256', encode(content, WINDOWS_1256)],
    ['iso-8859-6', encode(content, ISO_8859_6)],
  ])('%s', async (_, bytes) => {
    const { articles } = await readFile('a.txt', bytes);
    expect(articles).toMatchObject([{ title: PROSE.title, text: TEXT }]);
  });

  it('of lines of JSON and of tables as well', async () => {
    const table = `id,title,text\n${RECORDS.map(({ id, title, text }) => `${id},${title},"${text}"`).join('\n')}`;
    for (const encoded of [utf16le, (text: string) => encode(text, WINDOWS_1256)]) {
      expect((await readFile('a.jsonl', encoded(lines))).articles).toMatchObject(RECORDS);
      expect((await readFile('a.csv', encoded(table))).articles).toMatchObject(RECORDS);
      expect((await readFile('a.json', encoded(`[${lines.replace('\n', ',')}]`))).articles).toMatchObject(
        RECORDS,
      );
    }
  });

  it('of a page that declares it', async () => {
    const page = `<html><head><meta charset="windows-1256"><title>${PROSE.title}</title></head><body><h1>${PROSE.title}</h1><p>${PROSE.first}</p><p>${PROSE.second}</p></body></html>`;
    const { articles } = await readFile('a.html', encode(page, WINDOWS_1256));
    expect(articles).toMatchObject([{ title: PROSE.title }]);
    expect(articles[0]?.text).toContain(PROSE.second);
  });

  it('in spite of a few damaged bytes', () => {
    const damaged = Buffer.from(content);
    damaged[50] = 0xff;
    expect(detectEncoding(damaged)).toBe('utf-8');
  });
});

it('an encoding that is given is believed', async () => {
  const bytes = encode('قال نعم', ISO_8859_6);
  const { articles } = await readFile('a.txt', bytes, { encoding: 'iso-8859-6' });
  expect(articles).toMatchObject([{ text: 'قال نعم' }]);
});
