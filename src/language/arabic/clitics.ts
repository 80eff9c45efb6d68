import type { Reading, WordForm } from './tokens.js';

/**
 * Clitics: the ways in which a written Arabic word can come apart into conjunction, preposition, article,
 * stem and pronoun. Spelling alone does not decide between them ("وارسو" begins with no conjunction), so
 * all are given, fewest clitics first, and the lexicon that looks up the stem decides.
 */

const SUFFIXES = ['ها', 'هم', 'هما', 'هن', 'ه', 'نا', 'كم', 'ك', 'ي', 'ني'];
/** In which they end. */
const LAST_LETTERS = new Set(SUFFIXES.map(suffix => suffix.slice(-1)));
const SHORTEST_STEM = 2;

/** The readings of a form, the whole word first. Empty for what is not an Arabic word. */
export function readingsOf(form: WordForm): readonly Reading[] {
  if (form.kind !== 'word') return [];
  // Callers ask about one word several times in a row.
  if (form.fold !== lastRead) {
    lastReadings = readWord(form.fold);
    lastRead = form.fold;
  }
  return lastReadings;
}

let lastRead = '';
let lastReadings: readonly Reading[] = [];

function readWord(word: string): Reading[] {
  const readings: Reading[] = [];
  const heads = headsOf(word);
  for (const head of heads) readings.push(withSuffix(head, head.stem, ''));
  if (!LAST_LETTERS.has(word.charAt(word.length - 1))) return readings;
  for (const head of heads) {
    if (head.definite) continue; // a definite noun takes no pronoun
    for (const suffix of SUFFIXES) {
      if (!head.stem.endsWith(suffix)) continue;
      const stem = head.stem.slice(0, -suffix.length);
      if (stem.length < SHORTEST_STEM) continue;
      readings.push(withSuffix(head, stem, suffix));
      // Ta-marbuta opens before a pronoun: زيارته is زيارة + ه.
      if (stem.endsWith('ت') && stem.length > SHORTEST_STEM)
        readings.push(withSuffix(head, `${stem.slice(0, -1)}ه`, suffix));
      // Alef maqsura does too: مستواها is مستوى + ها.
      if (stem.endsWith('ا')) readings.push(withSuffix(head, `${stem.slice(0, -1)}ي`, suffix));
      // A final hamza gets a seat: لقاؤه and لقائه are لقاء + ه (folded: لقا).
      if (stem.endsWith('اي') || stem.endsWith('او'))
        readings.push(withSuffix(head, stem.slice(0, -1), suffix));
    }
  }
  return readings;
}

function withSuffix(head: Head, stem: string, suffix: string): Reading {
  const { conjunction, proclitic, definite, prefixLength } = head;
  return { conjunction, proclitic, definite, stem, suffix, prefixLength };
}

/** A reading of what stands before the stem. */
export type Head = Omit<Reading, 'suffix'>;

let lastWord = '';
let lastHeads: readonly Head[] = [];

/** The readings of what stands before the stem of a folded word, the whole word first; pronouns stay with the stem. */
export function headsOf(word: string): readonly Head[] {
  // Callers ask about one word several times in a row.
  if (word === lastWord) return lastHeads;
  const found: Head[] = [];
  addHeads(found, '', word, 0);
  const first = word.charAt(0);
  if (first === 'و' || first === 'ف') addHeads(found, first, word.slice(1), 1);
  lastWord = word;
  lastHeads = found;
  return found;
}

/** The readings behind a conjunction. */
function addHeads(found: Head[], conjunction: string, rest: string, prefixLength: number): void {
  addStems(found, conjunction, '', rest, prefixLength);
  const first = rest.charAt(0);
  if (first === 'ب' || first === 'ل' || first === 'ك')
    addStems(found, conjunction, first, rest.slice(1), prefixLength + 1);
  if (first === 'س') addHead(found, conjunction, 'س', false, rest.slice(1), prefixLength + 1);
}

/** The readings behind a preposition: with the article as part of the stem, and without it. */
function addStems(
  found: Head[],
  conjunction: string,
  proclitic: string,
  rest: string,
  prefixLength: number,
): void {
  addHead(found, conjunction, proclitic, false, rest, prefixLength);
  if (proclitic === 'ل' && rest.startsWith('ل'))
    addHead(found, conjunction, proclitic, true, rest.slice(1), prefixLength);
  if (rest.startsWith('ال')) addHead(found, conjunction, proclitic, true, rest.slice(2), prefixLength);
}

function addHead(
  found: Head[],
  conjunction: string,
  proclitic: string,
  definite: boolean,
  stem: string,
  prefixLength: number,
): void {
  if (stem.length >= SHORTEST_STEM) found.push({ conjunction, proclitic, definite, stem, prefixLength });
}

/** A folded definite noun without conjunction and preposition: "للجيش" and "وبالجيش" are "الجيش". */
export function definiteNoun(folded: string): string {
  return folded.replace(/^[وفبك]{1,2}(?=ال)/, '').replace(/^[وف]?لل/, 'ال');
}

/** Offset of a name whose prefixes are off; لل keeps its second ل with the name, as "للأمم" gives "أمم". */
export function nameStart(
  offset: number,
  form: WordForm | undefined,
  reading: Pick<Reading, 'prefixLength' | 'proclitic' | 'definite'>,
): number {
  if (!form || reading.prefixLength === 0) return offset;
  let left = reading.prefixLength;
  let at = 0;
  const { text } = form;
  // Marks and tatweel do not count as units of the folded prefix.
  while (left > 0 && at < text.length) {
    if (!/[\u064b-\u065f\u0640\u200b-\u200f]/.test(text.charAt(at))) left--;
    at++;
  }
  if (reading.proclitic === 'ل' && reading.definite && text.charAt(at) === 'ل') at++;
  return offset + at;
}
