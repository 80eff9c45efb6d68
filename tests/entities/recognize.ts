import type { Recognition } from '../../src/extract/document.js';
import { createRecognizer } from '../../src/extract/entities/index.js';
import { listEntities } from '../../src/extract/entities/output.js';
import { loadSchema } from '../../src/schema/index.js';

const recognizer = createRecognizer(loadSchema());

/** What is recognized in a text (and a title). */
export function recognize(text: string, title = '', date?: string): Recognition {
  return recognizer({ id: 'x', title, text, language: 'ar', ...(date === undefined ? {} : { date }) });
}

/** The nodes that a text names: `id` to the distinct strings that name it. */
export function entities(text: string, title = ''): Record<string, string[]> {
  return Object.fromEntries(
    listEntities(recognize(text, title)).map(({ id, mentions }) => [
      id,
      [...new Set(mentions.map(m => m.text))],
    ]),
  );
}

export const ids = (text: string, title = '') => Object.keys(entities(text, title)).sort();

/** Who is meant by a stretch of the text, whatever the kind of mention. */
export function meant(text: string, words: string, date?: string): string | undefined {
  const { mentions, document } = recognize(text, '', date);
  const at = document.text.lastIndexOf(words);
  return mentions.find(
    ({ start, end }) => start <= at && at + words.length <= end && !isWider(end - start, words),
  )?.entity.id;
}

const isWider = (width: number, words: string) => width > words.length + 12;

/** The offices of a text: office, holder and whose. */
export function offices(text: string) {
  return recognize(text).offices.map(({ office, holder, of, former }) =>
    [office.id, holder?.entity.id ?? '-', of?.id ?? '-', ...(former ? ['former'] : [])].join(' '),
  );
}
