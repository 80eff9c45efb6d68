import { createHash } from 'node:crypto';
import { fold } from '../language/arabic/normalize.js';
import type { Article } from '../model.js';
import { inferDate } from './article-date.js';
import { detectLanguage } from './language.js';
import { hasMarkup, htmlToText } from './markup.js';
import { parseRecordDate } from './record-date.js';
import type { IngestItem, RawRecord, ReadContext } from './types.js';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const UNCLEAN = /[\u0000-\u0008\u000b-\u001f\u007f\u2028\u2029\ud800-\udfff]/;
const LONE_SURROGATES = /[\ud800-\udfff]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/gu;

/** Makes an article of a record, or says why there is none. */
export function toItem(record: RawRecord, file: string, { options, limits }: ReadContext): IngestItem {
  const place = record.place === undefined ? {} : { place: record.place };
  const skip = (reason: 'no-text' | 'too-large' | 'language', message: string): IngestItem => ({
    kind: 'skipped',
    file,
    ...place,
    reason,
    message,
  });
  const head = record.title ?? '';
  const title = clean(hasMarkup(head) ? htmlToText(head) : head).replace(/\n/gu, ' ');
  const body = record.text ?? '';
  const text = clean(hasMarkup(body) ? htmlToText(body) : body);
  if (title.length + text.length > limits.textLength) {
    return skip('too-large', `its text is longer than ${limits.textLength} characters`);
  }
  if (!/\p{L}/u.test(text) && !/\p{L}/u.test(title)) return skip('no-text', 'holds no text');
  const language = detectLanguage(title, text);
  if (!(options.languages ?? ['ar']).includes(language)) {
    return skip('language', `is not Arabic (${languageName(language)})`);
  }
  const url = record.url?.trim();
  const date =
    (record.date === undefined ? undefined : parseRecordDate(record.date)) ??
    inferDate(text.split('\n'), url);
  const source = record.source?.trim();
  const article: Article = {
    id: record.id?.trim() || (url ? normalizeUrl(url) : hashText(title, text)),
    title,
    text,
    ...(date === undefined ? {} : { date }),
    ...(source ? { source } : {}),
    ...(url ? { url } : {}),
    language,
  };
  return { kind: 'article', article, file, ...place };
}

/** The id of an article that brings none: 12 hexadecimal digits of the SHA-256 of its folded words. */
export function hashText(title: string, text: string): string {
  return createHash('sha256').update(textKey(title, text)).digest('hex').slice(0, 12);
}

/** An article's words in folded spelling, without punctuation: equal for equal texts. */
export function textKey(title: string, text: string): string {
  return fold(`${title} ${text}`)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A web address without what does not tell pages apart: fragment, `www`, campaign parameters. */
export function normalizeUrl(address: string): string {
  if (!/^https?:\/\//iu.test(address)) return address;
  const [withoutFragment = address] = address.split('#');
  const [path = '', query] = withoutFragment.split('?');
  const kept = (query ?? '')
    .split('&')
    .filter(part => part !== '' && !/^(?:utm_\w+|fbclid|gclid|ref|src)=/u.test(part))
    .join('&');
  const bare = path.replace(
    /^https?:\/\/(?:www\.)?([^/]+)/iu,
    (_, host: string) => `https://${host.toLowerCase()}`,
  );
  return bare.replace(/\/+$/u, '') + (kept === '' ? '' : `?${kept}`);
}

/**
 * Replaces control characters and halves of surrogate pairs by spaces, one for one, so that offsets into
 * the text are offsets into the record's own.
 */
function clean(text: string): string {
  if (!UNCLEAN.test(text)) return text;
  return text
    .replace(/\u2028|\u2029/gu, '\n')
    .replace(CONTROLS, ' ')
    .replace(LONE_SURROGATES, ' ');
}

const NAMES: Readonly<Record<string, string>> = {
  fa: 'Persian',
  ur: 'Urdu',
  ps: 'Pashto',
  ckb: 'Kurdish',
  ug: 'Uyghur',
  sd: 'Sindhi',
  he: 'Hebrew',
  'und-Latn': 'Latin script',
  'und-Cyrl': 'Cyrillic script',
  'und-Hani': 'Chinese script',
};

function languageName(language: string): string {
  return NAMES[language] ?? 'unknown language';
}
