import { readAll } from '../bytes.js';
import { readScraped } from '../scraped.js';
import type { Format, Source } from '../types.js';
import { listEntries } from './zip.js';

export const docx: Format = {
  name: 'docx',
  extensions: ['docx'],
  matches: head => {
    const start = Buffer.from(head).toString('latin1');
    return start.startsWith('PK\x03\x04') && start.includes('word/');
  },
  async *read(source: Source, { limits }) {
    const bytes = await readAll(source, limits.fileBytes);
    // The library unpacks everything at once: what it will unpack is checked before.
    await listEntries(bytes, { ...limits, archiveBytes: limits.fileBytes * 4 });
    const { default: mammoth } = await import('mammoth');
    const { value } = await mammoth.extractRawText({ buffer: bytes });
    yield* readScraped(value.replace(/\n{2,}/gu, '\n'), source.name);
  },
};
