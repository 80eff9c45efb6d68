import { readAll } from '../bytes.js';
import { decode, looksLikeText } from '../encoding.js';
import { readScraped } from '../scraped.js';
import type { Format, Source } from '../types.js';

export const text: Format = {
  name: 'text',
  extensions: ['txt', 'text'],
  matches: head => looksLikeText(head),
  async *read(source: Source, { options, limits }) {
    const bytes = await readAll(source, limits.fileBytes);
    yield* readScraped(decode(bytes, options.encoding), source.name);
  },
};
