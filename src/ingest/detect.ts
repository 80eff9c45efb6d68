import { decode, looksLikeText } from './encoding.js';
import { FORMATS, formatNamed } from './formats/index.js';
import { type Format, type FormatName, IngestError } from './types.js';

/** First bytes of things that are no articles, by what to call them. */
const FOREIGN: readonly (readonly [name: string, ...starts: string[]])[] = [
  ['a picture', '\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*', 'RIFF'],
  ['a film or a sound', 'ID3', 'OggS', '\x1aE\xdf\xa3', '\0\0\0\x20ftyp', '\0\0\0\x18ftyp', '\0\0\0\x1cftyp'],
  ['a 7-Zip archive', '7z\xbc\xaf'],
  ['a RAR archive', 'Rar!'],
  ['an XZ file', '\xfd7zXZ'],
  ['a bzip2 file', 'BZh'],
  ['a Zstandard file', '\x28\xb5\x2f\xfd'],
  ['an old Word, Excel or PowerPoint file', '\xd0\xcf\x11\xe0'],
  ['a program', '\x7fELF', 'MZ\x90'],
  ['an SQLite database', 'SQLite format 3'],
  ['an RTF file', '{\\rtf'],
];
/** Formats of which only the name tells the dialect; their content is text. */
const BY_NAME: ReadonlySet<FormatName> = new Set(['jsonl', 'csv', 'tsv', 'markdown', 'text', 'json', 'html']);

/**
 * The format of a file by its first bytes, then by its name.
 *
 * @throws an `IngestError` where it is none that Rawabit reads
 */
export function detectFormat(name: string, head: Uint8Array, encoding?: string): Format {
  const latin = Buffer.from(head.subarray(0, 64)).toString('latin1');
  const foreign = FOREIGN.find(([, ...starts]) => starts.some(start => latin.startsWith(start)));
  if (foreign) throw new IngestError('format', `is ${foreign[0]}, no format that is read`);
  const isText = looksLikeText(head);
  const start = isText ? decode(head.subarray(0, 16_384), encoding) : '';
  const extension = /\.([a-z0-9]+)$/u.exec(name.toLowerCase())?.[1] ?? '';
  const named = FORMATS.find(format => format.extensions.includes(extension));
  if (named && isText && BY_NAME.has(named.name) && fits(named, start)) return named;
  if (named?.name === 'docx' && formatNamed('zip')?.matches(head, '')) return named;
  const matching = FORMATS.find(format => format.name !== 'text' && format.matches(head, start));
  if (matching) return matching;
  if (/^\s*<\?xml/u.test(start)) throw new IngestError('format', 'is XML of a kind that is not read');
  const plain = formatNamed('text');
  if (isText && plain) return plain;
  throw new IngestError('format', 'is not text, nor any other format that is read');
}

/** A name is believed unless the content cannot be that: a page saved as `article.txt`. */
function fits(format: Format, start: string): boolean {
  const trimmed = start.trimStart();
  const isMarkup = /^<(?:!doctype|html|\?xml|rss|feed|doc\b)/iu.test(trimmed);
  switch (format.name) {
    case 'jsonl':
    case 'json':
      return !isMarkup && !(format.name === 'jsonl' && trimmed.startsWith('['));
    case 'text':
      return !isMarkup && !/^(?:\[\s*\{\s*"|\{\s*")/u.test(trimmed);
    case 'html':
      return !/^<(?:\?xml[^>]*>\s*<(?:rss|feed|rdf)|rss|feed|doc>)/iu.test(trimmed);
    default:
      return !isMarkup;
  }
}
