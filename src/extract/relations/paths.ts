import { hashText, mix } from './hash.js';
import type { Phrase, Sentence } from './syntax.js';
import { WordClass } from './words.js';

/** What stands between a predicate and a phrase of its sentence, counted, as a path, and as words. */

export interface Way {
  readonly tokens: number;
  readonly verbs: number;
  readonly clauses: number;
  readonly commas: number;
  readonly phrases: number;
  readonly quoted: boolean;
}

/** The index of the first token between a predicate and a phrase. */
function wayStart({ mention, end }: Phrase, predicate: number): number {
  return mention.first > predicate ? predicate + 1 : Math.max(end, mention.last);
}

/** The index of the token after the last one between them. */
function wayEnd({ mention, start }: Phrase, predicate: number): number {
  return mention.first > predicate ? start : predicate;
}

export function wayTo(sentence: Sentence, phrase: Phrase, predicate: number): Way {
  const from = wayStart(phrase, predicate);
  const to = wayEnd(phrase, predicate);
  let [verbs, clauses, commas, phrases, quotes] = [0, 0, 0, 0, 0];
  let inside: Phrase | undefined;
  for (let at = from; at < to; at++) {
    const other = sentence.phraseAt[at - sentence.first];
    if (other) {
      if (other !== inside && other.position === 0) phrases++;
      inside = other;
      continue;
    }
    switch (sentence.words[at - sentence.first]?.class) {
      case WordClass.Verb:
        verbs++;
        break;
      case WordClass.Complementizer:
      case WordClass.Subordinator:
      case WordClass.Relative:
        clauses++;
        break;
      case WordClass.Comma:
        commas++;
        break;
      case WordClass.Quote:
        quotes++;
        break;
      default:
        break;
    }
  }
  return { tokens: Math.max(0, to - from), verbs, clauses, commas, phrases, quoted: quotes % 2 === 1 };
}

/** Longer paths are cut. */
const LONGEST_PATH = 8;
const PHRASE = 100;
const CUT = 99;

const typeHashes = new Map<string, number>();
function typeHash(type: string): number {
  let hash = typeHashes.get(type);
  if (hash === undefined) {
    hash = mix(PHRASE, hashText(type));
    typeHashes.set(type, hash);
  }
  return hash;
}

/** The classes of what stands between two places, as one integer: "verb, noun, في, noun". */
export function pathBetween(sentence: Sentence, from: number, to: number): number {
  let hash = 9;
  let length = 0;
  let last = 0;
  let inside: Phrase | undefined;
  for (let at = from; at < to && length < LONGEST_PATH; at++) {
    const other = sentence.phraseAt[at - sentence.first];
    let symbol: number;
    if (other) {
      if (other === inside) continue;
      inside = other;
      if (other.position > 0) continue;
      symbol = typeHash(other.mention.entity.type);
    } else {
      const word = sentence.words[at - sentence.first];
      if (!word) break;
      if (word.class === WordClass.Quote || word.class === WordClass.Time) continue;
      symbol =
        word.class === WordClass.Preposition
          ? word.hash
          : word.class * 4 + (word.event ? 1 : 0) + (word.proclitic ? 2 : 0);
      if (symbol === last && word.class === WordClass.Noun) continue;
    }
    last = symbol;
    hash = mix(hash, symbol);
    length++;
  }
  return length === LONGEST_PATH ? mix(hash, CUT) : hash;
}

/** The path from the predicate to a phrase, with the preposition that governs the phrase. */
export function pathTo(sentence: Sentence, phrase: Phrase, predicate: number): number {
  const path = pathBetween(sentence, wayStart(phrase, predicate), wayEnd(phrase, predicate));
  const side = phrase.mention.first > predicate ? 7 : 8;
  return mix(mix(side, path), phrase.prepositionHash);
}

/** Words before an object, and after a subject, that are looked at. */
const REACH = 8;

/** The words between predicate and phrase: those nearest to an object, or those that follow a subject. */
export function contextWords(
  sentence: Sentence,
  phrase: Phrase,
  predicate: number,
  nearest: boolean,
  visit: (hash: number, cluster: number) => void,
): void {
  let from = wayStart(phrase, predicate);
  let to = wayEnd(phrase, predicate);
  if (nearest && phrase.mention.first > predicate) from = Math.max(from, to - REACH);
  else to = Math.min(to, from + REACH);
  for (let at = from; at < to; at++) {
    if (sentence.phraseAt[at - sentence.first]) continue;
    const word = sentence.words[at - sentence.first];
    if (!word || word.class === WordClass.Quote || word.class === WordClass.Comma) continue;
    visit(word.hash, word.cluster);
  }
}
