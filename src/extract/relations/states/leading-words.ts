import { wordSet } from '../../../language/arabic/words.js';

/** What somebody is of the body that a word says he leads. */
const OFFICES = {
  commander: { ar: 'قائد', en: 'leader' },
  chief: { ar: 'زعيم', en: 'leader' },
  head: { ar: 'رئيس', en: 'head' },
  director: { ar: 'مدير', en: 'director' },
} as const;
export type LeadingOffice = (typeof OFFICES)[keyof typeof OFFICES];

/** Words by which somebody leads a body, folded, with the office that each tells. */
export function leadingWords(
  words: Partial<Record<keyof typeof OFFICES, string>>,
): ReadonlyMap<string, LeadingOffice> {
  return new Map(
    Object.entries(OFFICES).flatMap(([name, office]) =>
      [...wordSet(words[name as keyof typeof OFFICES] ?? '')].map(word => [word, office] as const),
    ),
  );
}
